#include <cmath>
#include <fmt/format.h>
#include <stdexcept>

#include "accounting/exact_sum.h"
#include "accounting/levies.h"
#include "accounting/non_ghg.h"
#include "accounting/trajectory.h"
#include "case_world.h"
#include "handlers.h"
#include "mrv/methodologies/tool04.h"

// Cases about single figures: levies, other metrics, trajectories, identifiers, rounding.
namespace openitmo::cases {

namespace {

using accounting::Period;
using accounting::YearQuantities;
using accounting::YearRational;

value tonnes(TonnesCo2eq quantity) { return json_of(quantity); }

object year_map(const std::vector<YearRational>& years) {
  object map;
  for (const YearRational& year : years)
    map[fmt::format("{}", year.year.value())] = json_of(year.amount);
  return map;
}

YearQuantities quantities(const value& map) {
  YearQuantities result;
  for (const auto& [year, amount] : by_year(map)) result[CalendarYear(year)] = amount;
  return result;
}

Period period_of(const value& years) {
  return {CalendarYear(static_cast<int>(years.at(0).as_int64())),
          CalendarYear(static_cast<int>(years.at(1).as_int64()))};
}

// Shares at issuance, each agreed rate as it stands.
object levied(const Case& one) {
  const TonnesCo2eq issued(quantity_at(one.inputs, "issued"));
  accounting::LevyTerms terms;
  terms.omge_share = exact_of(at(one.inputs, "omge_rate"));
  if (one.inputs.contains("sop_rate"))
    terms.adaptation_share = exact_of(at(one.inputs, "sop_rate"));
  if (const value* exempt = one.inputs.if_contains("host_is_ldc_or_sids"))
    terms.host_is_ldc_or_sids = exempt->as_bool();
  if (const value* declined = one.inputs.if_contains("opted_in"))
    terms.exemption_declined = declined->as_bool();
  const auto figures = [&](const accounting::LevyTerms& asked) -> object {
    const accounting::Levies shares = accounting::levies(issued, asked);
    return {{"sop_units", tonnes(shares.adaptation_t_co2eq)},
            {"omge_units", tonnes(shares.omge_t_co2eq)},
            {"remaining", tonnes(shares.remaining_t_co2eq)}};
  };
  object produced = figures(terms);
  accounting::LevyTerms declined = terms;
  declined.exemption_declined = true;
  produced["if_opted_in"] = figures(declined);
  return produced;
}

object rounded_levy(const Case& one) {
  const TonnesCo2eq issued(quantity_at(one.inputs, "issued"));
  accounting::LevyTerms terms;
  terms.omge_share = exact_of(at(one.inputs, "omge_rate"));
  const std::string recommended = terms.rounding == Rounding::up ? "ceil" : "floor";
  const auto rounded = [&](Rounding rounding) {
    terms.rounding = rounding;
    return tonnes(accounting::levies(issued, terms).omge_t_co2eq);
  };
  return {{"exact",
           json_of(accounting::exact_product(
               accounting::whole(static_cast<std::int64_t>(issued.value())), terms.omge_share))},
          {"ceil", rounded(Rounding::up)},
          {"floor", rounded(Rounding::down)},
          {"recommended", recommended}};
}

// A share of units for overall mitigation, and a share of proceeds for adaptation.
object levied_on_proceeds(const Case& one) {
  const std::uint64_t issued = quantity_at(one.inputs, "issued");
  const std::uint64_t used = quantity_at(one.inputs, "used_by_buyer");
  accounting::LevyTerms terms;
  terms.omge_share = exact_of(at(one.inputs, "omge_rate"));
  const accounting::Levies shares = accounting::levies(TonnesCo2eq(issued), terms);
  World world = world_of({"AAA", "BBB"});
  for (const char* party : {"AAA", "BBB"})
    record_ndc(world, party, AdjustmentMethod::single_year_trajectory, 2021, 2030);
  world.at(Date(2025, 3, 1));
  const Units units = world.issue({.host = "AAA", .vintage = 2024, .quantity_t_co2eq = issued});
  world.must(world.cancel("AAA", 2024, shares.omge_t_co2eq.value(),
                          ledger::CancellationKind::omge_voluntary));
  world.must(world.first_transfer(units, shares.remaining_t_co2eq.value(), "BBB"));
  world.must(world.use("BBB", 2024, used, 2025));
  accounting::Settings settings;
  settings.through_year = CalendarYear(2030);
  const auto host = accounting::account(world.ledger(), party_id("AAA"), settings);
  const auto buyer = accounting::account(world.ledger(), party_id("BBB"), settings);
  return {{"omge_units", tonnes(shares.omge_t_co2eq)},
          {"first_transferred", tonnes(host.flows.first_transferred())},
          {"host_adjustment", tonnes_of_kilograms(host.figures.cumulative->adjustment_kg_co2eq)},
          {"buyer_adjustment", tonnes_of_kilograms(buyer.figures.cumulative->adjustment_kg_co2eq)},
          {"overall_mitigation", tonnes(host.holdings.cancelled_omge_t_co2eq)},
          {"sop_contribution", json_of(accounting::share_of_proceeds(
                                   shares.remaining_t_co2eq, exact_of(at(one.inputs, "price")),
                                   exact_of(at(one.inputs, "sop_rate"))))}};
}

// An indicator in its own unit: use is added, first transfer subtracted.
object indicator_of_user(const Case& one) {
  YearQuantities used, added;
  for (const value& item : at(one.inputs, "events").as_array()) {
    const object& event = item.as_object();
    const bool uses = text_at(event, "type") == "use_ndc";
    const CalendarYear year(year_at(event, uses ? "use_year" : "vintage"));
    (uses ? used : added)[year] += whole_at(event, "qty");
  }
  object adjustments, indicators;
  for (const auto& [year, level] : by_year(at(one.inputs, "indicator"))) {
    const Period only{CalendarYear(year), CalendarYear(year)};
    const Rational adjustment = accounting::annual_adjustments(only, added, used).front().amount;
    const std::string key = fmt::format("{}", year);
    adjustments[key] = json_of(accounting::indicator_adjustment(adjustment));
    indicators[key] = json_of(accounting::adjusted_indicator(level, adjustment));
  }
  return {{"adjustment", adjustments}, {"adjusted_indicator", indicators}};
}

object averaged_indicator(const Case& one) {
  const Period period = period_of(at(one.inputs, "period"));
  const auto average = accounting::average_through(
      period, period.last, quantities(at(one.inputs, "first_transferred")), {});
  return {{"average", json_of(average.average)},
          {"adjusted_indicator_target_year",
           json_of(accounting::adjusted_indicator(whole_at(one.inputs, "indicator_target_year"),
                                                  average.average))}};
}

// Units of another metric whose host has a target in t CO2 eq.
object converted(const Case& one) {
  const TonnesCo2eq quantity =
      accounting::converted_t_co2eq(1, quantity_at(one.inputs, "quantity_mwh"),
                                    exact_of(at(one.inputs, "conversion_factor_t_per_mwh")));
  World world = world_of({"AAA"});
  record_ndc(world, "AAA", AdjustmentMethod::single_year_trajectory, 2024, 2024);
  first_transfer(
      world,
      {.host = "AAA", .vintage = 2024, .quantity_t_co2eq = quantity.value(), .event_year = 2025});
  record_inventory(world, "AAA", 2024, whole_at(one.inputs, "emissions"));
  const auto year = accounting::account(world.ledger(), party_id("AAA")).figures.years.front();
  return {{"quantity_tco2e", tonnes(quantity)},
          {"corresponding_adjustment", tonnes_of_kilograms(*year.adjustment_kg_co2eq)},
          {"emissions_balance", tonnes_of_kilograms(*year.balance_kg_co2eq)}};
}

object straight_line(const Case& one) {
  return {{"trajectory",
           year_map(accounting::linear_trajectory(CalendarYear(year_at(one.inputs, "base_year")),
                                                  whole_at(one.inputs, "base_emission"),
                                                  CalendarYear(year_at(one.inputs, "target_year")),
                                                  whole_at(one.inputs, "target_level")))}};
}

object representative(const Case& one) {
  const auto shown = accounting::representativeness(period_of(at(one.inputs, "period")),
                                                    quantities(at(one.inputs, "yearly")));
  const Rational& most = shown.max_abs_deviation;
  const Rational inverse(shown.average.denominator(), shown.average.numerator());
  return {{"average", json_of(shown.average)},
          {"deviation", year_map(shown.deviations)},
          {"max_abs_deviation", json_of(most)},
          {"max_abs_deviation_over_average", json_of(accounting::exact_product(most, inverse))},
          {"official_threshold", nullptr}};
}

object identifiers(const Case& one) {
  json::array valid;
  for (const value& id : at(one.inputs, "ids").as_array())
    valid.push_back(value(ledger::ItmoIdentifier::parse(std::string(id.as_string())).has_value()));
  return {{"valid", valid}};
}

object block_quantity(const Case& one) {
  const auto first = ledger::ItmoIdentifier::parse(text_at(one.inputs, "first"));
  const auto last = ledger::ItmoIdentifier::parse(text_at(one.inputs, "last"));
  if (!first || !last) throw std::runtime_error("no ITMO identifiers");
  const ledger::ItmoRange range{*first, *last};
  if (!range.valid()) throw std::runtime_error("no range");
  return {{"quantity", tonnes(range.quantity_t_co2eq())}};
}

// Verified tonnes of each vintage, issued by the ledger.
object issued_per_vintage(const Case& one) {
  World world = world_of({"AAA"});
  record_ndc(world, "AAA", AdjustmentMethod::single_year_trajectory, 2021, 2040);
  world.at(Date(2040, 1, 1));
  object issuable;
  TonnesCo2eq total;
  for (const auto& [year, verified] : at(one.inputs, "per_vintage").as_object()) {
    const Rational exact = accounting::exact_product(exact_of(verified), Rational(1000, 1));
    if (!exact.is_integer()) throw std::runtime_error("more than kilograms");
    const std::int64_t kilograms = exact.numerator();
    const Units units =
        world.issue({.host = "AAA",
                     .vintage = std::stoi(std::string(year)),
                     .quantity_t_co2eq = static_cast<std::uint64_t>(kilograms / 1000),
                     .further_kg_co2eq = kilograms % 1000});
    issuable[year] = tonnes(units.quantity_t_co2eq());
    total += units.quantity_t_co2eq();
  }
  return {{"issuable", issuable}, {"total", tonnes(total)}};
}

// One deposit of one waste type, in its own year; to the fourth decimal, as the cases print it.
object first_order_decay(const Case& one) {
  const auto number = [&](std::string_view key) { return at(one.inputs, key).to_number<double>(); };
  const int position = year_at(one.inputs, "year") - year_at(one.inputs, "deposit_year") + 1;
  using mrv::Series;
  const mrv::tool04::WasteStream<double> stream{
      .type = "waste",
      .DOC_j = number("DOC"),
      .DOC_f = number("DOCf"),
      .k_j = number("k"),
      .W = Series<double>(std::vector<double>{number("W_t")})};
  const mrv::tool04::Swds<double> swds{.phi = number("phi"),
                                       .f = number("f"),
                                       .GWP_CH4 = number("GWP"),
                                       .OX = number("OX"),
                                       .F = number("F"),
                                       .MCF = number("MCF"),
                                       .streams = {stream}};
  const double baseline =
      mrv::tool04::BE_CH4_SWDS_y(swds, mrv::tool04::yearly_decay(swds, position), position);
  return {{"baseline_tco2e", std::round(baseline * 1e4) / 1e4}};
}

}  // namespace

std::span<const Handler> arithmetic_handlers() {
  static const std::vector<Handler> handlers{
      {{"levies"}, {"issued", "omge_rate", "sop_in", "price"}, levied_on_proceeds},
      {{"levies"}, {"issued", "omge_rate", "sop_rate"}, levied},
      {{"levies"}, {"issued", "omge_rate"}, rounded_levy},
      {{"non_ghg"}, {"party", "indicator", "events"}, indicator_of_user},
      {{"non_ghg_averaging"}, {"first_transferred", "period"}, averaged_indicator},
      {{"non_ghg_conversion"}, {"quantity_mwh", "conversion_factor_t_per_mwh"}, converted},
      {{"trajectory_building"}, {"base_year", "target_year"}, straight_line},
      {{"single_year_averaging"}, {"period", "yearly"}, representative},
      {{"identifier"}, {"ids"}, identifiers},
      {{"identifier"}, {"first", "last"}, block_quantity},
      {{"mrv_fod_swds"}, {"W_t", "DOC", "k", "deposit_year", "year"}, first_order_decay},
      {{"mrv_rounding"}, {"per_vintage"}, issued_per_vintage},
  };
  return handlers;
}

}  // namespace openitmo::cases
