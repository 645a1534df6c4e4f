#pragma once

#include <cstdint>
#include <optional>
#include <vector>

// From the differences between tickets and their scans to the error of all tickets.
namespace openitmo::mrv::verification {

inline constexpr double kEstimateConfidence = 0.95;

// One drawn ticket: net mass as recorded, and as its scan shows it; nothing where there is no scan.
struct SeenTicket {
  std::int64_t recorded_net_kg = 0;
  std::optional<std::int64_t> seen_net_kg;
};

// Errors are recorded less seen: positive where too much was recorded.
struct ErrorEstimate {
  std::size_t population = 0;
  std::int64_t recorded_kg = 0;  // net mass of the population
  std::size_t seen = 0;
  std::size_t unseen = 0;
  std::size_t wrong = 0;
  std::int64_t found_kg = 0;  // sum of the errors of the tickets seen
  // Difference estimator: the mean error of the tickets seen, times the population.
  double error_kg = 0;
  // Half of its 95 % confidence interval, by Student's t with seen - 1 degrees of freedom:
  //   t·N·sqrt((1 - n/N)·s²/n)
  double half_width_kg = 0;
  // What rare errors that did not come up may amount to: the limits of Stringer at 95 %, one-sided.
  // A ticket is taken to be wholly wrong at most, and a wrong one to be of mean net mass:
  //   recorded·(p(0) + sum of (p(j) - p(j-1))·t(j))
  // t(j) are the shares by which tickets are wrong in this direction, the greatest first, and p(j)
  // is the upper limit for j wrong ones. Without any error that is recorded·p(0), about 3/n of it.
  double overstated_max_kg = 0;
  double understated_max_kg = 0;

  // The wider of both: the interval by Student misses errors that are too rare to have come up.
  double low_kg() const;
  double high_kg() const;
  double share_of(double kg) const;  // of the recorded mass; 0 where nothing was recorded
};

// At least two tickets seen; population >= tickets.
ErrorEstimate estimate_error(const std::vector<SeenTicket>& tickets, std::size_t population,
                             std::int64_t recorded_kg);

}  // namespace openitmo::mrv::verification
