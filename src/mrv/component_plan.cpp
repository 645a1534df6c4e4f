#include "mrv/component_plan.h"

#include <algorithm>

namespace openitmo::mrv {

std::string_view name_of(DecayModel model) {
  switch (model) {
    case DecayModel::yearly:
      return "yearly";
    case DecayModel::monthly:
      return "monthly";
  }
  return {};
}

std::string_view name_of(SamplingRule rule) {
  return rule == SamplingRule::tool04 ? "20/95" : "90/10";
}

std::optional<DecayModel> find_decay_model(std::string_view name) {
  for (const DecayModel model : {DecayModel::yearly, DecayModel::monthly})
    if (name_of(model) == name) return model;
  return std::nullopt;
}

const ParameterOverride* own_value(const ComponentPlan& plan, std::string_view symbol) {
  const auto found = std::ranges::find(plan.overrides, symbol, &ParameterOverride::symbol);
  return found == plan.overrides.end() ? nullptr : &*found;
}

}  // namespace openitmo::mrv
