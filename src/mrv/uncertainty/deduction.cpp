#include "mrv/uncertainty/deduction.h"

#include "mrv/uncertainty/approach_1.h"
#include "quantity/check.h"

namespace openitmo::mrv {

std::string_view name_of(DeductionRule rule) {
  switch (rule) {
    case DeductionRule::bands:
      return "bands";
    case DeductionRule::percentile:
      return "percentile";
  }
  check(false, "a rule of deduction has a name");
  return "";
}

std::optional<DeductionRule> find_deduction_rule(std::string_view name) {
  for (const DeductionRule rule : {DeductionRule::bands, DeductionRule::percentile})
    if (name_of(rule) == name) return rule;
  return std::nullopt;
}

double deducted_share(double reductions, double half_width_percent) {
  if (reductions == 0 || half_width_percent == 0) return 0;
  if (reductions < 0) return uncertainty::factor_if_higher_is_conservative(half_width_percent) - 1;
  return 1 - uncertainty::factor_if_lower_is_conservative(half_width_percent);
}

}  // namespace openitmo::mrv
