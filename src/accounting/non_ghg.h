#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "accounting/adjustment.h"

// Metrics other than t CO2 eq (2/CMA.3 annex para 9). Each metric has accounts of its own; nothing
// is netted across metrics (rulebook R-053), so every figure here is of one metric's unit.
namespace openitmo::accounting {

// The adjustment of an indicator has the opposite sign of an emissions adjustment: the host
// subtracts what it first transferred, the user adds what it used (para 9(a)-(b)).
Rational indicator_adjustment(const Rational& emissions_sign_adjustment);
Rational adjusted_indicator(std::int64_t level, const Rational& emissions_sign_adjustment);

// Tonnes that the units with serials `first`..`last` (from 1) stand for at `factor` t CO2 eq a
// unit: floor(f·last) - floor(f·(first - 1)). However a range is split, its parts add up
// (para 22(d); rulebook R-052).
TonnesCo2eq converted_t_co2eq(std::uint64_t first, std::uint64_t last, const Rational& factor);

// Whether an issuance gave units of another metric, whose quantity stands in the verifier's
// statement and not in a monitored result.
bool in_other_metric(const ledger::Ledger& ledger, const ledger::UnitsIssued& issuance);

// One year of an indicator: its level, what moved, and the level adjusted for it (paras 9, 23(i),
// 23(k)(ii)). A level that was not recorded is unknown; so is an averaged adjustment of a year that
// has not elapsed.
struct MetricYear {
  CalendarYear year;
  std::optional<std::uint64_t> level;
  Figure first_transferred;  // of this vintage, in the metric
  Figure used;               // for this year, in the metric
  std::optional<Rational> adjustment;
  std::optional<Rational> adjusted_level;
};

// A Party's account of one metric over one NDC period, apart from its emissions balance.
struct MetricAccount {
  std::string metric;
  std::vector<MetricYear> years;
};

// The Party's accounts of every metric in which it has moved units, or recorded a level, and for
// which it has no conversion to t CO2 eq. The adjustment goes by the NDC's method; `through` is the
// last elapsed year.
std::vector<MetricAccount> metric_accounts(const ledger::Ledger& ledger, PartyId party,
                                           const RecordNdc& ndc,
                                           std::optional<CalendarYear> through,
                                           const View& view = {});

}  // namespace openitmo::accounting
