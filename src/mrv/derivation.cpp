#include "mrv/derivation.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "mrv/measured_column.h"
#include "mrv/phrases.h"
#include "quantity/check.h"

namespace openitmo::mrv {

std::string_view name_of(Confidence confidence) {
  switch (confidence) {
    case Confidence::high:
      return "high";
    case Confidence::medium:
      return "medium";
    case Confidence::low:
      return "low";
  }
  return {};
}

std::string_view name_of(LeafKind kind) {
  switch (kind) {
    case LeafKind::measured:
      return "measured";
    case LeafKind::default_value:
      return "default";
    case LeafKind::assumed:
      return "assumed";
  }
  return {};
}

void set_shares(Derivation& derivation) {
  double total = 0;
  for (const DerivationNode& node : derivation.nodes)
    if (node.leaf) total += std::fabs(node.leaf->contribution);
  if (total == 0) return;
  for (DerivationNode& node : derivation.nodes)
    if (node.leaf) node.leaf->share = std::fabs(node.leaf->contribution) / total;
}

namespace {

bool is_of(const DerivationNode& node, const LeafGroup& group) {
  return node.leaf && node.symbol == group.symbol && node.of == group.of &&
         node.leaf->kind == group.kind && node.leaf->source == group.source;
}

}  // namespace

const DerivationNode& first_leaf(const Derivation& derivation, const LeafGroup& group) {
  const auto leaf = std::ranges::find_if(
      derivation.nodes, [&](const DerivationNode& node) { return is_of(node, group); });
  check(leaf != derivation.nodes.end(), "a group has leaves of its derivation");
  return *leaf;
}

std::vector<LeafGroup> leaf_groups(const Derivation& derivation) {
  std::vector<LeafGroup> groups;
  for (const DerivationNode& node : derivation.nodes) {
    if (!node.leaf) continue;
    const Leaf& leaf = *node.leaf;
    auto group =
        std::ranges::find_if(groups, [&](const LeafGroup& known) { return is_of(node, known); });
    if (group == groups.end())
      group = groups.insert(group, {.symbol = node.symbol,
                                    .of = node.of,
                                    .kind = leaf.kind,
                                    .source = leaf.source,
                                    .confidence = leaf.confidence});
    ++group->leaf_count;
    group->row_count += leaf.evidence.row_count();
    group->contribution += leaf.contribution;
    group->share += leaf.share;
  }
  for (std::size_t i = 1; i < groups.size(); ++i)
    for (std::size_t j = i; j > 0 && groups[j].share > groups[j - 1].share; --j)
      std::swap(groups[j], groups[j - 1]);
  return groups;
}

namespace {

class Printer {
 public:
  Printer(const Derivation& derivation, const std::vector<MonitoringFile>& files, int levels,
          Language language)
      : derivation_(derivation), files_(files), levels_(levels), language_(language) {
    seen_.resize(derivation.nodes.size());
  }

  std::string print() {
    print_node(0, 0);
    return std::move(text_);
  }

 private:
  void print_node(std::uint32_t index, int level) {
    const DerivationNode& node = derivation_.nodes[index];
    const bool is_repeated = seen_[index] && !node.children.empty();
    seen_[index] = true;
    text_ += fmt::format("{:{}}{}", "", level * 2, in_language(language_, node.symbol));
    if (!node.of.empty()) text_ += fmt::format(" {}", in_language(language_, node.of));
    if (!node.period.empty()) text_ += fmt::format(" {}", node.period);
    add({" = {}", " = {}"}, decimal_text(fmt::format("{:.8g}", node.value)));
    if (node.unit != "1") text_ += fmt::format(" {}", in_language(language_, node.unit));
    if (!node.equation.empty())
      text_ += fmt::format("  [{}]", in_language(language_, node.equation));
    if (node.leaf) print_leaf(node, *node.leaf);
    if (is_repeated) add({"  ({})", "  ({})"}, Words("see above", "voir plus haut"));
    text_ += "\n";
    if (is_repeated || level + 1 >= levels_) return;
    for (const std::uint32_t child : node.children) print_node(child, level + 1);
  }

  void print_leaf(const DerivationNode& node, const Leaf& leaf) {
    text_ += fmt::format("  {}{}{}", in_language(language_, name_of(leaf.kind)), colon(language_),
                         in_language(language_, leaf.source));
    if (leaf.confidence)
      add({", confidence {}", ", confiance {}"}, in_language(language_, name_of(*leaf.confidence)));
    for (const RowRange& range : leaf.evidence.ranges())
      if (range.first > 0 && range.file < files_.size())
        add({", {}:{}-{} ({} rows)", ", {}:{}-{} ({} lignes)"}, files_[range.file].path,
            range.first, range.last, range.count);
    if (const auto column = measured_column(node))
      add({", column {}", ", colonne {}"}, column->in(language_));
    add({", share {} %", ", part {} %"}, decimal_text(fmt::format("{:.2f}", leaf.share * 100)));
  }

  template <class... Figures>
  void add(WordsFor<sizeof...(Figures)> words, const Figures&... figures) {
    text_ += Text(words, figures...).in(language_);
  }

  const Derivation& derivation_;
  const std::vector<MonitoringFile>& files_;
  int levels_;
  Language language_;
  std::vector<bool> seen_;
  std::string text_;
};

}  // namespace

std::string derivation_text(const Derivation& derivation, const std::vector<MonitoringFile>& files,
                            int levels, Language language) {
  if (derivation.nodes.empty()) return {};
  return Printer(derivation, files, levels, language).print();
}

}  // namespace openitmo::mrv
