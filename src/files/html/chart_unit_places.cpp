#include <algorithm>

#include "files/html/charts.h"
#include "files/html/report_figures.h"
#include "files/html/words_charts.h"

namespace openitmo::files {

namespace {

struct Part {
  const Words& name;
  Paint paint;
  TonnesCo2eq UnitPlaces::* quantity;
};

constexpr Part kParts[] = {
    {words::place_held, Paint::sky, &UnitPlaces::held_t_co2eq},
    {words::place_in_transit, Paint::orange, &UnitPlaces::in_transit_t_co2eq},
    {words::place_used, Paint::blue, &UnitPlaces::used_t_co2eq},
    {words::place_omge, Paint::green, &UnitPlaces::cancelled_omge_t_co2eq},
    {words::place_cancelled, Paint::grey, &UnitPlaces::cancelled_other_t_co2eq},
};

using Places = std::vector<std::pair<std::pair<PartyId, Vintage>, UnitPlaces>>;

// Rows of the host first.
Places places_of(const Page& page) {
  const auto by_party = unit_places(page.run);
  Places places(by_party.begin(), by_party.end());
  const auto hosts = host_parties(page.run);
  std::ranges::stable_sort(places, {}, [&](const auto& place) {
    return std::ranges::find(hosts, place.first.first) == hosts.end();
  });
  return places;
}

TonnesCo2eq sum_of(const Places& places, TonnesCo2eq UnitPlaces::* quantity) {
  TonnesCo2eq sum;
  for (const auto& [key, place] : places) sum += place.*quantity;
  return sum;
}

std::string row_name(const Page& page, const std::pair<PartyId, Vintage>& key) {
  return page.say(words::places_row,
                  {page.party_name(key.first), std::to_string(key.second.value())});
}

RowChart chart_of(const Page& page, const Places& places) {
  RowChart chart;
  chart.id = "chart-places";
  chart.title = page.say(words::places_caption);
  chart.unit = page.say(words::t_co2eq);
  chart.footer = page.demonstration_line();
  for (const auto& [key, place] : places) chart.rows.push_back(row_name(page, key));
  for (const Part& part : kParts) {
    if (sum_of(places, part.quantity) == TonnesCo2eq(0)) continue;
    BarSeries series{.name = page.say(part.name), .paint = part.paint};
    for (const auto& [key, place] : places)
      series.values.push_back(static_cast<double>((place.*part.quantity).value()));
    chart.bars.push_back(std::move(series));
  }
  return chart;
}

Table table_of(const Page& page, const Places& places, TonnesCo2eq total) {
  Table table{.caption = page.say(words::t_co2eq),
              .columns = {page.say(words::party), page.say(words::vintage)},
              .text_columns = 1};
  for (const Part& part : kParts) table.columns.push_back(page.say(part.name));
  table.columns.push_back(page.say(words::total));
  for (const auto& [key, place] : places) {
    auto& cells = table.rows.emplace_back();
    cells = {page.party_name(key.first), std::to_string(key.second.value())};
    for (const Part& part : kParts) cells.push_back(page.speech.whole(place.*part.quantity));
    cells.push_back(page.speech.whole(place.total()));
  }
  auto& sums = table.rows.emplace_back();
  sums = {std::string(kTotalRow) + page.say(words::total), ""};
  for (const Part& part : kParts) sums.push_back(page.speech.whole(sum_of(places, part.quantity)));
  sums.push_back(page.speech.whole(total));
  return table;
}

}  // namespace

std::optional<Figure> unit_places_figure(const Page& page) {
  const Places places = places_of(page);
  if (places.empty()) return std::nullopt;
  TonnesCo2eq total;
  for (const auto& [key, place] : places) total += place.total();
  const bool all_issued = total == totals_of(page.programme, page.run).issued_t_co2eq;
  Figure figure{
      .id = "places",
      .caption = page.say(words::places_caption),
      .reading = page.say(all_issued ? words::places_reading : words::places_reading_total,
                          {page.speech.whole(total)})};
  RowChart chart = chart_of(page, places);
  chart.description = figure.reading;
  figure.pictures.push_back({{}, draw(chart, page.speech)});
  figure.data.push_back(table_of(page, places, total));
  return figure;
}

}  // namespace openitmo::files
