#include "files/aef/workbook.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <span>

#include "files/output.h"
#include "files/xlsx/writer.h"

namespace openitmo::files {

namespace {

using reporting::AefBand;
using reporting::AefCell;
using reporting::AefField;
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

// Characters that a column needs for its usual content and its label.
double width_of(FieldForm form) {
  switch (form) {
    case FieldForm::date:
    case FieldForm::year:
    case FieldForm::metric:
    case FieldForm::version:
      return 12;
    case FieldForm::approach_id:
    case FieldForm::registry_id:
    case FieldForm::party:
    case FieldForm::whole_number:
    case FieldForm::action_type:
      return 15;
    case FieldForm::itmo_id:
      return 29;
    case FieldForm::authorization_id:
    case FieldForm::holding_authorization_id:
    case FieldForm::party_or_name:
    case FieldForm::party_list:
    case FieldForm::mitigation_type:
    case FieldForm::purpose:
    case FieldForm::first_transfer_definition:
    case FieldForm::unit_id:
      return 19;
    case FieldForm::entity_list:
    case FieldForm::sectors:
    case FieldForm::activity_types:
    case FieldForm::action_subtype:
    case FieldForm::timeframe:
    case FieldForm::free_text:
    case FieldForm::carp:
      return 24;
  }
  return 24;
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

// Programs do not fit the height of a row to wrapped text when they open a file, so it is given: a
// line takes 15 points, and a column of n characters shows about n - 2 of the text font.
double height_of(std::span<const AefField> fields, const reporting::AefCellRow& values) {
  double lines = 1;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const double characters = static_cast<double>(values[i].shown().size());
    lines = std::max(lines, std::ceil(characters / (width_of(fields[i].form) - 3)));
  }
  return 15 * std::min(lines, 12.0) + 1;
}

void write_top(XlsxSheet& sheet, std::string_view heading, bool demonstration) {
  sheet.column_width(0, 0, 2);
  if (demonstration)
    sheet.text(kDemonstrationRow, kFirstColumn, reporting::kDemonstrationLine,
               {.bold = true, .font_rgb = 0xc00000});
  sheet.text(kHeadingRow, kFirstColumn, heading, heading_look());
  sheet.row_height(kHeadingRow, 22);
  sheet.landscape_one_page_wide();
}

// Sheet "Table 1 Submission": labels in B4:B12, values in C4:C12.
void write_submission(XlsxSheet& sheet, const reporting::AefCells& cells) {
  const auto& info = reporting::aef_table(AefTable::submission);
  write_top(sheet, info.heading, cells.demonstration);
  sheet.column_width(1, 1, 52);
  sheet.column_width(2, 2, 52);
  const auto& values = cells.of(AefTable::submission).front();
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
  for (const AefBand& band : reporting::aef_bands())
    if (band.table == table)
      sheet.band(top + band.level - 1, reporting::aef_column(table, band.first_field),
                 reporting::aef_column(table, band.last_field), band.label, band_look());
  for (const AefField& field : reporting::aef_fields(table)) {
    const std::uint32_t column = reporting::aef_column(table, field.number);
    sheet.text(row, column, field.label, header_look(field));
    sheet.column_width(column, column, width_of(field.form));
    if (field.spacer_after) sheet.column_width(column + 1, column + 1, 2);
  }
  sheet.row_height(row, table == AefTable::actions ? 92 : 48);
}

// Sheets 2 to 5: a header row with bands above it, then the data without gaps.
void write_table(XlsxSheet& sheet, AefTable table, const reporting::AefCells& cells) {
  const auto& info = reporting::aef_table(table);
  write_top(sheet, info.heading, cells.demonstration);
  write_header(sheet, table);
  const auto fields = reporting::aef_fields(table);
  if (std::any_of(fields.begin(), fields.end(),
                  [](const AefField& field) { return field.need == FieldNeed::carp; }))
    sheet.text(kNoteRow, kFirstColumn, "Grey columns are filled by the CARP.",
               {.italic = true, .font_rgb = 0x595959});
  std::uint32_t row = info.header_row;
  for (const auto& values : cells.of(table)) {
    for (std::size_t i = 0; i < fields.size(); ++i)
      write_cell(sheet, row, reporting::aef_column(table, fields[i].number), values[i],
                 data_look(fields[i]));
    sheet.row_height(row, height_of(fields, values));
    ++row;
  }
  sheet.freeze(info.header_row, table == AefTable::actions ? 4 : 2);
}

constexpr std::string_view kContents[] = {
    "Party, version, reported year, NDC implementation period",
    "Authorizations of the Party that the year's rows name",
    "First transfers, transfers, acquisitions, uses and cancellations of the year",
    "ITMOs held at the end of 31 December of the reported year",
    "Entities authorized by the end of the reported year"};

void write_index(XlsxSheet& sheet, const reporting::AefSubmission& submission,
                 const reporting::AefCells& cells) {
  write_top(sheet, "Agreed electronic format", cells.demonstration);
  sheet.column_width(1, 1, 30);
  sheet.column_width(2, 2, 72);
  sheet.column_width(3, 3, 10);
  sheet.text(2, 1,
             fmt::format("Annual information of {} for {}, version {} (decision 4/CMA.6, annex II)",
                         submission.party.view(), submission.reported_year.value(),
                         submission.version.to_string()));
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
    sheet.number(row, 3, static_cast<double>(cells.tables[i].size()), plain);
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

}  // namespace

void write_aef_workbook(const reporting::AefSubmission& submission, reporting::AefProfile profile,
                        const std::filesystem::path& path, Instant created) {
  const reporting::AefCells cells = reporting::render(submission, profile);
  XlsxWriter writer(
      path, {.title = fmt::format("Agreed electronic format, {}", file_stem(submission)),
             .author = "OpenITMO",
             .comments = fmt::format(
                 "Profile {}. Drawn at entry {}.{}", name_of(profile), submission.frozen_at_entry,
                 submission.demonstration ? " " + std::string(reporting::kDemonstrationLine) : ""),
             .created = created});
  write_index(writer.add_sheet("Index"), submission, cells);
  write_summary(writer.add_sheet("Summary information"), submission.demonstration);
  for (std::size_t i = 0; i < reporting::kAefTableCount; ++i) {
    const auto table = static_cast<AefTable>(i);
    XlsxSheet& sheet = writer.add_sheet(std::string(reporting::aef_table(table).sheet));
    if (table == AefTable::submission)
      write_submission(sheet, cells);
    else
      write_table(sheet, table, cells);
  }
  writer.close();
}

void write_aef_csv(const reporting::AefSubmission& submission, reporting::AefProfile profile,
                   const std::filesystem::path& path) {
  write_file(path, reporting::aef_csv(submission, profile));
}

}  // namespace openitmo::files
