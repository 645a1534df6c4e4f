#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

#include "accounting/world.h"
#include "case_world.h"
#include "handlers.h"

// Cases about the life of units: OIMP, transfers on, splits, OMGE, revocation, several Parties.
namespace openitmo::cases {

namespace {

using accounting::account;
using accounting::holdings_of;
using accounting::PartyAccounts;
using accounting::Settings;
using ledger::ActionType;
using ledger::CancellationKind;

constexpr int kVintage = 2025;

// As the AEF prints them.
std::string action_word(ActionType type) {
  switch (type) {
    case ActionType::first_transfer:
      return "First transfer";
    case ActionType::transfer:
      return "Transfer";
    case ActionType::acquisition:
      return "Acquisition";
    case ActionType::use:
      return "Use";
    case ActionType::cancellation:
      return "Cancellation";
  }
  return "";
}

PartyAccounts accounts_of(const World& world, const std::string& party, int through = 2030) {
  Settings settings;
  settings.through_year = CalendarYear(through);
  return account(world.ledger(), party_id(party), settings);
}

value cumulative_of(const PartyAccounts& accounts) {
  return tonnes_of_kilograms(accounts.figures.cumulative->adjustment_kg_co2eq);
}

// Adjustments of the years that have any.
object adjustments_of(const PartyAccounts& accounts) {
  object years;
  for (const auto& year : accounts.figures.years)
    if (year.adjustment_kg_co2eq && *year.adjustment_kg_co2eq != Rational())
      years[fmt::format("{}", year.year.value())] = tonnes_of_kilograms(*year.adjustment_kg_co2eq);
  return years;
}

value balance_of_year(const PartyAccounts& accounts, int year) {
  for (const auto& one : accounts.figures.years)
    if (one.year == CalendarYear(year) && one.balance_kg_co2eq)
      return tonnes_of_kilograms(*one.balance_kg_co2eq);
  return nullptr;
}

World single_year_world(const std::vector<std::string>& parties) {
  World world = world_of(parties);
  for (const std::string& party : parties)
    record_ndc(world, party, AdjustmentMethod::single_year_trajectory, 2021, 2030);
  return world;
}

// Every unit accounted for, or InvariantBroken.
accounting::WorldUnits checked(const World& world) {
  const ledger::Ledger* ledgers[] = {&world.ledger()};
  return accounting::check_world(ledgers);
}

// Issuances and later uses for OIMP under one trigger.
object oimp_trigger(const Case& one) {
  const std::string party = text_at(one.inputs, "party");
  const object& authorized = at(one.inputs, "authorized").as_object();
  const auto definition =
      parse_enum<ledger::FirstTransferDefinition>(text_at(one.inputs, "first_transfer_definition"));
  if (!definition) throw std::runtime_error("no such definition of first transfer");
  World world = single_year_world({party});
  world.at(date_at(authorized, "date"));
  const std::string authorization =
      world.authorize({.host = party,
                       .purpose = ledger::Purpose::oimp,
                       .definition = definition,
                       .quantity_t_co2eq = TonnesCo2eq(quantity_at(authorized, "qty_max"))});
  for (const value& issuance : at(one.inputs, "issuances").as_array()) {
    world.at(date_at(issuance.as_object(), "date"));
    world.issue({.host = party,
                 .vintage = year_at(issuance.as_object(), "vintage"),
                 .quantity_t_co2eq = quantity_at(issuance.as_object(), "qty"),
                 .authorization = authorization});
  }
  if (const value* uses = one.inputs.if_contains("cancellations"))
    for (const value& item : uses->as_array()) {
      const object& cancelled = item.as_object();
      world.at(date_at(cancelled, "date"));
      world.must(ledger::UseUnits{.units = world.units_of(party, year_at(cancelled, "vintage"),
                                                          quantity_at(cancelled, "qty")),
                                  .party = party_id(party),
                                  .purpose = ledger::UsePurpose::imp,
                                  .year = {},
                                  .entity = {}});
    }
  const PartyAccounts accounts = accounts_of(world, party);
  object event_years;
  for (const auto& action : world.ledger().actions())
    if (action.type == ActionType::first_transfer)
      event_years[fmt::format("{}", action.range.series().vintage.value())] =
          accounting::event_year(world.ledger(), action).value();
  checked(world);
  return {{"first_transfer_event_year", event_years},
          {"corresponding_adjustment_by_vintage", adjustments_of(accounts)},
          {"held_unadjusted", json_of(accounts.holdings.held_not_first_transferred_t_co2eq)},
          {"total", cumulative_of(accounts)}};
}

// Authorized for NDC and OIMP: issuance comes first, then an international transfer.
object earliest_trigger(const Case& one) {
  const std::string party = text_at(one.inputs, "party");
  const auto definition = parse_enum<ledger::FirstTransferDefinition>(
      text_at(one.inputs, "oimp_first_transfer_definition"));
  World world = single_year_world({party});
  object produced;
  std::optional<Units> units;
  for (const value& item : at(one.inputs, "events").as_array()) {
    const object& event = item.as_object();
    world.at(date_at(event, "date"));
    const std::uint64_t quantity = quantity_at(event, "qty");
    const int vintage = year_at(event, "vintage");
    if (text_at(event, "type") == "issuance") {
      units = world.issue({.host = party,
                           .vintage = vintage,
                           .quantity_t_co2eq = quantity,
                           .purpose = ledger::Purpose::ndc_and_oimp,
                           .definition = definition});
      continue;
    }
    if (units && world.act(world.first_transfer(*units, quantity, kSomeBuyer)))
      throw std::runtime_error("a second first transfer was accepted");
    world.must(world.transfer(party, vintage, quantity, kSomeBuyer));
  }
  for (const auto& action : world.ledger().actions()) {
    if (action.type == ActionType::first_transfer)
      produced["first_transfer_date"] = action.date.to_string();
    else if (action.reporting_party == party_id(party))
      produced["second_event_action_type"] = action_word(action.type);
  }
  const PartyAccounts accounts = accounts_of(world, party);
  produced["first_transferred_qty"] = json_of(accounts.flows.first_transferred());
  produced["corresponding_adjustment_by_vintage"] = adjustments_of(accounts);
  checked(world);
  return produced;
}

std::vector<std::string> parties_in(const value& events) {
  std::vector<std::string> parties;
  for (const value& event : events.as_array())
    for (const std::string_view key : {"host", "party", "from", "to"})
      if (const value* code = event.as_object().if_contains(key)) {
        const std::string party(code->as_string());
        if (std::find(parties.begin(), parties.end(), party) == parties.end())
          parties.push_back(party);
      }
  return parties;
}

object several_parties(const Case& one) {
  const std::vector<std::string> parties = parties_in(at(one.inputs, "events"));
  World world = world_of(parties);
  int first = 2021, last = 2030;
  if (const value* period = one.inputs.if_contains("period")) {
    first = static_cast<int>(period->at(0).as_int64());
    last = static_cast<int>(period->at(1).as_int64());
  }
  const value* methods = one.inputs.if_contains("parties");
  for (const std::string& party : parties)
    record_ndc(world, party,
               methods ? method_of(text_at(methods->as_object(), party))
                       : AdjustmentMethod::single_year_trajectory,
               first, last);
  play(world, at(one.inputs, "events"));
  object produced, adjustments, held;
  std::vector<PartyAccounts> accounts;
  for (const std::string& party : parties) {
    accounts.push_back(accounts_of(world, party, last));
    const auto& figures = accounts.back().figures;
    produced[party] = adjustments[party] = adjustments_of(accounts.back());
    held[party] = json_of(accounts.back().holdings.held());
    if (figures.target_year_adjustment_kg_co2eq)
      produced[party + "_target_year_ca"] =
          tonnes_of_kilograms(*figures.target_year_adjustment_kg_co2eq);
    produced[party + "_cumulative"] = cumulative_of(accounts.back());
  }
  const accounting::WorldAccounts all = accounting::world(accounts);
  produced["adjustments"] = adjustments;
  produced["holdings"] = held;
  produced["sum_of_adjustments"] = produced["sum_event_based"] = all.sum_of_adjustments_t_co2eq;
  produced["sum_equals_unused"] =
      static_cast<std::int64_t>(checked(world).unused().value()) == all.sum_of_adjustments_t_co2eq;
  return produced;
}

object split_block(const Case& one) {
  const object& block = at(one.inputs, "block").as_object();
  const std::string host = text_at(block, "host");
  const auto& to = at(one.inputs, "transfers_to").as_array();
  const auto& quantities = at(one.inputs, "transfers").as_array();
  std::vector<std::string> parties{host};
  for (const value& party : to) parties.emplace_back(party.as_string());
  World world = single_year_world(parties);
  world.at(Date(year_at(block, "vintage") + 1, 3, 1));
  const Units units = world.issue({.host = host,
                                   .vintage = year_at(block, "vintage"),
                                   .quantity_t_co2eq = quantity_at(block, "last")});
  std::uint64_t next = quantity_at(block, "first");
  for (std::size_t i = 0; i < to.size(); ++i) {
    auto command =
        world.first_transfer(units, quantity_of(quantities[i]), std::string(to[i].as_string()));
    command.units.first_id->serial = next;
    next += quantity_of(quantities[i]);
    world.must(command);
  }
  json::array children, types;
  world.ledger().blocks().for_each([&](const ledger::Block& child) {
    children.push_back(json::array{static_cast<std::int64_t>(child.range.first_id.serial),
                                   static_cast<std::int64_t>(child.range.last_id.serial)});
  });
  for (const auto& action : world.ledger().actions())
    if (action.reporting_party == party_id(host)) types.push_back(value(action_word(action.type)));
  const PartyAccounts accounts = accounts_of(world, host);
  return {{"first_transferred", json_of(accounts.flows.first_transferred())},
          {"children", children},
          {"not_first_transferred", json_of(accounts.holdings.held_not_first_transferred_t_co2eq)},
          {"action_types", types}};
}

// Authorized and issued, moved at home or first transferred in part; emissions of the vintage year.
object held_at_home(const Case& one) {
  const std::string host = one.inputs.contains("host") ? text_at(one.inputs, "host") : "AAA";
  const int vintage = one.inputs.contains("vintage") ? year_at(one.inputs, "vintage") : kVintage;
  const std::uint64_t authorized = quantity_at(one.inputs, "authorized");
  World world = single_year_world({host});
  world.at(Date(vintage + 1, 3, 1));
  world.authorize({.host = host, .quantity_t_co2eq = TonnesCo2eq(authorized)});
  const std::uint64_t issued =
      one.inputs.contains("issued") ? quantity_at(one.inputs, "issued") : authorized;
  const Units units = world.issue({.host = host, .vintage = vintage, .quantity_t_co2eq = issued});
  if (one.inputs.contains("domestic_transfer")) {
    world.must(ledger::OpenAccount{"HOME-2", party_id(host), ""});
    world.must(ledger::MoveUnits{
        world.units_of(host, vintage, quantity_at(one.inputs, "domestic_transfer")), "HOME-2"});
  }
  if (one.inputs.contains("first_transferred") && quantity_at(one.inputs, "first_transferred") > 0)
    world.must(
        world.first_transfer(units, quantity_at(one.inputs, "first_transferred"), kSomeBuyer));
  record_inventory(world, host, vintage, whole_at(one.inputs, "emissions"));
  const PartyAccounts accounts = accounts_of(world, host);
  return {{"first_transferred", json_of(accounts.flows.first_transferred())},
          {"corresponding_adjustment", cumulative_of(accounts)},
          {"emissions_balance", balance_of_year(accounts, vintage)}};
}

object omge_between_two(const Case& one) {
  const std::string host = text_at(one.inputs, "host");
  const std::uint64_t total = quantity_at(one.inputs, "first_transferred_total");
  const std::uint64_t cancelled = quantity_at(one.inputs, "cancelled_omge");
  World world = single_year_world({host, "BBB"});
  world.at(Date(kVintage + 1, 3, 1));
  const Units units = world.issue({.host = host, .vintage = kVintage, .quantity_t_co2eq = total});
  world.must(world.cancel(host, kVintage, cancelled, CancellationKind::omge_voluntary));
  world.must(world.first_transfer(units, total - cancelled, "BBB"));
  world.must(world.use("BBB", kVintage, quantity_at(one.inputs, "used_by_buyer"), kVintage));
  if (one.inputs.contains("emissions_host")) {
    record_inventory(world, host, kVintage, whole_at(one.inputs, "emissions_host"));
    record_inventory(world, "BBB", kVintage, whole_at(one.inputs, "emissions_buyer"));
  }
  const std::vector<PartyAccounts> accounts{accounts_of(world, host), accounts_of(world, "BBB")};
  checked(world);
  return {{"host_balance", balance_of_year(accounts[0], kVintage)},
          {"buyer_balance", balance_of_year(accounts[1], kVintage)},
          {"sum_of_adjustments", accounting::world(accounts).sum_of_adjustments_t_co2eq},
          {"overall_mitigation", json_of(accounts[0].holdings.cancelled_omge_t_co2eq)}};
}

// Cancellations for OMGE by the host, of units first transferred before or not.
object omge_steps(const Case& one) {
  const std::string host = text_at(one.inputs, "host");
  const int vintage = year_at(one.inputs, "vintage");
  World world = single_year_world({host});
  world.at(Date(vintage + 1, 3, 1));
  json::array types;
  std::int64_t overall = 0;
  object additions;
  for (const value& item : at(one.inputs, "steps").as_array()) {
    const object& step = item.as_object();
    const std::uint64_t quantity = quantity_at(step, "cancel_omge");
    const bool before = at(step, "already_first_transferred").as_bool();
    const Units units =
        world.issue({.host = host, .vintage = vintage, .quantity_t_co2eq = quantity});
    if (before) world.must(world.first_transfer(units, quantity, kSomeBuyer));
    const object first = adjustments_of(accounts_of(world, host));
    world.must(world.cancel(before ? kSomeBuyer : host, vintage, quantity,
                            CancellationKind::omge_voluntary));
    types.push_back(value(action_word(world.ledger().actions().back().type)));
    if (adjustments_of(accounts_of(world, host)) != first)
      additions[fmt::format("{}", vintage)] = static_cast<std::int64_t>(quantity);
  }
  std::int64_t used = 0;
  for (const std::string& party : {host, std::string(kSomeBuyer)}) {
    const PartyAccounts accounts = accounts_of(world, party);
    overall += static_cast<std::int64_t>(accounts.holdings.cancelled_omge_t_co2eq.value());
    used += static_cast<std::int64_t>(accounts.flows.used.total().value());
  }
  checked(world);
  return {{"action_types", types},
          {"new_addition", additions},
          {"subtraction_anywhere", used},
          {"overall_mitigation", overall}};
}

// A revocation is a further version that authorizes no more than was first transferred.
object revoked(const Case& one) {
  if (at(one.inputs, "terms_allow_change_after_first_transfer").as_bool())
    throw NotYetSupported("withdrawal under terms is not recorded");
  const std::uint64_t authorized = quantity_at(one.inputs, "authorized");
  const std::uint64_t transferred = quantity_at(one.inputs, "first_transferred");
  World world = single_year_world({"AAA", "BBB"});
  world.at(Date(kVintage + 1, 3, 1));
  world.authorize({.host = "AAA", .quantity_t_co2eq = TonnesCo2eq(authorized)});
  const Units units =
      world.issue({.host = "AAA", .vintage = kVintage, .quantity_t_co2eq = authorized});
  world.must(world.first_transfer(units, transferred, "BBB"));
  world.at(date_at(one.inputs, "revoked_on"));
  world.authorize({.host = "AAA", .quantity_t_co2eq = TonnesCo2eq(transferred), .version = 2});
  const auto& held = accounts_of(world, "AAA").holdings.held_not_first_transferred_t_co2eq;
  if (world.act(world.first_transfer(units, 1, "BBB")))
    throw std::runtime_error("a first transfer after the revocation was accepted");
  world.must(world.use("BBB", kVintage, transferred, kVintage));
  return {{"corresponding_adjustment", cumulative_of(accounts_of(world, "AAA"))},
          {"blocked_from_first_transfer", json_of(held)},
          {"acquirer_may_still_use", json_of(accounts_of(world, "BBB").holdings.used_ndc_t_co2eq)}};
}

// What a buyer holds at the end of a year, from what it held before and what happened in it.
object roll_forward(const Case& one) {
  const auto quantity = [&](std::string_view key) { return quantity_at(one.inputs, key); };
  World world = single_year_world({"BBB", "CCC"});
  const auto acquire = [&](std::uint64_t units, int year) {
    first_transfer(world, {.host = kSomeHost,
                           .to = "BBB",
                           .vintage = 2024,
                           .quantity_t_co2eq = units,
                           .event_year = year});
  };
  acquire(quantity("opening"), 2025);
  acquire(quantity("acquired"), 2026);
  world.must(world.transfer("BBB", 2024, quantity("transferred"), "CCC"));
  world.must(world.use("BBB", 2024, quantity("used"), 2025));
  world.must(world.cancel("BBB", 2024, quantity("cancelled_other"), CancellationKind::other));
  world.must(
      world.cancel("BBB", 2024, quantity("cancelled_omge"), CancellationKind::omge_voluntary));
  checked(world);
  return {{"closing", json_of(holdings_of(world.ledger(), party_id("BBB")).held())}};
}

}  // namespace

std::span<const Handler> life_cycle_handlers() {
  static const std::vector<Handler> handlers{
      {{"oimp"}, {"party", "authorized", "first_transfer_definition", "issuances"}, oimp_trigger},
      {{"oimp"}, {"party", "oimp_first_transfer_definition", "events"}, earliest_trigger},
      {{"multi_party"}, {"events"}, several_parties},
      {{"lifecycle"}, {"block", "transfers_to", "transfers"}, split_block},
      {{"lifecycle"}, {"authorized", "emissions"}, held_at_home},
      {{"omge"}, {"host", "first_transferred_total", "cancelled_omge"}, omge_between_two},
      {{"omge"}, {"host", "vintage", "steps"}, omge_steps},
      {{"aef"}, {"opening", "acquired", "transferred", "used"}, roll_forward},
      {{"revocation"}, {"authorized", "first_transferred", "revoked_on"}, revoked},
  };
  return handlers;
}

}  // namespace openitmo::cases
