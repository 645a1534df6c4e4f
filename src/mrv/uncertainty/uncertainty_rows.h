#pragma once

#include <string>
#include <vector>

#include "mrv/quantify.h"
#include "quantity/language.h"

// The uncertainty of a result as tables for people, in their language: cells as text, the first row
// with the headings.
namespace openitmo::mrv {

using TextRows = std::vector<std::vector<std::string>>;

// A row for each year and one for all together: estimate, both intervals, deduction, what is
// claimed; t CO2 eq.
TextRows interval_rows(const Quantification& result, Language language);

// The factors that cause the variance of all years together, largest first, at most `rows_max`:
// their effect and share by approach 1, and their indices where draws were made.
TextRows contributor_rows(const Quantification& result, std::size_t rows_max, Language language);

// How the draws went: number, seed, whether the percentiles are settled.
Text draws_sentence(const SampledUncertainty& sampled);
// Where the deduction comes from.
Text policy_sentence(const DeductionPolicy& policy);
// The parameters for which no uncertainty is stated, so that they do not vary; empty where all have
// one.
Text fixed_parameters_sentence(const Quantification& result);

}  // namespace openitmo::mrv
