#include "mrv/verification/error_estimate.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "mrv/math/binomial.h"
#include "mrv/math/student.h"
#include "quantity/check.h"

namespace openitmo::mrv::verification {

namespace {

// Half of the confidence interval of the population's error.
double half_width(const std::vector<double>& errors, double mean, double population) {
  const auto n = static_cast<double>(errors.size());
  double squares = 0;
  for (const double error : errors) squares += (error - mean) * (error - mean);
  const double variance = squares / (n - 1);
  const double t = student_quantile_97_5(static_cast<int>(errors.size()) - 1);
  return t * population * std::sqrt((1 - n / population) * variance / n);
}

// Stringer's limit as a share of the recorded mass. `shares` are those by which single tickets are
// wrong.
double rare_error_limit(std::vector<double> shares, std::size_t seen) {
  const auto n = static_cast<std::uint32_t>(seen);
  std::ranges::sort(shares, std::greater());
  double before = binomial_upper_limit(0, n, 1 - kEstimateConfidence);
  double limit = before;
  for (std::uint32_t j = 1; j <= shares.size(); ++j) {
    const double now = binomial_upper_limit(j, n, 1 - kEstimateConfidence);
    limit += (now - before) * shares[j - 1];
    before = now;
  }
  return std::min(limit, 1.0);
}

double share_wrong(double error_kg, std::int64_t recorded_kg) {
  if (recorded_kg <= 0) return 1;
  return std::min(1.0, error_kg / static_cast<double>(recorded_kg));
}

}  // namespace

double ErrorEstimate::low_kg() const {
  return std::min(error_kg - half_width_kg, -understated_max_kg);
}
double ErrorEstimate::high_kg() const {
  return std::max(error_kg + half_width_kg, overstated_max_kg);
}
double ErrorEstimate::share_of(double kg) const {
  return recorded_kg == 0 ? 0 : kg / static_cast<double>(recorded_kg);
}

ErrorEstimate estimate_error(const std::vector<SeenTicket>& tickets, std::size_t population,
                             std::int64_t recorded_kg) {
  check(tickets.size() <= population, "a sample is not larger than its population");
  ErrorEstimate estimate{.population = population, .recorded_kg = recorded_kg};
  std::vector<double> errors, over, under;
  for (const SeenTicket& ticket : tickets) {
    if (!ticket.seen_net_kg) {
      ++estimate.unseen;
      continue;
    }
    const std::int64_t error_kg = ticket.recorded_net_kg - *ticket.seen_net_kg;
    estimate.found_kg += error_kg;
    estimate.wrong += error_kg != 0 ? 1 : 0;
    const auto error = static_cast<double>(error_kg);
    errors.push_back(error);
    if (error > 0) over.push_back(share_wrong(error, ticket.recorded_net_kg));
    if (error < 0) under.push_back(share_wrong(-error, ticket.recorded_net_kg));
  }
  estimate.seen = errors.size();
  check(estimate.seen >= 2, "a spread needs two tickets");
  const auto N = static_cast<double>(population);
  const double mean = static_cast<double>(estimate.found_kg) / static_cast<double>(errors.size());
  estimate.error_kg = N * mean;
  estimate.half_width_kg = half_width(errors, mean, N);
  if (estimate.seen == population) {  // nothing is left to guess
    estimate.overstated_max_kg = estimate.error_kg;
    estimate.understated_max_kg = -estimate.error_kg;
    return estimate;
  }
  const auto recorded = static_cast<double>(recorded_kg);
  estimate.overstated_max_kg = recorded * rare_error_limit(std::move(over), estimate.seen);
  estimate.understated_max_kg = recorded * rare_error_limit(std::move(under), estimate.seen);
  return estimate;
}

}  // namespace openitmo::mrv::verification
