#include "mrv/figures.h"

#include <algorithm>
#include <map>
#include <utility>

namespace openitmo::mrv {

namespace {

constexpr std::pair<std::string_view, std::string_view> kGreek[] = {
    {"η", "eta"}, {"φ", "phi"}, {"ρ", "rho"}, {"Σ", "sum"}, {"·", ""},
};

// "BE_CH4,SWDS,y" becomes "bech4swdsy".
std::string plain(std::string_view symbol) {
  std::string form;
  while (!symbol.empty()) {
    const auto* greek = std::ranges::find_if(
        kGreek, [&](const auto& letter) { return symbol.starts_with(letter.first); });
    if (greek != std::end(kGreek)) {
      form += greek->second;
      symbol.remove_prefix(greek->first.size());
      continue;
    }
    const char c = symbol.front();
    symbol.remove_prefix(1);
    if (c >= 'A' && c <= 'Z')
      form += static_cast<char>(c - 'A' + 'a');
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0)
      form += c;
  }
  return form;
}

// Without the index of a year or month: "ER_y", "η_flare,m".
std::string_view without_time(std::string_view symbol) {
  for (const std::string_view ending : {",y", "_y", ",m", "_m"})
    if (symbol.ends_with(ending)) return symbol.substr(0, symbol.size() - ending.size());
  return symbol;
}

// 3 exactly, 2 as the key of a term, 1 loosely, 0 not at all.
int fit(const DerivationNode& node, std::string_view asked,
        std::span<const TermDescription> terms) {
  if (node.symbol == asked) return 3;
  for (const TermDescription& term : terms)
    if (term.symbol == node.symbol && plain(term.key) == plain(asked)) return 2;
  const std::string wanted = plain(asked);
  if (wanted.empty()) return 0;
  return plain(node.symbol) == wanted || plain(without_time(node.symbol)) == wanted ? 1 : 0;
}

}  // namespace

std::vector<std::uint32_t> find_figures(const Quantification& result, const YearResult& year,
                                        const FigureQuestion& asked) {
  return find_figures(year.derivation, described_terms(result), asked);
}

std::vector<std::uint32_t> find_figures(const Derivation& derivation,
                                        std::span<const TermDescription> terms,
                                        const FigureQuestion& asked) {
  const std::vector<DerivationNode>& nodes = derivation.nodes;
  std::vector<std::uint32_t> found;
  int best = 1;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    const int fits = fit(nodes[i], asked.symbol, terms);
    if (fits < best) continue;
    if (fits > best) found.clear();
    best = fits;
    if ((asked.of.empty() || nodes[i].of == asked.of) &&
        (asked.period.empty() || nodes[i].period == asked.period))
      found.push_back(i);
  }
  return found;
}

std::vector<FigureName> figure_names(const Derivation& derivation) {
  std::vector<FigureName> names;
  std::map<std::string_view, std::size_t> known;
  for (const DerivationNode& node : derivation.nodes) {
    const auto [place, is_new] = known.try_emplace(node.symbol, names.size());
    if (is_new)
      names.push_back({.symbol = node.symbol, .unit = node.unit, .is_leaf = node.leaf.has_value()});
    ++names[place->second].count;
  }
  return names;
}

namespace {

// The nodes below `figure` with all that use a node before it.
std::vector<std::uint32_t> users_first(const std::vector<DerivationNode>& nodes) {
  std::vector<std::size_t> waiting(nodes.size(), 0);
  for (const DerivationNode& node : nodes)
    for (const std::uint32_t child : node.children) ++waiting[child];
  std::vector<std::uint32_t> order{0};
  for (std::size_t i = 0; i < order.size(); ++i)
    for (const std::uint32_t child : nodes[order[i]].children)
      if (--waiting[child] == 0) order.push_back(child);
  return order;
}

// Breadth first from `figure`.
Derivation part_below(const Derivation& whole, std::uint32_t figure) {
  constexpr std::uint32_t kUnseen = 0xffffffff;
  std::vector<std::uint32_t> position(whole.nodes.size(), kUnseen);
  std::vector<std::uint32_t> order{figure};
  position[figure] = 0;
  Derivation part;
  for (std::size_t i = 0; i < order.size(); ++i) {
    DerivationNode node = whole.nodes[order[i]];
    for (std::uint32_t& child : node.children) {
      if (position[child] == kUnseen) {
        position[child] = static_cast<std::uint32_t>(order.size());
        order.push_back(child);
      }
      child = position[child];
    }
    part.nodes.push_back(std::move(node));
  }
  return part;
}

}  // namespace

Derivation derivation_of(const Derivation& whole, std::uint32_t figure) {
  Derivation part = part_below(whole, figure);
  std::vector<double> derivatives(part.nodes.size(), 0.0);
  derivatives[0] = 1;
  for (const std::uint32_t at : users_first(part.nodes)) {
    DerivationNode& node = part.nodes[at];
    for (std::size_t i = 0; i < node.children.size(); ++i)
      derivatives[node.children[i]] += derivatives[at] * node.partials[i];
    if (node.leaf) {
      node.leaf->contribution = node.value * derivatives[at];
      node.leaf->share = 0;
    }
  }
  set_shares(part);
  return part;
}

HangsOn hangs_on(const Derivation& derivation) {
  HangsOn sums;
  for (const DerivationNode& node : derivation.nodes) {
    if (!node.leaf) continue;
    const auto kind = static_cast<std::size_t>(node.leaf->kind);
    sums.share[kind] += node.leaf->share;
    ++sums.leaf_count[kind];
  }
  return sums;
}

}  // namespace openitmo::mrv
