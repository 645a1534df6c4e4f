#include "registry/statement.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "ledger_world/ledger_world.h"
#include "registry/effect.h"

// Search and statements over random histories, against a look at every entry.
namespace openitmo::registry {
namespace {

using ::testing::Contains;
using testing::World;

// What a registry has recorded, with its history beside it.
class Recorded {
 public:
  explicit Recorded(const std::vector<ledger::Entry>& recorded) : entries(recorded) {
    for (const ledger::Entry& entry : entries) {
      history.before(ledger, entry);
      ledger.apply(entry);
      history.after(ledger, entry);
    }
  }

  std::optional<Statement> statement_of(SubjectKind kind, const std::string& id,
                                        const Selection& selection = {}) const {
    return statement(
        ledger, history, [&](std::uint64_t number) { return entries.at(number); }, {kind, id},
        selection);
  }

  std::vector<ledger::Entry> entries;
  ledger::Ledger ledger;
  History history;
};

// Two Parties with two accounts each; acts at random, refused ones among them.
class RandomWorld {
 public:
  explicit RandomWorld(std::uint64_t seed) : random_(seed) {
    for (const std::string code : {"XAA", "XBB"}) {
      world_.must(World::ndc(code, 2021, 2030));
      world_.must(ledger::OpenAccount{code + "-SECOND", testing::party_id(code), ""});
    }
    world_.at(Date(2026, 1, 1));
    for (int i = 0; i < 60; ++i) step();
  }

  const std::vector<ledger::Entry>& entries() const { return world_.entries(); }

 private:
  std::uint64_t pick(std::uint64_t below) { return random_() % below; }

  std::pair<std::string, std::string> any_account() {
    const std::string party = pick(2) == 0 ? "XAA" : "XBB";
    return {pick(2) == 0 ? World::account_of(party) : party + "-SECOND", party};
  }

  void step() {
    const auto [from, from_party] = any_account();
    const auto [to, to_party] = any_account();
    ledger::UnitSelection units;
    units.account = from;
    units.vintage = Vintage(2023 + static_cast<int>(pick(2)));
    units.quantity_t_co2eq = TonnesCo2eq(1 + pick(20));
    const RegistryId here = world_.ledger().registry()->registry;
    const PartyId other = testing::party_id(to_party);
    switch (pick(8)) {
      case 0:
        world_.issue({.host = pick(2) == 0 ? "XAA" : "XBB",
                      .vintage = units.vintage.value(),
                      .quantity_t_co2eq = 1 + pick(40)});
        return;
      case 1:
        static_cast<void>(world_.act(ledger::FirstTransfer{units, other, here, to}));
        return;
      case 2:
        static_cast<void>(world_.act(ledger::Transfer{units, other, here, to}));
        return;
      case 3:
        static_cast<void>(
            world_.act(ledger::UseUnits{units, testing::party_id(from_party),
                                        ledger::UsePurpose::ndc, CalendarYear(2025), ""}));
        return;
      case 4:
        static_cast<void>(
            world_.act(ledger::CancelUnits{units, ledger::CancellationKind::other, ""}));
        return;
      case 5:
        correct_something();
        return;
      case 6:
        hold_something(units);
        return;
      default:
        static_cast<void>(world_.act(ledger::MoveUnits{units, to}));
    }
  }

  void correct_something() {
    ledger::CorrectEntry correction;
    correction.corrected_entry = pick(world_.entries().size());
    correction.document = testing::document("CORRECTION");
    const auto& event = world_.entries()[correction.corrected_entry].event;
    if (const auto* sent = std::get_if<ledger::UnitsTransferred>(&event))
      correction.account = sent->from_account;
    static_cast<void>(world_.act(correction));
  }

  void hold_something(const ledger::UnitSelection& units) {
    const auto account = world_.ledger().find_account(units.account);
    const auto held = world_.ledger().blocks().held_in(*account);
    if (held.empty()) return;
    const std::string hold = "H-" + std::to_string(world_.entries().size());
    static_cast<void>(world_.act(ledger::PlaceHold{
        hold, ledger::HoldCause::disputed, {held.front().range}, testing::document("HOLD")}));
    if (pick(2) == 0)
      static_cast<void>(
          world_.act(ledger::LiftHold{hold, ledger::HoldEnd::resolved, testing::document("LIFT")}));
  }

  std::mt19937_64 random_;
  World world_{{"XAA", "XBB"}};
};

// Every entry whose ranges, or those of the hold that it lifts, contain the unit.
std::vector<std::uint64_t> looked_up(const Recorded& recorded, const ledger::ItmoIdentifier& unit) {
  std::vector<std::uint64_t> numbers;
  std::vector<std::string> holds;
  for (const ledger::Entry& entry : recorded.entries) {
    const auto ranges = ranges_of(entry);
    const bool touched =
        std::ranges::any_of(ranges, [&](const auto& range) { return range.contains(unit); });
    const auto* placed = std::get_if<ledger::PlaceHold>(&entry.event);
    if (touched && placed) holds.push_back(placed->hold);
    const auto* lifted = std::get_if<ledger::LiftHold>(&entry.event);
    if (touched || (lifted && std::ranges::find(holds, lifted->hold) != holds.end()))
      numbers.push_back(entry.number);
  }
  return numbers;
}

std::int64_t number_of(const Statement& statement, std::string_view key) {
  for (const Fact& fact : statement.facts)
    if (fact.key == key) return fact.value.number.value();
  ADD_FAILURE() << "no fact " << key;
  return -1;
}

const StatementTable& table_of(const Statement& statement, std::string_view key) {
  return *std::ranges::find(statement.tables, key, &StatementTable::key);
}

TEST(Statement, AgreesWithEveryEntryOverRandomHistories) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    const RandomWorld world(seed);
    const Recorded recorded(world.entries());
    recorded.ledger.blocks().for_each([&](const ledger::Block& block) {
      for (const auto& unit : {block.range.first_id, block.range.last_id})
        EXPECT_EQ(recorded.history.of_unit(unit), looked_up(recorded, unit)) << unit.to_string();
    });
    // That a statement adds up to the holdings, it checks itself.
    for (const auto& account : recorded.ledger.accounts())
      EXPECT_TRUE(recorded.statement_of(SubjectKind::account, account.account));
    for (const auto& [id, component] : recorded.ledger.activities().components()) {
      const auto made = recorded.statement_of(SubjectKind::component, id);
      ASSERT_TRUE(made);
      std::int64_t placed = 0;
      for (const auto& row : table_of(*made, "units").rows) placed += row.back().number.value();
      EXPECT_EQ(placed, number_of(*made, "issued_t_co2eq"));
    }
  }
}

class SmallStatement : public ::testing::Test {
 protected:
  SmallStatement() {
    world_.must(World::ndc("XAA", 2021, 2030));
    world_.must(World::ndc("XBB", 2021, 2030));
    world_.at(Date(2025, 1, 10));
    units_ = world_.issue({.host = "XAA", .vintage = 2023, .quantity_t_co2eq = 500});
    world_.at(Date(2025, 2, 10));
    world_.must(world_.first_transfer(units_, 200, "XBB"));
    world_.at(Date(2025, 3, 10));
    world_.must(world_.use("XBB", 2023, 50, 2024));
    recorded_.emplace(world_.entries());
  }

  World world_{{"XAA", "XBB"}};
  testing::Units units_;
  std::optional<Recorded> recorded_;
};

TEST_F(SmallStatement, OfAnAccountOpensAndClosesWithThePeriod) {
  const std::string account = World::account_of("XBB");
  const auto all = recorded_->statement_of(SubjectKind::account, account);
  ASSERT_TRUE(all);
  EXPECT_EQ(number_of(*all, "opening_t_co2eq"), 0);
  EXPECT_EQ(number_of(*all, "in_t_co2eq"), 200);
  EXPECT_EQ(number_of(*all, "out_t_co2eq"), -50);
  EXPECT_EQ(number_of(*all, "closing_t_co2eq"), 150);
  const auto march = recorded_->statement_of(SubjectKind::account, account,
                                             {.from = Date(2025, 3, 1), .to = Date(2025, 3, 31)});
  EXPECT_EQ(number_of(*march, "opening_t_co2eq"), 200);
  EXPECT_EQ(table_of(*march, "movements").rows.size(), 1u);
  const auto february =
      recorded_->statement_of(SubjectKind::account, account, {.from = {}, .to = Date(2025, 2, 28)});
  EXPECT_EQ(number_of(*february, "closing_t_co2eq"), 200);
  EXPECT_EQ(number_of(*february, "held_t_co2eq"), 150);
}

TEST_F(SmallStatement, ListsTheLastLinesAndSaysHowManyMore) {
  const auto made = recorded_->statement_of(SubjectKind::account, World::account_of("XBB"),
                                            {.from = {}, .to = {}, .lines_max = 1});
  EXPECT_EQ(table_of(*made, "movements").rows.size(), 1u);
  EXPECT_EQ(number_of(*made, "movements_not_shown"), 1);
}

TEST_F(SmallStatement, OfAUnitNamesItsEntries) {
  const std::string unit = units_.ranges.front().first_id.to_string();
  const auto made = recorded_->statement_of(SubjectKind::unit, unit);
  ASSERT_TRUE(made);
  EXPECT_EQ(table_of(*made, "entries").rows.size(), 3u);
  EXPECT_EQ(made->facts.front().value.code, "used");
}

TEST_F(SmallStatement, KnowsNothingOfWhatIsNotThere) {
  EXPECT_FALSE(recorded_->statement_of(SubjectKind::unit, "CA9999-XXA01-XAA-501-2023"));
  EXPECT_FALSE(recorded_->statement_of(SubjectKind::unit, "17"));
  EXPECT_FALSE(recorded_->statement_of(SubjectKind::account, "NOBODY"));
  EXPECT_FALSE(recorded_->statement_of(SubjectKind::component, ""));
  EXPECT_FALSE(recorded_->statement_of(SubjectKind::activity, "NOBODY"));
  EXPECT_FALSE(recorded_->statement_of(SubjectKind::entity, "NOBODY"));
}

TEST_F(SmallStatement, FindsByIdentifierSerialCodeAndPart) {
  const auto& ledger = recorded_->ledger;
  const Subject unit{SubjectKind::unit, "CA9999-XXA01-XAA-1-2023"};
  EXPECT_EQ(find(ledger, unit.id, 9).subjects, std::vector{unit});
  EXPECT_EQ(find(ledger, "1", 9).subjects, std::vector{unit});
  EXPECT_EQ(find(ledger, "501", 9).count, 0u);
  EXPECT_EQ(find(ledger, "", 9).count, 0u);
  const std::string account = World::account_of("XBB");
  const auto exact = find(ledger, account, 9);
  EXPECT_TRUE(exact.exact);
  EXPECT_THAT(exact.subjects, Contains(Subject{SubjectKind::account, account}));
  const auto part = find(ledger, "xa", 1);
  EXPECT_FALSE(part.exact);
  EXPECT_EQ(part.subjects.size(), 1u);
  EXPECT_GT(part.count, 1u);
  for (const Subject& subject : find(ledger, "x", 99).subjects)
    EXPECT_FALSE(in_one_line(ledger, subject).empty()) << subject.id;
}

}  // namespace
}  // namespace openitmo::registry
