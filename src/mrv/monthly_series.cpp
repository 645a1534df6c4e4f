#include "mrv/monthly_series.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

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

namespace {

constexpr std::size_t kMonthLength = 7;  // "2024-05"

bool is_month_of(const YearResult& year, std::string_view period) {
  return period.size() == kMonthLength && is_of(year, period);
}

// What the derivation works out of `measured`, month by month.
MonthlySeries worked_out_of(const YearResult& year, const MonthlySeries& measured) {
  const std::vector<DerivationNode>& nodes = year.derivation.nodes;
  const DerivationNode& first = *measured.months.front();
  const auto uses_it = [&](std::uint32_t child) { return &nodes[child] == &first; };
  const auto user = std::ranges::find_if(nodes, [&](const DerivationNode& node) {
    return node.period == first.period && node.unit != "1" &&
           std::ranges::any_of(node.children, uses_it);
  });
  if (user == nodes.end()) return {};
  MonthlySeries series{.symbol = user->symbol,
                       .of = user->of,
                       .unit = user->unit,
                       .source = measured.source,
                       .months = {}};
  for (const DerivationNode& node : nodes)
    if (node.symbol == series.symbol && node.of == series.of && is_month_of(year, node.period))
      series.months.push_back(&node);
  std::ranges::sort(series.months, {}, &DerivationNode::period);
  return series;
}

}  // namespace

std::vector<std::string> measured_months(const YearResult& year) {
  std::set<std::string> months;
  for (const MonthlySeries& series : monthly_series(year))
    for (const DerivationNode* month : series.months)
      if (is_month_of(year, month->period)) months.insert(month->period);
  return {months.begin(), months.end()};
}

std::optional<MonthlySeries> main_series(const YearResult& year) {
  std::optional<MonthlySeries> heaviest;
  for (MonthlySeries& series : monthly_series(year))
    if (series.months.size() > 1 && series.adds_up() &&
        is_month_of(year, series.months.front()->period) &&
        (!heaviest || series.share > heaviest->share))
      heaviest = std::move(series);
  if (!heaviest || heaviest->months.size() == measured_months(year).size()) return heaviest;
  MonthlySeries worked_out = worked_out_of(year, *heaviest);
  return worked_out.months.size() > heaviest->months.size() ? std::move(worked_out) : heaviest;
}

}  // namespace openitmo::mrv
