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

namespace {

// "2024" or "2024-05".
bool is_of(const YearResult& year, std::string_view period) {
  const std::string of_year = fmt::format("{}", year.year.value());
  return period == of_year || period.starts_with(of_year + "-");
}

}  // namespace

double earlier_share(const YearResult& year) {
  double share = 0;
  for (const DerivationNode& node : year.derivation.nodes)
    if (node.leaf && node.leaf->kind == LeafKind::measured && !node.period.empty() &&
        node.period < fmt::format("{}", year.year.value()))
      share += node.leaf->share;
  return share;
}

std::vector<MonthlySeries> monthly_series(const YearResult& year) {
  std::map<std::pair<std::string, std::string>, MonthlySeries> by_name;
  for (const DerivationNode& node : year.derivation.nodes) {
    if (!node.leaf || node.leaf->kind == LeafKind::default_value) continue;
    if (!is_of(year, node.period)) continue;
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
