#include "ledger/blocks.h"

#include <algorithm>

#include "quantity/check.h"

namespace openitmo::ledger {

namespace {
bool may_come_back(const BlockState& state) {
  return state.status == BlockStatus::sent || state.status == BlockStatus::withdrawn;
}
}  // namespace

std::uint32_t Blocks::series_index(const ItmoSeries& series) {
  const auto [at, added] =
      series_indexes_.try_emplace(series, static_cast<std::uint32_t>(series_.size()));
  if (added) series_.push_back(series);
  return at->second;
}

std::optional<std::uint32_t> Blocks::find_series(const ItmoSeries& series) const {
  const auto found = series_indexes_.find(series);
  if (found == series_indexes_.end()) return std::nullopt;
  return found->second;
}

// The first block of the series that ends at or after `serial`.
Blocks::Map::const_iterator Blocks::first_touching(std::uint32_t series,
                                                   std::uint64_t serial) const {
  auto at = blocks_.upper_bound({series, serial});
  if (at != blocks_.begin()) {
    const auto before = std::prev(at);
    if (before->first.series == series && before->second.last >= serial) return before;
  }
  return at;
}

Block Blocks::block_at(Map::const_iterator at) const {
  return {make_range(series_[at->first.series], at->first.first, at->second.last),
          at->second.state};
}

void Blocks::index(const Key& key, const BlockState& state) {
  if (state.status == BlockStatus::held) held_[state.account].insert(key);
}

void Blocks::unindex(const Key& key, const BlockState& state) {
  if (state.status == BlockStatus::held) held_[state.account].erase(key);
}

bool Blocks::overlaps_live(const ItmoRange& range) const {
  const auto blocks = within(range);
  return std::any_of(blocks.begin(), blocks.end(),
                     [](const Block& block) { return !may_come_back(block.state); });
}

bool Blocks::add(const ItmoRange& range, const BlockState& state) {
  check(range.valid(), "a block has a first and a last unit of one series");
  if (overlaps_live(range)) return false;
  const std::uint32_t series = series_index(range.series());
  split_before(series, range.first_id.serial);
  split_before(series, range.last_id.serial + 1);
  auto at = blocks_.lower_bound({series, range.first_id.serial});
  while (at != blocks_.end() && at->first.series == series &&
         at->first.first <= range.last_id.serial)
    at = blocks_.erase(at);
  const Key key{series, range.first_id.serial};
  blocks_.insert({key, {range.last_id.serial, state}});
  index(key, state);
  return true;
}

void Blocks::split_before(std::uint32_t series, std::uint64_t serial) {
  const auto at = first_touching(series, serial);
  if (at == blocks_.end() || at->first.series != series || at->first.first >= serial) return;
  auto& left = blocks_.at(at->first);
  const Value right{left.last, left.state};
  left.last = serial - 1;
  blocks_.insert({Key{series, serial}, right});
  index({series, serial}, right.state);
}

void Blocks::change(const ItmoRange& range, const std::function<void(BlockState&)>& change) {
  const auto series = find_series(range.series());
  check(series.has_value(), "a changed unit is in this registry");
  split_before(*series, range.first_id.serial);
  split_before(*series, range.last_id.serial + 1);
  std::uint64_t next = range.first_id.serial;
  for (auto at = blocks_.lower_bound({*series, next});
       next <= range.last_id.serial && at != blocks_.end(); ++at) {
    check(at->first.series == *series && at->first.first == next, "a changed range has no hole");
    unindex(at->first, at->second.state);
    change(at->second.state);
    index(at->first, at->second.state);
    next = at->second.last + 1;
  }
  check(next == range.last_id.serial + 1, "a changed range is in this registry whole");
}

std::optional<Block> Blocks::find(const ItmoIdentifier& id) const {
  const auto found = within(make_range(id.series, id.serial, id.serial));
  if (found.empty()) return std::nullopt;
  const auto at = first_touching(*find_series(id.series), id.serial);
  return block_at(at);
}

std::vector<Block> Blocks::within(const ItmoRange& range) const {
  std::vector<Block> found;
  const auto series = find_series(range.series());
  if (!series) return found;
  for (auto at = first_touching(*series, range.first_id.serial);
       at != blocks_.end() && at->first.series == *series &&
       at->first.first <= range.last_id.serial;
       ++at) {
    Block block = block_at(at);
    block.range.first_id.serial = std::max(block.range.first_id.serial, range.first_id.serial);
    block.range.last_id.serial = std::min(block.range.last_id.serial, range.last_id.serial);
    found.push_back(block);
  }
  return found;
}

std::vector<Block> Blocks::held_in(std::uint32_t account) const {
  std::vector<Block> found;
  const auto keys = held_.find(account);
  if (keys == held_.end()) return found;
  for (const Key& key : keys->second) found.push_back(block_at(blocks_.find(key)));
  std::sort(found.begin(), found.end(),
            [](const Block& a, const Block& b) { return a.range < b.range; });
  return found;
}

void Blocks::for_each(const std::function<void(const Block&)>& visit) const {
  for (auto at = blocks_.begin(); at != blocks_.end(); ++at) visit(block_at(at));
}

}  // namespace openitmo::ledger
