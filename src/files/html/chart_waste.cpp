#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "files/html/charts.h"
#include "files/html/report_figures.h"
#include "files/html/words_charts.h"

namespace openitmo::files {

Paint component_paint(std::size_t index) {
  constexpr std::array kPaints{Paint::blue,      Paint::green,  Paint::orange, Paint::sky,
                               Paint::vermilion, Paint::purple, Paint::grey};
  return kPaints[index % kPaints.size()];
}

Filling filling_of(Basis basis) {
  return basis == Basis::published ? Filling::solid : Filling::hatched;
}

namespace {

double tonnes(std::int64_t kg) { return static_cast<double>(kg) / 1000; }

std::int64_t treated_kg(const WasteOfPeriod& row) {
  std::int64_t sum = 0;
  for (const std::int64_t kg : row.treated_kg) sum += kg;
  return sum;
}

bool is_declared(const std::vector<WasteOfPeriod>& waste) { return waste[0].period.month == 0; }

// Whether the component treats waste at all; gas wells and the like do not.
bool treats_waste(const std::vector<WasteOfPeriod>& waste, std::size_t component) {
  return std::ranges::any_of(
      waste, [&](const WasteOfPeriod& row) { return row.treated_kg[component] != 0; });
}

ColumnChart chart_of(const Page& page, const std::vector<WasteOfPeriod>& waste) {
  ColumnChart chart;
  chart.id = "chart-waste";
  chart.title = page.say(words::waste_caption);
  chart.unit = page.say(words::waste_unit);
  chart.stacked = true;
  chart.footer = page.demonstration_line();
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < page.programme.components.size(); ++i) {
    if (!treats_waste(waste, i)) continue;
    shown.push_back(i);
    chart.bars.push_back({.name = page.say(words::waste_treated_of,
                                           {page.component_name(page.programme.components[i].id)}),
                          .paint = component_paint(i),
                          .filling = is_declared(waste) ? Filling::hatched : Filling::solid});
  }
  LineSeries received{.name = page.say(words::waste_received), .markers = false};
  for (const WasteOfPeriod& row : waste) {
    chart.categories.push_back(mrv::to_string(row.period));
    received.values.push_back(tonnes(row.received_kg));
    for (std::size_t bar = 0; bar < shown.size(); ++bar)
      chart.bars[bar].values.push_back(tonnes(row.treated_kg[shown[bar]]));
  }
  if (!is_declared(waste)) chart.lines.push_back(std::move(received));
  return chart;
}

std::string exact_tonnes(const Page& page, std::int64_t kg) {
  return page.speech.tonnes(Rational(kg, 1), 1);
}

Table table_of(const Page& page, const std::vector<WasteOfPeriod>& waste) {
  Table table{.caption = page.say(words::waste_unit),
              .columns = {page.say(is_declared(waste) ? words::year : words::month),
                          page.say(words::waste_received)}};
  for (std::size_t i = 0; i < page.programme.components.size(); ++i)
    if (treats_waste(waste, i))
      table.columns.push_back(page.say(words::waste_treated_of,
                                       {page.component_name(page.programme.components[i].id)}));
  for (const WasteOfPeriod& row : waste) {
    auto& cells = table.rows.emplace_back();
    cells = {mrv::to_string(row.period), exact_tonnes(page, row.received_kg)};
    for (std::size_t i = 0; i < row.treated_kg.size(); ++i)
      if (treats_waste(waste, i)) cells.push_back(exact_tonnes(page, row.treated_kg[i]));
  }
  return table;
}

}  // namespace

std::optional<Figure> waste_figure(const Page& page) {
  const auto waste = waste_over_time(page.programme);
  if (waste.empty()) return std::nullopt;
  std::int64_t received = 0;
  std::int64_t treated = 0;
  for (const WasteOfPeriod& row : waste) {
    received += row.received_kg;
    treated += treated_kg(row);
  }
  const auto whole = [&](std::int64_t kg) { return page.speech.tonnes(Rational(kg, 1), 0); };
  Figure figure{.id = "waste", .caption = page.say(words::waste_caption), .reading = {}};
  figure.reading = is_declared(waste)
                       ? page.say(words::waste_reading_declared, {whole(received)})
                       : page.say(words::waste_reading, {whole(received), whole(treated)});
  ColumnChart chart = chart_of(page, waste);
  chart.description = figure.reading;
  figure.pictures.push_back({{}, draw(chart, page.speech)});
  figure.data.push_back(table_of(page, waste));
  return figure;
}

}  // namespace openitmo::files
