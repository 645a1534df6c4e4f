#include <fmt/format.h>
#include <stdexcept>

#include "case_world.h"
#include "handlers.h"

// Cases about what binds later acts: final periods, withdrawal under terms, reversals, holds.
namespace openitmo::cases {

namespace {

using ledger::RefusalCode;

accounting::PartyAccounts accounts_of(const World& world, const std::string& party) {
  accounting::Settings settings;
  settings.through_year = CalendarYear(2030);
  return account(world.ledger(), party_id(party), settings);
}

value adjustment_of(const World& world, const std::string& party) {
  return tonnes_of_kilograms(accounts_of(world, party).figures.cumulative->adjustment_kg_co2eq);
}

World world_with_ndcs(const std::vector<std::string>& parties, int first = 2021, int last = 2030) {
  World world = world_of(parties);
  for (const std::string& party : parties)
    record_ndc(world, party, AdjustmentMethod::single_year_trajectory, first, last);
  return world;
}

ledger::ItmoRange part(const Units& units, std::uint64_t first, std::uint64_t last) {
  const ledger::ItmoRange& all = units.ranges.front();
  return ledger::make_range(all.series(), all.first_id.serial + first - 1,
                            all.first_id.serial + last - 1);
}

// The period became final with the year of the event, as the review of its last report began.
object after_finality(const Case& one) {
  if (!at(one.inputs, "ter_initiated_for_btr_covering_end_year").as_bool())
    throw NotYetSupported("only a period whose review has begun is read");
  const auto& period = at(one.inputs, "period").as_array();
  const object& event = at(one.inputs, "event").as_object();
  const std::string host = text_at(event, "host");
  const int event_year = year_at(event, "event_year");
  World world = world_with_ndcs({host, kSomeBuyer}, static_cast<int>(period.at(0).as_int64()),
                                static_cast<int>(period.at(1).as_int64()));
  in_year(world, event_year - 1);
  const std::uint64_t quantity = quantity_at(event, "qty");
  const Units units = world.issue(
      {.host = host, .vintage = year_at(event, "vintage"), .quantity_t_co2eq = 2 * quantity});
  world.must(ledger::SetPeriodDates{.party = party_id(host),
                                    .ndc = World::ndc(host, 2021, 2030).ndc,
                                    .final_on = Date(event_year, 1, 1),
                                    .btr_submitted_on = std::nullopt,
                                    .source = testing::document("BTR")});
  world.must(world.first_transfer(units, quantity, kSomeBuyer));
  in_year(world, event_year);
  const auto result = world.act(world.first_transfer(units, quantity, kSomeBuyer));
  object produced{{"accepted_into_period", result.has_value()}};
  if (!result) produced["reason"] = field_word(static_cast<int>(result.error().code));
  return produced;
}

object oimp_cut_off(const Case& one) {
  const std::string party = text_at(one.inputs, "party");
  const object& ndc = at(one.inputs, "ndc").as_object();
  const int vintage = year_at(one.inputs, "vintage");
  World world =
      world_with_ndcs({party, kSomeBuyer}, year_at(ndc, "first_year"), year_at(ndc, "last_year"));
  const auto definition =
      parse_enum<ledger::FirstTransferDefinition>(text_at(one.inputs, "first_transfer_definition"));
  if (!definition) throw NotYetSupported("no such definition of first transfer");
  const auto& events = at(one.inputs, "events").as_array();
  std::uint64_t total = 0;
  for (const value& event : events) total += quantity_at(event.as_object(), "qty");
  in_year(world, vintage + 1);
  world.issue({.host = party,
               .vintage = vintage,
               .quantity_t_co2eq = total,
               .purpose = ledger::Purpose::oimp,
               .definition = definition});
  world.must(ledger::SetPeriodDates{
      .party = party_id(party),
      .ndc = World::ndc(party, 2021, 2030).ndc,
      .final_on = std::nullopt,
      .btr_submitted_on = date_at(one.inputs, "btr_covering_end_year_submitted"),
      .source = testing::document("BTR")});
  json::array accepted;
  object produced;
  for (const value& event : events) {
    world.at(date_at(event.as_object(), "date"));
    auto command = world.use(party, vintage, quantity_at(event.as_object(), "qty"), 2030);
    command.purpose = ledger::UsePurpose::imp;
    command.year.reset();
    const auto result = world.act(command);
    accepted.push_back(value(result.has_value()));
    if (result) continue;
    produced["reason_second"] = field_word(static_cast<int>(result.error().code));
    if (result.error().code == RefusalCode::oimp_cut_off_passed)
      produced["cut_off"] = result.error().figures.at(2).en;
  }
  produced["accepted"] = accepted;
  produced["corresponding_adjustment_by_vintage"] =
      object{{fmt::format("{}", vintage), adjustment_of(world, party)}};
  return produced;
}

// Unused units are withdrawn by both Parties of one registry, under terms that said so.
object withdrawn_under_terms(const Case& one) {
  World world = world_with_ndcs({"AAA", "BBB"});
  in_year(world, 2025);
  auto terms = world.authorization(
      {.host = "AAA", .quantity_t_co2eq = TonnesCo2eq(quantity_at(one.inputs, "authorized"))});
  terms.change_after_first_transfer =
      at(one.inputs, "terms_allow_change_after_first_transfer").as_bool();
  world.must(terms);
  const std::uint64_t transferred = quantity_at(one.inputs, "first_transferred");
  const std::uint64_t used = quantity_at(one.inputs, "used_by_acquirer");
  const std::uint64_t withdrawn = quantity_at(one.inputs, "withdrawn_under_terms");
  const Units units = world.issue({.host = "AAA", .quantity_t_co2eq = transferred});
  world.must(world.first_transfer(units, transferred, "BBB"));
  world.must(world.use("BBB", 2024, used, 2025));
  world.must(ledger::WithdrawUnits{.party = party_id("AAA"),
                                   .authorization = terms.authorization,
                                   .ranges = {part(units, used + 1, used + withdrawn)},
                                   .withdrawn_there = {},
                                   .document = testing::document("CHANGE")});
  const value host = adjustment_of(world, "AAA");
  const value buyer = adjustment_of(world, "BBB");
  return {{"host_adjustment", host},
          {"acquirer_holding",
           json_of(accounting::holdings_of(world.ledger(), party_id("BBB")).held())},
          {"acquirer_adjustment", buyer},
          {"net", host.as_int64() + buyer.as_int64()}};
}

object reversal(const Case& one) {
  World world = world_with_ndcs({"AAA", kSomeBuyer});
  in_year(world, 2025);
  const std::uint64_t transferred = quantity_at(one.inputs, "first_transferred_removals");
  const std::uint64_t buffer = quantity_at(one.inputs, "buffer_available");
  const Units units = world.issue({.host = "AAA", .quantity_t_co2eq = transferred});
  world.must(world.first_transfer(units, transferred, kSomeBuyer));
  if (buffer > 0) world.issue({.host = "AAA", .quantity_t_co2eq = buffer});
  const auto event = std::get<ledger::RemedyOpened>(world.must(
      ledger::OpenRemedy{.remedy = "REVERSAL",
                         .cause = ledger::RemedyCause::reversal,
                         .way = ledger::Remedy::replacement,
                         .component = "COMPONENT-1",
                         .quantity_t_co2eq = TonnesCo2eq(quantity_at(one.inputs, "reversed")),
                         .buffer_account = World::account_of("AAA"),
                         .debtor = "ENTITY-AAA",
                         .deadline = Date(2026, 12, 31),
                         .document = testing::document("REVERSAL")}));
  TonnesCo2eq cancelled;
  for (const auto& range : event.ranges) cancelled += range.quantity_t_co2eq();
  const auto* state = world.ledger().safeguards().find_remedy("REVERSAL");
  const bool open = state->outstanding_t_co2eq > TonnesCo2eq(0);
  const bool refused = !world.try_issue({.host = "AAA", .quantity_t_co2eq = 1});
  if (open != refused) throw std::runtime_error("an open remedy must stop issuance, a closed not");
  return {{"buffer_cancelled", json_of(cancelled)},
          {"unaddressed", json_of(state->outstanding_t_co2eq)},
          {"status", open ? "REPLACEMENT_OBLIGATION_OPEN" : "CLOSED"}};
}

object held_back(const Case& one) {
  const std::string buyer = text_at(one.inputs, "acquirer");
  if (!at(one.inputs, "affects_balance").as_bool())
    throw NotYetSupported("only units whose use would change the balance are held back");
  const auto range_of = [](const value& ends) {
    return std::pair(quantity_of(ends.at(0)), quantity_of(ends.at(1)));
  };
  World world = world_with_ndcs({kSomeHost, buyer});
  in_year(world, 2025);
  const auto [first, last] = range_of(at(one.inputs, "block"));
  const Units units = world.issue({.host = kSomeHost, .quantity_t_co2eq = last});
  world.must(world.first_transfer(units, last, buyer));
  const auto [held_first, held_last] = range_of(at(one.inputs, "affected"));
  world.must(ledger::PlaceHold{.hold = "CHECK",
                               .cause = ledger::HoldCause::inconsistent,
                               .ranges = {part(units, held_first, held_last)},
                               .document = testing::document("CHECK")});
  json::array accepted;
  object produced;
  for (const value& request : at(one.inputs, "requests").as_array()) {
    const auto [use_first, use_last] = range_of(request);
    auto command = world.use(buyer, 2024, use_last - use_first + 1, 2025);
    command.units.first_id = part(units, use_first, use_last).first_id;
    const auto result = world.act(command);
    accepted.push_back(value(result.has_value()));
    if (!result) produced["reason_second"] = field_word(static_cast<int>(result.error().code));
  }
  produced["accepted"] = accepted;
  return produced;
}

object underlying_twice(const Case& one) {
  const auto units_of = [](const object& named, std::uint64_t count) {
    return ledger::UnderlyingUnits{.registry = text_at(named, "registry"),
                                   .prefix = "",
                                   .first_unit = quantity_at(named, "first_unit"),
                                   .last_unit = quantity_at(named, "first_unit") + count - 1};
  };
  const auto count_of = [](const object& named) {
    return quantity_at(named, "last_unit") - quantity_at(named, "first_unit") + 1;
  };
  World world = world_with_ndcs({"AAA"});
  in_year(world, 2025);
  const object& existing = at(one.inputs, "existing").as_object();
  const object& request = at(one.inputs, "request").as_object();
  const auto issue = [&](const object& named) {
    const std::uint64_t count = count_of(named);
    return world.try_issue(
        {.host = "AAA", .quantity_t_co2eq = count, .underlying = units_of(named, count)});
  };
  if (!issue(existing)) throw std::runtime_error("the first issuance is refused");
  const auto result = issue(request);
  object produced{{"accepted", result.has_value()}};
  if (result) return produced;
  produced["reason"] = field_word(static_cast<int>(result.error().code));
  if (result.error().code == RefusalCode::underlying_units_recorded)
    produced["overlap"] = json::array{std::stoll(result.error().figures.at(3).en),
                                      std::stoll(result.error().figures.at(4).en)};
  return produced;
}

// An NDC of policies and measures: the inventory is that of the identified categories, and the
// signs are those of any balance (2/CMA.3 annex para 10).
object identified_categories(const Case& one) {
  World world = world_of({"AAA"});
  record_ndc(world, "AAA", AdjustmentMethod::multi_year_trajectory, 2021, 2030);
  record_inventories(world, "AAA", at(one.inputs, "category_emissions"));
  for (const auto& [year, quantity] : by_year(at(one.inputs, "first_transferred")))
    first_transfer(world, {.host = "AAA",
                           .vintage = year,
                           .quantity_t_co2eq = static_cast<std::uint64_t>(quantity),
                           .event_year = year + 1});
  for (const auto& [year, quantity] : by_year(at(one.inputs, "used")))
    use(world, "AAA", year, static_cast<std::uint64_t>(quantity), year, year + 1);
  object balances;
  for (const auto& year : accounts_of(world, "AAA").figures.years)
    if (year.balance_kg_co2eq)
      balances[fmt::format("{}", year.year.value())] = tonnes_of_kilograms(*year.balance_kg_co2eq);
  return {{"emissions_balance", balances}};
}

// "issuance" of "inter-registry transfer (modelled as issuance on receiving registry)".
ledger::FirstTransferDefinition named_in(const std::string& words) {
  for (const auto name : EnumNames<ledger::FirstTransferDefinition>::names)
    if (words.find(name) != std::string::npos)
      return *parse_enum<ledger::FirstTransferDefinition>(name);
  throw NotYetSupported("no definition is named in: " + words);
}

// A Party declared one definition; a review clarified another, which then holds.
object clarified(const Case& one) {
  const std::string party = text_at(one.inputs, "party");
  const auto definition = named_in(text_at(one.inputs, "clarified_in_review"));
  World world = world_with_ndcs({party});
  in_year(world, 2025);
  const auto authorize = [&](ledger::FirstTransferDefinition stated, const std::string& id) {
    return world.act(world.authorization(
        {.host = party, .purpose = ledger::Purpose::oimp, .definition = stated, .id = id}));
  };
  if (!authorize(ledger::FirstTransferDefinition::use_or_cancellation, "DECLARED"))
    throw std::runtime_error("the declared definition is refused");
  if (authorize(definition, "BEFORE"))
    throw std::runtime_error("another definition is taken without a clarification");
  world.must(ledger::ClarifyFirstTransfer{.party = party_id(party),
                                          .approach = *CooperativeApproachId::parse("CA9999"),
                                          .definition = definition,
                                          .review_report = testing::document("TER")});
  if (!authorize(definition, "CLARIFIED"))
    throw std::runtime_error("the clarified definition is refused");
  const std::uint64_t volume = quantity_at(one.inputs, "volume");
  world.issue({.host = party, .quantity_t_co2eq = volume, .authorization = "CLARIFIED"});
  return {{"effective_definition", name_of(definition)},
          {"first_transferred",
           json_of(accounts_of(world, party).flows.first_transferred_oimp.total())}};
}

}  // namespace

std::span<const Handler> safeguard_handlers() {
  static const std::vector<Handler> handlers{
      {{"finalisation"},
       {"period", "ter_initiated_for_btr_covering_end_year", "event"},
       after_finality},
      {{"finalisation"},
       {"party", "ndc", "vintage", "btr_covering_end_year_submitted", "events"},
       oimp_cut_off},
      {{"revocation"}, {"used_by_acquirer", "withdrawn_under_terms"}, withdrawn_under_terms},
      {{"oimp"}, {"party", "declared_definition", "clarified_in_review", "volume"}, clarified},
      {{"reversal"}, {"first_transferred_removals", "reversed", "buffer_available"}, reversal},
      {{"review"}, {"acquirer", "block", "affected", "requests"}, held_back},
      {{"validation"}, {"existing", "request"}, underlying_twice},
      {{"pams"}, {"category_emissions", "first_transferred", "used"}, identified_categories},
  };
  return handlers;
}

}  // namespace openitmo::cases
