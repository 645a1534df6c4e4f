#include "mrv/monitoring_data.h"

namespace openitmo::mrv {

std::string_view name_of(WasteType type) {
  switch (type) {
    case WasteType::food:
      return "food";
    case WasteType::garden:
      return "garden";
    case WasteType::paper:
      return "paper";
    case WasteType::wood:
      return "wood";
    case WasteType::textiles:
      return "textiles";
    case WasteType::nappies:
      return "nappies";
    case WasteType::inert:
      return "inert";
  }
  return {};
}

}  // namespace openitmo::mrv
