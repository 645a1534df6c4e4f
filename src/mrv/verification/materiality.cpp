#include "mrv/verification/materiality.h"

namespace openitmo::mrv::verification {

namespace {

constexpr double kVeryLarge_t_co2eq = 500'000;
constexpr double kLarge_t_co2eq = 300'000;

double percent_of(const MethodologyVersion& methodology, double t_co2eq_a_year) {
  if (methodology.name.starts_with("AMS-")) return 5;
  if (t_co2eq_a_year > kVeryLarge_t_co2eq) return 0.5;
  return t_co2eq_a_year > kLarge_t_co2eq ? 1 : 2;
}

}  // namespace

Materiality cdm_materiality(const MethodologyVersion& methodology, double t_co2eq_a_year) {
  return {.percent = percent_of(methodology, t_co2eq_a_year),
          .source = "decision 9/CMP.7 (CDM)",
          .confidence = Confidence::medium};
}

Materiality cdm_materiality(const Quantification& result) {
  constexpr double kDaysPerYear = 365.25;
  double sum = 0;
  for (const YearResult& year : result.years) sum += year.claimed;
  const auto days = (result.period.last.days() - result.period.first.days()).count() + 1;
  return cdm_materiality(result.methodology, sum * kDaysPerYear / static_cast<double>(days));
}

}  // namespace openitmo::mrv::verification
