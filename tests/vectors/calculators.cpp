#include "calculators.h"

namespace openitmo::vectors {

const Calculator* find_calculator(const Inputs& inputs) {
  for (const auto calculators :
       {disposal_site_calculators(), activity_calculators(), landfill_gas_calculators(),
        comparison_calculators(), quality_calculators()})
    for (const Calculator& calculator : calculators)
      if (calculator.applies(inputs)) return &calculator;
  return nullptr;
}

}  // namespace openitmo::vectors
