#include "reporting/public_account.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger_world/ledger_world.h"

namespace openitmo::reporting {
namespace {

using ledger::ActionType;
using openitmo::testing::party_id;
using openitmo::testing::Units;
using openitmo::testing::World;
using ::testing::ElementsAre;

PublicAccount account_of(const World& w) {
  const ledger::Ledger* one = &w.ledger();
  return public_account({&one, 1});
}

World with_transfers() {
  World w({"SEN", "CHE", "NOR"});
  w.must(World::ndc("SEN", 2021, 2030));
  w.must(World::ndc("CHE", 2021, 2030));
  w.must(World::ndc("NOR", 2021, 2030));
  w.at(Date(2025, 6, 1));
  const Units units = w.issue({.host = "SEN", .vintage = 2024, .quantity_t_co2eq = 500});
  w.must(w.first_transfer(units, 200, "CHE"));
  return w;
}

TEST(PublicAccount, AddsUpWhatOneGivesAnother) {
  World w = with_transfers();
  const std::uint64_t first = w.ledger().entry_count() - 1;
  w.must(w.transfer("CHE", 2024, 50, "NOR"));
  w.must(w.transfer("CHE", 2024, 30, "NOR"));
  const PublicAccount account = account_of(w);
  ASSERT_EQ(account.transfers.size(), 2U);
  const PublicRow& first_transfer = account.transfers[0];
  EXPECT_EQ(first_transfer.type, ActionType::first_transfer);
  EXPECT_EQ(first_transfer.other, party_id("CHE"));
  EXPECT_THAT(first_transfer.entries, ElementsAre(first));
  const PublicRow& transfer = account.transfers[1];
  EXPECT_EQ(transfer.quantity, TonnesCo2eq(80));
  EXPECT_THAT(transfer.entries, ElementsAre(first + 1, first + 2));
  EXPECT_TRUE(account.uses.empty());
}

TEST(PublicAccount, UsesAndCancellationsStandApart) {
  World w = with_transfers();
  w.must(w.use("CHE", 2024, 60, 2025));
  w.must(w.cancel("CHE", 2024, 10, ledger::CancellationKind::omge_voluntary));
  const PublicAccount account = account_of(w);
  ASSERT_EQ(account.uses.size(), 2U);
  EXPECT_EQ(account.uses[0].type, ActionType::use);
  EXPECT_EQ(account.uses[0].quantity, TonnesCo2eq(60));
  EXPECT_EQ(account.uses[1].type, ActionType::cancellation);
  EXPECT_EQ(account.units.first_transferred_t_co2eq, TonnesCo2eq(200));
  EXPECT_EQ(account.units.unused(), TonnesCo2eq(140));
}

TEST(PublicAccount, WhatOneAddsAnotherSubtracts) {
  World w = with_transfers();
  w.must(w.use("CHE", 2024, 200, 2024));
  const PublicAccount account = account_of(w);
  EXPECT_EQ(account.world.first_transferred_t_co2eq, TonnesCo2eq(200));
  EXPECT_EQ(account.world.used_t_co2eq, TonnesCo2eq(200));
  EXPECT_EQ(account.world.sum_of_adjustments_t_co2eq, 0);
}

TEST(PublicAccount, ACorrectionIsShownWithBothEntries) {
  World w = with_transfers();
  w.must(w.use("CHE", 2024, 60, 2025));
  const std::uint64_t use = w.ledger().entry_count() - 1;
  w.at(Date(2025, 7, 1));
  ledger::CorrectEntry correct;
  correct.corrected_entry = use;
  correct.document = openitmo::testing::document("wrong-quantity");
  w.must(correct);
  const PublicAccount account = account_of(w);
  EXPECT_TRUE(account.uses.empty());
  ASSERT_EQ(account.corrections.size(), 1U);
  EXPECT_EQ(account.corrections[0].entry, use);
  EXPECT_EQ(account.corrections[0].by_entry, use + 1);
  EXPECT_EQ(account.corrections[0].by_date, Date(2025, 7, 1));
}

TEST(PublicAccount, APartyStandsOnceWhereTwoRegistriesServeIt) {
  const World w = with_transfers();
  World other({"SEN", "CHE"}, {.registry = "XXB01"});
  const std::vector<const ledger::Ledger*> both{&w.ledger(), &other.ledger()};
  EXPECT_EQ(public_account(both).parties.size(), 3U);
}

}  // namespace
}  // namespace openitmo::reporting
