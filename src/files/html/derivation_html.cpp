#include "files/html/derivation_html.h"

#include <algorithm>
#include <span>

#include "files/html/derivation_parts.h"
#include "files/html/phrases.h"
#include "files/html/words_charts.h"
#include "files/html/words_derivation.h"
#include "mrv/methodologies.h"
#include "mrv/uncertainty/uncertainty_rows.h"
#include "quantity/check.h"

namespace openitmo::files {

namespace {

using mrv::TermDescription;

const mrv::Methodology& methodology_of(const mrv::Quantification& quantification) {
  const mrv::Methodology* methodology = mrv::find_methodology(quantification.methodology);
  check(methodology != nullptr, "a result is of a released methodology");
  return *methodology;
}

const mrv::DerivationNode* find_node(const mrv::Derivation& derivation,
                                     const TermDescription& term) {
  for (const mrv::DerivationNode& node : derivation.nodes)
    if (node.symbol == term.symbol) return &node;
  return nullptr;
}

// The first year whose derivation knows the term.
std::pair<const mrv::Derivation*, const mrv::DerivationNode*> node_of(
    const mrv::Quantification& quantification, const TermDescription& term) {
  for (const mrv::YearResult& year : quantification.years)
    if (const auto* node = find_node(year.derivation, term)) return {&year.derivation, node};
  return {nullptr, nullptr};
}

bool occurs(const mrv::Quantification& quantification, const TermDescription& term) {
  return term.is_sum || node_of(quantification, term).second ||
         std::ranges::any_of(quantification.years,
                             [&](const auto& year) { return year.terms.at(term.key) != 0; });
}

// The equation and the symbols that enter it, each once.
std::string equation_words(const mrv::Quantification& quantification, const TermDescription& term,
                           const Speech& speech) {
  const auto [derivation, node] = node_of(quantification, term);
  if (!node || node->equation.empty()) return "–";
  std::vector<std::string_view> symbols;
  for (const std::uint32_t child : node->children) {
    const std::string& symbol = derivation->nodes[child].symbol;
    if (std::ranges::find(symbols, symbol) == symbols.end()) symbols.push_back(symbol);
  }
  std::string list;
  for (const std::string_view symbol : symbols) (list += list.empty() ? "" : ", ") += symbol;
  const std::string equation = in_language(speech, node->equation);
  return list.empty() ? equation : speech.say(words::term_from, {equation, list});
}

// What the programme's policy takes off, and what is left.
void add_claimed_rows(Table& table, const mrv::Quantification& quantification,
                      const Speech& speech) {
  const std::string policy = speech.say(policy_sentence(*quantification.deduction_policy));
  std::vector<std::string> deduction{"UD_y", speech.say(words::term_deduction), policy};
  std::vector<std::string> claimed{std::string(kTotalRow) + "ER_claimed,y",
                                   speech.say(words::term_claimed), "ER_y - UD_y"};
  for (const mrv::YearResult& year : quantification.years) {
    deduction.push_back(speech.real(year.deduction, 3));
    claimed.push_back(speech.real(year.claimed, 3));
  }
  table.rows.push_back(std::move(deduction));
  table.rows.push_back(std::move(claimed));
}

std::string year_name(const mrv::YearResult& year) { return std::to_string(year.year.value()); }

}  // namespace

Table terms_table(const mrv::Quantification& quantification, const Speech& speech) {
  Table table{.caption = speech.say(words::terms_caption),
              .columns = {speech.say(words::term_symbol), speech.say(words::term_what),
                          speech.say(words::term_equation)},
              .text_columns = 3};
  for (const mrv::YearResult& year : quantification.years) table.columns.push_back(year_name(year));
  for (const TermDescription& term : mrv::described_terms(quantification)) {
    if (!occurs(quantification, term)) continue;
    auto& cells = table.rows.emplace_back();
    cells = {(term.is_sum ? std::string(kTotalRow) : "") + std::string(term.symbol),
             speech.say(term.name), equation_words(quantification, term, speech)};
    for (const mrv::YearResult& year : quantification.years)
      cells.push_back(speech.real(year.terms.at(term.key), 3));
  }
  if (quantification.deduction_policy) add_claimed_rows(table, quantification, speech);
  auto& kept = table.rows.emplace_back();
  kept = {std::string(kTotalRow) + (quantification.deduction_policy ? "ER_claimed,y" : "ER_y"),
          speech.say(words::er_kept), ""};
  for (const mrv::YearResult& year : quantification.years)
    kept.push_back(speech.tonnes(Rational(year.reductions.value(), 1), 3));
  const mrv::AmountDescription& amount = methodology_of(quantification).amount;
  auto& amounts = table.rows.emplace_back();
  amounts = {
      "",
      speech.say(words::term_amount, {speech.say(amount.name), in_language(speech, amount.unit)}),
      ""};
  for (const mrv::YearResult& year : quantification.years)
    amounts.push_back(speech.real(year.amount, 3));
  return table;
}

std::string kind_words(const Speech& speech, mrv::LeafKind kind) {
  switch (kind) {
    case mrv::LeafKind::measured:
      return speech.say(words::kind_measured);
    case mrv::LeafKind::default_value:
      return speech.say(words::kind_default);
    case mrv::LeafKind::assumed:
      return speech.say(words::kind_assumed);
  }
  return {};
}

std::string confidence_words(const Speech& speech, mrv::Confidence confidence) {
  switch (confidence) {
    case mrv::Confidence::high:
      return speech.say(words::confidence_high);
    case mrv::Confidence::medium:
      return speech.say(words::confidence_medium);
    case mrv::Confidence::low:
      return speech.say(words::confidence_low);
  }
  return {};
}

std::string value_with_unit(const Speech& speech, double value, std::string_view unit) {
  std::string text = speech.significant(value);
  if (unit != "1" && !unit.empty()) text += "\u00A0" + in_language(speech, unit);
  return text;
}

namespace {

std::string method_words(const mrv::Quantification& quantification, const Speech& speech) {
  const mrv::MethodologyVersion& used = quantification.methodology;
  if (!methodology_of(quantification).looks_back)
    return speech.say(
        words::derivation_method_metered,
        {used.name, used.version, quantification.gwp_set, quantification.engine_version});
  return speech.say(
      words::derivation_method,
      {used.name, used.version, in_language(speech, mrv::name_of(quantification.model)),
       in_language(speech, mrv::name_of(quantification.climate)),
       in_language(speech, mrv::name_of(quantification.disposal_site)), quantification.gwp_set,
       quantification.engine_version});
}

}  // namespace

Html derivation_part(const mrv::Quantification& quantification, const Speech& speech,
                     const DerivationSettings& settings) {
  Html html;
  add_paragraph(html, method_words(quantification, speech));
  html.add(table_html(terms_table(quantification, speech)));
  html.add(leaves_part(quantification, speech, settings));
  for (const mrv::YearResult& year : quantification.years)
    html.add(tree_part(year, speech, settings));
  if (quantification.warnings.empty()) return html;
  add_paragraph(html, speech.say(words::warnings_heading));
  std::vector<std::string> warnings;
  for (const mrv::Finding& finding : quantification.warnings)
    warnings.push_back(speech.say(mrv::text_of(finding, quantification.inputs).in_two_languages()));
  add_list(html, warnings);
  return html;
}

std::string derivation_html(const mrv::Quantification& quantification, Language language,
                            const DerivationSettings& settings) {
  return derivation_part(quantification, Speech(language), settings).markup();
}

}  // namespace openitmo::files
