#include "mrv/uncertainty/error_propagation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "mrv/uncertainty/distribution.h"

namespace openitmo::mrv {

namespace {

using Effects = std::map<std::string, double>;

// The factors that a factor hangs on, itself first, each with the product of the coefficients.
std::vector<std::pair<std::string, double>> chain_of(
    const std::string& factor, const std::vector<FactorCorrelation>& correlations) {
  std::vector<std::pair<std::string, double>> chain{{factor, 1.0}};
  while (chain.size() <= correlations.size()) {
    const auto next =
        std::ranges::find(correlations, chain.back().first, &FactorCorrelation::factor);
    if (next == correlations.end()) break;
    chain.emplace_back(next->with, chain.back().second * next->coefficient);
  }
  return chain;
}

// Of the normal scores of two factors: the product along the way from one to the other.
double correlation_of(const std::string& a, const std::string& b,
                      const std::vector<FactorCorrelation>& correlations) {
  const auto of_b = chain_of(b, correlations);
  for (const auto& [factor, product] : chain_of(a, correlations))
    for (const auto& [other, other_product] : of_b)
      if (other == factor) return product * other_product;
  return 0;
}

ErrorPropagation combined(double result, const Effects& effects,
                          std::vector<FactorCorrelation> correlations) {
  ErrorPropagation errors{.result = result, .half_width = 0, .contributions = {}};
  std::map<std::string, double> parts;  // of the variance
  double variance = 0;
  for (const auto& [factor, effect] : effects) {
    double part = effect * effect;
    if (!correlations.empty())
      for (const auto& [other, other_effect] : effects)
        if (other != factor)
          part += correlation_of(factor, other, correlations) * effect * other_effect;
    parts[factor] = part;
    variance += part;
  }
  errors.half_width = std::sqrt(std::max(0.0, variance));
  for (const auto& [factor, effect] : effects)
    if (effect != 0)
      errors.contributions.push_back({.factor = factor,
                                      .effect = effect,
                                      .share = variance > 0 ? parts[factor] / variance : 0});
  std::ranges::stable_sort(errors.contributions, std::greater{}, &ErrorContribution::share);
  errors.correlations = std::move(correlations);
  return errors;
}

// Of the leaves that state one with a parameter that is a leaf too.
std::vector<FactorCorrelation> correlations_in(const Derivation& derivation) {
  std::vector<FactorCorrelation> found;
  for (const DerivationNode& node : derivation.nodes) {
    if (!node.leaf || node.leaf->uncertainty.with.empty()) continue;
    const auto other = std::ranges::find_if(derivation.nodes, [&](const DerivationNode& of) {
      return of.leaf && of.symbol == node.leaf->uncertainty.with.view() &&
             of.leaf->uncertainty.is_stated();
    });
    if (other != derivation.nodes.end())
      found.push_back({factor_of(node), factor_of(*other), node.leaf->uncertainty.coefficient});
  }
  return found;
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
  return combined(derivation.nodes.front().value, effects, correlations_in(derivation));
}

ErrorPropagation errors_of_sum(std::span<const ErrorPropagation* const> results) {
  Effects effects;
  std::vector<FactorCorrelation> correlations;
  double sum = 0;
  for (const ErrorPropagation* result : results) {
    sum += result->result;
    for (const FactorCorrelation& of : result->correlations)
      if (std::ranges::find(correlations, of) == correlations.end()) correlations.push_back(of);
    for (const ErrorContribution& contribution : result->contributions)
      effects[contribution.factor] += contribution.effect;
  }
  return combined(sum, effects, std::move(correlations));
}

}  // namespace openitmo::mrv
