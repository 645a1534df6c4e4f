#include "mrv/laboratory.h"

#include <algorithm>

namespace openitmo::mrv {

std::string_view name_of(BelowDetection side) {
  return side == BelowDetection::zero ? "zero" : "limit";
}

bool LaboratoryRecord::is_accredited(const LaboratoryResult& result) const {
  return std::ranges::any_of(laboratories, [&](const Laboratory& known) {
    return known.name == result.laboratory && known.accreditation == result.accreditation &&
           known.accredited.contains(result.analysed);
  });
}

}  // namespace openitmo::mrv
