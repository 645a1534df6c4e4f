#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mrv/quantify.h"

namespace openitmo::mrv {

// Measured figures of the months of a year, or of the year as a whole where the calculation takes
// it so: one series for each symbol and what it is of.
struct MonthlySeries {
  std::string symbol;
  std::string of;
  std::string unit;
  std::string source;
  std::vector<const DerivationNode*> months;  // in their order
  double share = 0;

  // Whether adding the months up has a meaning.
  bool adds_up() const { return unit != "1"; }
  double sum() const;
};
// The series of a result's year, by symbol; what was measured, and what was declared by month.
std::vector<MonthlySeries> monthly_series(const YearResult& year);

// The series by month that adds up and that the tonnes of the year hang on most; nothing where all
// are of the year as a whole. Where it lacks a month in which something else was measured, what is
// worked out of it instead, if that has more months: methane of volume and fraction in some months
// and of readings by the minute in others. Its nodes then need not be leaves.
std::optional<MonthlySeries> main_series(const YearResult& year);
// The months of the year in which anything was measured or declared, in their order: "2024-05".
std::vector<std::string> measured_months(const YearResult& year);

// The weight of what was measured in earlier years and still counts in this one, such as waste that
// was kept from decaying since.
double earlier_share(const YearResult& year);

}  // namespace openitmo::mrv
