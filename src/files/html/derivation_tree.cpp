#include <algorithm>
#include <map>
#include <set>

#include "files/html/derivation_parts.h"
#include "files/html/phrases.h"
#include "files/html/words_derivation.h"

namespace openitmo::files {

namespace {

// Nodes of one symbol under the same parent, such as the months of a year.
using Siblings = std::vector<std::uint32_t>;

class Tree {
 public:
  Tree(const mrv::Derivation& derivation, const Speech& speech, const DerivationSettings& settings)
      : nodes_(derivation.nodes), speech_(speech), settings_(settings) {}

  Html draw() {
    Html html;
    html.open("ul", {{"class", "tree"}}).new_line();
    add_node(html, 0, 1);
    return std::move(html.close("ul").new_line());
  }

 private:
  // In the order in which the symbols first occur.
  std::vector<Siblings> children_by_symbol(const mrv::DerivationNode& node) const {
    std::vector<Siblings> kinds;
    std::map<std::string_view, std::size_t> known;
    for (const std::uint32_t child : node.children) {
      const auto [found, is_new] = known.try_emplace(nodes_[child].symbol, kinds.size());
      if (is_new) kinds.emplace_back();
      kinds[found->second].push_back(child);
    }
    return kinds;
  }

  void add_label(Html& html, const mrv::DerivationNode& node) const {
    html.element("code", in_language(speech_, node.symbol));
    std::string note;
    if (!node.of.empty()) note += " " + in_language(speech_, node.of);
    if (!node.period.empty()) note += (note.empty() ? " " : ", ") + node.period;
    html.text(note + " = ");
    html.element("b", value_with_unit(speech_, node.value, node.unit));
    if (!node.equation.empty())
      html.element("span", " " + in_language(speech_, node.equation), {{"class", "fine"}});
    if (!node.leaf) return;
    html.element("span",
                 " " + kind_words(speech_, node.leaf->kind) + ", " +
                     in_language(speech_, node.leaf->source) + ", " +
                     speech_.percent(node.leaf->share, 1),
                 {{"class", "fine"}});
  }

  void add_node(Html& html, std::uint32_t index, int depth) {
    const mrv::DerivationNode& node = nodes_[index];
    html.open("li");
    const bool shown_before = !node.children.empty() && !shown_.insert(index).second;
    if (node.children.empty() || shown_before || depth >= settings_.tree_depth_max) {
      add_label(html, node);
      if (shown_before)
        html.text(" " + speech_.say(words::tree_above));
      else if (!node.children.empty())
        html.text(" " + speech_.say(words::tree_deeper, {std::to_string(node.children.size())}));
    } else if (depth <= 2) {
      add_label(html, node);
      add_children(html, node, depth);
    } else {
      html.open("details").open("summary");
      add_label(html, node);
      html.close("summary");
      add_children(html, node, depth);
      html.close("details");
    }
    html.close("li").new_line();
  }

  void add_children(Html& html, const mrv::DerivationNode& node, int depth) {
    html.open("ul").new_line();
    for (const Siblings& siblings : children_by_symbol(node)) {
      const std::size_t shown = std::min(siblings.size(), settings_.tree_siblings_max);
      for (std::size_t i = 0; i < shown; ++i) add_node(html, siblings[i], depth + 1);
      if (shown < siblings.size()) add_rest(html, siblings, shown);
    }
    html.close("ul").new_line();
  }

  void add_rest(Html& html, const Siblings& siblings, std::size_t shown) const {
    const std::string count = std::to_string(siblings.size() - shown);
    const std::string& first = nodes_[siblings[shown]].period;
    const std::string& last = nodes_[siblings.back()].period;
    const std::string text = first.empty() || first == last
                                 ? speech_.say(words::tree_more_plain, {count})
                                 : speech_.say(words::tree_more, {count, first, last});
    html.element("li", text, {{"class", "fine"}}).new_line();
  }

  const std::vector<mrv::DerivationNode>& nodes_;
  const Speech& speech_;
  const DerivationSettings& settings_;
  std::set<std::uint32_t> shown_;
};

}  // namespace

Html tree_part(const mrv::YearResult& year, const Speech& speech,
               const DerivationSettings& settings) {
  Html html;
  if (year.derivation.nodes.empty()) return html;
  html.open("details", {{"class", "derivation"}});
  html.element("summary", speech.say(words::tree_year, {std::to_string(year.year.value())}));
  html.new_line().add(Tree(year.derivation, speech, settings).draw());
  add_paragraph(html, speech.say(words::tree_note), "fine");
  return std::move(html.close("details").new_line());
}

}  // namespace openitmo::files
