#include "mrv/parameter_use.h"

#include <map>

#include "mrv/parameters.h"

namespace openitmo::mrv {

std::vector<ParameterUse> parameters_used(std::span<const Derivation* const> derivations) {
  std::map<std::string, ParameterUse> used;
  for (const Derivation* derivation : derivations)
    for (const DerivationNode& node : derivation->nodes) {
      if (!node.leaf || find_parameter(node.symbol) == nullptr) continue;
      used.insert({node.symbol,
                   {.symbol = node.symbol,
                    .value = node.value,
                    .unit = node.unit,
                    .kind = node.leaf->kind,
                    .source = node.leaf->source,
                    .confidence = node.leaf->confidence.value_or(Confidence::low)}});
    }
  std::vector<ParameterUse> list;
  for (auto& [symbol, use] : used) list.push_back(std::move(use));
  return list;
}

}  // namespace openitmo::mrv
