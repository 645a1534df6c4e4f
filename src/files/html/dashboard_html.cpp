#include "files/html/dashboard_html.h"

#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "files/html/document.h"
#include "files/html/report_page.h"
#include "files/html/svg_chart.h"
#include "files/html/words_bridge.h"
#include "files/html/words_overview.h"
#include "files/html/words_summary.h"
#include "party/iso_3166.h"
#include "reporting/checked_rows.h"

namespace openitmo::files {

namespace {

using reporting::AuthorizationStanding;
using reporting::Deadline;
using reporting::DeadlineKind;
using reporting::DeadlineState;
using reporting::VintageStanding;

using Part = TonnesCo2eq VintageStanding::*;
struct NamedPart {
  Words name;
  Part part;
  Paint paint;
};
constexpr std::array<NamedPart, 7> kParts{{
    {words::overview_held_first, &VintageStanding::held_first_transferred, Paint::blue},
    {words::overview_held_not_first, &VintageStanding::held_not_first_transferred, Paint::sky},
    {words::overview_in_transit, &VintageStanding::in_transit, Paint::orange},
    {words::overview_sent, &VintageStanding::sent, Paint::grey},
    {words::overview_used, &VintageStanding::used, Paint::green},
    {words::overview_cancelled, &VintageStanding::cancelled, Paint::vermilion},
    {words::overview_withdrawn, &VintageStanding::withdrawn, Paint::purple},
}};

class DashboardPage {
 public:
  DashboardPage(const reporting::PartyOverview& overview, const std::vector<CheckedYear>& checks,
                Date today, std::string_view demonstration_line, Language language)
      : overview_(overview),
        checks_(checks),
        today_(today),
        demonstration_line_(demonstration_line),
        speech_(language) {}

  std::string text() const {
    Html body;
    add_deadlines(body);
    add_balance(body);
    add_holdings(body);
    add_authorizations(body);
    add_checks(body);
    return document_html({.lang = std::string(speech_.lang_attribute()),
                          .kind = say(words::overview_document),
                          .title = speech_.say(words::overview_title, {party_name()}),
                          .summary = summary(),
                          .demonstration_line = std::string(demonstration_line_),
                          .page_word = say(words::page)},
                         Html(), body);
  }

 private:
  std::string party_name() const {
    return party_name_text(overview_.party, overview_.name).in(speech_.language());
  }

  std::string say(const Words& words) const { return speech_.say(words); }

  std::string summary() const {
    const auto& accounts = overview_.accounts;
    return speech_.say(words::overview_summary,
                       {speech_.day(today_), speech_.whole(accounts.flows.first_transferred()),
                        speech_.whole(accounts.holdings.used_ndc_t_co2eq),
                        speech_.whole(accounts.holdings.held())});
  }

  std::string state_of(const Deadline& deadline) const {
    const std::string entry = std::to_string(deadline.entry);
    const std::string done = deadline.done ? speech_.day(*deadline.done) : "";
    switch (deadline.state) {
      case DeadlineState::done:
        return speech_.say(words::overview_done, {done, entry});
      case DeadlineState::done_late:
        return speech_.say(words::overview_done_late, {done, entry});
      case DeadlineState::open:
        return say(words::overview_open);
      case DeadlineState::overdue:
        return say(words::overview_overdue);
      case DeadlineState::with_next_btr:
        return speech_.say(words::overview_with_btr, {entry});
      case DeadlineState::at_discretion:
        return say(words::overview_at_discretion);
      case DeadlineState::not_recorded:
        return say(words::overview_not_recorded);
    }
    return {};
  }

  std::string name_of_report(const Deadline& deadline) const {
    switch (deadline.kind) {
      case DeadlineKind::initial_report:
        return speech_.say(words::overview_initial_report, {deadline.approach.to_string()});
      case DeadlineKind::annual_information:
        return speech_.say(words::overview_annual, {std::to_string(deadline.year.value())});
      case DeadlineKind::biennial_transparency_report:
        return say(words::overview_btr);
      case DeadlineKind::recommendation_answer:
        return speech_.say(words::overview_recommendation,
                           {deadline.recommendation, deadline.paragraph});
    }
    return {};
  }

  void add_deadlines(Html& html) const {
    Table table{.caption = say(words::overview_due_caption),
                .columns = {say(words::overview_report), say(words::overview_due_day),
                            say(words::overview_state)},
                .text_columns = 3};
    for (const Deadline& deadline : overview_.deadlines)
      table.rows.push_back({name_of_report(deadline),
                            deadline.due ? speech_.day(*deadline.due) : "", state_of(deadline)});
    html.element("h2", say(words::overview_due)).new_line();
    html.add(table_html(table));
  }

  std::string tonnes_or_unknown(const std::optional<Rational>& kg) const {
    return kg ? speech_.tonnes(*kg, 0) : say(words::overview_unknown);
  }

  std::string adjustment_of(const accounting::YearAccount& year) const {
    if (!year.adjustment_kg_co2eq) return say(words::overview_unknown);
    const std::string tonnes = speech_.tonnes_with_sign(*year.adjustment_kg_co2eq, 0);
    return year.indicative ? tonnes + " *" : tonnes;
  }

  std::vector<std::string> balance_row(const accounting::YearAccount& year) const {
    std::vector<std::uint64_t> entries = year.first_transferred_ndc.entries;
    for (const auto* figure : {&year.first_transferred_oimp, &year.used})
      entries.insert(entries.end(), figure->entries.begin(), figure->entries.end());
    std::optional<Rational> inventory;
    if (year.inventory) {
      inventory = Rational(year.inventory->emissions_kg_co2eq.value(), 1);
      entries.push_back(year.inventory->entry);
    }
    return {std::to_string(year.year.value()),
            tonnes_or_unknown(inventory),
            speech_.whole(year.additions()),
            speech_.whole(year.subtractions()),
            adjustment_of(year),
            tonnes_or_unknown(year.balance_kg_co2eq),
            fmt::format("{}", fmt::join(entries, ", "))};
  }

  void add_balance(Html& html) const {
    html.element("h2", say(words::overview_balance)).new_line();
    const auto& accounts = overview_.accounts;
    if (!accounts.ndc) return add_paragraph(html, say(words::overview_no_ndc));
    const RecordNdc& ndc = accounts.ndc->record;
    Table table{.caption = speech_.say(words::overview_balance_caption,
                                       {ndc.ndc, std::to_string(ndc.first_year.value()),
                                        std::to_string(ndc.last_year.value())}),
                .columns = {say(words::overview_year), say(words::overview_inventory),
                            say(words::overview_added), say(words::overview_subtracted),
                            say(words::overview_adjustment), say(words::overview_balance_column),
                            say(words::overview_entries)}};
    bool is_indicative = false;
    for (const accounting::YearAccount& year : accounts.figures.years) {
      table.rows.push_back(balance_row(year));
      is_indicative = is_indicative || year.indicative;
    }
    if (is_indicative) table.notes.push_back(say(words::overview_indicative));
    for (const accounting::OutsideFlow& outside : accounts.outside)
      table.notes.push_back(speech_.say(
          words::overview_outside,
          {speech_.whole(outside.figure.quantity_t_co2eq), std::to_string(outside.year.value())}));
    html.add(table_html(table));
  }

  static std::string name_of_vintage(const VintageStanding& standing) {
    const std::string year = std::to_string(standing.vintage.value());
    return standing.metric.empty() ? year : fmt::format("{} ({})", year, standing.metric);
  }

  ColumnChart holdings_chart() const {
    ColumnChart chart{.id = "vintages",
                      .title = say(words::overview_holdings_caption),
                      .description = say(words::overview_holdings_reading),
                      .unit = say(words::bridge_t),
                      .categories = {},
                      .bars = {},
                      .stacked = true,
                      .footer = std::string(demonstration_line_)};
    for (const NamedPart& part : kParts) {
      BarSeries bar{.name = say(part.name), .paint = part.paint};
      bool any = false;
      for (const VintageStanding& standing : overview_.vintages) {
        if (!standing.metric.empty()) continue;
        const auto quantity = (standing.*part.part).value();
        any = any || quantity > 0;
        bar.values.push_back(static_cast<double>(quantity));
      }
      if (any) chart.bars.push_back(std::move(bar));
    }
    for (const VintageStanding& standing : overview_.vintages)
      if (standing.metric.empty())
        chart.categories.push_back(std::to_string(standing.vintage.value()));
    return chart;
  }

  void add_holdings(Html& html) const {
    html.element("h2", say(words::overview_holdings)).new_line();
    const ColumnChart chart = holdings_chart();
    if (!chart.bars.empty()) html.add(draw(chart, speech_));
    Table table{.caption = say(words::overview_holdings_caption),
                .columns = {say(words::overview_vintage)}};
    for (const NamedPart& part : kParts) table.columns.push_back(say(part.name));
    for (const VintageStanding& standing : overview_.vintages) {
      std::vector<std::string> row{name_of_vintage(standing)};
      for (const NamedPart& part : kParts) row.push_back(speech_.whole(standing.*part.part));
      table.rows.push_back(std::move(row));
    }
    html.add(table_html(table));
  }

  void add_authorizations(Html& html) const {
    Table table{.caption = say(words::overview_authorizations_caption),
                .columns = {say(words::overview_authorization), say(words::overview_approach),
                            say(words::overview_activity), say(words::overview_entries),
                            say(words::overview_quantity), say(words::overview_first_transferred),
                            say(words::overview_acquired), say(words::overview_used),
                            say(words::overview_left)},
                .text_columns = 4};
    for (const AuthorizationStanding& one : overview_.authorizations) {
      const bool is_limited = one.quantity.has_value();
      const TonnesCo2eq left = is_limited && *one.quantity > one.first_transferred
                                   ? *one.quantity - one.first_transferred
                                   : TonnesCo2eq();
      table.rows.push_back(
          {one.authorization, one.approach.to_string(), one.activity, std::to_string(one.entry),
           is_limited ? speech_.whole(*one.quantity) : say(words::overview_unlimited),
           one.is_host ? speech_.whole(one.first_transferred) : "",
           one.is_host ? "" : speech_.whole(one.acquired), speech_.whole(one.used),
           is_limited && one.is_host ? speech_.whole(left) : ""});
    }
    html.element("h2", say(words::overview_authorizations)).new_line();
    html.add(table_html(table));
  }

  std::string told_of(CalendarYear year) const {
    const auto told = overview_.check_results.find(year);
    if (told == overview_.check_results.end()) return {};
    const ledger::RecordCheckResult& record = told->second.record;
    const std::string whole = speech_.say(
        words::overview_told_on,
        {std::string(reporting::official_words(record.result)), std::to_string(record.major),
         std::to_string(record.minor), std::to_string(told->second.entry)});
    if (record.rows.empty()) return whole;
    return whole + "; " +
           speech_.say(words::overview_told_rows, {reporting::row_numbers(record.rows)});
  }

  void add_checks(Html& html) const {
    html.element("h2", say(words::overview_checks)).new_line();
    Table years{.caption = say(words::overview_checks_caption),
                .columns = {say(words::overview_year), say(words::overview_result),
                            say(words::overview_told)},
                .text_columns = 3};
    Table found{.caption = say(words::overview_findings_caption),
                .columns = {say(words::overview_year), say(words::overview_rule),
                            say(words::overview_where), say(words::overview_findings),
                            say(words::overview_remedy)},
                .text_columns = 5};
    for (const CheckedYear& checked : checks_) {
      const std::string year = std::to_string(checked.year.value());
      years.rows.push_back(
          {year, std::string(reporting::official_words(reporting::mark_of(checked.findings))),
           told_of(checked.year)});
      for (const reporting::Finding& finding : checked.findings)
        found.rows.push_back({year, std::string(text_of(finding.rule).code),
                              place_text(finding.at, speech_.language()),
                              what(finding, speech_.language()),
                              remedy(finding, speech_.language())});
    }
    html.add(table_html(years));
    if (!found.rows.empty()) html.add(table_html(found));
  }

  const reporting::PartyOverview& overview_;
  const std::vector<CheckedYear>& checks_;
  Date today_;
  std::string_view demonstration_line_;
  Speech speech_;
};

}  // namespace

std::string dashboard_html(const reporting::PartyOverview& overview,
                           const std::vector<CheckedYear>& checks, Date today,
                           std::string_view demonstration_line, Language language) {
  return DashboardPage(overview, checks, today, demonstration_line, language).text();
}

}  // namespace openitmo::files
