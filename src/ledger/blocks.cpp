#include "ledger/blocks.h"

#include <algorithm>

namespace openitmo::ledger {

namespace {
bool may_come_back(const BlockState& state) {
  return state.status == BlockStatus::sent || state.status == BlockStatus::withdrawn;
}
}  // namespace

std::uint32_t Blocks::series_index(const ItmoSeries& series) {
  const auto [at, added] =
      series_indexes_.try_emplace(series, static_cast<std::uint32_t>(series_.size()));
  if (!added) return at->second;
  series_in_order_[series] = at->second;
  series_.push_back({series, {}});
  return static_cast<std::uint32_t>(series_.size() - 1);
}

void Blocks::restored() {
  for (std::uint32_t index = 0; index < series_.size(); ++index) {
    series_indexes_[series_[index].id] = index;
    series_in_order_[series_[index].id] = index;
  }
}

std::optional<std::uint32_t> Blocks::find_series(const ItmoSeries& series) const {
  const auto found = series_indexes_.find(series);
  if (found == series_indexes_.end()) return std::nullopt;
  return found->second;
}

// The first block of the series that ends at or after `serial`.
Blocks::Extents::ConstCursor Blocks::first_touching(const Series& series, std::uint64_t serial) {
  const auto before = series.extents.floor(serial);
  if (before && before.value().last >= serial) return before;
  return series.extents.lower_bound(serial);
}

Block Blocks::block_at(const Series& series, const Extents::ConstCursor& at) {
  return {make_range(series.id, at.key(), at.value().last), at.value().state};
}

void Blocks::reindex(std::uint32_t series, std::uint64_t first, const BlockState& before,
                     const BlockState& after) {
  const bool was_held = before.status == BlockStatus::held;
  const bool is_held = after.status == BlockStatus::held;
  if (was_held == is_held && before.account == after.account) return;
  if (was_held) held_.erase(before.account, series, first);
  if (is_held) held_.insert(after.account, series, first);
}

bool Blocks::overlaps_live(const ItmoRange& range) const {
  const auto blocks = within(range);
  return std::any_of(blocks.begin(), blocks.end(),
                     [](const Block& block) { return !may_come_back(block.state); });
}

bool Blocks::add(const ItmoRange& range, const BlockState& state) {
  check(range.valid(), "a block has a first and a last unit of one series");
  const std::vector<Block> returned = within(range);
  for (const Block& block : returned)
    if (!may_come_back(block.state)) return false;
  const std::uint32_t series = series_index(range.series());
  split_before(series, range.first_id.serial);
  split_before(series, range.last_id.serial + 1);
  Extents& extents = series_[series].extents;
  for (const Block& block : returned) extents.erase(block.range.first_id.serial);
  const std::uint64_t first = range.first_id.serial;
  extents.insert(first, {range.last_id.serial, state});
  if (state.status == BlockStatus::held) held_.insert(state.account, series, first);
  return true;
}

void Blocks::split_before(std::uint32_t series, std::uint64_t serial) {
  Extents& extents = series_[series].extents;
  const auto left = extents.floor(serial);
  if (!left || left.key() == serial || left.value().last < serial) return;
  const Extent right = left.value();
  left.value().last = serial - 1;
  extents.insert(serial, right);
  if (right.state.status == BlockStatus::held) held_.insert(right.state.account, series, serial);
}

std::optional<Block> Blocks::find(const ItmoIdentifier& id) const {
  const auto series = find_series(id.series);
  if (!series) return std::nullopt;
  const auto at = series_[*series].extents.floor(id.serial);
  if (!at || at.value().last < id.serial) return std::nullopt;
  return block_at(series_[*series], at);
}

std::vector<Block> Blocks::within(const ItmoRange& range) const {
  std::vector<Block> found;
  const auto series = find_series(range.series());
  if (!series) return found;
  for (auto at = first_touching(series_[*series], range.first_id.serial);
       at && at.key() <= range.last_id.serial; ++at) {
    Block block = block_at(series_[*series], at);
    block.range.first_id.serial = std::max(block.range.first_id.serial, range.first_id.serial);
    block.range.last_id.serial = std::min(block.range.last_id.serial, range.last_id.serial);
    found.push_back(block);
  }
  return found;
}

std::vector<Block> Blocks::held_in(std::uint32_t account) const {
  std::vector<Block> found;
  for (const auto& [id, series] : series_in_order_)
    visit_held_of(account, series, 0, [&](const Block& block) {
      found.push_back(block);
      return true;
    });
  return found;
}

void Blocks::foresee(const ItmoIdentifier& id, Foreseen& at, int step) const {
  if (step == 0) at.series = find_series(id.series);
  if (!at.series) return;
  series_[*at.series].extents.foresee(id.serial, at.extent, step);
  if (step == 2 || step == 3)
    for (const std::uint32_t account : {at.from, at.to})
      if (account != BlockState::kNone) held_.foresee(account, *at.series, step - 2);
}

std::size_t Blocks::size() const {
  std::size_t sum = 0;
  for (const Series& series : series_) sum += series.extents.size();
  return sum;
}

}  // namespace openitmo::ledger
