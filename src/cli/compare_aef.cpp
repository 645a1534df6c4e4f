#include <boost/json.hpp>
#include <fmt/format.h>

#include "cli/aef_commands.h"
#include "cli/aef_files.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "reporting/aef_difference.h"
#include "reporting/old_layout.h"

namespace openitmo::cli {

namespace {

using reporting::AefCell;
using reporting::AefCells;
using reporting::AefPlace;
using reporting::AefProfile;
using reporting::AefTable;
using reporting::RowDifference;

// Two files of different profiles are compared by what they say, and two layouts by what both have
// columns for.
AefCells comparable(const files::AefFile& file, const files::AefFile& other) {
  AefCells cells = file.profile == other.profile
                       ? *file.cells
                       : render(file.read.submission, AefProfile::xlsx_checker);
  if (file.layout != other.layout) reporting::clear_not_carried(cells);
  return cells;
}

struct Comparison {
  const files::AefFile& before;
  const files::AefFile& after;
  AefCells cells_before;
  AefCells cells_after;
};

std::string shown(const AefCells& cells, AefTable table, std::uint32_t row, int field) {
  const std::string text = cells.of(table)[row][static_cast<std::size_t>(field) - 1].shown();
  return text.empty() ? "-" : text;
}

// What tells one row from another, in a line.
std::string row_text(const AefCells& cells, AefTable table, std::uint32_t row) {
  std::string text;
  const auto fields = reporting::aef_fields(table);
  for (const auto& field : fields) {
    if (field.need != reporting::FieldNeed::required || field.number > 9) continue;
    text += fmt::format("{}{}", text.empty() ? "" : ", ", shown(cells, table, row, field.number));
  }
  return text;
}

void show(Terminal& terminal, const Comparison& compared, const RowDifference& difference) {
  const Language language = terminal.language();
  const auto place = [&](const files::AefFile& file, std::uint32_t row, std::uint8_t field) {
    return place_in(file, AefPlace{0, difference.table, row, field}, language);
  };
  if (!difference.before)
    return terminal.line(
        fmt::format("+ {}{}{}", place(compared.after, *difference.after, 0), terminal.colon(),
                    row_text(compared.cells_after, difference.table, *difference.after)));
  if (!difference.after)
    return terminal.line(
        fmt::format("- {}{}{}", place(compared.before, *difference.before, 0), terminal.colon(),
                    row_text(compared.cells_before, difference.table, *difference.before)));
  const bool has_cells = compared.after.carrier == files::AefFile::Carrier::workbook;
  for (const std::uint8_t field : difference.fields)
    terminal.line(fmt::format(
        "~ {}, {}{}{} -> {}", place(compared.after, *difference.after, has_cells ? field : 0),
        plain_label(reporting::aef_field(difference.table, field)), terminal.colon(),
        shown(compared.cells_before, difference.table, *difference.before, field),
        shown(compared.cells_after, difference.table, *difference.after, field)));
}

boost::json::object json_of(const Comparison& compared, const RowDifference& difference) {
  boost::json::object json{{"table", static_cast<int>(difference.table) + 1}};
  if (difference.before) json["row_before"] = *difference.before + 1;
  if (difference.after) json["row_after"] = *difference.after + 1;
  boost::json::array fields;
  for (const std::uint8_t field : difference.fields)
    fields.push_back(
        {{"field", plain_label(reporting::aef_field(difference.table, field))},
         {"before", shown(compared.cells_before, difference.table, *difference.before, field)},
         {"after", shown(compared.cells_after, difference.table, *difference.after, field)}});
  json["fields"] = std::move(fields);
  return json;
}

}  // namespace

int compare_aef(const CompareAefOptions& options) {
  Terminal terminal(options.language);
  const files::AefFile before = read_aef_file(options.before);
  const files::AefFile after = read_aef_file(options.after);
  const Comparison compared{before, after, comparable(before, after), comparable(after, before)};
  const auto found = reporting::differences(compared.cells_before, compared.cells_after);
  if (options.json) {
    boost::json::array list;
    for (const RowDifference& difference : found) list.push_back(json_of(compared, difference));
    terminal.line(boost::json::serialize(boost::json::object{{"differences", std::move(list)}}));
  } else {
    for (const RowDifference& difference : found) show(terminal, compared, difference);
    terminal.line(terminal.say(Text({"{} rows differ", "{} lignes diffèrent"}, found.size())));
  }
  return found.empty() ? kDone : kRefused;
}

}  // namespace openitmo::cli
