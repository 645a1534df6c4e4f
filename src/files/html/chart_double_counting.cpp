#include <algorithm>

#include "accounting/world.h"
#include "files/html/charts.h"
#include "files/html/report_figures.h"
#include "files/html/words_balances.h"
#include "files/html/words_charts.h"

namespace openitmo::files {

namespace {

using accounting::PartyAccounts;
using accounting::WorldAccounts;
using accounting::WorldUnits;
using accounting::WorldYear;

double megatonnes(const Rational& kg) {
  return static_cast<double>(kg.numerator()) / static_cast<double>(kg.denominator()) / 1e9;
}
double tonnes(std::int64_t kg) { return static_cast<double>(kg) / 1000; }
double number(TonnesCo2eq tonnes) { return static_cast<double>(tonnes.value()); }

// What a Party adds and subtracts for one year, in kg; also outside its NDC period.
std::int64_t flow_kg(const PartyAccounts& accounts, CalendarYear year) {
  const auto of = [&](const accounting::Flow& flow) {
    return KilogramsCo2eq(accounting::figure_of(flow.by_adjusted_year, year).quantity_t_co2eq);
  };
  return (of(accounts.flows.first_transferred_ndc) + of(accounts.flows.first_transferred_oimp) -
          of(accounts.flows.used))
      .value();
}

// Up to the last year of which anything is known.
std::vector<WorldYear> known_years(const Page& page, const WorldAccounts& world) {
  std::vector<WorldYear> years = world.years;
  const auto is_known = [&](const WorldYear& year) {
    return year.emissions_kg_co2eq || std::ranges::any_of(page.run.accounts, [&](const auto& a) {
             return flow_kg(a, year.year) != 0;
           });
  };
  while (!years.empty() && !is_known(years.back())) years.pop_back();
  return years;
}

// Hatched as soon as one inventory of the sum is not a published one.
Filling filling_of_year(const Page& page, CalendarYear year) {
  for (const PartyAccounts& accounts : page.run.accounts)
    for (const accounting::YearAccount& own : accounts.figures.years)
      if (own.year == year && own.inventory && filling_of(own.inventory->basis) != Filling::solid)
        return filling_of(own.inventory->basis);
  return Filling::solid;
}

ColumnChart totals_chart(const Page& page, const std::vector<WorldYear>& years) {
  ColumnChart chart;
  chart.id = "chart-totals";
  chart.unit = page.say(words::mt_co2eq);
  chart.plot_height = 170;
  chart.unknown = page.say(words::unknown);
  BarSeries before{.name = page.say(words::total_before), .paint = Paint::sky};
  BarSeries after{.name = page.say(words::total_after), .paint = Paint::blue};
  for (const WorldYear& year : years) {
    chart.categories.push_back(std::to_string(year.year.value()));
    const auto value = [](const std::optional<Rational>& kg) {
      return kg ? std::optional(megatonnes(*kg)) : std::nullopt;
    };
    before.values.push_back(value(year.emissions_kg_co2eq));
    after.values.push_back(value(year.emissions_after_flows_kg_co2eq));
    const int digits = years.size() <= 6 ? 3 : 1;  // as many as fit
    const auto label = [&](const std::optional<double>& mt) {
      return mt ? page.speech.real(*mt, digits) : std::string();
    };
    const Filling filling = filling_of_year(page, year.year);
    before.fillings.push_back(filling);
    after.fillings.push_back(filling);
    before.labels.push_back(label(before.values.back()));
    after.labels.push_back(label(after.values.back()));
  }
  chart.bars = {std::move(before), std::move(after)};
  return chart;
}

ColumnChart flows_chart(const Page& page, const std::vector<WorldYear>& years) {
  ColumnChart chart;
  chart.id = "chart-flows";
  chart.title = page.say(words::flows_heading);
  chart.unit = page.say(words::t_co2eq);
  chart.plot_height = 150;
  LineSeries net{.name = page.say(words::net), .joined = false};
  for (const WorldYear& year : years) {
    chart.categories.push_back(std::to_string(year.year.value()));
    net.values.push_back(tonnes(year.flows_kg_co2eq));
  }
  constexpr Paint kPaints[] = {Paint::green, Paint::orange, Paint::sky, Paint::purple};
  const auto parties = ordered_accounts(page.run);
  for (std::size_t i = 0; i < parties.size(); ++i) {
    const PartyAccounts& accounts = *parties[i];
    BarSeries series{.name = page.party_name(accounts.party), .paint = kPaints[i % 4]};
    for (const WorldYear& year : years) {
      const std::int64_t kg = flow_kg(accounts, year.year);
      series.values.push_back(tonnes(kg));
      series.labels.push_back(kg == 0 ? "" : page.speech.tonnes_with_sign(Rational(kg, 1), 0));
    }
    chart.bars.push_back(std::move(series));
  }
  chart.lines.push_back(std::move(net));
  return chart;
}

struct Rest {
  const Words& name;
  Paint paint;
  TonnesCo2eq WorldUnits::* quantity;
};
constexpr Rest kRests[] = {
    {words::left_held, Paint::sky, &WorldUnits::held_t_co2eq},
    {words::left_on_the_way, Paint::purple, &WorldUnits::on_the_way_t_co2eq},
    {words::left_cancelled, Paint::grey, &WorldUnits::cancelled_t_co2eq},
    {words::left_oimp, Paint::vermilion, &WorldUnits::used_oimp_t_co2eq},
};

// Three columns: added; subtracted, hanging from the top of the first; and what remains, by what
// became of it.
ColumnChart bridge_chart(const Page& page, const WorldUnits& units) {
  ColumnChart chart;
  chart.id = "chart-bridge";
  chart.title = page.say(words::bridge_heading);
  chart.unit = page.say(words::t_co2eq);
  chart.plot_height = 190;
  chart.stacked = true;
  chart.categories = {page.say(words::bridge_added), page.say(words::bridge_subtracted),
                      page.say(words::bridge_left)};
  chart.category_notes = {
      page.speech.with_sign(static_cast<std::int64_t>(units.first_transferred_t_co2eq.value())),
      page.speech.with_sign(-static_cast<std::int64_t>(units.used_ndc_t_co2eq.value())),
      page.speech.whole(units.unused())};
  const double added = number(units.first_transferred_t_co2eq);
  const double used = number(units.used_ndc_t_co2eq);
  chart.bars = {
      {.name = page.say(words::bridge_added), .paint = Paint::green, .values = {added, {}, {}}},
      {.name = {}, .filling = Filling::invisible, .values = {{}, std::max(0.0, added - used), {}}},
      {.name = page.say(words::bridge_subtracted),
       .paint = Paint::orange,
       .values = {{}, used, {}}},
  };
  for (const Rest& rest : kRests)
    if (units.*rest.quantity != TonnesCo2eq(0))
      chart.bars.push_back({.name = page.say(rest.name),
                            .paint = rest.paint,
                            .values = {{}, {}, number(units.*rest.quantity)}});
  return chart;
}

Table years_table(const Page& page, const std::vector<WorldYear>& years) {
  Table table{
      .caption = page.say(words::flows_heading),
      .columns = {page.say(words::year), page.say(words::kt, {page.say(words::total_before)})}};
  const auto parties = ordered_accounts(page.run);
  for (const PartyAccounts* party : parties)
    table.columns.push_back(page.say(words::in_t, {page.party_name(party->party)}));
  table.columns.push_back(page.say(words::in_t, {page.say(words::net)}));
  table.columns.push_back(page.say(words::kt, {page.say(words::total_after)}));
  for (const WorldYear& year : years) {
    auto& cells = table.rows.emplace_back();
    const std::string missing =
        page.say(words::inventories_missing, {page.names_of(year.inventory_missing)});
    const auto total = [&](const std::optional<Rational>& kg) {
      return kg ? page.speech.kilotonnes(*kg, 3) : missing;
    };
    cells = {std::to_string(year.year.value()), total(year.emissions_kg_co2eq)};
    for (const PartyAccounts* party : parties)
      cells.push_back(page.speech.tonnes_with_sign(Rational(flow_kg(*party, year.year), 1), 0));
    cells.push_back(page.speech.tonnes_with_sign(Rational(year.flows_kg_co2eq, 1), 0));
    cells.push_back(total(year.emissions_after_flows_kg_co2eq));
  }
  table.notes.push_back(page.say(words::double_averaging_note));
  return table;
}

Table bridge_table(const Page& page, const WorldUnits& units) {
  Table table{.caption = page.say(words::bridge_heading),
              .columns = {page.say(words::standing_item), page.say(words::t_co2eq)}};
  table.rows.push_back(
      {page.say(words::bridge_added), page.speech.whole(units.first_transferred_t_co2eq)});
  table.rows.push_back(
      {page.say(words::bridge_subtracted), page.speech.whole(units.used_ndc_t_co2eq)});
  for (const Rest& rest : kRests)
    table.rows.push_back({page.say(rest.name), page.speech.whole(units.*rest.quantity)});
  table.rows.push_back(
      {std::string(kTotalRow) + page.say(words::bridge_left), page.speech.whole(units.unused())});
  return table;
}

}  // namespace

std::optional<Figure> double_counting_figure(const Page& page) {
  const WorldAccounts world = accounting::world(page.run.accounts);
  std::vector<const ledger::Ledger*> ledgers;
  for (const registry::RegistryState& state : page.run.registries) ledgers.push_back(&state.ledger);
  const WorldUnits units = accounting::check_world(ledgers);
  const auto years = known_years(page, world);
  if (years.empty() || units.first_transferred_t_co2eq == TonnesCo2eq(0)) return std::nullopt;
  Figure figure{.id = "double-counting",
                .caption = page.say(words::double_caption),
                .reading = page.say(words::double_reading,
                                    {page.speech.whole(units.first_transferred_t_co2eq),
                                     page.speech.whole(units.used_ndc_t_co2eq),
                                     page.speech.whole(units.unused())})};
  std::string names;
  for (const PartyAccounts* party : ordered_accounts(page.run))
    names += (names.empty() ? "" : ", ") + page.party_name(party->party);
  ColumnChart totals = totals_chart(page, years);
  totals.title = page.say(words::totals_heading, {names});
  ColumnChart flows = flows_chart(page, years);
  ColumnChart bridge = bridge_chart(page, units);
  for (ColumnChart* chart : {&bridge, &flows, &totals}) {
    chart->description = figure.reading;
    chart->footer = page.demonstration_line();
    figure.pictures.push_back({chart->title, draw(*chart, page.speech)});
  }
  figure.data = {years_table(page, years), bridge_table(page, units)};
  return figure;
}

}  // namespace openitmo::files
