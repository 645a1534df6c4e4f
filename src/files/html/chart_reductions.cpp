#include <algorithm>
#include <map>
#include <set>

#include "files/html/charts.h"
#include "files/html/report_figures.h"
#include "files/html/words_charts.h"

namespace openitmo::files {

namespace {

using Results = std::vector<VintageResult>;

double tonnes(KilogramsCo2eq kg) { return static_cast<double>(kg.value()) / 1000; }
std::string year_text(CalendarYear year) { return std::to_string(year.value()); }

std::set<Vintage> measured_vintages(const Results& results) {
  std::set<Vintage> vintages;
  for (const VintageResult& result : results)
    if (result.measured_kg_co2eq) vintages.insert(result.vintage);
  return vintages;
}

const VintageResult* find(const Results& results, const std::string& component, Vintage vintage) {
  for (const VintageResult& result : results)
    if (result.component == component && result.vintage == vintage) return &result;
  return nullptr;
}

// The deficits of all accounts of deficits after the last issuance of each vintage.
LineSeries deficit_line(const Page& page, const std::set<Vintage>& vintages) {
  LineSeries line{.name = page.say(words::deficit_line), .paint = Paint::black, .dashed = true};
  std::map<std::string, KilogramsCo2eq> debts;
  for (const Vintage vintage : vintages) {
    for (const registry::RegistryState& state : page.run.registries)
      for (const auto& issuance : state.ledger.issuances())
        if (issuance.record.vintage == vintage)
          debts[state.ledger.activities().debt_key(issuance.record.component)] =
              issuance.record.debt_carried_kg_co2eq;
    KilogramsCo2eq sum;
    for (const auto& [component, debt] : debts) sum += debt;
    line.values.push_back(debts.empty() ? std::nullopt : std::optional(-tonnes(sum)));
  }
  return line;
}

bool has_debt(const LineSeries& line) {
  return std::ranges::any_of(line.values,
                             [](const std::optional<double>& v) { return v.value_or(0) != 0; });
}

ColumnChart chart_of(const Page& page, const Results& results, const std::set<Vintage>& vintages) {
  ColumnChart chart;
  chart.id = "chart-reductions";
  chart.title = page.say(words::reductions_caption);
  chart.unit = page.say(words::t_co2eq);
  chart.footer = page.demonstration_line();
  for (const Vintage vintage : vintages) chart.categories.push_back(year_text(vintage));
  const bool labelled = vintages.size() * page.programme.components.size() <= 16;
  for (std::size_t i = 0; i < page.programme.components.size(); ++i) {
    const std::string& id = page.programme.components[i].id;
    BarSeries series{.name = page.component_name(id), .paint = component_paint(i)};
    for (const Vintage vintage : vintages) {
      const VintageResult* result = find(results, id, vintage);
      const bool known = result && result->measured_kg_co2eq;
      series.values.push_back(known ? std::optional(tonnes(*result->measured_kg_co2eq))
                                    : std::nullopt);
      if (labelled)
        series.labels.push_back(known ? page.speech.real(tonnes(*result->measured_kg_co2eq), 0)
                                      : "");
    }
    chart.bars.push_back(std::move(series));
  }
  return chart;
}

std::string kg_text(const Page& page, KilogramsCo2eq kg) {
  return page.speech.tonnes(Rational(kg.value(), 1), 3);
}

Table table_of(const Page& page, const Results& results) {
  Table table{.caption = page.say(words::settlement_unit),
              .columns = {page.say(words::component), page.say(words::vintage),
                          page.say(words::result_kg), page.say(words::debt_before),
                          page.say(words::issued), page.say(words::debt_after)}};
  for (const VintageResult& result : results) {
    if (!result.measured_kg_co2eq) continue;
    std::vector<std::string> cells{page.component_name(result.component), year_text(result.vintage),
                                   kg_text(page, *result.measured_kg_co2eq)};
    if (result.issuance) {
      cells.push_back(kg_text(page, result.issuance->debt_brought_forward_kg_co2eq));
      cells.push_back(page.speech.whole(result.issuance->issued_t_co2eq));
      cells.push_back(kg_text(page, result.issuance->debt_carried_kg_co2eq));
    } else {
      const std::string words = page.say(words::not_settled);
      cells.insert(cells.end(), {words, "", ""});
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Table plain_table_of(const Page& page, const Results& results) {
  Table table{.caption = page.say(words::t_co2eq),
              .columns = {page.say(words::component), page.say(words::vintage),
                          page.say(words::result_kg)}};
  for (const VintageResult& result : results)
    if (result.measured_kg_co2eq)
      table.rows.push_back({page.component_name(result.component), year_text(result.vintage),
                            kg_text(page, *result.measured_kg_co2eq)});
  return table;
}

}  // namespace

std::optional<Figure> reductions_figure(const Page& page) {
  const Results results = vintage_results(page.programme, page.run);
  const auto vintages = measured_vintages(results);
  if (vintages.empty()) return std::nullopt;
  const bool with_units = !page.run.registries.empty();
  Figure figure{.id = "reductions",
                .caption = page.say(words::reductions_caption),
                .reading = page.say(with_units ? words::reductions_reading
                                               : words::reductions_reading_plain)};
  ColumnChart chart = chart_of(page, results, vintages);
  chart.description = figure.reading;
  LineSeries line = deficit_line(page, vintages);
  if (has_debt(line)) {
    // Beside the year, not at the line: there it would lie on the labels of the bars.
    for (const std::optional<double>& value : line.values)
      chart.category_notes.push_back(
          value ? page.say(words::deficit_note, {page.speech.real(*value, 0)}) : std::string());
    chart.lines.push_back(std::move(line));
  }
  figure.pictures.push_back({{}, draw(chart, page.speech)});
  figure.data.push_back(with_units ? table_of(page, results) : plain_table_of(page, results));
  return figure;
}

}  // namespace openitmo::files
