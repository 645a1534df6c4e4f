#include "files/html/derivation_html.h"

#include <algorithm>
#include <span>

#include "files/html/derivation_parts.h"
#include "files/html/phrases.h"
#include "files/html/words_charts.h"
#include "files/html/words_derivation.h"

namespace openitmo::files {

namespace {

using Terms = mrv::YearTerms<double>;

// A term of the balance of one year, and the names that the methodologies' derivations give it.
struct Term {
  std::string_view symbol;
  const Words& what;
  double Terms::* value;
  std::array<std::string_view, 2> node_symbols;
  bool is_sum;
};

constexpr Term kTerms[] = {
    {"BE_CH4,SWDS,y", words::be_ch4, &Terms::BE_CH4_SWDS, {"BE_CH4,SWDS,y", ""}, false},
    {"BE_EN,y", words::be_en, &Terms::BE_EN, {"BE_EC", ""}, false},
    {"BE_y", words::be, &Terms::BE, {"BE_y", ""}, true},
    {"PE_EC,y", words::pe_ec, &Terms::PE_EC, {"PE_EC", ""}, false},
    {"PE_FC,y", words::pe_fc, &Terms::PE_FC, {"PE_FC", ""}, false},
    {"PE_CH4,y", words::pe_ch4, &Terms::PE_CH4, {"PE_CH4", ""}, false},
    {"PE_N2O,y", words::pe_n2o, &Terms::PE_N2O, {"PE_N2O", ""}, false},
    {"PE_RO,y", words::pe_ro, &Terms::PE_RO, {"PE_RO", ""}, false},
    {"PE_declared,y", words::pe_declared, &Terms::PE_declared, {"PE_declared", ""}, false},
    {"PE_y", words::pe, &Terms::PE, {"PE_COMP", "PE_y"}, true},
    {"LE_y", words::le, &Terms::LE, {"LE", ""}, true},
    {"ER_y", words::er, &Terms::ER, {"ER_y", ""}, true},
};

const mrv::DerivationNode* find_node(const mrv::Derivation& derivation, const Term& term) {
  for (const mrv::DerivationNode& node : derivation.nodes)
    for (const std::string_view symbol : term.node_symbols)
      if (!symbol.empty() && node.symbol == symbol) return &node;
  return nullptr;
}

// The first year whose derivation knows the term.
std::pair<const mrv::Derivation*, const mrv::DerivationNode*> node_of(
    const mrv::Quantification& quantification, const Term& term) {
  for (const mrv::YearResult& year : quantification.years)
    if (const auto* node = find_node(year.derivation, term)) return {&year.derivation, node};
  return {nullptr, nullptr};
}

bool occurs(const mrv::Quantification& quantification, const Term& term) {
  return term.is_sum || node_of(quantification, term).second ||
         std::ranges::any_of(quantification.years,
                             [&](const auto& year) { return year.terms.*term.value != 0; });
}

// The equation and the symbols that enter it, each once.
std::string equation_words(const mrv::Quantification& quantification, const Term& term,
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

std::string year_name(const mrv::YearResult& year) { return std::to_string(year.year.value()); }

}  // namespace

Table terms_table(const mrv::Quantification& quantification, const Speech& speech) {
  Table table{.caption = speech.say(words::terms_caption),
              .columns = {speech.say(words::term_symbol), speech.say(words::term_what),
                          speech.say(words::term_equation)},
              .text_columns = 3};
  for (const mrv::YearResult& year : quantification.years) table.columns.push_back(year_name(year));
  for (const Term& term : kTerms) {
    if (!occurs(quantification, term)) continue;
    auto& cells = table.rows.emplace_back();
    cells = {(term.is_sum ? std::string(kTotalRow) : "") + std::string(term.symbol),
             speech.say(term.what), equation_words(quantification, term, speech)};
    for (const mrv::YearResult& year : quantification.years)
      cells.push_back(speech.real(year.terms.*term.value, 3));
  }
  auto& kept = table.rows.emplace_back();
  kept = {std::string(kTotalRow) + "ER_y", speech.say(words::er_kept), ""};
  for (const mrv::YearResult& year : quantification.years)
    kept.push_back(speech.tonnes(Rational(year.reductions.value(), 1), 3));
  auto& waste = table.rows.emplace_back();
  waste = {"", speech.say(words::term_waste), ""};
  for (const mrv::YearResult& year : quantification.years)
    waste.push_back(speech.real(year.waste_t_wet, 3));
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
  if (unit != "1" && !unit.empty()) text += "\u00A0" + std::string(unit);
  return text;
}

Html derivation_part(const mrv::Quantification& quantification, const Speech& speech,
                     const DerivationSettings& settings) {
  Html html;
  add_paragraph(html,
                speech.say(words::derivation_method,
                           {quantification.methodology.name, quantification.methodology.version,
                            in_language(speech, mrv::name_of(quantification.model)),
                            in_language(speech, mrv::name_of(quantification.climate)),
                            in_language(speech, mrv::name_of(quantification.disposal_site)),
                            quantification.gwp_set, quantification.engine_version}));
  html.add(table_html(terms_table(quantification, speech)));
  html.add(leaves_part(quantification, speech, settings));
  for (const mrv::YearResult& year : quantification.years)
    html.add(tree_part(year, speech, settings));
  if (quantification.warnings.empty()) return html;
  add_paragraph(html, speech.say(words::warnings_heading));
  std::vector<std::string> warnings;
  for (const mrv::Finding& finding : quantification.warnings)
    warnings.push_back(speech.say(mrv::text_of(finding, quantification.inputs)));
  add_list(html, warnings);
  return html;
}

std::string derivation_html(const mrv::Quantification& quantification, Language language,
                            const DerivationSettings& settings) {
  return derivation_part(quantification, Speech(language), settings).markup();
}

}  // namespace openitmo::files
