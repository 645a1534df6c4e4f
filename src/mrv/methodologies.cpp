#include "mrv/methodologies.h"

#include <array>

#include "mrv/methodologies/acm0001.h"
#include "mrv/methodologies/acm0022.h"
#include "mrv/methodologies/ams_i_d.h"
#include "mrv/methodologies/ams_iii_aj.h"
#include "mrv/methodologies/ams_iii_ao.h"
#include "mrv/methodologies/ams_iii_f.h"
#include "mrv/methodologies/ams_iii_g.h"

namespace openitmo::mrv {

std::span<const Methodology* const> methodologies() {
  static constexpr std::array kAll{
      &acm0001::kVersion19,   &acm0001::kVersion19ExAnte, &acm0022::kVersion3,
      &ams_i_d::kVersion18,   &ams_iii_aj::kVersion7,     &ams_iii_ao::kVersion1,
      &ams_iii_f::kVersion12, &ams_iii_g::kVersion10,     &ams_iii_g::kVersion10ExAnte,
  };
  return kAll;
}

const Methodology* find_methodology(const MethodologyVersion& asked) {
  for (const Methodology* methodology : methodologies())
    if (methodology->name == asked.name && methodology->version == asked.version)
      return methodology;
  return nullptr;
}

}  // namespace openitmo::mrv
