#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

#include "accounting/exact_sum.h"
#include "accounting/structured_summary.h"
#include "case_world.h"
#include "handlers.h"

// Cases about adjustments and balances of one Party by each method of para 7.
namespace openitmo::cases {

namespace {

using accounting::account;
using accounting::Achievement;
using accounting::MethodFigures;
using accounting::PartyAccounts;
using accounting::Settings;
using accounting::YearAccount;

std::string key_of(CalendarYear year) { return fmt::format("{}", year.value()); }

// One year's figures, or maps of all years, under the names of the cases.
void put_year(object& produced, const YearAccount& year) {
  produced["addition"] = json_of(year.additions());
  produced["subtraction"] = json_of(year.subtractions());
  if (year.adjustment_kg_co2eq)
    produced["corresponding_adjustment"] = tonnes_of_kilograms(*year.adjustment_kg_co2eq);
  if (year.balance_kg_co2eq)
    produced["emissions_balance"] = tonnes_of_kilograms(*year.balance_kg_co2eq);
}

void put_years(object& produced, const MethodFigures& figures) {
  object adjustments, balances;
  for (const YearAccount& year : figures.years) {
    if (year.adjustment_kg_co2eq)
      adjustments[key_of(year.year)] = tonnes_of_kilograms(*year.adjustment_kg_co2eq);
    if (year.balance_kg_co2eq)
      balances[key_of(year.year)] = tonnes_of_kilograms(*year.balance_kg_co2eq);
  }
  produced["corresponding_adjustment"] = produced["indicative_ca"] = adjustments;
  produced["emissions_balance"] = balances;
}

void put_if(object& produced, std::string_view key, const std::optional<Rational>& kilograms) {
  if (kilograms) produced[key] = tonnes_of_kilograms(*kilograms);
}

void put_cumulative(object& produced, const MethodFigures& figures) {
  if (!figures.cumulative) return;
  const auto& sum = *figures.cumulative;
  put_if(produced, "cumulative_ca", sum.adjustment_kg_co2eq);
  put_if(produced, "cumulative_emissions", sum.emissions_kg_co2eq);
  put_if(produced, "cumulative_emissions_balance", sum.balance_kg_co2eq);
  put_if(produced, "cumulative_balance", sum.balance_kg_co2eq);
  put_if(produced, "informative_cumulative_emissions_balance", sum.balance_kg_co2eq);
  if (sum.limit_kind == accounting::LimitKind::trajectory) {
    put_if(produced, "cumulative_trajectory", sum.limit_kg_co2eq);
    put_if(produced, "informative_cumulative_trajectory", sum.limit_kg_co2eq);
  } else {
    put_if(produced, "budget", sum.limit_kg_co2eq);
  }
  produced["within"] = sum.within ? value(*sum.within) : value(nullptr);
  produced["informative_cumulative_met"] = produced["within"];
  if (sum.within_unknown == accounting::Unknown::inventory_missing)
    produced["status"] = "INDETERMINATE_MISSING_INVENTORY";
  json::array missing;
  for (const CalendarYear year : sum.missing_inventory_years) missing.push_back(year.value());
  produced["missing_years"] = missing;
}

void put_achievement(object& produced, const MethodFigures& figures) {
  const Achievement& result = figures.achievement;
  put_if(produced, "margin", result.margin_kg_co2eq);
  put_if(produced, "target_level", result.level_kg_co2eq);
  put_if(produced, "target_year_balance", result.balance_kg_co2eq);
  if (!result.achieved) return;
  produced["ndc_achieved"] = produced["target_year_met"] = *result.achieved;
  produced["ndc_achieved_on_inventory_alone"] = *result.achieved_on_inventory_alone;
}

object average_json(const MethodFigures& figures) {
  if (!figures.average) return {};
  return {{"cumulative", tonnes_of_kilograms({figures.average->cumulative, 1})},
          {"elapsed_years", figures.average->elapsed_years},
          {"average", tonnes_of_kilograms(figures.average->average)}};
}

void put_average(object& produced, const MethodFigures& figures) {
  for (const auto& [key, figure] : average_json(figures)) produced[key] = figure;
  put_if(produced, "target_year_ca", figures.target_year_adjustment_kg_co2eq);
  Rational sum;
  for (const YearAccount& year : figures.years)
    if (year.adjustment_kg_co2eq) sum = accounting::exact_sum(sum, *year.adjustment_kg_co2eq);
  produced["sum_of_indicative"] = tonnes_of_kilograms(sum);
}

void put_net_by_event_year(object& produced, const World& world, const PartyAccounts& accounts) {
  object net;
  for (const auto& year : structured_summary(world.ledger(), accounts).years)
    net[key_of(year.year)] = year.r23f_t_co2eq;
  produced["net_annual_23f"] = net;
}

object figures_of(const World& world, const std::string& party, const Settings& settings) {
  const PartyAccounts accounts = account(world.ledger(), party_id(party), settings);
  object produced;
  put_years(produced, accounts.figures);
  put_cumulative(produced, accounts.figures);
  put_achievement(produced, accounts.figures);
  put_average(produced, accounts.figures);
  put_net_by_event_year(produced, world, accounts);
  return produced;
}

void settings_from(Settings& settings, const object& inputs) {
  if (inputs.contains("report_through_year"))
    settings.through_year = CalendarYear(year_at(inputs, "report_through_year"));
  if (inputs.contains("convention"))
    settings.convention = parse_enum<AveragingConvention>(text_at(inputs, "convention"));
}

// Both numerators of an interim average, where a case asks for them.
void put_both_axes(object& produced, const World& world, const std::string& party,
                   Settings settings) {
  for (const auto axis :
       {accounting::NumeratorAxis::by_vintage, accounting::NumeratorAxis::by_event_year}) {
    settings.numerator = axis;
    produced[name_of(axis)] =
        average_json(account(world.ledger(), party_id(party), settings).figures);
  }
  produced["default"] = name_of(Settings{}.numerator);
}

object one_party(const Case& one) {
  const std::string party = text_at(one.inputs, "party");
  World world = world_of({party});
  record_ndc(world, party, method_of(one.method), at(one.inputs, "ndc").as_object());
  play(world, at(one.inputs, "events"));
  const value* emissions = one.inputs.if_contains("emissions");
  if (emissions && emissions->is_object()) record_inventories(world, party, *emissions);
  if (emissions && emissions->is_int64())
    record_inventory(world, party, year_at(one.inputs, "year"), emissions->as_int64());
  Settings settings;
  settings_from(settings, one.inputs);
  object produced = figures_of(world, party, settings);
  if (one.inputs.contains("year")) {
    const auto accounts = account(world.ledger(), party_id(party), settings);
    for (const YearAccount& year : accounts.figures.years)
      if (year.year == CalendarYear(year_at(one.inputs, "year"))) put_year(produced, year);
  }
  if (one.inputs.contains("cutoff_event_year")) put_both_axes(produced, world, party, settings);
  return produced;
}

// A total without its years: booked in the first year of the period.
object one_total(const Case& one) {
  const std::string party = text_at(one.inputs, "party");
  const object& ndc = at(one.inputs, "ndc").as_object();
  World world = world_of({party});
  record_ndc(world, party, method_of(one.method), ndc);
  const int year = year_at(ndc, "first_year");
  if (one.inputs.contains("used_total"))
    use(world, party, year, quantity_at(one.inputs, "used_total"), year + 1, year + 1);
  else
    first_transfer(world, {.host = party,
                           .vintage = year,
                           .quantity_t_co2eq = quantity_at(one.inputs, "first_transferred_total"),
                           .event_year = year + 1});
  Settings settings;
  settings_from(settings, one.inputs);
  return figures_of(world, party, settings);
}

// Elapsed years to the latest inventory year, and by the calendar of the report.
object elapsed_years(const Case& one) {
  const int first_year = year_at(one.inputs, "ndc_first_year");
  const std::string report = text_at(one.inputs, "report");
  const auto day =
      Date::parse(report.substr(report.size() - std::min<std::size_t>(10, report.size())));
  if (!day) throw std::runtime_error("the report names no date");
  World world = world_of({"AAA"});
  record_ndc(world, "AAA", method_of(one.method), first_year, first_year + 9);
  first_transfer(world, {.host = "AAA",
                         .vintage = first_year,
                         .quantity_t_co2eq = quantity_at(one.inputs, "cumulative"),
                         .event_year = first_year + 1});
  record_inventory(world, "AAA", year_at(one.inputs, "latest_inventory_year"), 1000);
  const object by_inventory = figures_of(world, "AAA", {});
  Settings calendar;
  calendar.elapsed_years = accounting::ElapsedYears::to_calendar_year;
  calendar.view.effective_until = *day;
  const object by_calendar = figures_of(world, "AAA", calendar);
  return {{"elapsed_years_default", by_inventory.at("elapsed_years")},
          {"average", by_inventory.at("average")},
          {"alternative_calendar_elapsed", by_calendar.at("elapsed_years")},
          {"alternative_average", by_calendar.at("average")}};
}

// A net total over more years than have elapsed, spread evenly: what lies after the latest
// inventory year may not enter the average.
object beyond_cut_off(const Case& one) {
  const std::string party = text_at(one.inputs, "party");
  World world = world_of({party});
  for (const auto& [key, total] : one.inputs) {
    const std::string name(key);
    if (!name.starts_with("net_total_") || name.size() != 19) continue;
    const int first = std::stoi(name.substr(10, 4));
    const int last = std::stoi(name.substr(15, 4));
    record_ndc(world, party, method_of(one.method), first, std::max(last, first + 9));
    std::uint64_t left = quantity_of(total);
    for (int year = first; year <= last; ++year) {
      const std::uint64_t share = left / static_cast<std::uint64_t>(last - year + 1);
      first_transfer(
          world,
          {.host = party, .vintage = year, .quantity_t_co2eq = share, .event_year = year + 1});
      left -= share;
    }
  }
  record_inventory(world, party, year_at(one.inputs, "latest_inventory_year"), 1000);
  object produced = figures_of(world, party, {});
  if (produced.at("elapsed_years") != at(one.inputs, "elapsed_years"))
    throw std::runtime_error("elapsed years: " + json::serialize(produced.at("elapsed_years")));
  return produced;
}

// The view of rulebook R-059: cumulative balance against a trajectory, years of the trajectory.
object safeguard(const Case& one) {
  const auto trajectory = by_year(at(one.inputs, "trajectory"));
  const int first = trajectory.front().first;
  World world = world_of({"AAA"});
  record_ndc(world, "AAA", method_of(one.method),
             {{"first_year", first},
              {"last_year", trajectory.back().first},
              {"target_year", trajectory.back().first},
              {"trajectory", at(one.inputs, "trajectory")}});
  first_transfer(world,
                 {.host = "AAA",
                  .vintage = first,
                  .quantity_t_co2eq = quantity_at(one.inputs, "first_transferred_cumulative"),
                  .event_year = first + 1});
  record_inventories(world, "AAA", at(one.inputs, "emissions"));
  return figures_of(world, "AAA", {});
}

// Balances as reported at two moments.
object restated(const Case& one) {
  const std::string party = text_at(one.inputs, "party");
  const auto& period = at(one.inputs, "period").as_array();
  World world = world_of({party});
  record_ndc(world, party, method_of(one.method), static_cast<int>(period.at(0).as_int64()),
             static_cast<int>(period.at(1).as_int64()));
  const auto emissions = by_year(at(one.inputs, "emissions"));
  std::vector<std::pair<int, int>> reports;
  for (const value& report : at(one.inputs, "reports").as_array())
    reports.emplace_back(year_at(report.as_object(), "year"),
                         year_at(report.as_object(), "latest_inventory_year"));
  std::size_t next = 0;
  const auto inventories = [&](int report_year, int latest) {
    in_year(world, report_year);
    for (; next < emissions.size() && emissions[next].first <= latest; ++next)
      record_inventory(world, party, emissions[next].first, emissions[next].second);
  };
  inventories(reports.front().first, reports.front().second);
  play(world, at(one.inputs, "events"));
  for (std::size_t i = 1; i < reports.size(); ++i) inventories(reports[i].first, reports[i].second);
  object produced;
  for (const auto& [year, latest] : reports) {
    Settings settings;
    settings.view.effective_until = Date(year, 12, 31);
    produced[fmt::format("as_reported_in_{}", year)] =
        figures_of(world, party, settings).at("emissions_balance");
  }
  return produced;
}

// Units held and not used adjust nothing.
object only_acquired(const Case& one) {
  World world = world_of({"BBB"});
  record_ndc(world, "BBB", method_of(one.method), 2021, 2030);
  for (const value& quantity : at(one.inputs, "acquired").as_array())
    first_transfer(world, {.host = kSomeHost,
                           .to = "BBB",
                           .vintage = 2022,
                           .quantity_t_co2eq = quantity_of(quantity),
                           .event_year = 2023});
  Settings settings;
  settings.through_year = CalendarYear(2030);
  const object figures = figures_of(world, "BBB", settings);
  return {{"total", json_of(accounting::holdings_of(world.ledger(), party_id("BBB")).held())},
          {"corresponding_adjustment", figures.at("cumulative_ca")}};
}

// Two NDC periods of one Party: what the first adds, the second cannot subtract.
object two_periods(const Case& one) {
  const auto& periods = at(one.inputs, "periods").as_array();
  World world = world_of({"AAA"});
  for (const value& period : periods)
    record_ndc(world, "AAA", method_of(one.method), static_cast<int>(period.at(0).as_int64()),
               static_cast<int>(period.at(1).as_int64()));
  for (const auto& [year, quantity] : by_year(at(one.inputs, "first_transferred")))
    first_transfer(world, {.host = "AAA",
                           .vintage = year,
                           .quantity_t_co2eq = static_cast<std::uint64_t>(quantity),
                           .event_year = year + 1});
  const object& vintages = at(one.inputs, "used_vintage").as_object();
  for (const auto& [year, quantity] : by_year(at(one.inputs, "used")))
    use(world, "AAA", year_at(vintages, fmt::format("{}", year)),
        static_cast<std::uint64_t>(quantity), year, year);
  object produced;
  Rational sum;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    Settings settings;
    settings.period_year = CalendarYear(static_cast<int>(periods[i].at(0).as_int64()));
    settings.through_year = CalendarYear(static_cast<int>(periods[i].at(1).as_int64()));
    const auto accounts = account(world.ledger(), party_id("AAA"), settings);
    const Rational adjustment = accounts.figures.cumulative->adjustment_kg_co2eq;
    produced[fmt::format("ca_period_{}", i + 1)] = tonnes_of_kilograms(adjustment);
    // Of this period's figure, what its own flows do not explain.
    Rational own;
    for (const YearAccount& year : accounts.figures.years)
      own = accounting::exact_sum(own, accounting::whole(year.flows_kg_co2eq()));
    sum = accounting::exact_sum(sum, accounting::exact_difference(adjustment, own));
  }
  produced["carry_over"] = tonnes_of_kilograms(sum);
  return produced;
}

// First transfers not yet final still count for their vintages.
object before_finality(const Case& one) {
  if (at(one.inputs, "ter_initiated_for_btr_covering_end_year").as_bool())
    throw NotYetSupported("finality of a period is not recorded");
  const auto& period = at(one.inputs, "period").as_array();
  const auto& events = at(one.inputs, "events").as_array();
  const std::string host = text_at(events.at(0).as_object(), "host");
  World world = world_of({host});
  record_ndc(world, host, AdjustmentMethod::single_year_trajectory,
             static_cast<int>(period.at(0).as_int64()), static_cast<int>(period.at(1).as_int64()));
  play(world, at(one.inputs, "events"));
  record_inventories(world, host, at(one.inputs, "emissions"));
  return figures_of(world, host, {});
}

object uncovered_sector(const Case& one) {
  World world = world_of({"AAA"});
  record_ndc(world, "AAA", AdjustmentMethod::single_year_trajectory, 2021, 2030);
  first_transfer(world,
                 {.host = "AAA",
                  .vintage = 2024,
                  .quantity_t_co2eq = quantity_at(one.inputs, "first_transferred_from_uncovered"),
                  .event_year = 2025});
  record_inventory(world, "AAA", 2024, whole_at(one.inputs, "emissions_covered"));
  object produced;
  for (const YearAccount& year : account(world.ledger(), party_id("AAA")).figures.years)
    if (year.year == CalendarYear(2024)) put_year(produced, year);
  return produced;
}

const std::vector<std::string_view> kMethods{"multi_year_trajectory", "single_year_trajectory",
                                             "single_year_averaging"};

}  // namespace

std::span<const Handler> balance_handlers() {
  static const std::vector<Handler> handlers{
      {kMethods, {"party", "ndc", "events"}, one_party},
      {kMethods, {"party", "ndc", "used_total"}, one_total},
      {kMethods, {"party", "ndc", "first_transferred_total"}, one_total},
      {kMethods,
       {"ndc_first_year", "report", "latest_inventory_year", "cumulative"},
       elapsed_years},
      {kMethods, {"party", "latest_inventory_year", "elapsed_years"}, beyond_cut_off},
      {kMethods, {"trajectory", "emissions", "first_transferred_cumulative"}, safeguard},
      {kMethods, {"party", "period", "emissions", "reports", "events"}, restated},
      {kMethods, {"acquired"}, only_acquired},
      {kMethods, {"periods", "first_transferred", "used", "used_vintage"}, two_periods},
      {{"finalisation"}, {"period", "emissions", "events"}, before_finality},
      {{"uncovered_sector"}, {"emissions_covered"}, uncovered_sector},
  };
  return handlers;
}

}  // namespace openitmo::cases
