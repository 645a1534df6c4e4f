#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "party/codes.h"
#include "party/document.h"
#include "quantity/date.h"
#include "quantity/rational.h"
#include "quantity/tonnes.h"

namespace openitmo {

// What kind of target an NDC has (18/CMA.1 annex para 64(a)).
enum class TargetFamily {
  fixed_level,            // an amount of emissions
  below_base_year,        // a reduction against the emissions of a past year
  below_projection,       // a reduction against business as usual
  intensity,              // emissions for each unit of an indicator
  peaking,                // emissions that do not exceed those of a year
  policies_and_measures,  // not quantified (2/CMA.3 annex para 10)
  non_ghg,                // a level of an indicator in another unit (2/CMA.3 annex para 9)
};
template <>
struct EnumNames<TargetFamily> {
  static constexpr std::array<std::string_view, 7> names{
      "fixed_level", "below_base_year",       "below_projection", "intensity",
      "peaking",     "policies_and_measures", "non_ghg"};
};

// How an NDC's target came about, and what it covers (18/CMA.1 annex para 64(a)-(e); 2/CMA.3 annex
// para 18(d)-(f)): of one recorded version. Which fields it needs depends on the family. Reductions
// count in hundredths of a percent: 29.5 % is 2950.
struct DescribeNdc {
  static constexpr const char* kType = "ndc_described";
  PartyId party;
  std::string ndc;
  std::uint32_t version = 1;  // of the NDC
  TargetFamily family = TargetFamily::fixed_level;
  // Base year; year that is projected; year of the peak.
  std::optional<CalendarYear> reference_year;
  std::optional<KilogramsCo2eq> reference_level_kg_co2eq;  // of that year
  std::optional<std::uint32_t> reduction_per_10000;        // without conditions
  // With support from others, where the Party offers more: either of the two.
  std::optional<std::uint32_t> conditional_reduction_per_10000;
  std::optional<KilogramsCo2eq> conditional_level_kg_co2eq;
  // Of intensity and non_ghg: the metric whose yearly levels are recorded.
  std::string indicator;
  std::optional<std::uint64_t> indicator_target;  // of non_ghg, in the metric
  // Of intensity: kg CO2 eq for each so many units of the indicator.
  std::optional<std::uint64_t> intensity_kg_co2eq;
  std::uint64_t intensity_units = 1;
  std::vector<std::string> sectors;  // covered, in the Party's words
  std::vector<std::string> gases;    // such as CO2, CH4, N2O
  Document document;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("ndc", self.ndc);
    visit("version", self.version);
    visit("family", self.family);
    visit("reference_year", self.reference_year);
    visit("reference_level_kg_co2eq", self.reference_level_kg_co2eq);
    visit("reduction_per_10000", self.reduction_per_10000);
    visit("conditional_reduction_per_10000", self.conditional_reduction_per_10000);
    visit("conditional_level_kg_co2eq", self.conditional_level_kg_co2eq);
    visit("indicator", self.indicator);
    visit("indicator_target", self.indicator_target);
    visit("intensity_kg_co2eq", self.intensity_kg_co2eq);
    visit("intensity_units", self.intensity_units);
    visit("sectors", self.sectors);
    visit("gases", self.gases);
    visit("document", self.document);
  }
};

}  // namespace openitmo
