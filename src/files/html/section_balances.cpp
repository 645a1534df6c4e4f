#include <algorithm>

#include "files/html/balance_years.h"
#include "files/html/report_figures.h"
#include "files/html/sections.h"
#include "files/html/words_balances.h"
#include "files/html/words_charts.h"

namespace openitmo::files {

namespace {

using accounting::MethodFigures;
using accounting::PartyAccounts;
using accounting::Unknown;
using accounting::YearAccount;

constexpr const char* kDash = "–";

std::string unknown_words(const Page& page, Unknown reason) {
  switch (reason) {
    case Unknown::known:
      return kDash;
    case Unknown::inventory_missing:
      return page.say(words::unknown_inventory);
    case Unknown::year_not_elapsed:
      return page.say(words::unknown_not_elapsed);
    case Unknown::period_not_over:
      return page.say(words::unknown_period);
    case Unknown::no_target:
      return page.say(words::unknown_target);
  }
  return kDash;
}

std::string kilotonnes_or(const Page& page, const std::optional<Rational>& kg,
                          const std::string& otherwise) {
  return kg ? page.speech.kilotonnes(*kg, 3) : otherwise;
}
std::string tonnes_or(const Page& page, const std::optional<Rational>& kg,
                      const std::string& otherwise) {
  return kg ? page.speech.tonnes_with_sign(*kg,
                                           kg->numerator() % 1000 == 0 && kg->is_integer() ? 0 : 3)
            : otherwise;
}

std::string adjustment_cell(const Page& page, const YearAccount& year) {
  const std::string text =
      tonnes_or(page, year.adjustment_kg_co2eq, page.say(words::unknown_not_elapsed));
  return year.indicative ? page.say(words::indicative_mark, {text}) : text;
}

bool any_trajectory(const std::vector<const YearAccount*>& years) {
  for (const YearAccount* year : years)
    if (year->trajectory_kg_co2eq) return true;
  return false;
}

bool any_oimp(const std::vector<const YearAccount*>& years) {
  for (const YearAccount* year : years)
    if (year->first_transferred_oimp.quantity_t_co2eq.value() != 0) return true;
  return false;
}

std::vector<std::string> balance_row(const Page& page, const YearAccount& year, bool with_oimp,
                                     bool with_trajectory) {
  std::vector<std::string> cells{std::to_string(year.year.value())};
  if (year.inventory) {
    cells.push_back(basis_name(page, year.inventory->basis));
    cells.push_back(
        page.speech.kilotonnes(Rational(year.inventory->emissions_kg_co2eq.value(), 1), 3));
  } else {
    cells.insert(cells.end(), {kDash, page.say(words::unknown_inventory)});
  }
  cells.push_back(page.speech.whole(year.first_transferred_ndc.quantity_t_co2eq));
  if (with_oimp) cells.push_back(page.speech.whole(year.first_transferred_oimp.quantity_t_co2eq));
  cells.push_back(page.speech.whole(year.used.quantity_t_co2eq));
  cells.push_back(adjustment_cell(page, year));
  cells.push_back(
      kilotonnes_or(page, year.balance_kg_co2eq, unknown_words(page, year.balance_unknown)));
  if (!with_trajectory) return cells;
  cells.push_back(year.trajectory_kg_co2eq
                      ? page.speech.kilotonnes(Rational(year.trajectory_kg_co2eq->value(), 1), 3)
                      : kDash);
  return cells;
}

std::string join(const std::vector<CalendarYear>& years) {
  std::string text;
  for (const CalendarYear year : years)
    text += (text.empty() ? "" : ", ") + std::to_string(year.value());
  return text;
}

void add_cumulative(Table& table, const Page& page, const accounting::Cumulative& sum) {
  const std::string first = std::to_string(sum.years.first.value());
  const std::string last = std::to_string(sum.years.last.value());
  table.rows.push_back({page.say(words::standing_cumulative, {first, last}),
                        tonnes_or(page, sum.adjustment_kg_co2eq, kDash)});
  table.rows.push_back({page.say(words::standing_cumulative_balance, {first, last}),
                        kilotonnes_or(page, sum.balance_kg_co2eq,
                                      page.say(words::standing_missing_years,
                                               {join(sum.missing_inventory_years)}))});
  if (!sum.limit_kg_co2eq) return;
  table.rows.push_back(
      {page.say(sum.limit_kind == accounting::LimitKind::budget ? words::standing_budget
                                                                : words::standing_trajectory),
       kilotonnes_or(page, sum.limit_kg_co2eq, kDash)});
  table.rows.push_back(
      {page.say(sum.limit_kind == accounting::LimitKind::budget ? words::standing_budget_left
                                                                : words::standing_margin),
       kilotonnes_or(page, sum.margin_kg_co2eq, unknown_words(page, sum.within_unknown))});
}

void add_achievement(Table& table, const Page& page, const MethodFigures& figures) {
  const accounting::Achievement& achievement = figures.achievement;
  table.rows.push_back(
      {page.say(words::standing_target_adjustment),
       tonnes_or(page, figures.target_year_adjustment_kg_co2eq, page.say(words::unknown_period))});
  table.rows.push_back(
      {page.say(words::standing_target),
       kilotonnes_or(page, achievement.level_kg_co2eq, page.say(words::unknown_target))});
  table.rows.push_back({page.say(words::standing_achieved),
                        achievement.achieved
                            ? page.say(*achievement.achieved ? words::yes : words::no)
                            : unknown_words(page, achievement.unknown)});
}

void add_overselling(Table& table, const Page& page, const PartyAccounts& accounts) {
  const accounting::Overselling& overselling = accounts.overselling;
  const auto hosts = host_parties(page.run);
  if (std::ranges::find(hosts, accounts.party) == hosts.end()) {
    table.rows.push_back({page.say(words::standing_outstanding), page.say(words::does_not_apply)});
    return;
  }
  table.rows.push_back({page.say(words::standing_outstanding),
                        overselling.outstanding_t_co2eq
                            ? page.speech.whole(*overselling.outstanding_t_co2eq)
                            : page.say(words::standing_outstanding_open)});
  table.rows.push_back({page.say(words::standing_after_authorized),
                        kilotonnes_or(page, overselling.margin_after_authorized_kg_co2eq,
                                      page.say(words::unknown))});
  if (overselling.oversold)
    table.rows.push_back({page.say(words::standing_oversold), page.say(words::yes)});
}

Table standing_table(const Page& page, const PartyAccounts& accounts) {
  const MethodFigures& figures = accounts.figures;
  Table table{.caption = page.say(words::standing_caption, {page.party_name(accounts.party)}),
              .columns = {page.say(words::standing_item), page.say(words::standing_value)}};
  if (figures.cumulative) add_cumulative(table, page, *figures.cumulative);
  if (figures.average)
    table.rows.push_back(
        {page.say(words::standing_average, {std::to_string(figures.average->elapsed_years)}),
         tonnes_or(page, figures.average->average, kDash)});
  add_achievement(table, page, figures);
  add_overselling(table, page, accounts);
  return table;
}

std::vector<std::string> method_row(const Page& page, const MethodFigures& figures,
                                    std::size_t years) {
  std::vector<std::string> cells{
      figures.declared ? page.say(words::alternatives_declared, {method_name(page, figures.choice)})
                       : method_name(page, figures.choice)};
  for (std::size_t i = 0; i < years && i < figures.years.size(); ++i)
    cells.push_back(
        tonnes_or(page, figures.years[i].adjustment_kg_co2eq, page.say(words::unknown)));
  cells.push_back(
      tonnes_or(page, figures.target_year_adjustment_kg_co2eq, page.say(words::unknown_period)));
  return cells;
}

Table alternatives_table(const Page& page, const PartyAccounts& accounts) {
  Table table{.caption = page.say(words::alternatives_caption, {page.party_name(accounts.party)}),
              .columns = {page.say(words::alternatives_method)}};
  const auto years = shown_years(accounts.figures);
  for (const YearAccount* year : years)
    table.columns.push_back(
        page.say(words::alternatives_year, {std::to_string(year->year.value())}));
  table.columns.push_back(page.say(words::alternatives_target));
  table.rows.push_back(method_row(page, accounts.figures, years.size()));
  for (const MethodFigures& figures : accounts.alternatives)
    if (!figures.declared && figures.choice != accounts.figures.choice)
      table.rows.push_back(method_row(page, figures, years.size()));
  return table;
}

std::string amount_text(const Page& page, const std::optional<Rational>& amount) {
  if (!amount) return page.say(words::unknown);
  if (amount->is_integer()) return page.speech.with_sign(amount->numerator());
  return page.speech.real_with_sign(
      static_cast<double>(amount->numerator()) / static_cast<double>(amount->denominator()), 3);
}

// An account of another metric than t CO2 eq, apart from the balance.
Table indicator_table(const Page& page, PartyId party, const accounting::MetricAccount& account) {
  Table table{
      .caption = page.say(words::indicator_caption, {page.party_name(party), account.metric}),
      .columns = {page.say(words::year), page.say(words::indicator_level),
                  page.say(words::first_transferred), page.say(words::used),
                  page.say(words::adjustment), page.say(words::indicator_adjusted)}};
  for (const accounting::MetricYear& year : account.years) {
    const bool moved = year.first_transferred.quantity_t_co2eq != TonnesCo2eq(0) ||
                       year.used.quantity_t_co2eq != TonnesCo2eq(0);
    if (!year.level && !moved) continue;
    table.rows.push_back(
        {std::to_string(year.year.value()),
         year.level ? page.speech.whole(TonnesCo2eq(*year.level)) : page.say(words::unknown),
         page.speech.whole(year.first_transferred.quantity_t_co2eq),
         page.speech.whole(year.used.quantity_t_co2eq), amount_text(page, year.adjustment),
         amount_text(page, year.adjusted_level)});
  }
  return table;
}

void add_party(Html& html, const Page& page, const PartyAccounts& accounts) {
  html.element("h3", page.party_name(accounts.party)).new_line();
  if (!accounts.ndc) {
    add_paragraph(html, page.say(words::no_ndc));
    return;
  }
  const RecordNdc& ndc = accounts.ndc->record;
  add_paragraph(
      html,
      page.say(words::ndc_line,
               {ndc.ndc, std::to_string(ndc.version), std::to_string(ndc.first_year.value()),
                std::to_string(ndc.last_year.value()), std::to_string(ndc.target_year.value()),
                method_name(page, ndc.method), basis_name(page, ndc.basis)}));
  html.add(table_html(balance_table(page, accounts)));
  html.add(table_html(standing_table(page, accounts)));
  for (const accounting::MetricAccount& account : accounts.metrics)
    html.add(table_html(indicator_table(page, accounts.party, account)));
  if (!accounts.alternatives.empty()) html.add(table_html(alternatives_table(page, accounts)));
  html.element("h4", page.say(words::assumptions_heading)).new_line();
  add_list(html, assumption_sentences(page, accounts));
}

}  // namespace

Table balance_table(const Page& page, const PartyAccounts& accounts) {
  const auto years = shown_years(accounts.figures);
  const bool with_oimp = any_oimp(years);
  const bool with_trajectory = any_trajectory(years);
  Table table{.caption = {},
              .columns = {page.say(words::year), page.say(words::basis),
                          page.say(words::kt, {page.say(words::inventory)}),
                          page.say(words::in_t, {page.say(words::first_transferred)})},
              .text_columns = 2};
  if (with_oimp)
    table.columns.push_back(page.say(words::in_t, {page.say(words::first_transferred_oimp)}));
  table.columns.push_back(page.say(words::in_t, {page.say(words::used)}));
  table.columns.push_back(page.say(words::in_t, {page.say(words::adjustment)}));
  table.columns.push_back(page.say(words::kt, {page.say(words::balance)}));
  if (with_trajectory) table.columns.push_back(page.say(words::kt, {page.say(words::trajectory)}));
  bool indicative = false;
  for (const YearAccount* year : years) {
    table.rows.push_back(balance_row(page, *year, with_oimp, with_trajectory));
    indicative = indicative || year->indicative;
  }
  if (indicative) table.notes.push_back(page.say(words::indicative_note));
  return table;
}

Html balances_section(const Page& page) {
  Html html;
  if (page.run.accounts.empty()) return html;
  html.open("section", {{"id", "accounts"}}).new_line();
  html.element("h2", page.say(words::balances_section)).new_line();
  add_paragraph(html, page.say(words::balances_intro));
  for (const PartyAccounts* party : ordered_accounts(page.run)) add_party(html, page, *party);
  return std::move(html.close("section").new_line());
}

}  // namespace openitmo::files
