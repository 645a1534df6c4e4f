#include <array>
#include <string>

#include "calculators.h"
#include "mrv/monitoring_quality.h"
#include "mrv/uncertainty/approach_1.h"

// Uncertainty, sampling, calibration.
namespace openitmo::vectors {

namespace {

namespace quality = mrv::monitoring_quality;
namespace uncertainty = mrv::uncertainty;

json::object product(const Inputs& inputs) {
  std::vector<double> U;
  const Inputs by_name = inputs.object("U_percent");
  for (const std::string& name : by_name.keys()) U.push_back(by_name.real(name));
  return {{"U_total_percent", uncertainty::of_product(U)}};
}

json::object total(const Inputs& inputs) {
  std::vector<uncertainty::Quantity> quantities;
  double sum = 0;
  for (const Inputs& item : inputs.objects("items")) {
    quantities.push_back({.x = item.real("x"), .U_percent = item.real("U_percent")});
    sum += quantities.back().x;
  }
  return {{"total", sum}, {"U_total_percent", uncertainty::of_sum(quantities)}};
}

json::object inventory(const Inputs& inputs) {
  std::vector<uncertainty::Category> categories;
  for (const Inputs& c : inputs.objects("categories"))
    categories.push_back({.base_year = c.real("base_year"),
                          .year_t = c.real("year_t"),
                          .U_AD_percent = c.real("U_AD"),
                          .U_EF_percent = c.real("U_EF")});
  const uncertainty::InventoryUncertainty result = uncertainty::approach_1(categories);
  json::array rows;
  for (std::size_t c = 0; c < categories.size(); ++c) {
    const uncertainty::CategoryRow& r = result.rows[c];
    rows.push_back({{"name", inputs.objects("categories")[c].text("name")},
                    {"G", r.G},
                    {"H", r.H},
                    {"I", r.I},
                    {"J", r.J},
                    {"K", r.K},
                    {"L", r.L},
                    {"M", r.M}});
  }
  return {{"rows", rows},
          {"U_total_year_t_percent", result.U_total_percent},
          {"U_trend_percent", result.U_trend_percent}};
}

json::object lognormals(const Inputs& inputs) {
  std::vector<uncertainty::LognormalFactor> factors;
  for (const Inputs& factor : inputs.objects("factors"))
    factors.push_back({.mean = factor.real("mean"), .cv = factor.real("cv")});
  const uncertainty::Distribution d = uncertainty::of_lognormal_product(factors);
  return {
      {"mean", d.mean}, {"sd", d.sd}, {"median", d.median}, {"p2_5", d.p2_5}, {"p97_5", d.p97_5}};
}

json::object conservativeness(const Inputs& inputs) {
  json::array lower;
  json::array higher;
  for (const Inputs& one : inputs.objects("cases")) {
    lower.push_back(uncertainty::factor_if_lower_is_conservative(one.real("U_percent")));
    higher.push_back(uncertainty::factor_if_higher_is_conservative(one.real("U_percent")));
  }
  return {{"factor_if_lower_is_conservative", lower}, {"factor_if_higher_is_conservative", higher}};
}

std::vector<int> sizes_of(const Inputs& one) {
  const Inputs t_values = one.object("t_values");
  return quality::sample_sizes({.mean = one.real("mean"),
                                .sd = one.real("sd"),
                                .z = one.real("z"),
                                .precision = one.real("precision")},
                               [&](int n) -> std::optional<double> {
                                 const std::string key = std::to_string(n);
                                 if (!t_values.has(key)) return std::nullopt;
                                 return t_values.real(key);
                               });
}

// The first case is the temperature, the second the pressure.
json::object sample_sizes(const Inputs& inputs) {
  const std::vector<Inputs> cases = inputs.objects("cases");
  json::object results{{"n_first_pass_z", sizes_of(cases.at(0)).front()},
                       {"n_temperature", sizes_of(cases.at(0)).back()}};
  if (cases.size() > 1) results["n_pressure"] = sizes_of(cases[1]).back();
  return results;
}

json::object approximate_sample_size(const Inputs& i) {
  const quality::SampleSize size = quality::approximate_sample_size(
      i.real("z"), i.real("V"), i.real("precision"), i.real("response"), i.real("contingency"));
  return {{"n", size.n}, {"n_final", size.n_final}};
}

// The second result supposes an error of 3.5 % found, as the format's notes say.
json::object calibration(const Inputs& inputs) {
  std::vector<quality::Reading> readings;
  for (const Inputs& month : inputs.objects("series"))
    readings.push_back({.value = month.real("F_CH4_t"), .is_overdue = month.flag("overdue")});
  const double mpe = inputs.real("mpe");
  return {{"F_CH4_claimed_t", quality::claimed_total(readings, mpe, inputs.real("found_error"))},
          {"if_found_error_0_035", quality::claimed_total(readings, mpe, 0.035)}};
}

bool first_has(const Inputs& inputs, std::string_view list,
               std::initializer_list<std::string_view> keys) {
  if (!inputs.has(list)) return false;
  const std::vector<Inputs> objects = inputs.objects(list);
  return !objects.empty() && objects.front().has_all(keys);
}

constexpr std::array kCalculators{
    Calculator{[](const Inputs& i) { return i.has("U_percent"); }, product},
    Calculator{[](const Inputs& i) { return first_has(i, "items", {"x", "U_percent"}); }, total},
    Calculator{[](const Inputs& i) { return first_has(i, "categories", {"U_AD", "U_EF"}); },
               inventory},
    Calculator{[](const Inputs& i) { return first_has(i, "factors", {"mean", "cv"}); }, lognormals},
    Calculator{[](const Inputs& i) { return first_has(i, "cases", {"U_percent"}); },
               conservativeness},
    Calculator{[](const Inputs& i) { return first_has(i, "cases", {"mean", "sd", "t_values"}); },
               sample_sizes},
    Calculator{[](const Inputs& i) { return i.has_all({"V", "z", "precision", "response"}); },
               approximate_sample_size},
    Calculator{[](const Inputs& i) { return i.has_all({"series", "mpe", "found_error"}); },
               calibration},
};

}  // namespace

std::span<const Calculator> quality_calculators() { return kCalculators; }

}  // namespace openitmo::vectors
