#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounting/accounts.h"

// The quantitative rows of the structured summary, BTR Table 4 (5/CMA.3 annex; 2/CMA.3 annex
// para 23). Rows (c) to (f) and (h) go by event year, row (g) by the year that para 8 adjusts; over
// all years (f) and (g) have one total, unless averaging stands in (g) (rulebook ).
namespace openitmo::accounting {

struct SummaryYear {
  CalendarYear year;
  std::optional<KilogramsCo2eq> trajectory_kg_co2eq;    // para 7(a)(i) or 7(b)
  std::optional<KilogramsCo2eq> r23a_kg_co2eq;          // emissions covered by the NDC
  std::optional<KilogramsCo2eq> r23b_kg_co2eq;          // the same or its portion under para 10
  Figure r23c;                                          // ITMOs first transferred
  Figure r23d;                                          // first transferred for OIMP
  Figure r23e;                                          // used towards the NDC
  std::int64_t r23f_t_co2eq = 0;                        // (c) + (d) - (e)
  std::optional<Rational> cumulative_divided_kg_co2eq;  // para 7(a)(ii), averaging only
  std::optional<Rational> r23g_kg_co2eq;                // total corresponding adjustment
  std::int64_t r23h_t_co2eq = 0;                        // (f) added up
  std::optional<Rational> r23k_i_kg_co2eq;              // emissions balance: (a) + (g)
};

// Para 23(j): what stands behind (c), (d) and (e).
struct SummaryBreakdown {
  FlowKind row = FlowKind::first_transferred_ndc;
  CalendarYear event_year;
  CooperativeApproachId approach;
  std::string sector;  // empty where this registry does not know the activity
  PartyId first_transferring_party;
  PartyId using_party;  // of (c): the acquiring Party; of (d): none
  Vintage vintage;
  Figure figure;
};

struct StructuredSummary {
  PartyId party;
  AdjustmentMethod method = AdjustmentMethod::single_year_trajectory;
  std::optional<KilogramsCo2eq> budget_kg_co2eq;
  std::optional<KilogramsCo2eq> target_level_kg_co2eq;
  CalendarYear target_year;
  std::vector<SummaryYear> years;          // the NDC period, and any later year with an action
  std::vector<std::string> oimp_entities;  // authorized for OIMP, row (d)
  std::vector<SummaryBreakdown> breakdown;
  Achievement achievement;  // the last rows of the table; para 23(l)
};

// The summary of the NDC period that `accounts` is about, by its declared method and its view.
// Empty years when no NDC is recorded. Needs the ledger that `accounts` came from.
StructuredSummary structured_summary(const ledger::Ledger& ledger, const PartyAccounts& accounts,
                                     const View& view = {});

// One printed row: its paragraph, its unit, and a value for each year, absent where unknown.
struct SummaryRow {
  std::string_view paragraph;  // such as "23(f)"
  std::string_view label;      // words of 5/CMA.3 Table 4, shortened
  std::vector<std::optional<Rational>> values_t_co2eq;
};
// In the order of Table 4, rows that do not apply to the method left out.
std::vector<SummaryRow> table_4_rows(const StructuredSummary& summary);

}  // namespace openitmo::accounting
