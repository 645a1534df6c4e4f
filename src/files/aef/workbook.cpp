#include "files/aef/workbook.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>
#include <string_view>

#include "files/xlsx/writer.h"

namespace openitmo::files {

namespace {

using reporting::AefBand;
using reporting::AefCell;
using reporting::AefField;
using reporting::AefRows;
using reporting::AefTable;
using reporting::FieldForm;
using reporting::FieldNeed;

constexpr std::uint32_t kNavy = 0x1f3864;
constexpr std::uint32_t kBandFill = 0xbdd7ee;
constexpr std::uint32_t kHeaderFill = 0xddebf7;
constexpr std::uint32_t kCarpFill = 0xe7e6e6;

constexpr std::uint32_t kDemonstrationRow = 0;  // row 1: above headings, labels and data
constexpr std::uint32_t kHeadingRow = 1;
constexpr std::uint32_t kNoteRow = 2;
constexpr std::uint32_t kFirstColumn = 1;  // column A is an empty gutter

CellLook heading_look() { return {.bold = true, .font_rgb = kNavy, .font_size = 14}; }
CellLook band_look() {
  return {.bold = true,
          .wrap = true,
          .border = true,
          .align = CellLook::Align::center,
          .fill_rgb = kBandFill,
          .font_rgb = kNavy};
}
CellLook header_look(const AefField& field) {
  return {.bold = true,
          .wrap = true,
          .border = true,
          .top = true,
          .fill_rgb = field.need == FieldNeed::carp ? kCarpFill : kHeaderFill};
}
bool is_short_code(FieldForm form) {
  return form == FieldForm::metric || form == FieldForm::year || form == FieldForm::party ||
         form == FieldForm::registry_id || form == FieldForm::approach_id ||
         form == FieldForm::date;
}

CellLook data_look(const AefField& field) {
  CellLook look{.wrap = true, .border = true, .top = true, .align = CellLook::Align::left};
  if (is_short_code(field.form)) look.align = CellLook::Align::center;
  if (field.form == FieldForm::whole_number) look.align = CellLook::Align::right;
  if (field.need == FieldNeed::carp) look.fill_rgb = kCarpFill;
  return look;
}

// Characters that a column needs for its usual content and the longest word of its label. In
// Table 3 the columns up to Last unit ID are as wide as the others with the date that is printed
// again before them, so that the second page begins with Metric.
double width_of(FieldForm form) {
  switch (form) {
    case FieldForm::metric:
      return 9;
    case FieldForm::year:
      return 11;
    case FieldForm::date:
    case FieldForm::version:
    case FieldForm::whole_number:
      return 12;
    case FieldForm::approach_id:
    case FieldForm::registry_id:
    case FieldForm::action_type:
      return 14;
    case FieldForm::party:
    case FieldForm::party_or_name:
    case FieldForm::party_list:
    case FieldForm::purpose:
      return 15;
    case FieldForm::carp:
    case FieldForm::free_text:
    case FieldForm::first_transfer_definition:
      return 17;
    case FieldForm::authorization_id:
    case FieldForm::holding_authorization_id:
    case FieldForm::mitigation_type:
      return 18;
    case FieldForm::entity_list:
    case FieldForm::sectors:
    case FieldForm::activity_types:
    case FieldForm::action_subtype:
    case FieldForm::timeframe:
      return 22;
    case FieldForm::unit_id:
      return 26;
    case FieldForm::itmo_id:
      return 32;  // nine digits of a serial number
  }
  return 22;
}

double width_of(const AefField& field) {
  // Table 5 has few columns, and names in them.
  if (field.table == AefTable::entities && field.form == FieldForm::free_text) return 26;
  return width_of(field.form);
}

void write_cell(XlsxSheet& sheet, std::uint32_t row, std::uint32_t column, const AefCell& cell,
                const CellLook& look) {
  switch (cell.kind) {
    case AefCell::Kind::empty:
      return sheet.blank(row, column, look);
    case AefCell::Kind::text:
      return sheet.text(row, column, cell.text, look);
    case AefCell::Kind::number:
      return sheet.number(row, column, static_cast<double>(cell.number), look);
    case AefCell::Kind::date:
      return sheet.date(row, column, cell.date, look);
  }
}

// Programs do not fit the height of a row to wrapped text when they open a file, so it is given.
// Words are not cut, so a line of a column of n characters is counted as n - 3.
double lines_of(std::string_view text, const AefField& field) {
  const auto characters = std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
  });
  return std::ceil(static_cast<double>(characters) / (width_of(field) - 3));
}

// In points, of a row with so many lines; programs show rows up to 409 points.
double height_of(double lines) { return 15 * std::clamp(lines, 1.0, 27.0) + 1; }

// Tables 2 to 4 are wide. Table 3 takes two pages, each with the date of the action.
XlsxPrint print_of(AefTable table) {
  XlsxPrint print{.repeated_rows = reporting::aef_table(table).header_row};
  if (table == AefTable::submission) return {};
  if (table != AefTable::entities) print.paper = XlsxPrint::Paper::a3;
  if (table == AefTable::actions) {
    print.repeated_columns = kFirstColumn + 1;
    print.pages_wide = 2;
  }
  return print;
}

// A field of Table 1 as it is shown.
std::string shown(const AefRows& rows, int field) {
  const reporting::AefCellRow header = rows.header();
  const auto index = static_cast<std::size_t>(field) - 1;
  return index < header.size() ? header[index].shown() : std::string();
}

std::string stem_of(const AefRows& rows) {
  return fmt::format("{}_{}_{}", shown(rows, 1), shown(rows, 3), shown(rows, 2));
}

// The sheet's printed pages name the submission, and say when its data are fictitious.
void print_sheet(XlsxSheet& sheet, XlsxPrint print, const AefRows& rows) {
  print.footer =
      fmt::format("&L&8{}&C&8{}, &A&R&8&P / &N",
                  rows.demonstration ? reporting::kDemonstrationLine : "", stem_of(rows));
  sheet.print(print);
}

void write_top(XlsxSheet& sheet, std::string_view heading, bool demonstration) {
  sheet.column_width(0, 0, 2);
  if (demonstration)
    sheet.text(kDemonstrationRow, kFirstColumn, reporting::kDemonstrationLine,
               {.bold = true, .font_rgb = 0xc00000});
  sheet.text(kHeadingRow, kFirstColumn, heading, heading_look());
  sheet.row_height(kHeadingRow, 22);
}

// Sheet "Table 1 Submission": labels in B4:B12, values in C4:C12.
void write_submission(XlsxSheet& sheet, const AefRows& rows) {
  const auto& info = reporting::aef_table(AefTable::submission);
  write_top(sheet, info.heading, rows.demonstration);
  sheet.column_width(1, 1, 52);
  sheet.column_width(2, 2, 52);
  reporting::AefCellRow values = rows.header();
  values.resize(aef_fields(AefTable::submission).size());
  for (const AefField& field : reporting::aef_fields(AefTable::submission)) {
    const std::uint32_t row = info.header_row + field.number - 1;
    sheet.row_height(row, field.number == 9 ? 34 : 20);
    sheet.text(row, 1, field.label, header_look(field));
    CellLook look = data_look(field);
    look.align = CellLook::Align::left;
    write_cell(sheet, row, 2, values[field.number - 1U], look);
  }
}

std::uint32_t band_depth(AefTable table) {
  std::uint32_t depth = 0;
  for (const AefBand& band : reporting::aef_bands())
    if (band.table == table) depth = std::max<std::uint32_t>(depth, band.level);
  return depth;
}

void write_header(XlsxSheet& sheet, AefTable table) {
  const auto& info = reporting::aef_table(table);
  const std::uint32_t row = info.header_row - 1;
  const std::uint32_t top = row - band_depth(table);
  for (std::uint32_t level = 1; level <= band_depth(table); ++level)
    for (const AefBand& band : reporting::aef_bands())
      if (band.table == table && band.level == level)
        sheet.band(top + level - 1, reporting::aef_column(table, band.first_field),
                   reporting::aef_column(table, band.last_field), band.label, band_look());
  double lines = 1;
  for (const AefField& field : reporting::aef_fields(table)) {
    const std::uint32_t column = reporting::aef_column(table, field.number);
    sheet.text(row, column, field.label, header_look(field));
    lines = std::max(lines, lines_of(field.label, field));
    sheet.column_width(column, column, width_of(field));
    if (field.spacer_after) sheet.column_width(column + 1, column + 1, 2);
  }
  sheet.row_height(row, height_of(lines));
}

struct Column {
  const AefField& field;
  std::uint32_t at;
  CellLook look;
};

void write_row(XlsxSheet& sheet, std::uint32_t row, const std::vector<Column>& columns,
               const reporting::AefCellRow& values) {
  double lines = 1;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    write_cell(sheet, row, columns[i].at, values[i], columns[i].look);
    // Numbers and dates fit their columns.
    if (values[i].kind == AefCell::Kind::text)
      lines = std::max(lines, lines_of(values[i].text, columns[i].field));
  }
  sheet.row_height(row, height_of(lines));
}

// Sheets 2 to 5: a header row with bands above it, then the data without gaps.
void write_table(XlsxSheet& sheet, AefTable table, const AefRows& rows) {
  const auto& info = reporting::aef_table(table);
  write_top(sheet, info.heading, rows.demonstration);
  const auto fields = reporting::aef_fields(table);
  if (std::any_of(fields.begin(), fields.end(),
                  [](const AefField& field) { return field.need == FieldNeed::carp; }))
    sheet.text(kNoteRow, kFirstColumn, "Grey columns are filled by the CARP.",
               {.italic = true, .font_rgb = 0x595959});
  write_header(sheet, table);
  std::vector<Column> columns;
  for (const AefField& field : fields)
    columns.push_back({field, reporting::aef_column(table, field.number), data_look(field)});
  std::uint32_t row = info.header_row;
  rows.visit(table, [&](const reporting::AefCellRow& values) {
    write_row(sheet, row++, columns, values);
  });
  sheet.freeze(info.header_row, table == AefTable::actions ? 4 : 2);
}

constexpr std::string_view kContents[] = {
    "Party, version, reported year, NDC implementation period",
    "Authorizations of the Party that the year's rows name",
    "First transfers, transfers, acquisitions, uses and cancellations of the year",
    "ITMOs held at the end of 31 December of the reported year",
    "Entities authorized by the end of the reported year"};

void write_index(XlsxSheet& sheet, const AefRows& rows) {
  write_top(sheet, "Agreed electronic format", rows.demonstration);
  sheet.column_width(1, 1, 30);
  sheet.column_width(2, 2, 72);
  sheet.column_width(3, 3, 10);
  sheet.text(2, 1,
             fmt::format("Annual information of {} for {}, version {} (decision 4/CMA.6, annex II)",
                         shown(rows, 1), shown(rows, 3), shown(rows, 2)));
  const CellLook header{.bold = true, .border = true, .fill_rgb = kHeaderFill};
  const CellLook plain{.border = true};
  sheet.text(4, 1, "Sheet", header);
  sheet.text(4, 2, "Content", header);
  sheet.text(4, 3, "Rows", header);
  sheet.text(5, 1, "Summary information", plain);
  sheet.text(5, 2, "Fields of the tables and who fills them", plain);
  sheet.blank(5, 3, plain);
  for (std::size_t i = 0; i < reporting::kAefTableCount; ++i) {
    const auto& info = reporting::aef_table(static_cast<AefTable>(i));
    const auto row = static_cast<std::uint32_t>(6 + i);
    sheet.text(row, 1, info.sheet, plain);
    sheet.text(row, 2, kContents[i], plain);
    sheet.number(row, 3, static_cast<double>(rows.counts[i]), plain);
  }
}

std::string_view filled_by(const AefField& field) {
  return field.need == FieldNeed::carp ? "CARP" : "Party";
}

// The known checker looks for every label below its table's heading.
void write_summary(XlsxSheet& sheet, bool demonstration) {
  write_top(sheet, "Summary information", demonstration);
  sheet.column_width(1, 1, 66);
  sheet.column_width(2, 2, 12);
  sheet.column_width(3, 3, 60);
  std::uint32_t row = 3;
  for (std::size_t i = 0; i < reporting::kAefTableCount; ++i) {
    const auto table = static_cast<AefTable>(i);
    sheet.text(row, 1, reporting::aef_table(table).heading, band_look());
    sheet.text(row, 2, "Filled by", band_look());
    sheet.text(row, 3, "Applies", band_look());
    ++row;
    for (const AefField& field : reporting::aef_fields(table)) {
      const CellLook look{.wrap = true, .border = true, .top = true};
      sheet.text(row, 1, field.label, look);
      sheet.text(row, 2, filled_by(field), look);
      sheet.text(row, 3, field.applies_when.empty() ? "always" : field.applies_when, look);
      ++row;
    }
    ++row;
  }
  sheet.freeze(2, 0);
}

void refuse_what_no_sheet_holds(const AefRows& rows, const std::filesystem::path& path) {
  for (std::size_t i = 0; i < reporting::kAefTableCount; ++i) {
    const auto& info = reporting::aef_table(static_cast<AefTable>(i));
    const std::size_t rows_max = kSheetRowsMax - info.header_row;
    if (rows.counts[i] > rows_max)
      throw FileError(path.string(),
                      {{"{} has {} rows, and a worksheet holds {} below its header",
                        "{} a {} lignes, et une feuille en contient {} sous son en-tête"},
                       info.heading,
                       rows.counts[i],
                       rows_max},
                      Words("write it as CSV, which has no such limit",
                            "écrivez-la en CSV, qui n'a pas cette limite"));
  }
}

// From so many rows on the workbook is written row by row.
constexpr std::size_t kStreamedRowsMin = 20'000;

}  // namespace

void write_aef_workbook(const AefRows& rows, const std::string& comment,
                        const std::filesystem::path& path, Instant created) {
  refuse_what_no_sheet_holds(rows, path);
  const std::size_t count = std::reduce(rows.counts.begin(), rows.counts.end());
  XlsxWriter writer(path, {.title = fmt::format("Agreed electronic format, {}", stem_of(rows)),
                           .author = "OpenITMO",
                           .comments = comment,
                           .created = created,
                           .streamed = count >= kStreamedRowsMin});
  XlsxSheet& index = writer.add_sheet("Index");
  write_index(index, rows);
  print_sheet(index, {}, rows);
  XlsxSheet& summary = writer.add_sheet("Summary information");
  write_summary(summary, rows.demonstration);
  print_sheet(summary, {.repeated_rows = kHeadingRow + 1}, rows);
  for (std::size_t i = 0; i < reporting::kAefTableCount; ++i) {
    const auto table = static_cast<AefTable>(i);
    XlsxSheet& sheet = writer.add_sheet(std::string(reporting::aef_table(table).sheet));
    if (table == AefTable::submission)
      write_submission(sheet, rows);
    else
      write_table(sheet, table, rows);
    print_sheet(sheet, print_of(table), rows);
  }
  writer.close();
}

void write_aef_workbook(const reporting::AefSubmission& submission, reporting::AefProfile profile,
                        const std::filesystem::path& path, Instant created) {
  const std::string comment =
      fmt::format("Profile {}. Drawn at entry {}.{}", name_of(profile), submission.frozen_at_entry,
                  submission.demonstration ? " " + std::string(reporting::kDemonstrationLine) : "");
  write_aef_workbook(render_rows(submission, profile), comment, path, created);
}

}  // namespace openitmo::files
