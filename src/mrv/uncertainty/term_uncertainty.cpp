#include "mrv/uncertainty/term_uncertainty.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "mrv/uncertainty/error_propagation.h"

namespace openitmo::mrv {

namespace {

using Effects = std::map<std::string, double>;

double percent_of(const Effects& effects, double value) {
  double squares = 0;
  for (const auto& [factor, effect] : effects) squares += effect * effect;
  return value == 0 ? 0 : std::sqrt(squares) / std::fabs(value) * 100;
}

}  // namespace

bool raises_reductions(std::string_view key) { return key.starts_with("BE") || key == kOtherTerm; }

TermUncertainty uncertainty_of_term(std::string key, const Tape& tape, const Traced& term) {
  Effects activity_data;
  Effects factors;
  for (const Tape::Contribution& of : tape.contributions(term)) {
    if (!of.leaf->leaf->uncertainty.is_stated()) continue;
    const bool is_parameter = of.leaf->leaf->confidence.has_value();
    (is_parameter ? factors : activity_data)[factor_of(*of.leaf)] +=
        effect_of(*of.leaf, of.contribution);
  }
  const double value = raises_reductions(key) ? term.value() : -term.value();
  return {.key = std::move(key),
          .value = value,
          .U_AD_percent = percent_of(activity_data, value),
          .U_EF_percent = percent_of(factors, value)};
}

TermTable table_3_2(const std::vector<TermUncertainty>& base_year,
                    const std::vector<TermUncertainty>& year_t) {
  TermTable table;
  for (const TermUncertainty& term : year_t) {
    if (term.value == 0) continue;
    const auto before = std::ranges::find(base_year, term.key, &TermUncertainty::key);
    table.keys.push_back(term.key);
    table.categories.push_back({.base_year = before == base_year.end() ? 0 : before->value,
                                .year_t = term.value,
                                .U_AD_percent = term.U_AD_percent,
                                .U_EF_percent = term.U_EF_percent});
  }
  const auto sum_of = [&](double uncertainty::Category::* year) {
    double sum = 0;
    for (const uncertainty::Category& category : table.categories) sum += category.*year;
    return sum;
  };
  if (sum_of(&uncertainty::Category::base_year) == 0 || sum_of(&uncertainty::Category::year_t) == 0)
    return {};
  table.uncertainty = uncertainty::approach_1(table.categories);
  return table;
}

}  // namespace openitmo::mrv
