#include "case_world.h"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

namespace openitmo::cases {

World world_of(std::vector<std::string> parties, Date opened_on) {
  for (const char* invented : {kSomeHost, kSomeBuyer})
    if (std::find(parties.begin(), parties.end(), invented) == parties.end())
      parties.emplace_back(invented);
  World world(parties, {}, opened_on);
  for (const char* invented : {kSomeHost, kSomeBuyer})
    record_ndc(world, invented, AdjustmentMethod::single_year_trajectory, 2021, 2030);
  return world;
}

AdjustmentMethod method_of(std::string_view word) {
  const auto method = parse_enum<AdjustmentMethod>(word);
  if (!method) throw std::runtime_error(fmt::format("no adjustment method {}", word));
  return *method;
}

namespace {

RecordNdc ndc_of(const std::string& party, AdjustmentMethod method, int first_year, int last_year) {
  RecordNdc ndc = World::ndc(party, first_year, last_year);
  ndc.method = method;
  ndc.kind = method == AdjustmentMethod::multi_year_trajectory ? NdcKind::multi_year
                                                               : NdcKind::single_year;
  return ndc;
}

KilogramsCo2eq kilograms(std::int64_t tonnes) { return KilogramsCo2eq(tonnes * 1000); }

}  // namespace

void record_ndc(World& world, const std::string& party, AdjustmentMethod method,
                const object& ndc) {
  RecordNdc record = ndc_of(party, method, year_at(ndc, "first_year"), year_at(ndc, "last_year"));
  if (ndc.contains("target_year")) record.target_year = CalendarYear(year_at(ndc, "target_year"));
  if (ndc.contains("target_level"))
    record.target_level_kg_co2eq = kilograms(whole_at(ndc, "target_level"));
  if (ndc.contains("budget")) record.budget_kg_co2eq = kilograms(whole_at(ndc, "budget"));
  if (ndc.contains("trajectory"))
    for (const auto& [year, level] : by_year(at(ndc, "trajectory")))
      record.trajectory.push_back({CalendarYear(year), kilograms(level)});
  world.record(record);
}

void record_ndc(World& world, const std::string& party, AdjustmentMethod method, int first_year,
                int last_year) {
  world.record(ndc_of(party, method, first_year, last_year));
}

void record_inventory(World& world, const std::string& party, int year, std::int64_t emissions) {
  world.inventory(party, year, kilograms(emissions));
}

void record_inventories(World& world, const std::string& party, const value& emissions) {
  for (const auto& [year, amount] : by_year(emissions))
    record_inventory(world, party, year, amount);
}

void in_year(World& world, int year) {
  const Date middle(year, 7, 1);
  if (world.today() < middle) world.at(middle);
}

void first_transfer(World& world, const FirstTransferred& act) {
  if (act.quantity_t_co2eq == 0) return;
  in_year(world, act.event_year);
  testing::IssueRequest request{
      .host = act.host, .vintage = act.vintage, .quantity_t_co2eq = act.quantity_t_co2eq};
  if (act.oimp) {
    request.purpose = ledger::Purpose::oimp;
    request.definition = ledger::FirstTransferDefinition::issuance;
    world.issue(request);
    return;
  }
  const Units units = world.issue(request);
  const auto command = world.first_transfer(units, act.quantity_t_co2eq, act.to);
  if (act.event_year > act.vintage) {
    world.must(command);
    return;
  }
  world.record(ledger::UnitsTransferred{.action = ledger::ActionType::first_transfer,
                                        .ranges = units.ranges,
                                        .authorization = units.authorization,
                                        .from_account = units.account,
                                        .from_party = party_id(act.host),
                                        .to_party = command.to_party,
                                        .to_registry = command.to_registry,
                                        .to_account = command.to_account,
                                        .underlying = {}});
}

namespace {

TonnesCo2eq held(const World& world, const std::string& party, int vintage) {
  TonnesCo2eq sum;
  const auto account = world.ledger().find_account(World::account_of(party));
  for (const auto& block : world.ledger().blocks().held_in(*account))
    if (block.range.series().vintage == CalendarYear(vintage) && block.state.first_transferred)
      sum += block.range.quantity_t_co2eq();
  return sum;
}

void acquire(World& world, const std::string& party, int vintage, std::uint64_t quantity,
             int event_year) {
  first_transfer(world, {.host = kSomeHost,
                         .to = party,
                         .vintage = vintage,
                         .quantity_t_co2eq = quantity,
                         .event_year = event_year});
}

}  // namespace

void use(World& world, const std::string& party, int vintage, std::uint64_t quantity_t_co2eq,
         int use_year, int event_year) {
  in_year(world, event_year);
  const std::uint64_t holds = held(world, party, vintage).value();
  if (holds < quantity_t_co2eq)
    acquire(world, party, vintage, quantity_t_co2eq - holds, event_year);
  if (quantity_t_co2eq > 0) world.must(world.use(party, vintage, quantity_t_co2eq, use_year));
}

namespace {

void play_one(World& world, const object& event) {
  const std::string type = text_at(event, "type");
  const int vintage = year_at(event, "vintage");
  const std::uint64_t quantity = quantity_at(event, "qty");
  const int event_year = year_at(event, "event_year");
  if (type == "first_transfer")
    first_transfer(world,
                   {.host = text_at(event, "host"),
                    .to = event.contains("to") ? text_at(event, "to") : kSomeBuyer,
                    .vintage = vintage,
                    .quantity_t_co2eq = quantity,
                    .event_year = event_year,
                    .oimp = event.contains("purpose") && text_at(event, "purpose") == "OIMP"});
  else if (type == "acquire")
    acquire(world, text_at(event, "party"), vintage, quantity, event_year);
  else if (type == "use_ndc")
    use(world, text_at(event, "party"), vintage, quantity, year_at(event, "use_year"), event_year);
  else if (type == "transfer") {
    in_year(world, event_year);
    world.must(world.transfer(text_at(event, "from"), vintage, quantity, text_at(event, "to")));
  } else {
    throw std::runtime_error("no event type " + type);
  }
}

}  // namespace

void play(World& world, const value& events) {
  std::vector<object> ordered;
  for (const value& event : events.as_array()) ordered.push_back(event.as_object());
  std::stable_sort(ordered.begin(), ordered.end(), [](const object& a, const object& b) {
    return year_at(a, "event_year") < year_at(b, "event_year");
  });
  for (const object& event : ordered) play_one(world, event);
}

}  // namespace openitmo::cases
