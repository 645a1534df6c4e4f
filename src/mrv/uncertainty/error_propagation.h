#pragma once

#include <span>
#include <string>
#include <vector>

#include "mrv/derivation.h"

namespace openitmo::mrv {

// What one factor adds to the uncertainty of a result: an uncertain figure, or all figures of one
// correlation group.
struct ErrorContribution {
  std::string factor;  // group, or symbol with waste type and period
  // Half of the 95 % interval of the result by this factor alone, in the unit of the result;
  // negative where the result falls when the factor rises.
  double effect = 0;
  // Of the variance; the shares sum to 1. With a correlated factor half of what both add together;
  // below 0 where it takes more away than this one adds.
  double share = 0;
};

// Two factors that are partly correlated.
struct FactorCorrelation {
  std::string factor;
  std::string with;
  double coefficient = 0;
  bool operator==(const FactorCorrelation&) const = default;
};

// IPCC 2006 V1 Ch 3, approach 1, over the uncertain figures at the ends of the derivation: Eq 3.1
// and 3.2 are the cases of a product and of a sum. Each figure's half 95 % interval counts with its
// partial derivative, within a group with the sign, between groups as the root of the squares; two
// that are correlated by ρ add 2·ρ times the product of their effects.
struct ErrorPropagation {
  double result = 0;
  double half_width = 0;
  std::vector<ErrorContribution> contributions;  // largest share first
  std::vector<FactorCorrelation> correlations = {};

  // Half width in percent of the result; infinite for a result of 0.
  double percent() const;
};

ErrorPropagation propagate_errors(const Derivation& derivation);

// Of the sum of several results. A factor of more than one, such as an emission factor of all
// years, is the same in each, so its effects add up.
ErrorPropagation errors_of_sum(std::span<const ErrorPropagation* const> results);

// The name under which a leaf varies.
std::string factor_of(const DerivationNode& node);
// What a result moves by when the leaf moves by half of its interval, with the sign; `contribution`
// is value times derivative.
double effect_of(const DerivationNode& leaf, double contribution);

}  // namespace openitmo::mrv
