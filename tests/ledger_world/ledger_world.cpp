#include "ledger_world/ledger_world.h"

#include <fmt/format.h>

#include "quantity/check.h"

namespace openitmo::testing {

using ledger::Command;
using ledger::Entry;
using ledger::Event;

TonnesCo2eq Units::quantity_t_co2eq() const {
  TonnesCo2eq sum;
  for (const auto& range : ranges) sum += range.quantity_t_co2eq();
  return sum;
}

PartyId party_id(std::string_view code) {
  const auto id = PartyId::parse(code);
  check(id.has_value(), fmt::format("a Party code is three capital letters: {}", code));
  return *id;
}

Document document(std::string_view reference) {
  return {std::string(reference), std::string(64, 'a')};
}

std::string World::account_of(std::string_view code) { return fmt::format("{}-PARTY", code); }

ledger::Envelope World::envelope() {
  ledger::Envelope envelope;
  envelope.recorded_at = Instant(std::chrono::sys_seconds(today_.days()) + std::chrono::hours(12));
  envelope.effective_date = effective_.value_or(today_);
  envelope.actor = "actor-1";
  envelope.command_id = fmt::format("c{}", entries_.size());
  return envelope;
}

void World::at(Date day) {
  check(day >= today_, "a world's days never go back");
  today_ = day;
  effective_.reset();
}

ledger::Result<Event> World::act(const Command& command) {
  auto event = decide(ledger_, envelope(), command);
  if (event) record(*event);
  return event;
}

Event World::must(const Command& command) {
  auto event = act(command);
  check(event.has_value(), event ? "" : message(event.error()).en);
  return *event;
}

void World::record(const Event& event) {
  const Entry entry{ledger_.entry_count(), envelope(), event};
  ledger_.apply(entry);
  entries_.push_back(entry);
}

RecordNdc World::ndc(std::string_view code, int first_year, int last_year) {
  return {.party = party_id(code),
          .ndc = fmt::format("NDC-{}-{}", first_year, last_year),
          .version = 1,
          .kind = NdcKind::single_year,
          .first_year = CalendarYear(first_year),
          .last_year = CalendarYear(last_year),
          .target_year = CalendarYear(last_year),
          .method = AdjustmentMethod::single_year_averaging,
          .averaging_convention = AveragingConvention::restated_uniform,
          .target_level_kg_co2eq = {},
          .budget_kg_co2eq = {},
          .trajectory = {},
          .basis = Basis::fictitious,
          .document = document("NDC")};
}

void World::inventory(std::string_view code, int year, KilogramsCo2eq emissions,
                      std::uint32_t version) {
  must(RecordInventory{.party = party_id(code),
                       .year = CalendarYear(year),
                       .version = version,
                       .emissions_kg_co2eq = emissions,
                       .gwp_set = "AR5",
                       .basis = Basis::fictitious,
                       .document = document("NIR")});
}

Units World::issue(const IssueRequest& request) {
  auto event = try_issue(request);
  check(event.has_value(), event ? "" : message(event.error()).en);
  const auto& issued = std::get<ledger::UnitsIssued>(*event);
  return {issued.account, issued.authorization, issued.vintage, issued.ranges};
}

ledger::Result<Event> World::try_issue(const IssueRequest& request) {
  ledger::Result<Event> last;
  for (const Command& command : issuance_acts(request)) {
    last = act(command);
    if (!last) return last;
  }
  return last;
}

ledger::UnitSelection World::units_of(std::string_view code, int vintage,
                                      std::uint64_t quantity_t_co2eq) const {
  return {.account = account_of(code),
          .vintage = CalendarYear(vintage),
          .quantity_t_co2eq = TonnesCo2eq(quantity_t_co2eq),
          .first_id = {},
          .authorization = {},
          .component = {}};
}

ledger::FirstTransfer World::first_transfer(const Units& units, std::uint64_t quantity_t_co2eq,
                                            std::string_view to) const {
  return {.units = {.account = units.account,
                    .vintage = units.vintage,
                    .quantity_t_co2eq = TonnesCo2eq(quantity_t_co2eq),
                    .first_id = units.ranges.front().first_id,
                    .authorization = units.authorization,
                    .component = {}},
          .to_party = party_id(to),
          .to_registry = registry_,
          .to_account = account_of(to)};
}

ledger::Transfer World::transfer(std::string_view from, int vintage, std::uint64_t quantity_t_co2eq,
                                 std::string_view to) const {
  return {units_of(from, vintage, quantity_t_co2eq), party_id(to), registry_, account_of(to)};
}

ledger::UseUnits World::use(std::string_view code, int vintage, std::uint64_t quantity_t_co2eq,
                            int year) const {
  return {.units = units_of(code, vintage, quantity_t_co2eq),
          .party = party_id(code),
          .purpose = ledger::UsePurpose::ndc,
          .year = CalendarYear(year),
          .entity = {}};
}

ledger::CancelUnits World::cancel(std::string_view code, int vintage,
                                  std::uint64_t quantity_t_co2eq,
                                  ledger::CancellationKind kind) const {
  return {units_of(code, vintage, quantity_t_co2eq), kind, ""};
}

}  // namespace openitmo::testing
