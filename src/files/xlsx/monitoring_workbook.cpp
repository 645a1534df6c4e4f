#include "files/xlsx/monitoring_workbook.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <optional>

#include "files/html/monitoring_words.h"
#include "files/xlsx/reader.h"
#include "files/xlsx/writer.h"

namespace openitmo::files {

namespace {

namespace words = monitoring;

const CellLook kHead{.bold = true, .wrap = true, .border = true, .fill_rgb = 0xd9e1f2};
const CellLook kTitle{.bold = true, .font_size = 14};
const CellLook kWarning{.bold = true, .font_rgb = 0x7a1f00};
const CellLook kFigure{.border = true, .number_format = "#,##0.000"};
const CellLook kSum{
    .bold = true, .border = true, .fill_rgb = 0xf3f6f9, .number_format = "#,##0.000"};
const CellLook kWord{.border = true};

std::string cell(std::uint32_t row, std::uint32_t column) {
  return fmt::format("{}{}", column_letters(column), row + 1);
}

// The cells of a component's sheet that the summary refers to, by year and term.
struct AnnualSheet {
  std::string name;
  std::map<std::pair<int, std::string>, std::string> cells;
};

class MonitoringWorkbook {
 public:
  MonitoringWorkbook(const MonitoringReport& report, ReportLanguage language,
                     const std::filesystem::path& path)
      : report_(report),
        speech_(language),
        writer_(path,
                {.title = speech_.say(words::kDocument),
                 .author = "OpenITMO",
                 .comments = report.demonstration_line(),
                 .created = Instant(report.results.front()->quantification.period.last.days())}) {}

  void write() {
    XlsxSheet& summary = writer_.add_sheet(speech_.say(words::kTotal));
    std::vector<AnnualSheet> annual;
    for (const registry::ComponentResult* result : report_.results) {
      annual.push_back(add_annual(*result, annual.size() + 1));
      add_months(*result, annual.size());
    }
    fill_summary(summary, annual);
    writer_.close();
  }

 private:
  static constexpr std::uint32_t kHeadRow = 3;
  // Not every program makes a row as high as what wraps in it.
  static constexpr double kTwoLinesPoints = 32;
  static constexpr double kFourLinesPoints = 64;

  // Sheets hold up to 31 characters and no punctuation that an id may have.
  static std::string sheet_name(std::size_t number, std::string_view id) {
    std::string name = fmt::format("{} {}", number, id.substr(0, 26));
    for (char& c : name)
      if (std::string_view("[]:*?/\\'").contains(c)) c = '-';
    return name;
  }

  void begin(XlsxSheet& sheet, const std::string& title, const std::vector<std::string>& columns,
             double head_points = kTwoLinesPoints) const {
    sheet.text(0, 0, title, kTitle);
    sheet.text(1, 0, report_.demonstration_line(), kWarning);
    sheet.text(2, 0, speech_.say(words::kFormulaNote));
    for (std::uint32_t i = 0; i < columns.size(); ++i) sheet.text(kHeadRow, i, columns[i], kHead);
    sheet.row_height(kHeadRow, head_points);
    sheet.freeze(kHeadRow + 1, 1);
    sheet.print({.repeated_rows = kHeadRow + 1,
                 .footer = report_.programme.demonstration
                               ? "&L" + report_.demonstration_line() + "&R&P / &N"
                               : "&R&P / &N"});
  }

  // "C5+C6-C7" where the term is that, within what adding up loses; nothing otherwise.
  static std::optional<std::string> sum_formula(const mrv::YearResult& year,
                                                const mrv::TermDescription& term,
                                                const std::map<std::string, std::string>& cells) {
    const auto& nodes = year.derivation.nodes;
    const auto node = std::ranges::find(nodes, term.symbol, &mrv::DerivationNode::symbol);
    if (node == nodes.end() || node->leaf) return std::nullopt;
    std::string formula;
    double sum = 0;
    for (std::size_t i = 0; i < node->children.size(); ++i) {
      const mrv::DerivationNode& part = nodes[node->children[i]];
      const double partial = node->partials[i];
      const auto known = cells.find(part.symbol);
      if (known == cells.end() && partial * part.value == 0) continue;
      if (known == cells.end() || std::fabs(partial) != 1) return std::nullopt;
      formula += fmt::format("{}{}", partial < 0 ? "-" : formula.empty() ? "" : "+", known->second);
      sum += partial * part.value;
    }
    const bool is_the_sum =
        std::fabs(sum - node->value) <= 1e-9 * std::max(1.0, std::fabs(node->value));
    if (formula.empty() || !is_the_sum) return std::nullopt;
    return formula;
  }

  AnnualSheet add_annual(const registry::ComponentResult& result, std::size_t number) {
    AnnualSheet annual{.name = sheet_name(number, result.component), .cells = {}};
    XlsxSheet& sheet = writer_.add_sheet(annual.name);
    const mrv::Quantification& quantified = result.quantification;
    std::vector<std::string> columns{speech_.say(words::kSymbol), speech_.say(words::kTerm)};
    for (const mrv::YearResult& year : quantified.years)
      columns.push_back(fmt::format("{}, t CO2 eq", year.year.value()));
    begin(sheet, report_.component_name(result.component, speech_), columns);
    sheet.column_width(0, 0, 16);
    sheet.column_width(1, 1, 52);
    sheet.column_width(2, static_cast<std::uint32_t>(columns.size()), 18);
    std::vector<std::map<std::string, std::string>> cells(quantified.years.size());
    std::uint32_t row = kHeadRow + 1;
    for (const mrv::TermDescription& term : mrv::described_terms(quantified)) {
      sheet.text(row, 0, term.symbol, term.is_sum ? kSum : kWord);
      sheet.text(row, 1, speech_.say(term.name), term.is_sum ? kSum : kWord);
      for (std::uint32_t i = 0; i < quantified.years.size(); ++i) {
        const mrv::YearResult& year = quantified.years[i];
        if (!year.terms.has(term.key)) continue;
        const double value = year.terms.at(term.key);
        const CellLook& look = term.is_sum ? kSum : kFigure;
        const auto formula = sum_formula(year, term, cells[i]);
        if (formula)
          sheet.formula(row, 2 + i, *formula, value, look);
        else
          sheet.number(row, 2 + i, value, look);
        cells[i][std::string(term.symbol)] = cell(row, 2 + i);
        annual.cells[{year.year.value(), std::string(term.key)}] = cell(row, 2 + i);
      }
      ++row;
    }
    if (quantified.deduction_policy) add_claimed(sheet, quantified, row, annual);
    return annual;
  }

  // Below the terms: what the policy takes off, and what is left.
  void add_claimed(XlsxSheet& sheet, const mrv::Quantification& quantified, std::uint32_t row,
                   AnnualSheet& annual) const {
    sheet.text(row, 0, "UD_y", kWord);
    sheet.text(row, 1, speech_.say(words::kDeductionName), kWord);
    sheet.text(row + 1, 0, "ER_claimed,y", kSum);
    sheet.text(row + 1, 1, speech_.say(words::kClaimed), kSum);
    for (std::uint32_t i = 0; i < quantified.years.size(); ++i) {
      const mrv::YearResult& year = quantified.years[i];
      const int number = year.year.value();
      const std::string deduction = cell(row, 2 + i);
      sheet.number(row, 2 + i, year.deduction, kFigure);
      sheet.formula(row + 1, 2 + i,
                    fmt::format("{}-{}", annual.cells.at({number, "ER"}), deduction), year.claimed,
                    kSum);
      annual.cells[{number, "UD"}] = deduction;
      annual.cells[{number, "claimed"}] = cell(row + 1, 2 + i);
    }
  }

  void add_months(const registry::ComponentResult& result, std::size_t number) {
    const std::string suffix = speech_.say(words::kMonthsSheet);
    for (const mrv::YearResult& year : result.quantification.years) {
      const std::vector<mrv::MonthlySeries> all = monthly_series(year);
      if (all.empty()) continue;
      XlsxSheet& sheet =
          writer_.add_sheet(fmt::format("{} {} {}", number, suffix, year.year.value()));
      std::vector<std::string> columns{speech_.say(words::kMonth)};
      std::map<std::string, std::uint32_t> rows;
      for (const mrv::MonthlySeries& series : all) {
        columns.push_back(speech_.heading(series));
        for (const mrv::DerivationNode* month : series.months) rows[month->period] = 0;
      }
      begin(sheet,
            fmt::format("{}, {}", report_.component_name(result.component, speech_),
                        year.year.value()),
            columns, kFourLinesPoints);
      sheet.column_width(0, static_cast<std::uint32_t>(columns.size()), 20);
      std::uint32_t row = kHeadRow + 1;
      for (auto& [period, place] : rows) {
        sheet.text(row, 0, period, kWord);
        place = row++;
      }
      add_series(sheet, all, rows, row);
    }
  }

  void add_series(XlsxSheet& sheet, const std::vector<mrv::MonthlySeries>& all,
                  const std::map<std::string, std::uint32_t>& rows, std::uint32_t last) const {
    sheet.text(last, 0, speech_.say(words::kTotal), kSum);
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      for (const mrv::DerivationNode* month : all[i].months)
        sheet.number(rows.at(month->period), i + 1, month->value, kFigure);
      if (all[i].adds_up())
        sheet.formula(last, i + 1,
                      fmt::format("SUM({}:{})", cell(kHeadRow + 1, i + 1), cell(last - 1, i + 1)),
                      all[i].sum(), kSum);
      else
        sheet.blank(last, i + 1, kSum);
    }
  }

  // The terms of a summary row, by their key in the component's sheet; what is claimed comes last.
  struct SummaryTerm {
    std::string_view key;
    ReportWords heading;
  };
  std::vector<SummaryTerm> summary_terms() const {
    std::vector<SummaryTerm> terms{{"BE", words::kBaseline},
                                   {"PE", words::kProject},
                                   {"LE", words::kLeakage},
                                   {"ER", words::kReductions}};
    if (!report_.deducts()) return terms;
    terms.push_back({"UD", words::kDeduction});
    terms.push_back({"claimed", words::kClaimed});
    return terms;
  }

  static double value_of(const mrv::YearResult& year, std::string_view key) {
    if (key == "UD") return year.deduction;
    return key == "claimed" ? year.claimed : year.terms.at(key);
  }

  void fill_summary(XlsxSheet& sheet, const std::vector<AnnualSheet>& annual) const {
    const std::vector<SummaryTerm> terms = summary_terms();
    std::vector<std::string> columns{speech_.say(words::kComponent), speech_.say(words::kYear)};
    for (const SummaryTerm& term : terms) columns.push_back(speech_.say(term.heading));
    columns.push_back(speech_.say(words::kExpected));
    columns.push_back(speech_.say(words::kDifference));
    begin(sheet, summary_title(), columns);
    sheet.column_width(0, 0, 34);
    sheet.column_width(1, static_cast<std::uint32_t>(columns.size()) - 1, 16);
    std::uint32_t row = kHeadRow + 1;
    std::map<std::string_view, double> totals;
    for (std::size_t i = 0; i < report_.results.size(); ++i)
      for (const mrv::YearResult& year : report_.results[i]->quantification.years) {
        add_summary_row(sheet, row++, *report_.results[i], year, annual[i]);
        for (const SummaryTerm& term : terms)
          if (has_total(term)) totals[term.key] += value_of(year, term.key);
      }
    sheet.text(row, 0, speech_.say(words::kTotal), kSum);
    for (std::uint32_t column = 2; const SummaryTerm& term : terms) {
      if (has_total(term))
        sheet.formula(row, column,
                      fmt::format("SUM({}:{})", cell(kHeadRow + 1, column), cell(row - 1, column)),
                      totals[term.key], kSum);
      ++column;
    }
  }

  static bool has_total(const SummaryTerm& term) {
    return term.key == "ER" || term.key == "UD" || term.key == "claimed";
  }

  std::string summary_title() const {
    std::string title = speech_.say(report_.programme.title);
    if (!report_.report.empty()) title += fmt::format(", {}", report_.report);
    return title;
  }

  void add_summary_row(XlsxSheet& sheet, std::uint32_t row, const registry::ComponentResult& result,
                       const mrv::YearResult& year, const AnnualSheet& annual) const {
    sheet.text(row, 0, report_.component_name(result.component, speech_), kWord);
    sheet.number(row, 1, year.year.value(), kWord);
    std::uint32_t column = 2;
    for (const SummaryTerm& term : summary_terms()) {
      const auto known = annual.cells.find({year.year.value(), std::string(term.key)});
      if (known != annual.cells.end())
        sheet.formula(row, column, fmt::format("'{}'!{}", annual.name, known->second),
                      value_of(year, term.key), kFigure);
      ++column;
    }
    const auto expected = report_.expected_t_co2eq(result.component, year.year);
    if (!expected) return;
    sheet.number(row, column, *expected, kFigure);
    sheet.formula(row, column + 1, fmt::format("{}-{}", cell(row, column - 1), cell(row, column)),
                  year.claimed - *expected, kFigure);
  }

  const MonitoringReport& report_;
  ReportSpeech speech_;
  XlsxWriter writer_;
};

}  // namespace

void write_monitoring_workbook(const MonitoringReport& report, ReportLanguage language,
                               const std::filesystem::path& path) {
  MonitoringWorkbook(report, language, path).write();
}

}  // namespace openitmo::files
