#include <fmt/format.h>

#include "files/verification/worksheet.h"
#include "files/verification/worksheet_words.h"
#include "files/xlsx/writer.h"
#include "quantity/csv_row.h"
#include "reporting/aef_text.h"

namespace openitmo::files {

namespace {

using namespace worksheet;

// "2024-03-05 14:07"; UTC, as the tickets are read.
std::string time_text(Instant time) {
  std::string text = time.to_string().substr(0, 16);
  text[10] = ' ';
  return text;
}

std::vector<std::string> cells_of(const WorksheetLine& line, const SampleHead& head,
                                  Language language) {
  std::vector<std::string> cells(kColumnCount);
  cells[kTicket] = std::string(line.ticket.view());
  cells[kFile] = line.file;
  cells[kRow] = fmt::format("{}", line.row);
  cells[kDate] = time_text(line.time);
  cells[kMaterial] = std::string(words_of(head.material).in(language));
  cells[kGross] = fmt::format("{}", line.gross_kg);
  cells[kTare] = fmt::format("{}", line.tare_kg);
  cells[kNet] = fmt::format("{}", line.gross_kg - line.tare_kg);
  cells[kScan] = line.scan.path;
  cells[kScanHash] =
      line.scan.sha256.empty() ? std::string(kMissing.in(language)) : line.scan.sha256;
  if (line.seen) {
    cells[kGrossSeen] = fmt::format("{}", line.seen->gross_kg);
    cells[kTareSeen] = fmt::format("{}", line.seen->tare_kg);
  }
  cells[kRemark] = line.remark;
  return cells;
}

void append_row(std::string& text, const std::vector<std::string>& cells, Language language) {
  append_csv_row(text, cells, language == Language::fr ? ';' : ',');
}

const CellLook kHeadLook{.bold = true, .wrap = true, .border = true, .fill_rgb = 0xd9e1f2};
const CellLook kPlain{.border = true};
const CellLook kWrapped{.wrap = true, .border = true};
const CellLook kToFillLook{.border = true, .fill_rgb = 0xfff7d6};
const CellLook kWarning{.bold = true, .font_rgb = 0x7a1f00};

// Rows of both tables as one sheet.
class SheetOfTickets {
 public:
  SheetOfTickets(const Worksheet& worksheet, Language language, XlsxSheet& sheet)
      : worksheet_(worksheet), language_(language), sheet_(sheet) {}

  void fill() {
    add_head();
    add_names();
    for (const WorksheetLine& line : worksheet_.lines) add_line(line);
    set_widths();
  }

 private:
  std::string said(const Words& words) const { return std::string(words.in(language_)); }

  void add_head() {
    if (worksheet_.demonstration)
      sheet_.text(row_++, 0, std::string(reporting::kDemonstrationLine), kWarning);
    sheet_.text(row_, 0, said(kItem), kHeadLook);
    sheet_.text(row_++, 1, said(kValue), kHeadLook);
    for (const HeadItem& line : head_items(worksheet_)) {
      sheet_.text(row_, 0, line.item.in(language_));
      sheet_.text(row_++, 1, line.value.in(language_));
    }
    ++row_;
  }

  void add_names() {
    for (std::uint32_t column = 0; column < kColumnCount; ++column)
      sheet_.text(row_, column, said(kColumnWords[column]), kHeadLook);
    ++row_;
    sheet_.freeze(row_, 1);
    sheet_.print({.repeated_rows = row_, .footer = "&L&A&R&P / &N"});
  }

  void add_line(const WorksheetLine& line) {
    const auto cells = cells_of(line, worksheet_.head, language_);
    for (std::uint32_t column = 0; column < kGrossSeen; ++column)
      if (column == kRow || (column >= kGross && column <= kNet))
        sheet_.number(row_, column, number_in(line, column), kPlain);
      else
        // A hash is wider than its column and would run over the empty cells beside it.
        sheet_.text(row_, column, cells[column], column == kScanHash ? kWrapped : kPlain);
    add_filled(line);
    ++row_;
  }

  void add_filled(const WorksheetLine& line) {
    if (line.seen) {
      sheet_.number(row_, kGrossSeen, line.seen->gross_kg, kToFillLook);
      sheet_.number(row_, kTareSeen, line.seen->tare_kg, kToFillLook);
    } else {
      sheet_.blank(row_, kGrossSeen, kToFillLook);
      sheet_.blank(row_, kTareSeen, kToFillLook);
    }
    if (line.remark.empty())
      sheet_.blank(row_, kRemark, kToFillLook);
    else
      sheet_.text(row_, kRemark, line.remark, kToFillLook);
  }

  static std::int32_t number_in(const WorksheetLine& line, std::uint32_t column) {
    if (column == kRow) return static_cast<std::int32_t>(line.row);
    if (column == kGross) return line.gross_kg;
    return column == kTare ? line.tare_kg : line.gross_kg - line.tare_kg;
  }

  void set_widths() {
    constexpr auto kWide = 34.0, kMiddle = 18.0, kNarrow = 11.0;
    sheet_.column_width(kTicket, kTicket, kMiddle);
    sheet_.column_width(kFile, kFile, kWide);
    sheet_.column_width(kRow, kRow, kNarrow);
    sheet_.column_width(kDate, kMaterial, kMiddle);
    sheet_.column_width(kGross, kNet, kNarrow);
    sheet_.column_width(kScan, kScanHash, kWide);
    sheet_.column_width(kGrossSeen, kTareSeen, kMiddle);
    sheet_.column_width(kRemark, kRemark, kWide);
  }

  const Worksheet& worksheet_;
  Language language_;
  XlsxSheet& sheet_;
  std::uint32_t row_ = 0;
};

}  // namespace

Words words_of(mrv::Material material) {
  switch (material) {
    case mrv::Material::waste_in:
      return {"waste in", "déchets entrants"};
    case mrv::Material::residue_out:
      return {"residue out", "refus de tri"};
    case mrv::Material::compost_out:
      return {"compost out", "compost sortant"};
  }
  return {"compost out", "compost sortant"};
}

std::vector<HeadItem> head_items(const Worksheet& worksheet) {
  const SampleHead& head = worksheet.head;
  const auto number = [](auto value) { return Text::name(fmt::format("{}", value)); };
  return {
      {Text(kProgramme), Text::name(worksheet.programme)},
      {words_of(Item::component), Text::name(head.component)},
      {words_of(Item::report), Text::name(head.report)},
      {Text(kPeriod),
       {{"{} to {}", "du {} au {}"},
        worksheet.period.first.to_string(),
        worksheet.period.last.to_string()}},
      {words_of(Item::data), Text::name(head.data_sha256)},
      {words_of(Item::material), Text(words_of(head.material))},
      {Text(kPopulation), number(worksheet.population)},
      {words_of(Item::seed), number(head.seed)},
      {words_of(Item::size), number(head.size)},
      {Text(kBasis), worksheet.basis},
      {Text(kToFill), Text(kHowToFill)},
  };
}

std::string worksheet_csv(const Worksheet& worksheet, Language language) {
  std::string text;
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  if (worksheet.demonstration)
    append_row(text, {std::string(reporting::kDemonstrationLine)}, language);
  append_row(text, {said(kItem), said(kValue)}, language);
  for (const HeadItem& line : head_items(worksheet))
    append_row(text, {line.item.in(language), line.value.in(language)}, language);
  text += "\r\n";
  std::vector<std::string> names;
  for (const Words& words : kColumnWords) names.push_back(said(words));
  append_row(text, names, language);
  for (const WorksheetLine& line : worksheet.lines)
    append_row(text, cells_of(line, worksheet.head, language), language);
  return text;
}

void write_worksheet_xlsx(const Worksheet& worksheet, Language language,
                          const std::filesystem::path& path) {
  XlsxWriter writer(
      path, {.title = fmt::format("{} {}", worksheet.head.component, worksheet.head.report),
             .author = "OpenITMO",
             .comments = worksheet.demonstration ? std::string(reporting::kDemonstrationLine)
                                                 : std::string(),
             .created = Instant(worksheet.period.last.days())});
  SheetOfTickets(worksheet, language,
                 writer.add_sheet(language == Language::fr ? "Échantillon" : "Sample"))
      .fill();
  writer.close();
}

}  // namespace openitmo::files
