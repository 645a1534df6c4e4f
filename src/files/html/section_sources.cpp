#include <algorithm>
#include <set>

#include "files/html/derivation_parts.h"
#include "files/html/report_figures.h"
#include "files/html/sections.h"
#include "files/html/words_charts.h"
#include "files/html/words_derivation.h"
#include "files/html/words_proof.h"

namespace openitmo::files {

namespace {

std::string confidence_name(const Page& page, const std::string& letter) {
  if (letter == "H") return page.say(words::confidence_high);
  if (letter == "M") return page.say(words::confidence_medium);
  if (letter == "L") return page.say(words::confidence_low);
  return letter;
}

void add_sources(Html& html, const Page& page) {
  if (page.programme.sources.empty()) return;
  Table table{.caption = {},
              .columns = {page.say(words::source_figure), page.say(words::source_source),
                          page.say(words::source_confidence)},
              .text_columns = 3,
              .notes = {page.say(words::source_confidence_note)}};
  for (const registry::FigureSource& source : page.programme.sources)
    table.rows.push_back({page.own(page.say(source.figure)), page.own(source.source),
                          confidence_name(page, source.confidence)});
  html.add(table_html(table));
}

// The programme's own values, each once for a component however many reports used it.
void collect_parameters(std::vector<std::string>& sentences, const Page& page) {
  std::set<std::string> known;
  for (const registry::ComponentResult& result : page.run.results)
    for (const mrv::ParameterUse& use : result.quantification.parameters) {
      if (use.kind != mrv::LeafKind::assumed) continue;
      std::string sentence =
          page.say(words::assumption_parameter,
                   {page.component_name(result.component), use.symbol,
                    value_with_unit(page.speech, use.value, use.unit), page.own(use.source),
                    confidence_words(page.speech, use.confidence)});
      if (known.insert(sentence).second) sentences.push_back(std::move(sentence));
    }
}

void add_assumptions(Html& html, const Page& page) {
  std::vector<std::string> sentences;
  if (page.programme.demonstration) sentences.push_back(page.say(words::assumption_fictitious));
  for (const accounting::PartyAccounts* party : ordered_accounts(page.run))
    for (const std::string& sentence : assumption_sentences(page, *party))
      sentences.push_back(
          page.say(words::assumption_party, {page.party_name(party->party), sentence}));
  for (const registry::ProgrammeComponent& component : page.programme.components)
    if (!component.data.declared_waste.empty())
      sentences.push_back(
          page.say(words::assumption_declared, {page.component_name(component.id)}));
  collect_parameters(sentences, page);
  html.element("h3", page.say(words::assumptions_all)).new_line();
  if (sentences.empty()) add_paragraph(html, page.say(words::assumption_none));
  add_list(html, sentences);
}

void add_refusals(Html& html, const Page& page) {
  html.element("h3", page.say(words::refusals_heading)).new_line();
  Table table{.caption = {},
              .columns = {page.say(words::refusal_act), page.say(words::refusal_place),
                          page.say(words::proof_registry), page.say(words::refusal_reason)},
              .text_columns = 4};
  for (const registry::ActOutcome& outcome : page.run.outcomes)
    if (!outcome.refusal.empty())
      table.rows.push_back(
          {outcome.act, outcome.place, outcome.registry.to_string(), page.say(outcome.refusal)});
  if (table.rows.empty()) {
    add_paragraph(html, page.say(words::refusals_none));
  } else {
    html.add(table_html(table));
  }
}

void add_evidence(Html& html, const Page& page) {
  if (page.programme.evidence.empty()) return;
  Table table{
      .caption = {}, .columns = {page.say(words::evidence_file), "SHA-256"}, .text_columns = 2};
  for (const registry::EvidenceFile& file : page.programme.evidence)
    table.rows.push_back({file.path, file.sha256});
  html.open("details").element(
      "summary",
      page.say(words::evidence_summary, {std::to_string(page.programme.evidence.size())}));
  html.add(table_html(table)).close("details").new_line();
}

}  // namespace

Html sources_section(const Page& page) {
  Html html;
  html.open("section", {{"id", "sources"}}).new_line();
  html.element("h2", page.say(words::sources_section)).new_line();
  add_refusals(html, page);
  add_assumptions(html, page);
  if (!page.programme.sources.empty())
    html.element("h3", page.say(words::sources_caption)).new_line();
  add_sources(html, page);
  add_evidence(html, page);
  return std::move(html.close("section").new_line());
}

}  // namespace openitmo::files
