#include <fmt/format.h>
#include <stdexcept>

#include "case_world.h"
#include "handlers.h"

// Cases about what units are counted in, and what their host said of them elsewhere.
namespace openitmo::cases {

namespace {

using ledger::A64Status;

constexpr const char* kOtherApproach = "CA9998";

ledger::ItmoRange units_of_other_approach(std::uint64_t count) {
  const ledger::ItmoSeries series{*CooperativeApproachId::parse(kOtherApproach),
                                  *RegistryId::parse("XBB01"), party_id(kSomeHost),
                                  CalendarYear(2024)};
  return ledger::make_range(series, 1, count);
}

// `count` units in MWh, received from another registry, in an account of their own.
void receive_mwh(World& world, const std::string& party, std::uint64_t count) {
  const auto approach = *CooperativeApproachId::parse(kOtherApproach);
  auto authorization = world.authorization({.host = party, .id = "OTHER"});
  authorization.approach = approach;
  world.must(RecordCooperativeApproach{.approach = approach,
                                       .parties = {party_id(party), party_id(kSomeHost)},
                                       .workflow = Workflow::issue_first,
                                       .demonstration = true,
                                       .agreement = testing::document("AGREEMENT")});
  world.must(ledger::DeclareMetric{.approach = approach,
                                   .metric = "MWh",
                                   .conversions = {},
                                   .document = testing::document("METRIC")});
  world.must(ledger::OpenAccount{"MWH", party_id(party), "", "MWh"});
  world.record(authorization);
  world.record(ledger::AcquireUnits{.ranges = {units_of_other_approach(count)},
                                    .from_party = party_id(kSomeHost),
                                    .to_party = party_id(party),
                                    .to_account = "MWH",
                                    .authorization = authorization.authorization,
                                    .underlying = {},
                                    .sent = {.registry = *RegistryId::parse("XBB01"),
                                             .entry = 1,
                                             .leaf_hash = "",
                                             .tree_size = 2,
                                             .root_hash = "",
                                             .proof_sha256 = ""}});
}

// What one account holds may not be put into the other, and their sums stay apart.
object never_netted(const Case& one) {
  const std::uint64_t tonnes = quantity_at(one.inputs, "balance_tco2e");
  const std::uint64_t mwh = quantity_at(one.inputs, "balance_mwh");
  World world = world_of({"AAA"});
  record_ndc(world, "AAA", AdjustmentMethod::single_year_trajectory, 2021, 2030);
  in_year(world, 2025);
  world.issue({.host = "AAA", .quantity_t_co2eq = tonnes});
  receive_mwh(world, "AAA", mwh);
  const std::string account = World::account_of("AAA");
  auto to_mwh = ledger::MoveUnits{world.units_of("AAA", 2024, tonnes), "MWH"};
  auto to_tonnes = ledger::MoveUnits{world.units_of("AAA", 2024, mwh), account};
  to_tonnes.units.account = "MWH";
  const auto results = {world.act(to_mwh), world.act(to_tonnes)};
  object produced{{"net_allowed", false}};
  for (const auto& result : results) {
    if (result) return {{"net_allowed", true}};
    produced["reason"] = field_word(static_cast<int>(result.error().code));
  }
  const auto held = [&](std::string_view metric) {
    return accounting::holdings_of(world.ledger(), party_id("AAA"), metric).held();
  };
  if (held("") != TonnesCo2eq(tonnes) || held("MWh") != TonnesCo2eq(mwh))
    throw std::runtime_error("an account does not hold what it was given");
  return produced;
}

ledger::RecordA64Statement statement(std::uint64_t count, A64Status status, Date issued_on) {
  return {.party = party_id("AAA"),
          .underlying = {.registry = "A6.4", .prefix = "U-", .first_unit = 1, .last_unit = count},
          .status = status,
          .issued_on = issued_on,
          .first_moved_on = std::nullopt,
          .statement = testing::document("STATEMENT")};
}

// Contribution units, then the host's authorization of them; they become ITMOs only then.
ledger::Result<ledger::Event> authorized_later(World& world, const object& item) {
  const Date issued = date_at(item, "issued");
  const std::uint64_t count = quantity_at(item, "qty");
  world.at(issued);
  world.must(statement(count, A64Status::contribution, issued));
  world.at(date_at(item, "authorized"));
  const auto issue = [&] {
    return world.try_issue(
        {.host = "AAA",
         .vintage = year_at(item, "vintage"),
         .quantity_t_co2eq = count,
         .underlying = statement(count, A64Status::authorized, issued).underlying});
  };
  if (issue()) throw std::runtime_error("contribution units became ITMOs");
  auto later = statement(count, A64Status::authorized, issued);
  if (whole_at(item, "transfers_before") > 0) later.first_moved_on = issued.plus_days(1);
  const auto result = world.act(later);
  if (result.has_value() != issue().has_value())
    throw std::runtime_error("authorized units become ITMOs, others do not");
  return result;
}

object later_authorization(const Case& one) {
  json::array accepted;
  object produced;
  for (const value& item : at(one.inputs, "cases").as_array()) {
    World world = world_of({"AAA"});
    record_ndc(world, "AAA", AdjustmentMethod::single_year_trajectory, 2021, 2030);
    const auto result = authorized_later(world, item.as_object());
    if (result && accepted.empty()) {
      const auto& said = std::get<ledger::RecordA64Statement>(*result);
      const auto* known = world.ledger().terms().a64_statement(said.underlying);
      produced["accounting_first"] = fmt::format("as if authorized no later than issuance ({})",
                                                 known->record.issued_on.to_string());
    }
    if (!result && accepted.size() == 1)
      produced["reason_second"] = field_word(static_cast<int>(result.error().code));
    accepted.push_back(value(result.has_value()));
  }
  produced["accepted"] = accepted;
  return produced;
}

}  // namespace

std::span<const Handler> terms_handlers() {
  static const std::vector<Handler> handlers{
      {{"non_ghg"}, {"balance_tco2e", "balance_mwh"}, never_netted},
      {{"authorization"}, {"cases"}, later_authorization},
  };
  return handlers;
}

}  // namespace openitmo::cases
