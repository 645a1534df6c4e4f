#include "mrv/methodologies.h"

#include <array>

namespace openitmo::mrv {

namespace acm0001 {
extern const Methodology kVersion19;
extern const Methodology kVersion19ExAnte;
}  // namespace acm0001
namespace acm0022 {
extern const Methodology kVersion3;
}
namespace ams_iii_f {
extern const Methodology kVersion12;
}
namespace ams_iii_g {
extern const Methodology kVersion10;
extern const Methodology kVersion10ExAnte;
}  // namespace ams_iii_g

std::span<const Methodology* const> methodologies() {
  static constexpr std::array kAll{
      &acm0001::kVersion19,   &acm0001::kVersion19ExAnte, &acm0022::kVersion3,
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
