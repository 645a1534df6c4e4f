#include <algorithm>
#include <fmt/format.h>

#include "files/html/charts.h"
#include "files/html/report_figures.h"
#include "files/html/sections.h"
#include "files/html/words_charts.h"
#include "files/html/words_summary.h"

namespace openitmo::files {

namespace {

std::string whole_tonnes(const Page& page, KilogramsCo2eq kg) {
  return page.speech.tonnes(Rational(kg.value(), 1), 0);
}

struct Span {
  Date first;
  Date last;
};

std::optional<Span> measured_span(const Page& page) {
  std::optional<Span> span;
  for (const registry::ComponentResult& result : page.run.results) {
    const DateRange& period = result.quantification.period;
    if (!span) span = {period.first, period.last};
    span->first = std::min(span->first, period.first);
    span->last = std::max(span->last, period.last);
  }
  return span;
}

std::string kept_sentence(const Page& page, const Totals& totals, const std::string& hosts) {
  const KilogramsCo2eq kept = totals.kept_kg_co2eq();
  return kept.value() < 0
             ? page.say(words::summary_kept_negative, {whole_tonnes(page, -kept), hosts})
             : page.say(words::summary_kept, {whole_tonnes(page, kept), hosts});
}

// Nothing that a site measures, only amounts of whole years: an estimate, or a published document.
bool all_declared(const registry::Programme& programme) {
  return std::ranges::all_of(programme.components, [](const auto& component) {
    const mrv::MonitoringData& data = component.data;
    return !data.declared_waste.empty() && data.tickets.empty() && data.monthly.empty() &&
           data.electricity.empty() && data.diesel.empty();
  });
}

void add_opening(Html& html, const Page& page, const Totals& totals) {
  const auto span = measured_span(page);
  if (!span) return;
  const std::string first = page.speech.day(span->first);
  const std::string last = page.speech.day(span->last);
  const std::string components = std::to_string(page.programme.components.size());
  const std::string measured = whole_tonnes(page, totals.measured_kg_co2eq);
  if (page.run.registries.empty()) {
    add_paragraph(html,
                  page.say(all_declared(page.programme) ? words::summary_line_declared
                                                        : words::summary_line_mrv,
                           {first, last, components, measured}),
                  "lead");
    return;
  }
  const std::string hosts = page.names_of(host_parties(page.run));
  add_paragraph(
      html,
      page.say(
          words::summary_line,
          {first, last, components, measured, page.speech.whole(totals.issued_t_co2eq), hosts,
           page.speech.whole(totals.first_transferred_t_co2eq),
           page.speech.whole(totals.first_transferred_omge_t_co2eq),
           page.names_of(acquiring_parties(page.run)), page.speech.whole(totals.used_t_co2eq)}) +
          " " + kept_sentence(page, totals, hosts),
      "lead");
}

void add_card(Html& html, const Page& page, const std::string& name, const std::string& figure,
              const std::string& note, std::string_view css_class) {
  html.open("div", {{"class", std::string(css_class)}});
  html.element("dt", name);
  html.open("dd").element("strong", figure).text(" " + page.say(words::t_co2eq));
  html.element("small", note).close("dd").close("div").new_line();
}

void add_cards(Html& html, const Page& page, const Totals& totals) {
  const std::string hosts = page.names_of(host_parties(page.run));
  html.open("dl", {{"class", "cards"}}).new_line();
  const bool declared = all_declared(page.programme);
  add_card(html, page, page.say(declared ? words::card_calculated : words::card_measured),
           whole_tonnes(page, totals.measured_kg_co2eq),
           page.say(declared ? words::card_calculated_note : words::card_measured_note), "card");
  if (!page.run.registries.empty()) {
    add_card(html, page, page.say(words::card_issued), page.speech.whole(totals.issued_t_co2eq),
             page.say(words::card_issued_note), "card");
    add_card(html, page, page.say(words::card_transferred),
             page.speech.whole(totals.first_transferred_t_co2eq),
             page.say(words::card_transferred_note, {hosts}), "card");
    add_card(html, page, page.say(words::card_used), page.speech.whole(totals.used_t_co2eq),
             page.say(words::card_used_note, {page.names_of(acquiring_parties(page.run))}), "card");
    add_card(html, page, page.say(words::card_kept), whole_tonnes(page, totals.kept_kg_co2eq()),
             page.say(totals.kept_kg_co2eq().value() < 0 ? words::card_kept_note_negative
                                                         : words::card_kept_note,
                      {hosts}),
             totals.kept_kg_co2eq().value() < 0 ? "card owed" : "card kept");
  }
  html.close("dl").new_line();
}

Table keep_table(const Page& page, const Totals& totals) {
  const auto kg = [&](KilogramsCo2eq value) {
    return page.speech.tonnes(Rational(value.value(), 1), 3);
  };
  const auto minus = [&](TonnesCo2eq value) { return kg(-KilogramsCo2eq(value)); };
  const KilogramsCo2eq not_issued =
      totals.measured_kg_co2eq - KilogramsCo2eq(totals.issued_t_co2eq);
  Table table{.caption = page.say(words::keep_caption), .columns = {"", page.say(words::t_co2eq)}};
  table.rows = {{page.say(words::keep_measured), kg(totals.measured_kg_co2eq)},
                {page.say(words::keep_transferred), minus(totals.first_transferred_t_co2eq)},
                {page.say(words::keep_omge), minus(totals.first_transferred_omge_t_co2eq)},
                {page.say(words::keep_oimp), minus(totals.first_transferred_oimp_t_co2eq)},
                {std::string(kTotalRow) + page.say(words::keep_result), kg(totals.kept_kg_co2eq())},
                {page.say(words::keep_units), kg(totals.kept_kg_co2eq() - not_issued)},
                {page.say(words::keep_not_issued), kg(not_issued)}};
  if (totals.first_transferred_oimp_t_co2eq == TonnesCo2eq(0))
    table.rows.erase(table.rows.begin() + 3);
  return table;
}

void add_statement(Html& html, const std::string& headline, const std::string& text) {
  html.open("li").element("strong", headline).text(" " + text).close("li").new_line();
}

void add_statements(Html& html, const Page& page, const Totals& totals) {
  html.open("ul", {{"class", "statements"}}).new_line();
  if (double_counting_figure(page))
    add_statement(html, page.say(words::state_double),
                  page.say(words::state_double_text,
                           {page.speech.whole(totals.first_transferred_t_co2eq +
                                              totals.first_transferred_omge_t_co2eq +
                                              totals.first_transferred_oimp_t_co2eq),
                            page.speech.whole(totals.used_t_co2eq)}));
  if (!page.run.submissions.empty())
    add_statement(
        html, page.say(words::state_checks),
        page.say(words::state_checks_text, {check_mark_words(page, page.run.first_check.mark()),
                                            check_mark_words(page, page.run.final_check.mark())}));
  const auto refused = std::ranges::count_if(
      page.run.outcomes, [](const registry::ActOutcome& o) { return !o.refusal.empty(); });
  const std::string acts = std::to_string(page.run.outcomes.size());
  if (refused > 0)
    add_statement(html, page.say(words::state_refused, {std::to_string(refused), acts}),
                  page.say(words::state_refused_text));
  else
    add_statement(html, page.say(words::state_refused_none),
                  page.say(words::state_recorded, {acts}));
  std::uint64_t entries = 0;
  for (const registry::RegistryState& state : page.run.registries) entries += state.entry_count;
  add_statement(
      html, page.say(words::state_proof),
      page.say(words::state_proof_text, {page.speech.whole(static_cast<std::int64_t>(entries))}));
  html.close("ul").new_line();
}

}  // namespace

Html summary_section(const Page& page) {
  const Totals totals = totals_of(page.programme, page.run);
  Html html;
  html.open("section", {{"id", "summary"}}).new_line();
  html.element("h2", page.say(words::summary_heading)).new_line();
  add_opening(html, page, totals);
  add_cards(html, page, totals);
  if (!page.run.registries.empty()) {
    add_statements(html, page, totals);
    html.add(table_html(keep_table(page, totals)));
  }
  return std::move(html.close("section").new_line());
}

Html pictures_section(const Page& page) {
  Html html;
  html.open("section", {{"id", "pictures"}}).new_line();
  html.element("h2", page.say(words::pictures)).new_line();
  add_paragraph(html, page.say(words::pictures_key));
  if (page.programme.demonstration)
    add_paragraph(html, page.say(words::pictures_key_demonstration));
  for (const auto& make :
       {waste_figure, reductions_figure, unit_places_figure, double_counting_figure,
        balances_figure, expected_figure, published_figure})
    if (const std::optional<Figure> figure = make(page)) html.add(figure_html(*figure, page));
  return std::move(html.close("section").new_line());
}

}  // namespace openitmo::files
