#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <stdexcept>

#include "case_world.h"
#include "handlers.h"

// Cases about whether an act is accepted, and for which reason not: the ledger's `decide` answers.
namespace openitmo::cases {

using ledger::RefusalCode;

namespace {

struct FieldWord {
  std::string_view word;
  RefusalCode code;
};
// The words of the case files. A used unit is no longer held, so a second use finds nothing to use;
// an unknown definition of first transfer is no definition.
constexpr std::array kWords{
    FieldWord{"AUTHORIZED_QUANTITY_EXCEEDED", RefusalCode::authorized_quantity_exceeded},
    FieldWord{"METHOD_FIXED_FOR_NDC_PERIOD", RefusalCode::method_fixed_for_ndc_period},
    FieldWord{"METHOD_NOT_AVAILABLE_FOR_NDC_TYPE", RefusalCode::method_not_available_for_ndc},
    FieldWord{"VINTAGE_BEFORE_2021", RefusalCode::vintage_before_2021},
    FieldWord{"TRANSFER_BEFORE_MITIGATION_OCCURRED", RefusalCode::transfer_before_mitigation},
    FieldWord{"USE_OUTSIDE_NDC_PERIOD_OF_VINTAGE", RefusalCode::use_outside_ndc_period},
    FieldWord{"USE_YEAR_BEFORE_VINTAGE", RefusalCode::use_year_before_vintage},
    FieldWord{"PURPOSE_NOT_AUTHORIZED", RefusalCode::purpose_not_authorized},
    FieldWord{"ITMO_ALREADY_USED", RefusalCode::holdings_insufficient},
    FieldWord{"FIRST_TRANSFER_DEFINITION_DIFFERS_WITHIN_APPROACH",
              RefusalCode::first_transfer_definition_differs},
    FieldWord{"NDC_PERIOD_ACCOUNTING_FINAL", RefusalCode::ndc_period_final},
    FieldWord{"OIMP_FIRST_TRANSFER_AFTER_CUT_OFF", RefusalCode::oimp_cut_off_passed},
    FieldWord{"HELD_INCONSISTENT_ITMO", RefusalCode::units_on_hold},
    FieldWord{"UNDERLYING_UNITS_ALREADY_RECORDED", RefusalCode::underlying_units_recorded},
    FieldWord{"METRIC_MISMATCH", RefusalCode::metric_differs},
    FieldWord{"MCU_ALREADY_TRANSFERRED", RefusalCode::contribution_units_moved},
    FieldWord{"BLOCKED_UNRESOLVED_FIRST_TRANSFER_DEFINITION",
              RefusalCode::first_transfer_definition_missing},
};

std::string reason_of(const ledger::Refusal& refusal) {
  return field_word(static_cast<int>(refusal.code));
}

object answer(const ledger::Result<ledger::Event>& result) {
  if (result) return {{"accepted", true}};
  return {{"accepted", false}, {"reason", reason_of(result.error())}};
}

// Answers to several acts: accepted as a list, with the reason of the second.
object answers(const std::vector<ledger::Result<ledger::Event>>& results) {
  json::array accepted;
  for (const auto& result : results) accepted.push_back(value(result.has_value()));
  object produced{{"accepted", accepted}};
  if (results.size() > 1 && !results[1]) produced["reason_second"] = reason_of(results[1].error());
  return produced;
}

// A world in which `party` has an NDC for 2021-2030, as any act asks.
World world_with_ndc(const std::string& party) {
  World world = world_of({party});
  record_ndc(world, party, AdjustmentMethod::single_year_trajectory, 2021, 2030);
  return world;
}

RecordNdc declared(AdjustmentMethod method, NdcKind kind, int first_year, int last_year) {
  RecordNdc ndc = World::ndc("AAA", first_year, last_year);
  ndc.method = method;
  ndc.kind = kind;
  for (int year = first_year; year <= last_year; ++year)
    ndc.trajectory.push_back({CalendarYear(year), KilogramsCo2eq(1000)});
  return ndc;
}

object change_of_method(const Case& one) {
  const auto& period = at(one.inputs, "period").as_array();
  const int first = static_cast<int>(period.at(0).as_int64());
  const int last = static_cast<int>(period.at(1).as_int64());
  World world = world_of({"AAA"});
  world.must(declared(method_of(text_at(one.inputs, "declared_method")), NdcKind::single_year,
                      first, last));
  in_year(world, year_at(one.inputs, "change_in_year"));
  RecordNdc changed = declared(method_of(text_at(one.inputs, "attempted_change_to")),
                               NdcKind::single_year, first, last);
  changed.version = 2;
  return answer(world.act(changed));
}

object method_of_kind(const Case& one) {
  const auto kind = parse_enum<NdcKind>(text_at(one.inputs, "ndc_type"));
  if (!kind) throw std::runtime_error("no such NDC type");
  World world = world_of({"AAA"});
  return answer(world.act(declared(method_of(text_at(one.inputs, "method")), *kind, 2021, 2030)));
}

object vintage_authorized(const Case& one) {
  World world = world_with_ndc("AAA");
  in_year(world, 2025);
  const int vintage = year_at(one.inputs, "vintage");
  return answer(world.act(
      world.authorization({.host = "AAA",
                           .quantity_t_co2eq = TonnesCo2eq(quantity_at(one.inputs, "qty")),
                           .first_vintage = vintage,
                           .last_vintage = std::max(vintage, 2030)})));
}

// A vintage that no NDC period of the host contains: booked nowhere, and flagged.
object outside_host_period(const Case& one) {
  const auto& period = at(one.inputs, "host_period").as_array();
  World world = world_of({"AAA"});
  record_ndc(world, "AAA", AdjustmentMethod::single_year_trajectory,
             static_cast<int>(period.at(0).as_int64()), static_cast<int>(period.at(1).as_int64()));
  first_transfer(world, {.host = "AAA",
                         .vintage = year_at(one.inputs, "vintage"),
                         .quantity_t_co2eq = quantity_at(one.inputs, "qty"),
                         .event_year = year_at(one.inputs, "first_transfer_year")});
  accounting::Settings settings;
  settings.through_year = CalendarYear(static_cast<int>(period.at(1).as_int64()));
  const auto accounts = account(world.ledger(), party_id("AAA"), settings);
  object produced{
      {"counted_in_period", tonnes_of_kilograms(accounts.figures.cumulative->adjustment_kg_co2eq)}};
  produced["requires_party_statement"] = !accounts.outside.empty();
  if (!accounts.outside.empty()) produced["flag"] = "VINTAGE_OUTSIDE_HOST_NDC_PERIOD";
  return produced;
}

// The whole chain of acts that a first transfer needs, dated before the vintage.
object before_mitigation(const Case& one) {
  const auto& period = at(one.inputs, "host_period").as_array();
  World world = world_of({"AAA"});
  for (const auto& [first, last] :
       {std::pair<std::int64_t, std::int64_t>{2021, period.at(0).as_int64() - 1},
        {period.at(0).as_int64(), period.at(1).as_int64()}})
    record_ndc(world, "AAA", AdjustmentMethod::single_year_trajectory, static_cast<int>(first),
               static_cast<int>(last));
  world.at(date_at(one.inputs, "first_transfer_date"));
  const auto issued = world.try_issue(
      {.host = "AAA", .vintage = year_at(one.inputs, "vintage"), .quantity_t_co2eq = 10});
  if (!issued) return answer(issued);
  const auto& event = std::get<ledger::UnitsIssued>(*issued);
  const Units units{event.account, event.authorization, event.vintage, event.ranges};
  return answer(world.act(world.first_transfer(units, 10, kSomeBuyer)));
}

object use_in_period(const Case& one) {
  World world = world_of({"BBB"});
  if (const value* periods = one.inputs.if_contains("buyer_periods"))
    for (const value& period : periods->as_array())
      record_ndc(world, "BBB", AdjustmentMethod::single_year_trajectory,
                 static_cast<int>(period.at(0).as_int64()),
                 static_cast<int>(period.at(1).as_int64()));
  else
    record_ndc(world, "BBB", AdjustmentMethod::single_year_trajectory, 2021, 2030);
  const int vintage = year_at(one.inputs, "vintage");
  const std::uint64_t quantity = one.inputs.contains("qty") ? quantity_at(one.inputs, "qty") : 10;
  first_transfer(world, {.host = kSomeHost,
                         .to = "BBB",
                         .vintage = vintage,
                         .quantity_t_co2eq = quantity,
                         .event_year = vintage + 1});
  return answer(world.act(world.use("BBB", vintage, quantity, year_at(one.inputs, "use_year"))));
}

object used_twice(const Case& one) {
  const auto id = ledger::ItmoIdentifier::parse(text_at(one.inputs, "serial"));
  if (!id) throw std::runtime_error("the serial is no ITMO identifier");
  const auto& uses = at(one.inputs, "uses").as_array();
  const auto user = [&](std::size_t i) { return std::string(uses.at(i).at(0).as_string()); };
  const auto year = [&](std::size_t i) { return static_cast<int>(uses.at(i).at(1).as_int64()); };
  const int vintage = id->series.vintage.value();
  World world = world_of({user(0), user(1)});
  for (const std::size_t i : {0u, 1u})
    record_ndc(world, user(i), AdjustmentMethod::single_year_trajectory, 2021, 2030);
  first_transfer(world, {.host = kSomeHost,
                         .to = user(0),
                         .vintage = vintage,
                         .quantity_t_co2eq = 1,
                         .event_year = vintage + 1});
  world.must(world.use(user(0), vintage, 1, year(0)));
  const object own = answer(world.act(world.use(user(0), vintage, 1, year(1))));
  const object other = answer(world.act(world.use(user(1), vintage, 1, year(1))));
  if (own != other) throw std::runtime_error("the two second uses are answered differently");
  return {{"second_accepted", other.at("accepted")}, {"reason", other.at("reason")}};
}

object above_cap(const Case& one) {
  World world = world_with_ndc("AAA");
  in_year(world, 2025);
  const std::uint64_t before = quantity_at(one.inputs, "first_transferred_so_far");
  const std::uint64_t asked = quantity_at(one.inputs, "request");
  world.authorize(
      {.host = "AAA", .quantity_t_co2eq = TonnesCo2eq(quantity_at(one.inputs, "authorized_cap"))});
  const Units units =
      world.issue({.host = "AAA", .vintage = 2024, .quantity_t_co2eq = before + asked});
  world.must(world.first_transfer(units, before, kSomeBuyer));
  const auto result = world.act(world.first_transfer(units, asked, kSomeBuyer));
  object produced = answer(result);
  if (!result) produced["max_acceptable"] = std::stoll(result.error().figures.back().en);
  return produced;
}

object other_purpose(const Case& one) {
  const auto purpose = text_at(one.inputs, "authorized_purposes");
  if (purpose != "OIMP" || text_at(one.inputs, "request") != "use_ndc")
    throw NotYetSupported("only use_ndc of units authorized for OIMP is read");
  const std::uint64_t quantity = quantity_at(one.inputs, "qty");
  World world = world_with_ndc("BBB");
  first_transfer(world, {.host = kSomeHost,
                         .vintage = 2024,
                         .quantity_t_co2eq = quantity,
                         .event_year = 2025,
                         .oimp = true});
  world.must(world.transfer(kSomeHost, 2024, quantity, "BBB"));
  return answer(world.act(world.use("BBB", 2024, quantity, 2025)));
}

std::optional<ledger::FirstTransferDefinition> definition_of(std::string word) {
  for (char& c : word) c = c == ' ' ? '_' : static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return parse_enum<ledger::FirstTransferDefinition>(word);
}

// Each approach stands for a registry's approach of its own: definitions differ between them.
object definitions(const Case& one) {
  const std::string party = text_at(one.inputs, "party");
  std::vector<std::pair<std::string, World>> worlds;
  std::vector<ledger::Result<ledger::Event>> results;
  for (const value& item : at(one.inputs, "authorizations").as_array()) {
    const std::string approach = text_at(item.as_object(), "approach");
    auto known = std::find_if(worlds.begin(), worlds.end(),
                              [&](const auto& world) { return world.first == approach; });
    if (known == worlds.end()) {
      worlds.emplace_back(approach,
                          World({party, kSomeBuyer}, {.registry = "XXA01", .approach = approach}));
      known = std::prev(worlds.end());
      record_ndc(known->second, party, AdjustmentMethod::single_year_trajectory, 2021, 2030);
    }
    World& world = known->second;
    results.push_back(world.act(
        world.authorization({.host = party,
                             .purpose = ledger::Purpose::oimp,
                             .definition = definition_of(text_at(item.as_object(), "definition")),
                             .id = fmt::format("AUTH-{}", results.size())})));
  }
  return answers(results);
}

// A definition outside the controlled values: nothing can be authorized, so no row has a figure.
object unresolved_definition(const Case& one) {
  const std::string party = text_at(one.inputs, "party");
  World world = world_with_ndc(party);
  const auto result = world.act(world.authorization(
      {.host = party,
       .purpose = ledger::Purpose::oimp,
       .definition = definition_of(text_at(one.inputs, "first_transfer_definition"))}));
  if (result) throw std::runtime_error("the definition is a known one");
  return {{"status", reason_of(result.error())}, {"row_23d", nullptr}, {"row_23g", nullptr}};
}

}  // namespace

std::string field_word(int refusal_code) {
  for (const FieldWord& entry : kWords)
    if (static_cast<int>(entry.code) == refusal_code) return std::string(entry.word);
  return std::string(ledger::refusal_name(static_cast<RefusalCode>(refusal_code)));
}

std::span<const Handler> acceptance_handlers() {
  static const std::vector<Handler> handlers{
      {{"single_year_averaging", "single_year_trajectory"},
       {"declared_method", "attempted_change_to", "change_in_year", "period"},
       change_of_method},
      {{"configuration"}, {"ndc_type", "method"}, method_of_kind},
      {{"validation"}, {"host_period", "vintage", "first_transfer_year"}, outside_host_period},
      {{"validation"}, {"host_period", "vintage", "first_transfer_date"}, before_mitigation},
      {{"validation"}, {"vintage", "use_year"}, use_in_period},
      {{"validation"}, {"vintage", "qty"}, vintage_authorized},
      {{"validation"}, {"serial", "uses"}, used_twice},
      {{"validation"}, {"authorized_cap", "first_transferred_so_far", "request"}, above_cap},
      {{"validation"}, {"authorized_purposes", "request", "qty"}, other_purpose},
      {{"validation"}, {"party", "authorizations"}, definitions},
      {{"oimp"},
       {"party", "first_transfer_definition", "purpose", "volume"},
       unresolved_definition},
  };
  return handlers;
}

}  // namespace openitmo::cases
