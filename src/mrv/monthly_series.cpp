#include "mrv/monthly_series.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace openitmo::mrv {

double MonthlySeries::sum() const {
  double total = 0;
  for (const DerivationNode* month : months) total += month->value;
  return total;
}

std::vector<MonthlySeries> monthly_series(const YearResult& year) {
  std::map<std::pair<std::string, std::string>, MonthlySeries> by_name;
  const std::string of_year = fmt::format("{}-", year.year.value());
  for (const DerivationNode& node : year.derivation.nodes) {
    if (!node.leaf || node.leaf->kind == LeafKind::default_value) continue;
    if (!node.period.starts_with(of_year)) continue;
    MonthlySeries& series = by_name[{node.symbol, node.of}];
    series.symbol = node.symbol;
    series.of = node.of;
    series.unit = node.unit;
    series.source = node.leaf->source;
    series.months.push_back(&node);
    series.share += node.leaf->share;
  }
  std::vector<MonthlySeries> all;
  for (auto& [name, series] : by_name) {
    std::ranges::sort(series.months, {}, &DerivationNode::period);
    all.push_back(std::move(series));
  }
  return all;
}

}  // namespace openitmo::mrv
