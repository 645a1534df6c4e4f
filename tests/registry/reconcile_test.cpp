#include "registry/reconcile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger_world/ledger_world.h"
#include "registry/entry_codec.h"

namespace openitmo {
namespace {

using registry::Reconciled;
using registry::Reconciliation;
using testing::document;
using ::testing::HasSubstr;
using testing::World;

const RegistryId kHere = *RegistryId::parse("XXA01");
const RegistryId kThere = *RegistryId::parse("XXB01");

// A world's journal as a replay gives it.
Reconciled side(const World& world) {
  Reconciled side;
  side.registry = world.ledger().registry()->registry;
  side.state.ledger = world.ledger();
  for (const ledger::Entry& entry : world.entries()) {
    side.state.tree.append(journal::leaf_hash(registry::encode(entry.envelope, entry.event)));
    if (registry::is_exchanged(entry)) side.exchanged.push_back(entry);
  }
  return side;
}

// What one registry records of the last entry of another.
ledger::ForeignEntry last_entry_of(const World& world) {
  const Reconciled now = side(world);
  const std::uint64_t entry = now.state.tree.size() - 1;
  return {now.registry,
          entry,
          journal::to_hex(now.state.tree.leaf(entry)),
          now.state.tree.size(),
          journal::to_hex(now.state.tree.root()),
          std::string(64, '0')};
}

// XXA01 sends 200 of 500 t CO2 eq to XXB01, in its last entry.
class Reconcile : public ::testing::Test {
 protected:
  Reconcile() {
    for (World* world : {&sender_, &receiver_})
      for (const char* code : {"XAA", "XBB"}) world->must(World::ndc(code, 2021, 2030));
    sender_.at(Date(2025, 2, 1));
    const auto units = sender_.issue({.host = "XAA", .vintage = 2024, .quantity_t_co2eq = 500});
    auto command = sender_.first_transfer(units, 200, "XBB");
    command.to_registry = kThere;
    command.to_account = "";
    sender_.must(command);
    sent_ = last_entry_of(sender_);
    sender_.at(Date(2025, 3, 1));
    receiver_.at(Date(2025, 2, 2));
  }

  const ledger::UnitsTransferred& transfer() const {
    return std::get<ledger::UnitsTransferred>(sender_.entries()[sent_.entry].event);
  }
  ledger::AcquireUnits acquisition() {
    ledger::AcquireUnits acquired;
    acquired.to_party = *PartyId::parse("XBB");
    acquired.from_party = *PartyId::parse("XAA");
    acquired.to_account = World::account_of("XBB");
    acquired.authorization = receiver_.authorize({.host = "XBB"});
    acquired.ranges = transfer().ranges;
    acquired.sent = sent_;
    return acquired;
  }
  void confirm() { sender_.must(ledger::ConfirmDelivery{sent_.entry, last_entry_of(receiver_)}); }
  Reconciliation reconciled() const { return registry::reconcile(side(sender_), side(receiver_)); }
  static std::string all(const std::vector<registry::VerifyFinding>& findings) {
    std::string text;
    for (const auto& finding : findings) text += finding.where.en + ": " + finding.what.en + "\n";
    return text;
  }

  World sender_{{"XAA", "XBB"}, {.registry = "XXA01"}};
  World receiver_{{"XBB", "XAA"}, {.registry = "XXB01"}};
  ledger::ForeignEntry sent_;
};

TEST_F(Reconcile, WhatIsOnTheWayIsNoDifference) {
  const Reconciliation found = reconciled();
  EXPECT_TRUE(found.agrees()) << all(found.differences);
  ASSERT_EQ(found.totals.size(), 1U);
  EXPECT_EQ(found.totals[0].sent_t_co2eq.value(), 200U);
  EXPECT_EQ(found.totals[0].on_the_way_t_co2eq.value(), 200U);
  EXPECT_THAT(all(found.under_way),
              HasSubstr("200 t CO2 eq sent to XXB01, which has not answered"));
}

TEST_F(Reconcile, AcquiredAndConfirmedNothingIsUnderWay) {
  receiver_.must(acquisition());
  EXPECT_THAT(all(reconciled().under_way), HasSubstr("whose proof is not recorded yet"));
  EXPECT_TRUE(reconciled().agrees()) << all(reconciled().differences);
  confirm();
  const Reconciliation found = reconciled();
  EXPECT_TRUE(found.agrees()) << all(found.differences);
  EXPECT_TRUE(found.under_way.empty()) << all(found.under_way);
  EXPECT_EQ(found.totals[0].received_t_co2eq.value(), 200U);
}

TEST_F(Reconcile, DeclinedUnitsAreUnderWayUntilTheyAreTakenBack) {
  receiver_.must(ledger::DeclineUnits{*PartyId::parse("XBB"), sent_, document("NO")});
  EXPECT_THAT(all(reconciled().under_way), HasSubstr("declined by XXB01"));
  sender_.must(ledger::CorrectEntry{.corrected_entry = sent_.entry,
                                    .cause = ledger::CorrectionCause::declined,
                                    .account = World::account_of("XAA"),
                                    .declined = last_entry_of(receiver_),
                                    .document = document("BACK")});
  const Reconciliation found = reconciled();
  EXPECT_TRUE(found.agrees()) << all(found.differences);
  EXPECT_TRUE(found.under_way.empty()) << all(found.under_way);
}

TEST_F(Reconcile, UnitsThatLiveInBothAreNamed) {
  receiver_.must(acquisition());
  sender_.must(ledger::CorrectEntry{.corrected_entry = sent_.entry,
                                    .cause = ledger::CorrectionCause::declined,
                                    .account = World::account_of("XAA"),
                                    .declined = last_entry_of(receiver_),
                                    .document = document("BACK")});
  const std::string differences = all(reconciled().differences);
  EXPECT_THAT(differences, HasSubstr("200 t CO2 eq from here on are in XXA01 and in XXB01"));
  EXPECT_THAT(differences, HasSubstr("and XXB01 acquired it in entry"));
  EXPECT_THAT(differences,
              HasSubstr("XXA01 says it sent XXB01 0 t CO2 eq, XXB01 says it received 200"));
}

TEST_F(Reconcile, AnotherQuantityIsADifference) {
  ledger::AcquireUnits acquired = acquisition();
  acquired.ranges[0].last_id.serial -= 50;
  receiver_.record(acquired);
  confirm();
  const std::string differences = all(reconciled().differences);
  EXPECT_THAT(differences, HasSubstr("received 150; 0 are on the way"));
  EXPECT_THAT(differences, HasSubstr("of 200 t CO2 eq from here on; XXB01 knows 150 of them"));
  EXPECT_THAT(differences, HasSubstr("it acquires 150 t CO2 eq for XBB"));
}

TEST_F(Reconcile, AnEntryThatIsNotWhatWasProvenIsADifference) {
  ledger::AcquireUnits acquired = acquisition();
  acquired.sent.leaf_hash = std::string(64, '1');
  receiver_.must(acquired);
  EXPECT_THAT(all(reconciled().differences), HasSubstr("is not what was proven to it"));
}

TEST_F(Reconcile, AnOlderCopyOfTheOtherJournalIsNamed) {
  receiver_.must(acquisition());
  const Reconciled before = side(sender_);
  Reconciled older = before;
  older.state.tree = {};
  for (std::uint64_t i = 0; i + 1 < before.state.tree.size(); ++i)
    older.state.tree.append(before.state.tree.leaf(i));
  EXPECT_THAT(all(registry::reconcile(older, side(receiver_)).differences),
              HasSubstr("get a newer one"));
}

TEST_F(Reconcile, AnAnswerToAnEntryThatSentNothingIsADifference) {
  ledger::AcquireUnits acquired = acquisition();
  acquired.sent.entry = 3;
  receiver_.must(acquired);
  EXPECT_THAT(all(reconciled().differences),
              HasSubstr("it answers entry 3 of XXA01, which sends it nothing"));
}

}  // namespace
}  // namespace openitmo
