#include "mrv/uncertainty/case_uncertainty.h"

#include <cmath>
#include <fmt/format.h>

#include "mrv/crediting.h"
#include "mrv/shortest_decimal.h"
#include "quantity/check.h"

namespace openitmo::mrv {

namespace {

constexpr double kRoundingError = 1e-12;

Traced assumed(const DeductionPolicy& policy, Tape& tape, const Label& label, double value,
               std::string_view basis) {
  return tape.leaf(label, value,
                   {.kind = LeafKind::assumed,
                    .source = fmt::format("{}; {}", policy.source, basis),
                    .confidence = policy.confidence});
}

Traced deduction_of(const DeductionPolicy& policy, const Period& year, Tape& tape, const Traced& ER,
                    const ErrorPropagation& errors, double percentile) {
  const Label label{.symbol = "UD_y",
                    .unit = "t CO2 eq",
                    .equation = "policy of the programme, conservative deduction",
                    .period = year};
  if (policy.rule == DeductionRule::percentile) {
    const Traced kept =
        assumed(policy, tape, {.symbol = "ER_p,y", .unit = "t CO2 eq", .period = year}, percentile,
                fmt::format("percentile {} of {} draws from seed {}",
                            shortest_decimal(policy.percentile), policy.draws, policy.seed));
    return named(label, max(ER - kept, Traced(0.0)));
  }
  const Traced share = assumed(
      policy, tape, {.symbol = "u_y", .unit = "1", .period = year},
      deducted_share(ER.value(), errors.percent()),
      fmt::format("half width of approach 1 is {:.1f} % of the reductions", errors.percent()));
  return named(label, max(ER, -ER) * share);
}

}  // namespace

SampledCase sampled_case(const ParameterSet& parameters, const ComponentCase& c,
                         const std::vector<YearPart>& parts) {
  SampledCase sampled;
  const Equations& equations = c.methodology.equations;
  for (const YearPart& part : parts) {
    Tape tape;
    TracedInputs traced(parameters, tape, &sampled.inputs);
    sampled.inputs.begin_part();
    (void)crediting::year(traced, c, part, equations.derivation);
  }
  sampled.model.results = parts.size() + 1;
  sampled.model.evaluate = [&equations, &c, &parts, calls = sampled.inputs.calls()](
                               std::span<const Batch> values, std::span<Batch> results) {
    Sum<Batch> total;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      SampledInputs inputs(calls[i], values);
      results[i] = crediting::year(inputs, c, parts[i], equations.draws).ER();
      check(inputs.at_end(), "the equations ask for what they asked for before");
      total.add(results[i]);
    }
    results[parts.size()] = total.total();
  };
  return sampled;
}

std::vector<TermUncertainty> uncertainty_by_term(const Methodology& methodology, const Tape& tape,
                                                 const YearTerms<Traced>& terms) {
  std::vector<TermUncertainty> by_term;
  double magnitude = 0;
  Traced other = terms.ER();
  const auto add = [&](const TermDescription& term) {
    if ((term.is_sum && !term.has_no_parts) || !terms.has(term.key)) return;
    const Traced& value = terms.at(term.key);
    by_term.push_back(uncertainty_of_term(std::string(term.key), tape, value));
    magnitude += std::fabs(value.value());
    other = other - (raises_reductions(term.key) ? value : -value);
  };
  for (const TermDescription& term : methodology.terms) add(term);
  for (const TermDescription& term : crediting::kTerms) add(term);
  if (std::fabs(other.value()) > kRoundingError * magnitude)
    by_term.push_back(uncertainty_of_term(std::string(kOtherTerm), tape, other));
  return by_term;
}

Claimed claimed_of(const DeductionPolicy& policy, CalendarYear year, Tape& tape, const Traced& ER,
                   const ErrorPropagation& errors, double percentile) {
  const Period period{.year = year.value()};
  const Traced deduction = deduction_of(policy, period, tape, ER, errors, percentile);
  return {.deduction = deduction,
          .reductions = named({.symbol = "ER_claimed,y",
                               .unit = "t CO2 eq",
                               .equation = "policy of the programme, ER_y - UD_y",
                               .period = period},
                              ER - deduction)};
}

}  // namespace openitmo::mrv
