#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "activity/records.h"
#include "ledger/itmo_identifier.h"

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
// they are ordered by serial. Not thread-safe; answers are copies.
class Blocks {
 public:
  // Adds a block; false, and nothing changes, if any of its units is here already and not sent or
  // withdrawn (those may come back and are then replaced).
  bool add(const ItmoRange& range, const BlockState& state);
  // Applies `change` to exactly the units of `range`, splitting blocks at its ends. Every unit of
  // the range must be here.
  void change(const ItmoRange& range, const std::function<void(BlockState&)>& change);

  std::optional<Block> find(const ItmoIdentifier& id) const;
  bool overlaps_live(const ItmoRange& range) const;
  // The blocks that hold units of `range`, clipped to it, in order.
  std::vector<Block> within(const ItmoRange& range) const;
  // Held blocks of one account, in order of series and serial.
  std::vector<Block> held_in(std::uint32_t account) const;
  void for_each(const std::function<void(const Block&)>& visit) const;
  std::size_t size() const { return blocks_.size(); }

 private:
  struct Key {
    std::uint32_t series;
    std::uint64_t first;
    auto operator<=>(const Key&) const = default;
  };
  struct Value {
    std::uint64_t last;
    BlockState state;
  };
  using Map = std::map<Key, Value>;

  std::uint32_t series_index(const ItmoSeries& series);
  std::optional<std::uint32_t> find_series(const ItmoSeries& series) const;
  Map::const_iterator first_touching(std::uint32_t series, std::uint64_t serial) const;
  void split_before(std::uint32_t series, std::uint64_t serial);
  void index(const Key& key, const BlockState& state);
  void unindex(const Key& key, const BlockState& state);
  Block block_at(Map::const_iterator at) const;

  std::vector<ItmoSeries> series_;
  std::map<ItmoSeries, std::uint32_t> series_indexes_;
  Map blocks_;
  std::map<std::uint32_t, std::set<Key>> held_;  // account -> its held blocks
};

}  // namespace openitmo::ledger
