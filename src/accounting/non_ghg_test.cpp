#include "accounting/non_ghg.h"

#include <gtest/gtest.h>

#include "accounting/accounts.h"
#include "accounting/world.h"
#include "ledger_world/ledger_world.h"

namespace openitmo::accounting {
namespace {

using openitmo::testing::document;
using openitmo::testing::party_id;
using openitmo::testing::World;

const CooperativeApproachId kOther = *CooperativeApproachId::parse("CA9998");

// Beside 500 t of 2024, of which XAA first transferred 300, an approach counts in MWh, in which XBB
// converts at 0.6 and XAA does not: of 1,000 MWh, XAA first transferred 401, and XBB used 101 and
// 100 for 2025.
class TwoMetrics : public ::testing::Test {
 protected:
  TwoMetrics() {
    for (const char* code : {"XAA", "XBB"}) w_.must(World::ndc(code, 2021, 2030));
    w_.at(Date(2025, 6, 1));
    const auto units = w_.issue({.host = "XAA", .vintage = 2024, .quantity_t_co2eq = 500});
    w_.must(w_.first_transfer(units, 300, "XBB"));
    other_approach();
    first_transfer(1001, 1401);
    use(1001, 1101);
    use(1102, 1201);
  }

  ledger::ItmoRange mwh(std::uint64_t first, std::uint64_t last) const {
    return ledger::make_range(
        {kOther, w_.ledger().registry()->registry, party_id("XAA"), CalendarYear(2024)}, first,
        last);
  }

  void other_approach() {
    auto authorization = w_.authorization({.host = "XAA", .id = "OTHER"});
    authorization.approach = kOther;
    authorization.quantity_t_co2eq = TonnesCo2eq(901);
    w_.must(RecordCooperativeApproach{.approach = kOther,
                                      .parties = {party_id("XAA"), party_id("XBB")},
                                      .workflow = Workflow::issue_first,
                                      .demonstration = true,
                                      .agreement = document("AGREEMENT")});
    for (const char* code : {"XAA", "XBB"})
      w_.must(SubmitInitialReport{party_id(code), kOther, false, document("REPORT")});
    w_.must(ledger::DeclareMetric{.approach = kOther,
                                  .metric = "MWh",
                                  .conversions = {{party_id("XBB"), 6, 10}},
                                  .document = document("METHOD")});
    w_.record(authorization);
    for (const char* code : {"XAA", "XBB"})
      w_.must(ledger::OpenAccount{std::string(code) + "-MWH", party_id(code), "", "MWh"});
    w_.record(ledger::MetricUnitsIssued{.report = "REPORT-1",
                                        .component = "COMPONENT-1",
                                        .vintage = CalendarYear(2025),
                                        .authorization = "OTHER",
                                        .account = "XAA-MWH",
                                        .request = "",
                                        .metric = "MWh",
                                        .ranges = {mwh(1001, 2000)},
                                        .statement = document("STATEMENT")});
  }
  void first_transfer(std::uint64_t first, std::uint64_t last) {
    w_.record(ledger::UnitsTransferred{.action = ledger::ActionType::first_transfer,
                                       .ranges = {mwh(first, last)},
                                       .authorization = "OTHER",
                                       .from_account = "XAA-MWH",
                                       .from_party = party_id("XAA"),
                                       .to_party = party_id("XBB"),
                                       .to_registry = w_.ledger().registry()->registry,
                                       .to_account = "XBB-MWH",
                                       .underlying = {}});
  }
  void use(std::uint64_t first, std::uint64_t last) {
    auto command = w_.use("XBB", 2024, last - first + 1, 2025);
    command.units.account = "XBB-MWH";
    command.units.first_id = mwh(first, last).first_id;
    w_.must(command);
  }

  World w_{{"XAA", "XBB"}};
};

TEST_F(TwoMetrics, NothingIsNettedAcrossThem) {
  const auto held = [&](const char* code, std::string_view metric) {
    return holdings_of(w_.ledger(), party_id(code), metric).held().value();
  };
  EXPECT_EQ(held("XAA", ""), 200U);
  EXPECT_EQ(held("XAA", "MWh"), 599U);
  EXPECT_EQ(held("XBB", ""), 300U);
  EXPECT_EQ(held("XBB", "MWh"), 200U);
  EXPECT_EQ(flows_of(w_.ledger(), party_id("XAA")).first_transferred(), TonnesCo2eq(300));
  EXPECT_EQ(flows_of(w_.ledger(), party_id("XAA"), {}, {}, "MWh").first_transferred(),
            TonnesCo2eq(401));
  const ledger::Ledger* ledgers[] = {&w_.ledger()};
  EXPECT_EQ(check_world(ledgers).first_transferred_t_co2eq, TonnesCo2eq(300));
  EXPECT_EQ(check_world(ledgers, "MWh").used_ndc_t_co2eq, TonnesCo2eq(201));
}

TEST_F(TwoMetrics, APartyWithAFactorConvertsHoweverTheUnitsAreSplit) {
  // floor(0.6 * 1201) - floor(0.6 * 1000) = 720 - 600.
  EXPECT_EQ(flows_of(w_.ledger(), party_id("XBB")).used.total(), TonnesCo2eq(120));
  EXPECT_TRUE(metric_accounts(w_.ledger(), party_id("XBB"), World::ndc("XBB", 2021, 2030),
                              CalendarYear(2030))
                  .empty());
}

TEST_F(TwoMetrics, AnIndicatorHasTheOppositeSign) {
  RecordNdc ndc = World::ndc("XAA", 2021, 2030);
  ndc.method = AdjustmentMethod::single_year_trajectory;
  const auto account = [&] {
    return metric_accounts(w_.ledger(), party_id("XAA"), ndc, CalendarYear(2030)).at(0);
  };
  EXPECT_EQ(account().metric, "MWh");
  EXPECT_EQ(account().years.at(3).adjustment, Rational(-401, 1));
  EXPECT_FALSE(account().years.at(3).adjusted_level);  // unknown, never zero
  ledger::RecordMetricLevel level{};
  level.party = party_id("XAA");
  level.metric = "MWh";
  level.year = CalendarYear(2024);
  level.version = 2;
  level.level = 9000;
  level.document = document("LEVEL");
  w_.must(level);
  level.version = 1;
  level.level = 1;
  w_.must(level);  // a lower version does not replace it
  EXPECT_EQ(account().years.at(3).adjusted_level, Rational(8599, 1));
  ndc.method = AdjustmentMethod::single_year_averaging;
  EXPECT_EQ(account().years.at(3).adjustment, Rational(-401, 10));
}

TEST_F(TwoMetrics, OversellingLooksAtTonnesOnly) {
  // XAA authorized 901 MWh, of which 401 are first transferred; they are none of its tonnes.
  auto terms = w_.authorization({.host = "XAA", .quantity_t_co2eq = TonnesCo2eq(700)});
  terms.version = 2;
  w_.must(terms);
  EXPECT_EQ(account(w_.ledger(), party_id("XAA")).overselling.outstanding_t_co2eq,
            TonnesCo2eq(400));
}

}  // namespace
}  // namespace openitmo::accounting
