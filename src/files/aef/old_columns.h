#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "files/cell.h"
#include "reporting/old_layout.h"

// Which column of a table of the earlier layout (6/CMA.4 annex VII) is which field. Its names stand
// in one row, or in up to three below each other with bands between them.
namespace openitmo::files {

struct OldHeader {
  reporting::AefTable table = reporting::AefTable::actions;                       // or holdings
  std::array<std::optional<std::uint32_t>, reporting::kOldFieldCount> columns{};  // by field
  std::vector<std::pair<std::uint32_t, std::string>> unknown{};  // named columns that are no field
};

// The last rows before one, as texts.
class RowsAbove {
 public:
  void add(std::span<const Cell> row);
  void clear() { rows_.clear(); }
  // The nearest text of the column, or none.
  std::string_view nearest(std::size_t column) const;
  std::size_t width() const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

// The table whose lowest names the row holds: both ends of a block under the names that only the
// earlier layout has.
std::optional<OldHeader> old_header(std::span<const Cell> row, const RowsAbove& above);

}  // namespace openitmo::files
