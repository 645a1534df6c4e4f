#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

// How many samples to take, and what to do with a meter whose calibration is overdue.
namespace openitmo::mrv::monitoring_quality {

// CDM sampling standard, parameter given as a mean: n = (t·sd/(precision·mean))², rounded up, first
// with z in place of t, then with the t value of n - 1 degrees of freedom until n no longer
// changes. `t_value` gives it by n; nothing for an n that it does not know ends the search. Returns
// the n of every pass.
struct MeanParameter {
  double mean = 0;
  double sd = 0;
  double z = 0;
  double precision = 0;
};
std::vector<int> sample_sizes(const MeanParameter& parameter,
                              const std::function<std::optional<double>(int)>& t_value);

// CDM sampling guideline, approximate equation: z²·V/precision², and with the response rate and a
// contingency; each step is rounded up.
struct SampleSize {
  int n = 0;
  int n_final = 0;
};
SampleSize approximate_sample_size(double z, double V, double precision, double response,
                                   double contingency);

// CDM delayed calibration: readings of the overdue months are cut by the larger of the maximum
// permissible error and the error found. For a quantity that raises reductions.
struct Reading {
  double value = 0;
  bool is_overdue = false;
};
double claimed_total(std::span<const Reading> readings, double permissible_error,
                     double found_error);

}  // namespace openitmo::mrv::monitoring_quality
