#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "party/codes.h"
#include "party/document.h"
#include "quantity/date.h"
#include "quantity/tonnes.h"

namespace openitmo {

enum class NdcKind { single_year, multi_year };

// 2/CMA.3 annex para 7: (a)(i), (a)(ii) and (b). The method is declared in the initial report and
// holds for the whole NDC implementation period (rulebook R-038).
enum class AdjustmentMethod {
  single_year_trajectory,
  single_year_averaging,
  multi_year_trajectory,
};

// Interim conventions of averaging; no CMA answer before 2028, so they are settings stored with the
// figures (rulebook R-035).
enum class AveragingConvention { restated_uniform, running_as_at };

template <>
struct EnumNames<NdcKind> {
  static constexpr std::array<std::string_view, 2> names{"single_year", "multi_year"};
};
template <>
struct EnumNames<AdjustmentMethod> {
  static constexpr std::array<std::string_view, 3> names{
      "single_year_trajectory", "single_year_averaging", "multi_year_trajectory"};
};
template <>
struct EnumNames<AveragingConvention> {
  static constexpr std::array<std::string_view, 2> names{"restated_uniform", "running_as_at"};
};

// A figure for one calendar year.
struct YearAmount {
  CalendarYear year;
  KilogramsCo2eq amount_kg_co2eq;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("year", self.year);
    visit("amount_kg_co2eq", self.amount_kg_co2eq);
  }
  bool operator==(const YearAmount&) const = default;
};

// One version of a Party's NDC, as far as accounting needs it (2/CMA.3 annex paras 7, 18(c)-(d)).
// A later record with a higher version replaces it for later questions; the method may not change.
struct RecordNdc {
  static constexpr const char* kType = "ndc_recorded";
  PartyId party;
  std::string ndc;  // such as NDC1
  std::uint32_t version = 1;
  NdcKind kind = NdcKind::single_year;
  CalendarYear first_year;
  CalendarYear last_year;
  CalendarYear target_year;
  AdjustmentMethod method = AdjustmentMethod::single_year_trajectory;
  AveragingConvention averaging_convention = AveragingConvention::restated_uniform;
  std::optional<KilogramsCo2eq> target_level_kg_co2eq;  // emissions in the target year
  std::optional<KilogramsCo2eq> budget_kg_co2eq;        // emissions over the whole period
  std::vector<YearAmount> trajectory;                   // empty, or one figure a year
  Basis basis = Basis::published;                       // of method and target
  Document document;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("ndc", self.ndc);
    visit("version", self.version);
    visit("kind", self.kind);
    visit("first_year", self.first_year);
    visit("last_year", self.last_year);
    visit("target_year", self.target_year);
    visit("method", self.method);
    visit("averaging_convention", self.averaging_convention);
    visit("target_level_kg_co2eq", self.target_level_kg_co2eq);
    visit("budget_kg_co2eq", self.budget_kg_co2eq);
    visit("trajectory", self.trajectory);
    visit("basis", self.basis);
    visit("document", self.document);
  }
};

// Emissions and removals covered by the NDC in one year (2/CMA.3 annex para 23(a)), as one version
// of the national inventory gives them. A year without a record is unknown, never zero.
struct RecordInventory {
  static constexpr const char* kType = "inventory_recorded";
  PartyId party;
  CalendarYear year;
  std::uint32_t version = 1;
  KilogramsCo2eq emissions_kg_co2eq;
  std::string gwp_set;
  Basis basis = Basis::published;
  Document document;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("year", self.year);
    visit("version", self.version);
    visit("emissions_kg_co2eq", self.emissions_kg_co2eq);
    visit("gwp_set", self.gwp_set);
    visit("basis", self.basis);
    visit("document", self.document);
  }
};

}  // namespace openitmo
