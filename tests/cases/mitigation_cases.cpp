#include <array>
#include <cmath>
#include <fmt/format.h>
#include <stdexcept>

#include "accounting/exact_sum.h"
#include "handlers.h"
#include "mrv/crediting.h"
#include "mrv/gas_month.h"
#include "mrv/quantify.h"
#include "quantity/gwp.h"

// Cases about emission reductions, run through the engine.
namespace openitmo::cases {

namespace {

using mrv::Quantification;

double real_at(const object& inputs, std::string_view key) {
  return at(inputs, key).to_number<double>();
}

// To the kilogram, which is as exact as a result is ever used.
value tonnes_to_the_kilogram(double tonnes) {
  return tonnes_of_kilograms(Rational(std::llround(tonnes * 1000), 1));
}

Quantification quantified(const mrv::ComponentPlan& plan, const mrv::MonitoringData& data,
                          const DateRange& period) {
  auto result = mrv::quantify(plan, data, period);
  if (!result) throw std::runtime_error(mrv::text_of(result.error().front(), data.files).en);
  return *std::move(result);
}

mrv::ParameterOverride own(std::string symbol, double figure) {
  return {.symbol = std::move(symbol),
          .value = fmt::format("{}", figure),
          .source = "case",
          .confidence = mrv::Confidence::low};
}

double node_value(const Quantification& result, std::string_view symbol) {
  for (const mrv::DerivationNode& node : result.years.at(0).derivation.nodes)
    if (node.symbol == symbol) return node.value;
  throw std::runtime_error(fmt::format("the derivation has no {}", symbol));
}

// A month of gas sent to a flare, by ACM0001 without baseline capture.
object landfill_gas(const Case& one) {
  mrv::ComponentPlan plan;
  plan.methodology = {"ACM0001", "19.0"};
  plan.crediting_period = {Date(2026, 1, 1), Date(2026, 1, 31)};
  plan.options = {{"baseline_case", "no_rule_no_system"}};
  plan.overrides = {own("OX_top_layer", real_at(one.inputs, "oxidation_factor"))};
  if (real_at(one.inputs, "GWP") * 10 != plan.gwp.ch4_tenths)
    throw NotYetSupported("another GWP than AR5");
  mrv::MonitoringData data;
  mrv::add_gas_month(data, {.year = CalendarYear(2026),
                            .F_CH4_sent_flare_t = real_at(one.inputs, "ch4_collected_t"),
                            .eta_flare = real_at(one.inputs, "flare_efficiency")});
  data.electricity.push_back({CalendarYear(2026), 1, 0, {}});
  const Quantification result = quantified(plan, data, plan.crediting_period);
  return {{"ch4_destroyed_t", tonnes_to_the_kilogram(node_value(result, "F_CH4,PJ,y"))},
          {"baseline_after_oxidation_tco2e",
           tonnes_to_the_kilogram(result.years[0].terms.at("BE_CH4"))}};
}

object attribution(const Case& one) {
  return {{"attributable_itmos", tonnes_to_the_kilogram(mrv::crediting::ER_credited(
                                     real_at(one.inputs, "emission_reduction"), 0.0,
                                     real_at(one.inputs, "share_carbon_finance")))}};
}

// The set with the potentials of the case.
GwpSet gwp_set_of(const object& gwp) {
  for (const std::string_view name : {"AR5", "AR4", "AR5_with_feedback", "AR6_nonfossil"}) {
    const GwpSet set = *find_gwp_set(name);
    if (real_at(gwp, "CH4") * 10 == set.ch4_tenths && real_at(gwp, "N2O") * 10 == set.n2o_tenths)
      return set;
  }
  throw NotYetSupported("potentials of no known set");
}

object potentials(const Case& one) {
  const GwpSet set = gwp_set_of(at(one.inputs, "gwp").as_object());
  const auto of = [&](std::string_view key, int tenths) {
    return accounting::exact_product(exact_of(at(one.inputs, key)), Rational(tenths, 10));
  };
  return {{"tco2e", json_of(accounting::exact_sum(of("ch4_t", set.ch4_tenths),
                                                  of("n2o_t", set.n2o_tenths)))}};
}

// Months of equal reductions, as a plant that delivers a MWh a tonne; the engine splits by year.
object split_by_vintage(const Case& one) {
  const auto& period = at(one.inputs, "period").as_array();
  const DateRange days{date_of(period.at(0)), date_of(period.at(1))};
  mrv::ComponentPlan plan;
  plan.methodology = {"AMS-I.D", "18.0"};
  plan.model = mrv::DecayModel::monthly;
  plan.crediting_period = days;
  plan.options = {{"margins", "ldc_operating_margin"}};
  plan.overrides = {own("EF_OM", 1)};
  mrv::MonitoringData data;
  int month = static_cast<int>(days.first.month()) - 1;
  for (const value& tonnes : at(one.inputs, "monthly").as_array()) {
    data.monthly["electricity_delivered"].push_back(
        {.year = CalendarYear(days.first.year().value() + month / 12),
         .month = static_cast<unsigned>(month % 12) + 1,
         .values = {tonnes.to_number<double>()}});
    ++month;
  }
  object by_vintage;
  for (const mrv::YearResult& year : quantified(plan, data, days).years)
    by_vintage[fmt::format("{}", year.year.value())] =
        tonnes_of_kilograms(Rational(year.reductions.value(), 1));
  return {{"vintage", by_vintage}};
}

}  // namespace

std::span<const Handler> mitigation_handlers() {
  static const std::vector<Handler> handlers{
      {{"mrv_lfg"}, {"ch4_collected_t", "flare_efficiency", "oxidation_factor"}, landfill_gas},
      {{"mrv_attribution"}, {"emission_reduction", "share_carbon_finance"}, attribution},
      {{"mrv_gwp"}, {"ch4_t", "n2o_t", "gwp"}, potentials},
      {{"mrv_vintage"}, {"period", "monthly"}, split_by_vintage},
  };
  return handlers;
}

}  // namespace openitmo::cases
