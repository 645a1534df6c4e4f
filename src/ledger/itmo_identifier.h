#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "party/codes.h"
#include "quantity/date.h"
#include "quantity/tonnes.h"

namespace openitmo::ledger {

// The four components that ITMOs of one numbering share: cooperative approach, originating Party
// registry, first transferring Party and vintage (6/CMA.4 annex I para 5).
struct ItmoSeries {
  CooperativeApproachId approach;
  RegistryId registry;
  PartyId party;
  Vintage vintage;
  auto operator<=>(const ItmoSeries&) const = default;
};
// For hash tables.
inline std::size_t hash_value(const ItmoSeries& series) {
  const std::uint64_t vintage = static_cast<std::uint32_t>(series.vintage.value());
  std::uint64_t mixed = series.approach.packed() * 0x9e3779b97f4a7c15;
  mixed = (mixed ^ mixed >> 32 ^ series.registry.packed()) * 0xd6e8feb86659fd93;
  mixed = (mixed ^ mixed >> 32 ^ series.party.packed() ^ vintage << 32) * 0xd6e8feb86659fd93;
  return mixed ^ mixed >> 32;
}

// The unique identifier of one ITMO: its series and serial number. Text form, as the AEF checker
// reads it: CA0004-VUT01-VUT-1000-2024. It never changes (6/CMA.4 annex I para 33).
struct ItmoIdentifier {
  ItmoSeries series;
  std::uint64_t serial = 0;

  // Accepts thousands separators in the serial ("1,000"); refuses leading zeros and a wrong
  // pattern.
  static std::optional<ItmoIdentifier> parse(std::string_view text);
  std::string to_string() const;
  void append_to(std::string& text) const;
  auto operator<=>(const ItmoIdentifier&) const = default;
};

// A block of consecutive ITMOs of one series (6/CMA.4 annex I para 6). Never empty.
struct ItmoRange {
  ItmoIdentifier first_id;
  ItmoIdentifier last_id;

  const ItmoSeries& series() const { return first_id.series; }
  TonnesCo2eq quantity_t_co2eq() const { return TonnesCo2eq(last_id.serial - first_id.serial + 1); }
  // Same series at both ends, first serial from 1 and not after the last.
  bool valid() const {
    return first_id.series == last_id.series && first_id.serial >= 1 &&
           first_id.serial <= last_id.serial;
  }
  bool contains(const ItmoIdentifier& id) const {
    return id.series == series() && first_id.serial <= id.serial && id.serial <= last_id.serial;
  }
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("first_id", self.first_id);
    visit("last_id", self.last_id);
  }
  auto operator<=>(const ItmoRange&) const = default;
};

// Whether the two have a unit in common.
inline bool overlap(const ItmoRange& a, const ItmoRange& b) {
  return a.series() == b.series() && a.first_id.serial <= b.last_id.serial &&
         b.first_id.serial <= a.last_id.serial;
}

ItmoRange make_range(const ItmoSeries& series, std::uint64_t first, std::uint64_t last);

}  // namespace openitmo::ledger
