#include <cstdlib>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "accounting/world.h"
#include "ledger/invariants.h"
#include "ledger_world/ledger_world.h"
#include "simple_model.h"

// Every sequence of acts up to a depth in the smallest world in which anything can go wrong: two
// Parties, one account each, two units of one vintage, a cap of two. After each act the ledger and
// the simple model agree, and all invariants hold. OPENITMO_EXHAUSTIVE_DEPTH sets the depth.
namespace openitmo {
namespace {

using testing::World;

constexpr int kVintage = 2024;

struct Small {
  World world{{"XAA", "XBB"}};
  model::SimpleModel model;
};

// One act on both; whether they agree on it.
struct Act {
  std::string name;
  ledger::Command command;
  std::function<bool(model::SimpleModel&)> on_model;
};

std::string account_of(const std::string& party) { return World::account_of(party); }

void add_acts_between(std::vector<Act>& acts, const World& world, const std::string& from,
                      const std::string& to) {
  for (const std::uint64_t units : {1u, 2u}) {
    const ledger::UnitSelection selection = world.units_of(from, kVintage, units);
    const PartyId party = testing::party_id(to);
    const RegistryId here = world.ledger().registry()->registry;
    acts.push_back(
        {fmt::format("first transfer {} from {}", units, from),
         ledger::FirstTransfer{selection, party, here, account_of(to)}, [=](auto& model) {
           return model.first_transfer(account_of(from), kVintage, units, account_of(to));
         }});
    acts.push_back({fmt::format("transfer {} from {}", units, from),
                    ledger::Transfer{selection, party, here, account_of(to)}, [=](auto& model) {
                      return model.transfer(account_of(from), kVintage, units, account_of(to));
                    }});
  }
}

void add_acts_of(std::vector<Act>& acts, const World& world, const std::string& party) {
  acts.push_back(
      {fmt::format("use of {}", party), world.use(party, kVintage, 1, 2025),
       [=](auto& model) { return model.use(party, account_of(party), kVintage, 1, 2025); }});
  for (const bool omge : {true, false})
    acts.push_back(
        {fmt::format("cancellation of {}, {}", party, omge ? "OMGE" : "other"),
         world.cancel(
             party, kVintage, 1,
             omge ? ledger::CancellationKind::omge_voluntary : ledger::CancellationKind::other),
         [=](auto& model) { return model.cancel(account_of(party), kVintage, 1, omge); }});
}

Small begin() {
  Small small;
  for (const char* code : {"XAA", "XBB"}) {
    small.world.must(World::ndc(code, 2021, 2030));
    small.model.open(account_of(code), code);
  }
  small.world.at(Date(2026, 1, 1));
  small.world.authorize({.host = "XAA", .quantity_t_co2eq = TonnesCo2eq(2)});
  small.model.authorize("XAA", 2);
  small.world.issue({.host = "XAA", .vintage = kVintage, .quantity_t_co2eq = 2});
  small.model.issue(account_of("XAA"), kVintage, 2);
  return small;
}

std::uint64_t held(const World& world, const std::string& party) {
  return accounting::holdings_of(world.ledger(), testing::party_id(party)).held().value();
}

struct Count {
  std::uint64_t recorded = 0;
  std::uint64_t refused = 0;
};

void check_state(const Small& small, const std::string& path) {
  ledger::check_invariants(small.world.ledger());
  const ledger::Ledger* ledgers[] = {&small.world.ledger()};
  accounting::check_world(ledgers);
  for (const char* code : {"XAA", "XBB"})
    ASSERT_EQ(held(small.world, code), small.model.held(account_of(code))) << path;
}

void explore(const Small& from, const std::vector<Act>& acts, int depth, const std::string& path,
             Count& count) {
  if (depth == 0) return;
  for (const Act& act : acts) {
    Small small = from;
    const std::string here = path + "; " + act.name;
    const bool recorded = small.world.act(act.command).has_value();
    ASSERT_EQ(recorded, act.on_model(small.model)) << here;
    ++(recorded ? count.recorded : count.refused);
    if (!recorded) continue;
    check_state(small, here);
    explore(small, acts, depth - 1, here, count);
    if (::testing::Test::HasFatalFailure()) return;
  }
}

TEST(Exhaustive, EverySequenceOfASmallWorldAgreesWithTheModel) {
  const char* asked = std::getenv("OPENITMO_EXHAUSTIVE_DEPTH");
  const Small small = begin();
  std::vector<Act> acts;
  add_acts_between(acts, small.world, "XAA", "XBB");
  add_acts_between(acts, small.world, "XBB", "XAA");
  add_acts_of(acts, small.world, "XAA");
  add_acts_of(acts, small.world, "XBB");
  Count count;
  explore(small, acts, asked ? std::stoi(asked) : 8, "", count);
  // Both answers occur, and the world is not exhausted at once.
  EXPECT_GT(count.recorded, 1000u);
  EXPECT_GT(count.refused, 1000u);
  RecordProperty("recorded", std::to_string(count.recorded));
  fmt::print("{} acts recorded, {} refused\n", count.recorded, count.refused);
}

}  // namespace
}  // namespace openitmo
