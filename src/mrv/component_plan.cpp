#include "mrv/component_plan.h"

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

}  // namespace openitmo::mrv
