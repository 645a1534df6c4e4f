#include "accounting/world.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "accounting/structured_summary.h"
#include "ledger_world/ledger_world.h"

namespace openitmo::accounting {
namespace {

using openitmo::testing::party_id;
using openitmo::testing::Units;
using openitmo::testing::World;

constexpr const char* kParties[] = {"XXA", "XXB", "XXC"};

// XXA averages, XXB has a trajectory for a single year, XXC a multi-year budget; all inventories
// known, so that every balance is.
World three_parties() {
  World w({"XXA", "XXB", "XXC"});
  w.must(World::ndc("XXA", 2021, 2030));
  RecordNdc single = World::ndc("XXB", 2021, 2030);
  single.method = AdjustmentMethod::single_year_trajectory;
  single.budget_kg_co2eq = KilogramsCo2eq(1'000'000);
  w.must(single);
  RecordNdc multi = World::ndc("XXC", 2021, 2030);
  multi.kind = NdcKind::multi_year;
  multi.method = AdjustmentMethod::multi_year_trajectory;
  multi.budget_kg_co2eq = KilogramsCo2eq(1'000'000);
  w.must(multi);
  w.at(Date(2031, 2, 1));
  for (const char* party : kParties)
    for (int year = 2021; year <= 2030; ++year)
      w.inventory(party, year, KilogramsCo2eq(50'000 + year));
  return w;
}

std::vector<PartyAccounts> all_accounts(const World& w) {
  std::vector<PartyAccounts> accounts;
  Settings settings;
  settings.period_year = CalendarYear(2021);
  for (const char* party : kParties)
    accounts.push_back(account(w.ledger(), party_id(party), settings));
  return accounts;
}

struct Tally {
  int first_transfers = 0;
  int transfers = 0;
  int uses = 0;
  int cancellations = 0;
};

std::string any_party() { return kParties[*rc::gen::inRange(0, 3)]; }

// First transfers some units; at times into another Party's account, at times as OIMP.
void random_issuance(World& w, Tally& tally) {
  const int vintage = *rc::gen::inRange(2021, 2031);
  const auto quantity = *rc::gen::inRange<std::uint64_t>(1, 50);
  const std::string host = any_party();
  if (*rc::gen::inRange(0, 3) == 0) {
    w.issue({.host = host,
             .vintage = vintage,
             .quantity_t_co2eq = quantity,
             .purpose = ledger::Purpose::ndc_and_oimp,
             .definition = ledger::FirstTransferDefinition::issuance});
    ++tally.first_transfers;
    return;
  }
  const Units units = w.issue({.host = host, .vintage = vintage, .quantity_t_co2eq = quantity + 5});
  if (w.act(w.first_transfer(units, quantity, any_party()))) ++tally.first_transfers;
}

// Some act on units that somebody holds; the ledger may refuse it.
void random_act_on_held(World& w, Tally& tally) {
  std::vector<ledger::Block> held;
  w.ledger().blocks().for_each([&](const ledger::Block& block) {
    if (block.state.status == ledger::BlockStatus::held) held.push_back(block);
  });
  if (held.empty()) return;
  const auto at = *rc::gen::inRange<std::size_t>(0, held.size());
  const ledger::Block& block = held[at];
  const std::string from = w.ledger().accounts()[block.state.account].party.to_string();
  const int vintage = block.range.series().vintage.value();
  const auto quantity =
      *rc::gen::inRange<std::uint64_t>(1, block.range.quantity_t_co2eq().value() + 1);
  const auto add = [&](int& count, auto command) {
    command.units.first_id = block.range.first_id;
    if (w.act(command)) ++count;
  };
  const auto kind =
      *rc::gen::element(ledger::CancellationKind::omge_voluntary, ledger::CancellationKind::other);
  switch (*rc::gen::inRange(0, 4)) {
    case 0:
      add(tally.transfers, w.transfer(from, vintage, quantity, any_party()));
      return;
    case 1:
      add(tally.cancellations, w.cancel(from, vintage, quantity, kind));
      return;
    default:
      add(tally.uses, w.use(from, vintage, quantity, *rc::gen::inRange(vintage, 2031)));
      return;
  }
}

void random_act(World& w, Tally& tally) {
  if (*rc::gen::inRange(0, 3) == 0)
    random_issuance(w, tally);
  else
    random_act_on_held(w, tally);
}

void check_step(const World& w, const std::vector<PartyAccounts>& before,
                const std::vector<PartyAccounts>& after) {
  const ledger::Ledger* ledgers[] = {&w.ledger()};
  const WorldUnits units = check_world(ledgers);
  const WorldAccounts all = world(after);
  RC_ASSERT(all.first_transferred_t_co2eq == units.first_transferred_t_co2eq);
  RC_ASSERT(all.used_t_co2eq == units.used_ndc_t_co2eq);
  RC_ASSERT(all.sum_of_adjustments_t_co2eq == static_cast<std::int64_t>(units.unused().value()));
  for (std::size_t i = 0; i < after.size(); ++i) {
    // One act adds or subtracts, never both, for one Party.
    RC_ASSERT(check_sign_guard(before[i].figures, after[i].figures));
    for (std::size_t j = 0; j < after[i].alternatives.size(); ++j)
      RC_ASSERT(check_sign_guard(before[i].alternatives[j], after[i].alternatives[j]));
  }
}

// Invariants 7 and 9 and rulebook R-057 over random histories.
TEST(WorldProperty, RandomHistoriesKeepTheWorldWholeAndTheSignsRight) {
  Tally tally;
  EXPECT_TRUE(rc::check([&] {
    World w = three_parties();
    std::vector<PartyAccounts> before = all_accounts(w);
    const int acts = *rc::gen::inRange(5, 30);
    for (int i = 0; i < acts; ++i) {
      random_act(w, tally);
      std::vector<PartyAccounts> after = all_accounts(w);
      check_step(w, before, after);
      before = std::move(after);
    }
  }));
  // A history in which nothing happens proves nothing.
  EXPECT_GT(tally.first_transfers, 50);
  EXPECT_GT(tally.transfers, 20);
  EXPECT_GT(tally.uses, 50);
  EXPECT_GT(tally.cancellations, 20);
}

TEST(WorldProperty, SummaryRowsAndAdjustmentsHaveOneTotal) {
  EXPECT_TRUE(rc::check([] {
    World w = three_parties();
    Tally tally;
    for (int i = 0; i < 12; ++i) random_act(w, tally);
    for (const PartyAccounts& accounts : all_accounts(w)) {
      const StructuredSummary summary = structured_summary(w.ledger(), accounts);
      const std::int64_t net = summary.years.back().r23h_t_co2eq;
      RC_ASSERT(accounts.figures.cumulative->adjustment_kg_co2eq == Rational(net * 1000, 1));
      TonnesCo2eq rows, lines;
      for (const SummaryYear& year : summary.years)
        rows +=
            year.r23c.quantity_t_co2eq + year.r23d.quantity_t_co2eq + year.r23e.quantity_t_co2eq;
      for (const SummaryBreakdown& line : summary.breakdown) lines += line.figure.quantity_t_co2eq;
      RC_ASSERT(rows == lines);
    }
  }));
}

TEST(SignGuard, SeesAWrongSign) {
  MethodFigures before;
  before.years.resize(1);
  before.years[0].balance_kg_co2eq = Rational(1000, 1);
  MethodFigures after = before;
  after.years[0].first_transferred_ndc.add(TonnesCo2eq(5), 1);
  after.years[0].balance_kg_co2eq = Rational(995, 1);
  EXPECT_THROW(check_sign_guard(before, after), InvariantBroken);
  after.years[0].balance_kg_co2eq = Rational(6000, 1);
  EXPECT_TRUE(check_sign_guard(before, after));

  MethodFigures use = before;
  use.years[0].used.add(TonnesCo2eq(5), 1);
  use.years[0].balance_kg_co2eq = Rational(1001, 1);
  EXPECT_THROW(check_sign_guard(before, use), InvariantBroken);
}

TEST(SignGuard, SaysNothingWhenBothChange) {
  MethodFigures before;
  before.years.resize(1);
  MethodFigures after = before;
  after.years[0].first_transferred_ndc.add(TonnesCo2eq(5), 1);
  after.years[0].used.add(TonnesCo2eq(9), 2);
  EXPECT_FALSE(check_sign_guard(before, after));
}

// Two registries: SEN01 issues and sends, CHE01 receives.
struct TwoRegistries {
  World sen{{"SEN", "CHE"}, {.registry = "SEN01"}};
  World che{{"CHE", "SEN"}, {.registry = "CHE01"}};
  ledger::UnitsTransferred sent;

  TwoRegistries() {
    for (World* w : {&sen, &che})
      for (const char* party : {"SEN", "CHE"}) w->must(World::ndc(party, 2021, 2030));
    for (World* w : {&sen, &che}) w->at(Date(2025, 5, 1));
    const Units units = sen.issue({.host = "SEN", .vintage = 2024, .quantity_t_co2eq = 100});
    auto command = sen.first_transfer(units, 60, "CHE");
    command.to_registry = *RegistryId::parse("CHE01");
    command.to_account = "";
    sent = std::get<ledger::UnitsTransferred>(sen.must(command));
  }

  void receive(World& w) const {
    const std::string authorization = w.authorize({.host = "CHE"});
    ledger::AcquireUnits command;
    command.ranges = sent.ranges;
    command.from_party = party_id("SEN");
    command.to_party = party_id("CHE");
    command.to_account = World::account_of("CHE");
    command.authorization = authorization;
    command.sent.registry = *RegistryId::parse("SEN01");
    command.sent.entry = sen.ledger().entry_count() - 1;
    w.must(command);
  }
};

TEST(TwoRegistriesTest, UnitsOnTheWayAreCountedOnceBeforeAndAfterArrival) {
  TwoRegistries two;
  const ledger::Ledger* ledgers[] = {&two.sen.ledger(), &two.che.ledger()};
  EXPECT_EQ(check_world(ledgers).on_the_way_t_co2eq, TonnesCo2eq(60));
  two.receive(two.che);
  const WorldUnits arrived = check_world(ledgers);
  EXPECT_EQ(arrived.on_the_way_t_co2eq, TonnesCo2eq(0));
  EXPECT_EQ(arrived.held_t_co2eq, TonnesCo2eq(60));
  EXPECT_EQ(arrived.first_transferred_t_co2eq, TonnesCo2eq(60));
  two.che.must(two.che.use("CHE", 2024, 25, 2025));
  const WorldUnits used = check_world(ledgers);
  EXPECT_EQ(used.used_ndc_t_co2eq, TonnesCo2eq(25));
  EXPECT_EQ(used.unused(), TonnesCo2eq(35));
}

TEST(TwoRegistriesTest, ReceiverAloneKnowsWhatItReceived) {
  TwoRegistries two;
  two.receive(two.che);
  two.che.must(two.che.use("CHE", 2024, 25, 2025));
  const ledger::Ledger* ledgers[] = {&two.che.ledger()};
  const WorldUnits units = check_world(ledgers);
  EXPECT_EQ(units.first_transferred_t_co2eq, TonnesCo2eq(0));
  EXPECT_EQ(units.received_from_elsewhere_t_co2eq, TonnesCo2eq(60));
}

TEST(TwoRegistriesTest, AUnitThatLivesTwiceIsFound) {
  TwoRegistries two;
  World other({"CHE", "SEN"}, {.registry = "CHE02"});
  for (const char* party : {"SEN", "CHE"}) other.must(World::ndc(party, 2021, 2030));
  other.at(Date(2025, 5, 1));
  two.receive(two.che);
  two.receive(other);
  const ledger::Ledger* ledgers[] = {&two.sen.ledger(), &two.che.ledger(), &other.ledger()};
  EXPECT_THROW(check_world(ledgers), InvariantBroken);
}

}  // namespace
}  // namespace openitmo::accounting
