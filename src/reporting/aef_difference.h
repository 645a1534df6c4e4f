#pragma once

#include <optional>
#include <vector>

#include "reporting/aef_text.h"

// What changed from one version of a submission to the next.
namespace openitmo::reporting {

struct RowDifference {
  AefTable table = AefTable::submission;
  std::optional<std::uint32_t> before;  // row from 0; none: the row is new
  std::optional<std::uint32_t> after;   // none: the row was taken out
  std::vector<std::uint8_t> fields;     // that differ, where the row stands in both
  bool operator==(const RowDifference&) const = default;
};

// By table, in the order of the rows after; what was taken out comes last. Rows are the same row
// where they agree in what names them: authorization and version; action type and block of ITMOs;
// registry and block; entity and cooperative approach. The order of rows does not matter.
std::vector<RowDifference> differences(const AefCells& before, const AefCells& after);

}  // namespace openitmo::reporting
