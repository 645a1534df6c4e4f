#include "mrv/uncertainty/error_propagation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "mrv/uncertainty/distribution.h"

namespace openitmo::mrv {

namespace {

using Effects = std::map<std::string, double>;

ErrorPropagation combined(double result, const Effects& effects) {
  ErrorPropagation errors{.result = result, .half_width = 0, .contributions = {}};
  double squares = 0;
  for (const auto& [factor, effect] : effects) squares += effect * effect;
  errors.half_width = std::sqrt(squares);
  for (const auto& [factor, effect] : effects)
    if (effect != 0)
      errors.contributions.push_back(
          {.factor = factor, .effect = effect, .share = effect * effect / squares});
  std::ranges::stable_sort(errors.contributions, std::greater{}, &ErrorContribution::share);
  return errors;
}

}  // namespace

double ErrorPropagation::percent() const {
  if (result == 0) return half_width == 0 ? 0 : std::numeric_limits<double>::infinity();
  return half_width / std::fabs(result) * 100;
}

std::string factor_of(const DerivationNode& node) {
  if (node.leaf && !node.leaf->uncertainty.group.empty())
    return std::string(node.leaf->uncertainty.group.view());
  std::string name = node.symbol;
  for (const std::string* part : {&node.of, &node.period})
    if (!part->empty()) name.append(" ").append(*part);
  return name;
}

double effect_of(const DerivationNode& leaf, double contribution) {
  if (leaf.value == 0) return 0;
  return contribution / leaf.value *
         Distribution::of(leaf.value, leaf.leaf->uncertainty).half_width();
}

ErrorPropagation propagate_errors(const Derivation& derivation) {
  Effects effects;
  for (const DerivationNode& node : derivation.nodes)
    if (node.leaf && node.leaf->uncertainty.is_stated())
      effects[factor_of(node)] += effect_of(node, node.leaf->contribution);
  return combined(derivation.nodes.front().value, effects);
}

ErrorPropagation errors_of_sum(std::span<const ErrorPropagation* const> results) {
  Effects effects;
  double sum = 0;
  for (const ErrorPropagation* result : results) {
    sum += result->result;
    for (const ErrorContribution& contribution : result->contributions)
      effects[contribution.factor] += contribution.effect;
  }
  return combined(sum, effects);
}

}  // namespace openitmo::mrv
