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
    case WasteType::plastics:
      return "plastics";
    case WasteType::rubber:
      return "rubber";
  }
  return {};
}

const std::vector<MonthlyRow>& MonitoringData::rows_of(std::string_view table) const {
  static const std::vector<MonthlyRow> kNone;
  const auto rows = monthly.find(table);
  return rows == monthly.end() ? kNone : rows->second;
}

}  // namespace openitmo::mrv
