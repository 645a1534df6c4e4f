#include "mrv/uncertainty/uncertainty_json.h"

#include <cmath>

namespace openitmo::mrv {

namespace {

void count_field(JsonWriter& json, std::string_view key, std::uint64_t value) {
  json.key(key);
  json.integer(static_cast<std::int64_t>(value));
}

void write_summary(JsonWriter& json, const SampleSummary& summary) {
  json.begin_object();
  count_field(json, "draws", summary.draws);
  real_field(json, "mean_t_co2eq", summary.mean);
  real_field(json, "standard_deviation_t_co2eq", summary.sd);
  real_field(json, "standard_error_t_co2eq", summary.standard_error);
  real_field(json, "p2_5_t_co2eq", summary.p2_5);
  real_field(json, "median_t_co2eq", summary.median);
  real_field(json, "p97_5_t_co2eq", summary.p97_5);
  real_field(json, "p2_5_error_t_co2eq", summary.p2_5_error);
  real_field(json, "p97_5_error_t_co2eq", summary.p97_5_error);
  json.end_object();
}

void write_indices(JsonWriter& json, const SampledUncertainty& sampled) {
  count_field(json, "index_draws", sampled.index_draws);
  json.key("indices");
  json.begin_array();
  for (const VarianceIndex& index : sampled.indices) {
    json.new_line();
    json.begin_object();
    text_field(json, "factor", index.factor);
    real_field(json, "first_order", index.first_order);
    real_field(json, "first_order_error", index.first_order_error);
    real_field(json, "total", index.total);
    real_field(json, "total_error", index.total_error);
    json.end_object();
  }
  json.end_array();
}

void write_approach_2(JsonWriter& json, const Quantification& result) {
  const SampledUncertainty& sampled = *result.sampled;
  json.key("approach_2");
  json.begin_object();
  // A seed may need all 64 bits, which a number of JSON does not hold.
  text_field(json, "seed", std::to_string(sampled.options.seed));
  real_field(json, "tolerance", sampled.options.tolerance);
  text_field(json, "settled", sampled.is_settled ? "yes" : "no");
  count_field(json, "factors", sampled.factors);
  json.key("total");
  write_summary(json, sampled.total);
  json.key("years");
  json.begin_array();
  for (const SampleSummary& year : sampled.years) {
    json.new_line();
    write_summary(json, year);
  }
  json.end_array();
  json.key("rounds");
  json.begin_array();
  for (const SampleSummary& round : sampled.rounds) {
    json.new_line();
    write_summary(json, round);
  }
  json.end_array();
  write_indices(json, sampled);
  json.end_object();
}

// Letters are the columns of IPCC 2006 V1 Table 3.2.
void write_table_3_2(JsonWriter& json, const TermTable& table) {
  json.key("table_3_2");
  json.begin_object();
  json.key("rows");
  json.begin_array();
  for (std::size_t i = 0; i < table.keys.size(); ++i) {
    const uncertainty::Category& category = table.categories[i];
    const uncertainty::CategoryRow& row = table.uncertainty.rows[i];
    json.new_line();
    json.begin_object();
    text_field(json, "A", table.keys[i]);
    real_field(json, "C", category.base_year);
    real_field(json, "D", category.year_t);
    real_field(json, "E", category.U_AD_percent);
    real_field(json, "F", category.U_EF_percent);
    real_field(json, "G", row.G);
    real_field(json, "H", row.H);
    real_field(json, "I", row.I);
    real_field(json, "J", row.J);
    real_field(json, "K", row.K);
    real_field(json, "L", row.L);
    real_field(json, "M", row.M);
    json.end_object();
  }
  json.end_array();
  real_field(json, "percentage_uncertainty_in_total", table.uncertainty.U_total_percent);
  real_field(json, "trend_uncertainty", table.uncertainty.U_trend_percent);
  json.end_object();
}

void write_policy(JsonWriter& json, const DeductionPolicy& policy) {
  json.key("deduction_policy");
  json.begin_object();
  text_field(json, "rule", name_of(policy.rule));
  if (policy.rule == DeductionRule::percentile) {
    real_field(json, "percentile", policy.percentile);
    count_field(json, "draws", policy.draws);
    text_field(json, "seed", std::to_string(policy.seed));
  }
  text_field(json, "source", policy.source);
  text_field(json, "confidence", name_of(policy.confidence));
  json.end_object();
}

}  // namespace

void write_approach_1(JsonWriter& json, const ErrorPropagation& errors) {
  json.key("approach_1");
  json.begin_object();
  real_field(json, "result_t_co2eq", errors.result);
  real_field(json, "half_width_t_co2eq", errors.half_width);
  if (std::isfinite(errors.percent())) real_field(json, "half_width_percent", errors.percent());
  json.key("contributions");
  json.begin_array();
  for (const ErrorContribution& contribution : errors.contributions) {
    json.new_line();
    json.begin_object();
    text_field(json, "factor", contribution.factor);
    real_field(json, "effect_t_co2eq", contribution.effect);
    real_field(json, "share", contribution.share);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_uncertainty(JsonWriter& json, const Quantification& result) {
  json.begin_object();
  write_approach_1(json, result.errors);
  write_table_3_2(json, table_3_2(result.years.front().by_term, result.years.back().by_term));
  if (result.sampled) write_approach_2(json, result);
  if (result.deduction_policy) write_policy(json, *result.deduction_policy);
  json.end_object();
}

}  // namespace openitmo::mrv
