#include "files/xlsx/table_4_workbook.h"

#include <algorithm>
#include <fmt/format.h>

#include "files/html/report_words.h"
#include "files/xlsx/writer.h"
#include "party/demonstration.h"

namespace openitmo::files {

namespace {

using reporting::Table4;
using reporting::Table4Cell;
using reporting::Table4Row;
using reporting::Table4Sum;

constexpr std::uint32_t kHeaderRow = 3;
constexpr std::uint32_t kLabel = 0, kParagraph = 1, kUnit = 2, kReference = 3, kFirstYear = 4;

constexpr ReportWords kSheet{"Table 4", "Tableau 4", "Cuadro 4"};
constexpr ReportWords kEntriesSheet{"Entries", "Écritures", "Entradas"};
constexpr ReportWords kAssumptionsSheet{"Assumptions", "Hypothèses", "Supuestos"};
constexpr ReportWords kColumns[] = {
    {"Row", "Ligne", "Fila"},
    {"Paragraph", "Paragraphe", "Párrafo"},
    {"Unit", "Unité", "Unidad"},
    {"Reference point, level, baseline or base year",
     "Point, niveau ou scénario de référence, ou année de base",
     "Punto, nivel o base de referencia, o año de base"},
};
constexpr ReportWords kTargetLevel{"Target level", "Niveau cible", "Nivel de la meta"};
constexpr ReportWords kTargetYear{"Target year or period", "Année ou période cible",
                                  "Año o período de la meta"};
constexpr ReportWords kProgress{"Progress made towards the NDC", "Progrès vers la CDN",
                                "Progresos hacia la CDN"};
constexpr ReportWords kTonnes{"t CO2 eq", "t éq. CO2", "t CO2 eq"};
constexpr ReportWords kMoment{
    "Drawn on {0} from registry {1} with {2} entries. NE: not known here. "
    "NA: not applicable.",
    "Établi le {0} d'après le registre {1}, qui compte {2} écritures. NE : "
    "non connu ici. NA : sans objet.",
    "Elaborado el {0} a partir del registro {1}, con {2} entradas. NE: no "
    "se conoce aquí. NA: no procede."};
constexpr ReportWords kCell{"Cell", "Cellule", "Celda"};
constexpr ReportWords kYear{"Year", "Année", "Año"};
constexpr ReportWords kValue{"Value", "Valeur", "Valor"};

std::string column_name(std::uint32_t column) {
  std::string name;
  for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return name;
}

std::string cell_name(std::uint32_t row, std::uint32_t column) {
  return fmt::format("{}{}", column_name(column), row + 1);
}

double as_number(const Rational& value) {
  return static_cast<double>(value.numerator()) / static_cast<double>(value.denominator());
}

class Book {
 public:
  Book(const Table4& table, ReportLanguage language, const std::filesystem::path& path)
      : table_(table),
        speech_(language),
        writer_(path, {.title = speech_.say(table.title),
                       .comments = table.demonstration ? std::string(kDemonstrationLine) : "",
                       .created = Instant(table.date.days())}),
        sheet_(writer_.add_sheet(speech_.say(kSheet))),
        entries_(writer_.add_sheet(speech_.say(kEntriesSheet))) {}

  void write() {
    top(sheet_);
    top(entries_);
    header();
    for (std::size_t i = 0; i < table_.rows.size(); ++i) row(i);
    finish_entries();
    assumptions();
    writer_.close();
  }

 private:
  static std::uint32_t row_number(std::size_t i) {
    return kHeaderRow + 1 + static_cast<std::uint32_t>(i);
  }
  std::uint32_t after_years() const {
    return kFirstYear + static_cast<std::uint32_t>(table_.years.size());
  }

  void top(XlsxSheet& sheet) const {
    if (table_.demonstration)
      sheet.text(0, 0, kDemonstrationLine, {.bold = true, .font_rgb = 0xc00000});
    sheet.text(1, 0, speech_.say(table_.title), {.bold = true, .font_size = 14});
    sheet.text(2, 0,
               speech_.say(ReportText(kMoment, day_text(table_.date), table_.registry.view(),
                                      table_.entry_count)));
  }

  void head(XlsxSheet& sheet, std::uint32_t row, std::uint32_t column,
            const std::string& text) const {
    const CellLook look{.bold = true, .wrap = true, .border = true, .fill_rgb = 0xd9e1f2};
    if (text.empty())
      sheet.blank(row, column, look);
    else
      sheet.text(row, column, text, look);
  }

  void header() {
    for (const std::uint32_t column : {kLabel, kParagraph, kUnit, kReference})
      head(sheet_, kHeaderRow, column, speech_.say(kColumns[column]));
    for (std::uint32_t i = 0; i < table_.years.size(); ++i)
      head(sheet_, kHeaderRow, kFirstYear + i, std::to_string(table_.years[i].value()));
    head(sheet_, kHeaderRow, after_years(), speech_.say(kTargetLevel));
    head(sheet_, kHeaderRow, after_years() + 1, speech_.say(kTargetYear));
    head(sheet_, kHeaderRow, after_years() + 2, speech_.say(kProgress));
    sheet_.column_width(kLabel, kLabel, 52);
    sheet_.column_width(kParagraph, kUnit, 11);
    sheet_.column_width(kReference, kReference, 20);
    sheet_.column_width(kFirstYear, after_years(), 14);
    sheet_.column_width(after_years() + 1, after_years() + 1, 13);
    sheet_.column_width(after_years() + 2, after_years() + 2, 34);
    sheet_.row_height(kHeaderRow, 48);
    sheet_.freeze(kHeaderRow + 1, kParagraph);
    sheet_.print({.paper = XlsxPrint::Paper::a3,
                  .repeated_rows = kHeaderRow + 1,
                  .footer = "&L&8&A&R&8&P / &N"});
    const ReportWords* columns[] = {&kCell, &kColumns[kParagraph], &kYear, &kValue, &kEntriesSheet};
    for (std::uint32_t i = 0; i < std::size(columns); ++i)
      head(entries_, kHeaderRow, i, speech_.say(*columns[i]));
  }

  void words(std::uint32_t row, std::uint32_t column, const std::string& text, bool bold = false) {
    const CellLook look{.bold = bold, .wrap = true, .border = true, .top = true};
    if (text.empty())
      sheet_.blank(row, column, look);
    else
      sheet_.text(row, column, text, look);
  }

  void row(std::size_t i) {
    const Table4Row& row = table_.rows[i];
    const std::uint32_t at = row_number(i);
    words(at, kLabel, speech_.say(row.label), row.is_heading);
    words(at, kParagraph, std::string(row.paragraph));
    sheet_.row_height(at, height_of(row));
    if (row.is_heading) return;
    words(at, kUnit, row.years.empty() ? std::string() : speech_.say(kTonnes));
    figure(at, kReference, row.reference, row, {});
    for (std::uint32_t year = 0; year < table_.years.size(); ++year)
      figure(at, kFirstYear + year, year < row.years.size() ? row.years[year] : Table4Cell(), row,
             formula(row, year));
    figure(at, after_years(), row.target_level, row, {});
    words(at, after_years() + 1, speech_.say(row.target_year));
    words(at, after_years() + 2, speech_.say(row.progress));
  }

  // Programs do not grow rows to wrapped text by themselves.
  double height_of(const Table4Row& row) const {
    constexpr std::size_t kLabelCharacters = 48, kProgressCharacters = 30;
    const std::size_t lines = std::max({speech_.say(row.label).size() / kLabelCharacters,
                                        speech_.say(row.progress).size() / kProgressCharacters}) +
                              1;
    return 15.0 * static_cast<double>(lines);
  }

  // The cell of another row in the same year; nothing where that has no figure.
  std::string cell_of(std::string_view paragraph, std::uint32_t year) const {
    for (std::size_t i = 0; i < table_.rows.size(); ++i)
      if (table_.rows[i].paragraph == paragraph)
        return table_.rows[i].years[year].value_t_co2eq
                   ? cell_name(row_number(i), kFirstYear + year)
                   : std::string();
    return {};
  }

  std::string formula(const Table4Row& row, std::uint32_t year) const {
    const auto cell = [&](std::string_view paragraph) { return cell_of(paragraph, year); };
    switch (row.sum) {
      case Table4Sum::none:
        return {};
      case Table4Sum::net:
        return fmt::format("{}+{}-{}", cell("23(c)"), cell("23(d)"), cell("23(e)"));
      case Table4Sum::running_net:
        if (year == 0) return cell("23(f)");
        return fmt::format("{}+{}", cell_of("23(h)", year - 1), cell("23(f)"));
      case Table4Sum::balance:
        if (cell("23(a)").empty() || cell("23(g)").empty()) return {};
        return fmt::format("{}+{}", cell("23(a)"), cell("23(g)"));
    }
    return {};
  }

  void figure(std::uint32_t row, std::uint32_t column, const Table4Cell& cell, const Table4Row& of,
              const std::string& formula) {
    // Averages are fractions: the whole value stands in the cell, rounded on display.
    const CellLook look{.border = true, .top = true, .number_format = "#,##0"};
    if (!cell.value_t_co2eq) {
      const CellLook notation{.border = true, .top = true, .align = CellLook::Align::right};
      if (cell.notation.empty()) return sheet_.blank(row, column, notation);
      return sheet_.text(row, column, cell.notation, notation);
    }
    const double value = as_number(*cell.value_t_co2eq);
    if (formula.empty())
      sheet_.number(row, column, value, look);
    else
      sheet_.formula(row, column, formula, value, look);
    note_entries(row, column, cell, of);
  }

  void note_entries(std::uint32_t row, std::uint32_t column, const Table4Cell& cell,
                    const Table4Row& of) {
    if (cell.entries.empty() || entries_row_ >= kSheetRowsMax) return;
    entries_.text(entries_row_, 0, cell_name(row, column));
    entries_.text(entries_row_, 1, std::string(of.paragraph));
    if (column >= kFirstYear && column < after_years())
      entries_.number(entries_row_, 2, table_.years[column - kFirstYear].value());
    entries_.number(entries_row_, 3, as_number(*cell.value_t_co2eq), {.number_format = "#,##0"});
    entries_.text(entries_row_, 4, entry_list(cell.entries));
    ++entries_row_;
  }

  // A cell holds 32,767 characters; runs of numbers are written as such.
  static std::string entry_list(const reporting::EntryNumbers& entries) {
    constexpr std::size_t kCharactersMax = 32'000;
    std::string text;
    for (std::size_t i = 0; i < entries.size();) {
      std::size_t end = i;
      while (end + 1 < entries.size() && entries[end + 1] == entries[end] + 1) ++end;
      if (!text.empty()) text += ", ";
      text +=
          end == i ? fmt::format("{}", entries[i]) : fmt::format("{}–{}", entries[i], entries[end]);
      if (text.size() > kCharactersMax) return text + ", …";
      i = end + 1;
    }
    return text;
  }

  void finish_entries() {
    entries_.column_width(0, 3, 14);
    entries_.column_width(4, 4, 80);
    entries_.freeze(kHeaderRow + 1, 0);
    entries_.print({.footer = "&L&8&A&R&8&P / &N"});
  }

  void assumptions() {
    if (table_.assumptions.empty()) return;
    XlsxSheet& sheet = writer_.add_sheet(speech_.say(kAssumptionsSheet));
    top(sheet);
    constexpr std::size_t kCharacters = 105;  // of a line, so wide
    sheet.column_width(0, 0, 120);
    for (std::uint32_t i = 0; i < table_.assumptions.size(); ++i) {
      const std::uint32_t row = kHeaderRow + i;
      const std::string sentence = speech_.say(table_.assumptions[i]);
      sheet.text(row, 0, sentence, {.wrap = true, .top = true});
      sheet.row_height(row, 15.0 * static_cast<double>(sentence.size() / kCharacters + 1));
    }
    sheet.print({.footer = "&L&8&A&R&8&P / &N"});
  }

  const Table4& table_;
  ReportSpeech speech_;
  XlsxWriter writer_;
  XlsxSheet& sheet_;
  XlsxSheet& entries_;
  std::uint32_t entries_row_ = kHeaderRow + 1;
};

}  // namespace

void write_table_4_workbook(const Table4& table, ReportLanguage language,
                            const std::filesystem::path& path) {
  Book(table, language, path).write();
}

}  // namespace openitmo::files
