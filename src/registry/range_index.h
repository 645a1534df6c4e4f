#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace openitmo::registry {

// Which entries touched which serials of one series: ranges that may overlap in any way, added in
// any order and never taken out. Adding costs O(log n) on average, a question O(log n) and what it
// finds. Kept as sorted runs, each twice as long as the next, so that most of it lies in a few long
// arrays of 32 bytes an entry.
class RangeIndex {
 public:
  void add(std::uint64_t first, std::uint64_t last, std::uint64_t entry);

  // Calls `visit` with every entry whose range contains `serial`, in no particular order.
  template <class Visit>
  void visit(std::uint64_t serial, Visit&& visit) const {
    for (const Touch& touch : newest_)
      if (touch.first <= serial && serial <= touch.last) visit(touch.entry);
    for (const auto& run : runs_) visit_part(run, 0, run.size(), serial, visit);
  }

  // The whole state, for a snapshot.
  static void members(auto& self, auto&& visit) {
    visit(self.newest_);
    visit(self.runs_);
  }

 private:
  // `last_max` is the greatest `last` of the part of the run that this touch is the middle of: what
  // makes a sorted array a balanced tree of intervals.
  struct Touch {
    std::uint64_t first, last, entry, last_max;
  };
  using Run = std::vector<Touch>;
  static constexpr std::size_t kNewestMax = 256;

  static Run merged(const Run& a, const Run& b);
  static std::uint64_t set_last_max(Run& run, std::size_t from, std::size_t to);

  template <class Visit>
  static void visit_part(const Run& run, std::size_t from, std::size_t to, std::uint64_t serial,
                         Visit& visit) {
    if (from >= to) return;
    const std::size_t middle = from + (to - from) / 2;
    const Touch& touch = run[middle];
    if (touch.last_max < serial) return;
    visit_part(run, from, middle, serial, visit);
    if (touch.first > serial) return;
    if (serial <= touch.last) visit(touch.entry);
    visit_part(run, middle + 1, to, serial, visit);
  }

  Run newest_;             // unsorted
  std::vector<Run> runs_;  // empty or of kNewestMax << i touches
};

}  // namespace openitmo::registry
