#include "files/programme/deduction.h"

#include <array>
#include <fmt/format.h>

#include "files/programme/field_values.h"

namespace openitmo::files {

namespace {

constexpr std::array<std::string_view, 2> kRules{"bands", "percentile"};
constexpr std::int64_t kPercentileMax = 50;

void read_percentile(const TomlTable& table, mrv::DeductionPolicy& policy) {
  policy.percentile = static_cast<double>(table.integer("percentile", 1, kPercentileMax));
  policy.draws = static_cast<std::size_t>(
      table.optional_integer("draws", mrv::kDeductionDrawsMin, mrv::kDeductionDrawsMax)
          .value_or(static_cast<std::int64_t>(policy.draws)));
  policy.seed = static_cast<std::uint64_t>(
      table.optional_integer("seed", 0).value_or(static_cast<std::int64_t>(policy.seed)));
}

}  // namespace

std::optional<mrv::DeductionPolicy> read_deduction(const TomlTable& root,
                                                   std::vector<registry::FigureSource>& sources) {
  const std::optional<TomlTable> table = root.optional_table("conservative_deduction");
  if (!table) return std::nullopt;
  mrv::DeductionPolicy policy;
  const std::string rule = table->choice("rule", kRules);
  policy.rule = mrv::find_deduction_rule(rule).value_or(policy.rule);
  if (policy.rule == mrv::DeductionRule::percentile) read_percentile(*table, policy);
  policy.source = table->string("source");
  const std::string confidence = read_confidence(*table);
  policy.confidence = confidence_of(confidence);
  sources.push_back({.figure = {{"conservative deduction: {}", "déduction prudente : {}"}, rule},
                     .source = policy.source,
                     .confidence = confidence});
  return policy;
}

}  // namespace openitmo::files
