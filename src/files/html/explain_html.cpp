#include "files/html/explain_html.h"

#include <algorithm>
#include <set>

#include "files/html/derivation_parts.h"
#include "files/html/document.h"
#include "files/html/phrases.h"
#include "files/html/report_page.h"
#include "files/html/words_charts.h"
#include "files/html/words_explain.h"
#include "files/html/words_summary.h"
#include "mrv/measured_column.h"
#include "mrv/parameters.h"
#include "reporting/aef_text.h"

namespace openitmo::files {

namespace {

using mrv::DerivationNode;
using mrv::Explanation;

// The tree of one figure. A node met before is a link to where it stands.
class ExplainTree {
 public:
  ExplainTree(const Explanation& explanation, std::string prefix, const Speech& speech, int depth)
      : nodes_(explanation.derivation.nodes),
        files_(explanation.files),
        terms_(explanation.terms),
        prefix_(std::move(prefix)),
        speech_(speech),
        depth_(depth) {}

  Html draw() {
    Html html;
    html.open("ul", {{"class", "tree"}}).new_line();
    add_node(html, 0, 1);
    return std::move(html.close("ul").new_line());
  }

 private:
  // How many levels are unfolded when the page opens.
  static constexpr int kOpenLevels = 2;

  std::string id_of(std::uint32_t index) const { return prefix_ + std::to_string(index); }

  void add_node(Html& html, std::uint32_t index, int level) {
    const DerivationNode& node = nodes_[index];
    if (node.leaf) return add_leaf(html, node);
    if (!shown_.insert(index).second) return add_link(html, index);
    html.open("li", {{"id", id_of(index)}});
    if (level >= depth_) {
      add_label(html, node);
      html.text(" " + speech_.say(words::tree_deeper, {std::to_string(node.children.size())}));
    } else {
      if (level <= kOpenLevels)
        html.open("details", {{"open", ""}});
      else
        html.open("details");
      html.open("summary");
      add_label(html, node);
      html.close("summary").open("ul").new_line();
      for (const std::uint32_t child : node.children) add_node(html, child, level + 1);
      html.close("ul").close("details");
    }
    html.close("li").new_line();
  }

  std::string meaning_of(const std::string& symbol) const {
    if (const mrv::Parameter* parameter = mrv::find_parameter(symbol))
      return in_language(speech_, parameter->name);
    const auto term = std::ranges::find(terms_, symbol, &mrv::TermDescription::symbol);
    return term == terms_.end() ? meaning_of_symbol(speech_, symbol) : speech_.say(term->name);
  }

  void add_label(Html& html, const DerivationNode& node) const {
    html.element("code", node.symbol);
    std::string note;
    if (!node.of.empty()) note += " " + in_language(speech_, node.of);
    if (!node.period.empty()) note += " " + node.period;
    html.text(note + " = ");
    html.element("b", value_with_unit(speech_, node.value, in_language(speech_, node.unit)));
    const std::string meaning = meaning_of(node.symbol);
    if (!meaning.empty()) html.text(" " + meaning);
    if (!node.equation.empty())
      html.element("span", " " + in_language(speech_, node.equation), {{"class", "fine"}});
  }

  void add_link(Html& html, std::uint32_t index) const {
    html.open("li");
    add_label(html, nodes_[index]);
    html.text(" ");
    html.element("a", speech_.say(words::tree_above), {{"href", "#" + id_of(index)}});
    html.close("li").new_line();
  }

  void add_leaf(Html& html, const DerivationNode& node) const {
    const mrv::Leaf& leaf = *node.leaf;
    html.open("li", {{"class", "leaf"}});
    html.element("span", kind_words(speech_, leaf.kind),
                 {{"class", "mark " + std::string(mrv::name_of(leaf.kind))}});
    html.text(" ");
    add_label(html, node);
    html.element("span", " " + speech_.percent(leaf.share, 2), {{"class", "share"}});
    html.element("span", " " + end_of(node), {{"class", "fine"}});
    html.close("li").new_line();
  }

  // Source and confidence, or source, rows and column.
  std::string end_of(const DerivationNode& node) const {
    std::string text = in_language(speech_, node.leaf->source);
    if (node.leaf->confidence)
      text =
          speech_.say(words::confidence, {text, confidence_words(speech_, *node.leaf->confidence)});
    const auto go_on = [&](const std::string& more) {
      text += speech_.say(Text({"; {}", " ; {}"}, more));
    };
    for (const ReportText& rows : row_texts(*node.leaf, files_)) go_on(rows.in(speech_.language()));
    if (const auto column = mrv::measured_column(node))
      go_on(speech_.say(words::explain_column, {speech_.say(*column)}));
    return text;
  }

  const std::vector<DerivationNode>& nodes_;
  const std::vector<mrv::MonitoringFile>& files_;
  const std::vector<mrv::TermDescription>& terms_;
  std::string prefix_;
  const Speech& speech_;
  int depth_;
  std::set<std::uint32_t> shown_;
};

Table kinds_table(const Explanation& explanation, const Speech& speech) {
  const std::string unit = in_language(speech, explanation.figure().unit);
  Table table{.caption = speech.say(words::explain_kinds),
              .columns = {speech.say(words::leaf_kind), speech.say(words::explain_count),
                          speech.say(words::explain_share),
                          unit == "1" ? speech.say(words::leaf_value) : unit},
              .notes = {speech.say(words::explain_note)}};
  const mrv::HangsOn sums = hangs_on(explanation.derivation);
  const double value = explanation.figure().value;
  std::size_t count = 0;
  for (const mrv::LeafKind kind : mrv::kLeafKinds) {
    count += sums.leaf_count[static_cast<std::size_t>(kind)];
    table.rows.push_back(
        {kind_words(speech, kind), std::to_string(sums.leaf_count[static_cast<std::size_t>(kind)]),
         speech.percent(sums.part(kind, 1), 1), speech.significant(sums.part(kind, value))});
  }
  table.rows.push_back({std::string(kTotalRow) + speech.say(words::explain_total),
                        std::to_string(count), "", speech.significant(value)});
  return table;
}

void add_figure(Html& html, const ExplainedFigure& figure, std::size_t number, const Speech& speech,
                int depth) {
  const Explanation& one = *figure.explanation;
  const std::string id = "f" + std::to_string(number);
  html.open("section", {{"id", id}}).new_line();
  html.open("h2").element("code", one.figure().symbol);
  std::string rest;
  for (const std::string& word : {in_language(speech, one.figure().of), one.figure().period})
    if (!word.empty()) rest += " " + word;
  html.text(rest + " = " +
            value_with_unit(speech, one.figure().value, in_language(speech, one.figure().unit)));
  html.close("h2").new_line();
  std::string where = speech.text(figure.component_name);
  if (!one.report.empty()) where += ", " + one.report;
  where += ", " + std::to_string(one.year.value()) + ", " + one.methodology.name + " " +
           one.methodology.version;
  add_paragraph(html, where);
  html.add(table_html(kinds_table(one, speech)));
  html.add(ExplainTree(one, id + "-", speech, depth).draw());
  html.close("section").new_line();
}

constexpr std::string_view kStyle = R"(
.tree li{margin:.3em 0}
.tree .leaf{padding-left:.2em}
.mark{display:inline-block;font-size:.78em;font-weight:600;padding:0 .5em;border:1px solid}
.measured{background:#0b5394;color:#fff}
.default{background:#fff;color:#0b5394}
.assumed{background:#a24a00;color:#fff}
.share{font-weight:600}
@media print{.tree details:not([open]){display:block}.tree{font-size:8.5pt}}
)";

}  // namespace

std::string explain_html(const Text& programme_title, const std::vector<ExplainedFigure>& figures,
                         bool demonstration, int depth, Language language) {
  const Speech speech(language);
  Html contents;
  if (figures.size() > 1) {
    contents.open("nav", {{"aria-label", speech.say(words::contents)}}).open("ol").new_line();
    for (std::size_t i = 0; i < figures.size(); ++i) {
      const Explanation& one = *figures[i].explanation;
      contents.open("li").element(
          "a", one.component + ", " + std::to_string(one.year.value()) + ": " + one.name(),
          {{"href", "#f" + std::to_string(i + 1)}});
      contents.close("li").new_line();
    }
    contents.close("ol").close("nav").new_line();
  }
  Html body;
  for (std::size_t i = 0; i < figures.size(); ++i)
    add_figure(body, figures[i], i + 1, speech, depth);
  return document_html(
      {.lang = std::string(speech.lang_attribute()),
       .kind = speech.say(words::explain_document),
       .title = speech.text(programme_title),
       .summary = speech.say(words::explain_intro),
       .demonstration_line = demonstration ? std::string(reporting::kDemonstrationLine) : "",
       .page_word = speech.say(words::page),
       .more_style = kStyle},
      contents, body);
}

}  // namespace openitmo::files
