#include <algorithm>

#include "files/html/balance_years.h"
#include "files/html/charts.h"
#include "files/html/report_figures.h"
#include "files/html/words_balances.h"
#include "files/html/words_charts.h"

namespace openitmo::files {

namespace {

using accounting::PartyAccounts;
using accounting::YearAccount;

double megatonnes(std::int64_t kg) { return static_cast<double>(kg) / 1e9; }
double value_of(const Rational& kg) {
  return static_cast<double>(kg.numerator()) / static_cast<double>(kg.denominator());
}
std::string id_of(const char* what, PartyId party) {
  return std::string(what) + "-" + party.to_string();
}

ColumnChart emissions_chart(const Page& page, const PartyAccounts& accounts,
                            const std::vector<const YearAccount*>& years) {
  ColumnChart chart;
  chart.id = id_of("chart-balance", accounts.party);
  chart.title = page.say(words::balances_heading, {page.party_name(accounts.party)});
  chart.unit = page.say(words::mt_co2eq);
  chart.plot_height = 190;
  chart.footer = page.demonstration_line();
  chart.unknown = page.say(words::unknown);
  BarSeries inventory{.name = page.say(words::inventory), .paint = Paint::sky};
  BarSeries balance{.name = page.say(words::balance), .paint = Paint::blue};
  LineSeries trajectory{.name = page.say(words::trajectory), .dashed = true};
  for (const YearAccount* year : years) {
    chart.categories.push_back(std::to_string(year->year.value()));
    const Filling filling = year->inventory ? filling_of(year->inventory->basis) : Filling::solid;
    inventory.fillings.push_back(filling);
    balance.fillings.push_back(filling);
    inventory.values.push_back(
        year->inventory ? std::optional(megatonnes(year->inventory->emissions_kg_co2eq.value()))
                        : std::nullopt);
    inventory.labels.push_back(year->inventory ? page.speech.real(*inventory.values.back(), 1)
                                               : "");
    balance.values.push_back(year->balance_kg_co2eq
                                 ? std::optional(value_of(*year->balance_kg_co2eq) / 1e9)
                                 : std::nullopt);
    trajectory.values.push_back(year->trajectory_kg_co2eq
                                    ? std::optional(megatonnes(year->trajectory_kg_co2eq->value()))
                                    : std::nullopt);
  }
  chart.bars = {std::move(inventory), std::move(balance)};
  if (std::ranges::any_of(trajectory.values, [](const auto& v) { return v.has_value(); }))
    chart.lines.push_back(std::move(trajectory));
  return chart;
}

ColumnChart adjustments_chart(const Page& page, const PartyAccounts& accounts,
                              const std::vector<const YearAccount*>& years) {
  ColumnChart chart;
  chart.id = id_of("chart-adjustment", accounts.party);
  chart.title = page.say(words::adjustments_heading, {page.party_name(accounts.party)});
  chart.unit = page.say(words::t_co2eq);
  chart.plot_height = 120;
  chart.legend = false;
  chart.unknown = page.say(words::unknown);
  chart.footer = page.demonstration_line();
  BarSeries adjustment{.name = page.say(words::adjustment), .paint = Paint::vermilion};
  for (const YearAccount* year : years) {
    chart.categories.push_back(std::to_string(year->year.value()));
    const auto& kg = year->adjustment_kg_co2eq;
    adjustment.values.push_back(kg ? std::optional(value_of(*kg) / 1000) : std::nullopt);
    adjustment.labels.push_back(kg ? page.speech.tonnes_with_sign(*kg, 0) : "");
    adjustment.fillings.push_back(year->indicative ? Filling::hatched : Filling::solid);
  }
  chart.bars = {std::move(adjustment)};
  return chart;
}

bool any_indicative(const std::vector<const YearAccount*>& years) {
  return std::ranges::any_of(years, [](const YearAccount* year) { return year->indicative; });
}

void add_party(Figure& figure, const Page& page, const PartyAccounts& accounts) {
  const auto years = shown_years(accounts.figures);
  if (years.empty()) return;
  const std::string name = page.party_name(accounts.party);
  ColumnChart emissions = emissions_chart(page, accounts, years);
  emissions.description = figure.reading;
  figure.pictures.push_back(
      {page.say(words::balances_heading, {name}), draw(emissions, page.speech)});
  ColumnChart adjustments = adjustments_chart(page, accounts, years);
  adjustments.description = figure.reading;
  figure.pictures.push_back({page.say(any_indicative(years) ? words::adjustments_heading_indicative
                                                            : words::adjustments_heading,
                                      {name}),
                             draw(adjustments, page.speech)});
  Table table = balance_table(page, accounts);
  table.caption = name;
  figure.data.push_back(std::move(table));
}

}  // namespace

std::vector<const YearAccount*> shown_years(const accounting::MethodFigures& figures) {
  std::vector<const YearAccount*> years;
  std::size_t last = 0;
  for (const YearAccount& year : figures.years) {
    years.push_back(&year);
    if (year.inventory || year.flows_kg_co2eq() != 0 || year.used.quantity_t_co2eq.value() != 0)
      last = years.size();
  }
  if (last > 0) years.resize(last);
  return years;
}

std::optional<Figure> balances_figure(const Page& page) {
  Figure figure{.id = "balances",
                .caption = page.say(words::balances_caption),
                .reading = page.say(words::balances_reading)};
  for (const PartyAccounts* party : ordered_accounts(page.run))
    if (party->ndc) add_party(figure, page, *party);
  if (figure.pictures.empty()) return std::nullopt;
  return figure;
}

}  // namespace openitmo::files
