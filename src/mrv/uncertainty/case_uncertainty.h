#pragma once

#include <vector>

#include "mrv/methodology.h"
#include "mrv/uncertainty/error_propagation.h"
#include "mrv/uncertainty/input_list.h"
#include "mrv/uncertainty/monte_carlo.h"
#include "mrv/uncertainty/term_uncertainty.h"

// The uncertainty of one component: where its equations meet draws and policies.
namespace openitmo::mrv {

// The equations over the draws, and the figures that they ask for. The case and the parts must
// outlive it.
struct SampledCase {
  InputList inputs;
  Model model;  // the reductions of each part, and last their sum
};
SampledCase sampled_case(const ParameterSet& parameters, const ComponentCase& c,
                         const std::vector<YearPart>& parts);

// The terms of one year that are no sums of others; where they do not make up the reductions, what
// is left as one more, kOtherTerm.
std::vector<TermUncertainty> uncertainty_by_term(const Methodology& methodology, const Tape& tape,
                                                 const YearTerms<Traced>& terms);

// What a policy leaves of a year's reductions, both named on the tape of ER. `errors` are those of
// ER; `percentile` is that of its draws under the rule `percentile`.
struct Claimed {
  Traced deduction;
  Traced reductions;
};
Claimed claimed_of(const DeductionPolicy& policy, CalendarYear year, Tape& tape, const Traced& ER,
                   const ErrorPropagation& errors, double percentile);

}  // namespace openitmo::mrv
