#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mrv/scalar/traced.h"
#include "mrv/uncertainty/approach_1.h"

namespace openitmo::mrv {

// One term of a year in the shape of a category of IPCC 2006 V1 Table 3.2: how uncertain it is by
// its activity data (what was measured or declared) and by its factors (parameters).
struct TermUncertainty {
  std::string key;          // of the methodology's terms: "BE_CH4_SWDS"
  double value = 0;         // in the reductions: of the project and leakage negative, t CO2 eq
  double U_AD_percent = 0;  // half of the 95 % interval, percent of |value|
  double U_EF_percent = 0;
};

// The row for what no term of the methodology states: a limit that holds, what rules require, a
// share of the reductions.
inline constexpr std::string_view kOtherTerm = "other";
// Baseline terms raise the reductions, as what is left over does by its sign; those of the project
// and leakage lower them.
bool raises_reductions(std::string_view key);

TermUncertainty uncertainty_of_term(std::string key, const Tape& tape, const Traced& term);

// Table 3.2 of a period: the first year as base year, the last as year t; a row for each term of
// the last year that is not 0. Emission factors are taken as fully correlated between the years,
// activity data as not.
struct TermTable {
  std::vector<std::string> keys;
  std::vector<uncertainty::Category> categories;
  uncertainty::InventoryUncertainty uncertainty;
};
TermTable table_3_2(const std::vector<TermUncertainty>& base_year,
                    const std::vector<TermUncertainty>& year_t);

}  // namespace openitmo::mrv
