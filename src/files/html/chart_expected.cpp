#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "files/html/charts.h"
#include "files/html/report_figures.h"
#include "files/html/words_charts.h"
#include "quantity/decimal.h"

namespace openitmo::files {

namespace {

using Results = std::vector<VintageResult>;

double tonnes(KilogramsCo2eq kg) { return static_cast<double>(kg.value()) / 1000; }

// A published figure in kg; nothing where the text is no plain decimal number of t CO2 eq.
std::optional<std::int64_t> published_kg(const VintageResult& result) {
  return parse_scaled(result.published_t_co2eq, 3);
}

Results of_component(const Results& results, const std::string& component) {
  Results own;
  for (const VintageResult& result : results)
    if (result.component == component) own.push_back(result);
  return own;
}

// One picture a component, all on one scale.
struct Panels {
  const Words& before_name;
  std::string id;
  std::optional<double> (*before)(const VintageResult&);
};

std::optional<double> expected_of(const VintageResult& result) {
  if (!result.expected_t_co2eq) return std::nullopt;
  return static_cast<double>(result.expected_t_co2eq->value());
}
std::optional<double> published_of(const VintageResult& result) {
  const auto kg = published_kg(result);
  return kg ? std::optional(static_cast<double>(*kg) / 1000) : std::nullopt;
}

struct Scale {
  double lowest = 0;
  double highest = 0;
};

Scale scale_of(const Results& results, const Panels& panels) {
  Scale scale;
  for (const VintageResult& result : results)
    for (const auto value : {panels.before(result), result.exact_t_co2eq})
      if (value) {
        scale.lowest = std::min(scale.lowest, *value);
        scale.highest = std::max(scale.highest, *value);
      }
  return scale;
}

ColumnChart panel_of(const Page& page, const Results& own, const Panels& panels, double width) {
  ColumnChart chart;
  chart.unit = page.say(words::t_co2eq);
  chart.footer = page.demonstration_line();
  chart.width = width;
  chart.plot_height = 200;
  BarSeries before{
      .name = page.say(panels.before_name), .paint = Paint::black, .filling = Filling::outlined};
  BarSeries after{.name = page.say(&panels.before_name == &words::published ? words::recomputed
                                                                            : words::measured)};
  for (const VintageResult& result : own) {
    chart.categories.push_back(std::to_string(result.vintage.value()));
    before.values.push_back(panels.before(result));
    after.values.push_back(result.exact_t_co2eq);
  }
  chart.bars = {std::move(before), std::move(after)};
  return chart;
}

void add_panels(Figure& figure, const Page& page, const Results& results, const Panels& panels) {
  const Scale scale = scale_of(results, panels);
  const auto& components = page.programme.components;
  const double width = components.size() == 1 ? 920 : components.size() == 2 ? 450 : 340;
  figure.side_by_side = components.size() > 1;
  for (std::size_t i = 0; i < components.size(); ++i) {
    const Results own = of_component(results, components[i].id);
    if (own.empty()) continue;
    ColumnChart chart = panel_of(page, own, panels, width);
    chart.id = fmt::format("{}-{}", panels.id, i + 1);
    chart.title = figure.caption + ", " + page.component_name(components[i].id);
    chart.description = figure.reading;
    chart.bars[1].paint = component_paint(i);
    chart.lowest = scale.lowest;
    chart.highest = scale.highest;
    figure.pictures.push_back({page.component_name(components[i].id), draw(chart, page.speech)});
  }
}

// A programme states 0 where it expected no credit, which may have been a negative year: that is no
// figure to compare with.
bool has_credit(const VintageResult& result) {
  return result.expected_t_co2eq && *result.expected_t_co2eq > TonnesCo2eq(0);
}

std::string or_dash(const std::string& text) { return text.empty() ? "–" : text; }

Table expected_table(const Page& page, const Results& results) {
  Table table{
      .caption = page.say(words::t_co2eq),
      .columns = {page.say(words::component), page.say(words::year), page.say(words::expected),
                  page.say(words::measured), page.say(words::difference)}};
  for (const VintageResult& result : results) {
    std::string expected, measured, difference;
    if (result.expected_t_co2eq)
      expected = has_credit(result) ? page.speech.whole(*result.expected_t_co2eq) : "≤ 0";
    if (result.measured_kg_co2eq) measured = page.speech.real(tonnes(*result.measured_kg_co2eq), 1);
    if (has_credit(result) && result.measured_kg_co2eq)
      difference = page.speech.real_with_sign(
          tonnes(*result.measured_kg_co2eq - KilogramsCo2eq(*result.expected_t_co2eq)), 1);
    table.rows.push_back({page.component_name(result.component),
                          std::to_string(result.vintage.value()), or_dash(expected),
                          or_dash(measured), or_dash(difference)});
  }
  return table;
}

std::string expected_reading(const Page& page, const Results& results) {
  TonnesCo2eq expected;
  KilogramsCo2eq measured;
  for (const VintageResult& result : results)
    if (has_credit(result) && result.measured_kg_co2eq) {
      expected += *result.expected_t_co2eq;
      measured += *result.measured_kg_co2eq;
    }
  if (expected == TonnesCo2eq(0)) return page.say(words::expected_reading_plain);
  const double difference = tonnes(measured - KilogramsCo2eq(expected));
  const double share = difference / static_cast<double>(expected.value());
  return page.say(words::expected_reading,
                  {page.speech.whole(expected), page.speech.real(tonnes(measured), 0),
                   page.speech.real_with_sign(difference, 0),
                   (share > 0 ? "+" : "") + page.speech.percent(share)});
}

Table published_table(const Page& page, const Results& results) {
  Table table{
      .caption = page.say(words::t_co2eq),
      .columns = {page.say(words::component), page.say(words::year), page.say(words::published),
                  page.say(words::recomputed), page.say(words::difference)}};
  for (const auto& component : page.programme.components)
    if (!component.published_source.empty())
      table.notes.push_back(page.say(words::published_source, {component.published_source}));
  for (const VintageResult& result : results) {
    const auto published = published_of(result);
    if (!published || !result.exact_t_co2eq) continue;
    table.rows.push_back({page.component_name(result.component),
                          std::to_string(result.vintage.value()), page.speech.real(*published, 1),
                          page.speech.real(*result.exact_t_co2eq, 3),
                          page.speech.real_with_sign(*result.exact_t_co2eq - *published, 3)});
  }
  return table;
}

}  // namespace

std::optional<Figure> expected_figure(const Page& page) {
  const Results results = vintage_results(page.programme, page.run);
  if (std::ranges::none_of(results, [](const auto& r) { return r.expected_t_co2eq.has_value(); }))
    return std::nullopt;
  Figure figure{.id = "expected",
                .caption = page.say(words::expected_caption),
                .reading = expected_reading(page, results)};
  add_panels(figure, page, results, {words::expected, "chart-expected", expected_of});
  figure.data.push_back(expected_table(page, results));
  return figure;
}

std::optional<Figure> published_figure(const Page& page) {
  const Results results = vintage_results(page.programme, page.run);
  std::optional<double> largest;
  for (const VintageResult& result : results) {
    const auto published = published_of(result);
    if (published && result.exact_t_co2eq)
      largest = std::max(largest.value_or(0), std::abs(*result.exact_t_co2eq - *published));
  }
  if (!largest) return std::nullopt;
  Figure figure{.id = "published",
                .caption = page.say(words::published_caption),
                .reading = page.say(words::published_reading, {page.speech.real(*largest, 3)})};
  add_panels(figure, page, results, {words::published, "chart-published", published_of});
  figure.data.push_back(published_table(page, results));
  return figure;
}

}  // namespace openitmo::files
