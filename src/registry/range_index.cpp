#include "registry/range_index.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace openitmo::registry {

void RangeIndex::add(std::uint64_t first, std::uint64_t last, std::uint64_t entry) {
  newest_.push_back({first, last, entry, last});
  if (newest_.size() < kNewestMax) return;
  std::ranges::sort(newest_, {}, &Touch::first);
  Run run = std::exchange(newest_, {});
  std::size_t level = 0;
  for (; level < runs_.size() && !runs_[level].empty(); ++level)
    run = merged(std::exchange(runs_[level], {}), run);
  if (level == runs_.size()) runs_.emplace_back();
  set_last_max(run, 0, run.size());
  runs_[level] = std::move(run);
}

RangeIndex::Run RangeIndex::merged(const Run& a, const Run& b) {
  Run run;
  run.reserve(a.size() + b.size());
  std::ranges::merge(a, b, std::back_inserter(run), {}, &Touch::first, &Touch::first);
  return run;
}

std::uint64_t RangeIndex::set_last_max(Run& run, std::size_t from, std::size_t to) {
  if (from >= to) return 0;
  const std::size_t middle = from + (to - from) / 2;
  run[middle].last_max = std::max(
      {run[middle].last, set_last_max(run, from, middle), set_last_max(run, middle + 1, to)});
  return run[middle].last_max;
}

}  // namespace openitmo::registry
