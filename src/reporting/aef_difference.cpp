#include "reporting/aef_difference.h"

#include <deque>
#include <map>

namespace openitmo::reporting {

namespace {

using Name = std::vector<std::string>;

std::vector<int> naming_fields(AefTable table) {
  switch (table) {
    case AefTable::submission:
      return {};
    case AefTable::authorizations:
      return {1, 4};
    case AefTable::actions:
      return {2, 8, 9};
    case AefTable::holdings:
      return {4, 5, 6};
    case AefTable::entities:
      return {4, 5};
  }
  return {};
}

const AefCell& cell(const AefCellRow& row, std::size_t index) {
  static const AefCell kEmpty;
  return index < row.size() ? row[index] : kEmpty;
}

Name name_of_row(AefTable table, const AefCellRow& row) {
  Name name;
  for (const int field : naming_fields(table))
    name.push_back(cell(row, static_cast<std::size_t>(field) - 1).shown());
  return name;
}

std::vector<std::uint8_t> changed(AefTable table, const AefCellRow& before,
                                  const AefCellRow& after) {
  std::vector<std::uint8_t> fields;
  for (const AefField& field : aef_fields(table))
    if (cell(before, field.number - 1U).shown() != cell(after, field.number - 1U).shown())
      fields.push_back(field.number);
  return fields;
}

void compare(AefTable table, const std::vector<AefCellRow>& before,
             const std::vector<AefCellRow>& after, std::vector<RowDifference>& found) {
  std::map<Name, std::deque<std::uint32_t>> unmatched;
  for (std::uint32_t row = 0; row < before.size(); ++row)
    unmatched[name_of_row(table, before[row])].push_back(row);
  for (std::uint32_t row = 0; row < after.size(); ++row) {
    auto& same = unmatched[name_of_row(table, after[row])];
    if (same.empty()) {
      found.push_back({table, std::nullopt, row, {}});
      continue;
    }
    const std::uint32_t was = same.front();
    same.pop_front();
    if (auto fields = changed(table, before[was], after[row]); !fields.empty())
      found.push_back({table, was, row, std::move(fields)});
  }
  for (const auto& [name, rows] : unmatched)
    for (const std::uint32_t row : rows) found.push_back({table, row, std::nullopt, {}});
}

}  // namespace

std::vector<RowDifference> differences(const AefCells& before, const AefCells& after) {
  std::vector<RowDifference> found;
  for (std::size_t i = 0; i < kAefTableCount; ++i)
    compare(static_cast<AefTable>(i), before.tables[i], after.tables[i], found);
  return found;
}

}  // namespace openitmo::reporting
