#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "activity/records.h"
#include "ledger/held_blocks.h"
#include "ledger/itmo_identifier.h"
#include "ledger/paged_map.h"

namespace openitmo::ledger {

enum class BlockStatus : std::uint8_t { held, in_transit, sent, used, cancelled, withdrawn };

// What every unit of a block shares; a split child inherits all of it (rulebook R-088).
struct BlockState {
  static constexpr std::uint32_t kNone = UINT32_MAX;
  std::uint32_t authorization = kNone;  // index into Ledger::authorizations()
  std::uint32_t account = kNone;        // index into Ledger::accounts(); where held, or last held
  std::uint32_t issuance = kNone;       // index into Ledger::issuances(); kNone if issued elsewhere
  std::uint32_t first_transfer_authorization = kNone;  // of a first transfer in this journal
  Date last_act;                                       // effective date of the last act on it
  BlockStatus status = BlockStatus::held;
  MitigationType mitigation_type = MitigationType::emission_reductions;
  bool first_transferred = false;
  bool operator==(const BlockState&) const = default;
};

struct Block {
  ItmoRange range;
  BlockState state;
};

// All blocks of one registry. Blocks of one series never overlap (invariant 1); within a series
// they are ordered by serial. A look-up takes about as long among ten million blocks as the memory
// takes to answer a few times. Not thread-safe; answers are copies.
class Blocks {
 public:
  // Adds a block; false, and nothing changes, if any of its units is here already and not sent or
  // withdrawn (those may come back and are then replaced).
  bool add(const ItmoRange& range, const BlockState& state);
  // Applies `change` to the state of exactly the units of `range`, splitting blocks at its ends.
  // Every unit of the range must be here. Gives the new state of the first unit.
  template <class Change>
  BlockState change(const ItmoRange& range, Change&& change);

  std::optional<Block> find(const ItmoIdentifier& id) const;
  bool overlaps_live(const ItmoRange& range) const;
  // The blocks that hold units of `range`, clipped to it, in order.
  std::vector<Block> within(const ItmoRange& range) const;
  // Held blocks of one account, in order of series and serial.
  std::vector<Block> held_in(std::uint32_t account) const;
  // The same one by one, of one vintage, until `visit` says false. With `from`, only those of its
  // series that end at or after it.
  template <class Visit>
  void visit_held(std::uint32_t account, Vintage vintage, const std::optional<ItmoIdentifier>& from,
                  Visit&& visit) const;
  // All blocks, by series in the order in which they came.
  template <class Visit>
  void for_each(Visit&& visit) const;
  std::size_t size() const;

  // The whole state, for a snapshot; `restored` computes the rest again.
  static void members(auto& self, auto&& visit) {
    visit(self.series_);
    visit(self.held_);
  }
  void restored();

 private:
  struct Extent {
    std::uint64_t last;  // serial
    BlockState state;
  };
  using Extents = PagedMap<std::uint64_t, Extent>;  // by first serial

 public:
  // Asks for what moving the block with this unit from one account to another will read, so that it
  // is near then: in so many steps from 0 on, with a while in between.
  static constexpr int kForesightSteps = Extents::kForesightSteps;
  struct Foreseen {
    std::optional<std::uint32_t> series;
    Extents::Foreseen extent;
    std::uint32_t from = BlockState::kNone;  // accounts
    std::uint32_t to = BlockState::kNone;
  };
  void foresee(const ItmoIdentifier& id, Foreseen& at, int step) const;

 private:
  struct Series {
    ItmoSeries id;
    Extents extents;
  };
  std::uint32_t series_index(const ItmoSeries& series);
  std::optional<std::uint32_t> find_series(const ItmoSeries& series) const;
  static Extents::ConstCursor first_touching(const Series& series, std::uint64_t serial);
  void split_before(std::uint32_t series, std::uint64_t serial);
  void reindex(std::uint32_t series, std::uint64_t first, const BlockState& before,
               const BlockState& after);
  template <class Visit>
  bool visit_held_of(std::uint32_t account, std::uint32_t series, std::uint64_t first,
                     Visit&& visit) const;
  static Block block_at(const Series& series, const Extents::ConstCursor& at);

  std::vector<Series> series_;
  std::map<ItmoSeries, std::uint32_t> series_in_order_;
  boost::unordered_flat_map<ItmoSeries, std::uint32_t> series_indexes_;
  HeldBlocks held_;
};

template <class Change>
BlockState Blocks::change(const ItmoRange& range, Change&& change) {
  const auto series = find_series(range.series());
  check(series.has_value(), "a changed unit is in this registry");
  Extents& extents = series_[*series].extents;
  const std::uint64_t last = range.last_id.serial;
  std::uint64_t next = range.first_id.serial;
  auto at = extents.floor(next);
  if (at && at.key() < next) {
    split_before(*series, next);
    at = extents.floor(next);
  }
  std::optional<BlockState> first_unit;
  while (true) {
    check(at && at.key() == next, "a changed range has no hole");
    if (at.value().last > last) {
      split_before(*series, last + 1);
      at = extents.floor(next);
    }
    BlockState& state = at.value().state;
    const BlockState before = state;
    change(state);
    reindex(*series, next, before, state);
    if (!first_unit) first_unit = state;
    if (at.value().last == last) return *first_unit;
    next = at.value().last + 1;
    ++at;
  }
}

template <class Visit>
bool Blocks::visit_held_of(std::uint32_t account, std::uint32_t series, std::uint64_t first,
                           Visit&& visit) const {
  return held_.visit_from(account, series, first, [&](std::uint64_t block) {
    return visit(block_at(series_[series], series_[series].extents.floor(block)));
  });
}

template <class Visit>
void Blocks::visit_held(std::uint32_t account, Vintage vintage,
                        const std::optional<ItmoIdentifier>& from, Visit&& visit) const {
  if (!from) {
    for (const auto& [id, series] : series_in_order_)
      if (id.vintage == vintage && !visit_held_of(account, series, 0, visit)) return;
    return;
  }
  const auto series = find_series(from->series);
  if (!series || from->series.vintage != vintage) return;
  // Most often the block that contains `from` is all that is wanted.
  const auto at = first_touching(series_[*series], from->serial);
  if (!at) return;
  const BlockState& state = at.value().state;
  if (state.status == BlockStatus::held && state.account == account &&
      !visit(block_at(series_[*series], at)))
    return;
  visit_held_of(account, *series, at.key() + 1, visit);
}

template <class Visit>
void Blocks::for_each(Visit&& visit) const {
  for (const Series& series : series_)
    for (auto at = series.extents.begin(); at; ++at) visit(block_at(series, at));
}

}  // namespace openitmo::ledger
