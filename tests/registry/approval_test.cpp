#include <gtest/gtest.h>

#include "registry/local_registry.h"

// Two persons for one act, through the registry: what the second approves is what is recorded.
namespace openitmo {
namespace {

using ledger::RefusalCode;
using testing::document;
using testing::party_id;

const Date kToday(2025, 3, 1);

ledger::Envelope by(const std::string& person, const std::string& id) {
  return {.recorded_at = *Instant::parse("2025-03-01T10:00:00Z"),
          .effective_date = kToday,
          .actor = person,
          .command_id = id,
          .command_sha256 = {}};
}

// XAA keeps roles: p1 is authority and registrar, p2 registrar; first transfers need both.
struct TwoPersons {
  TemporaryFolder folder;
  testing::LocalRegistry local;
  ledger::FirstTransfer transfer;

  TwoPersons() {
    testing::World world({"XAA", "XBB"});
    for (const char* code : {"XAA", "XBB"}) world.must(testing::World::ndc(code, 2021, 2030));
    world.at(Date(2025, 2, 1));
    const auto units = world.issue({.host = "XAA", .vintage = 2024, .quantity_t_co2eq = 500});
    transfer = world.first_transfer(units, 200, "XBB");
    local = testing::open_with_history(folder.path(), "XXA01", world);
    const PartyId party = party_id("XAA");
    const auto appointment = document("APPOINTMENT");
    using ledger::Role;
    must("any", "r1", ledger::AssignRole{party, "p1", Role::authority, false, appointment});
    must("p1", "r2", ledger::AssignRole{party, "p1", Role::registrar, false, appointment});
    must("p1", "r3", ledger::AssignRole{party, "p2", Role::registrar, false, appointment});
    must("p1", "r4", ledger::RequireApproval{party, {"first_transfer"}, document("RULE")});
  }

  void must(const std::string& person, const std::string& id, const ledger::Command& command) {
    const auto recorded = local->record(by(person, id), command);
    ASSERT_TRUE(recorded) << ledger::message(recorded.error()).en;
  }
  std::optional<RefusalCode> refused(const std::string& person, const std::string& id,
                                     const ledger::Command& command) {
    const auto recorded = local->record(by(person, id), command);
    if (recorded) return std::nullopt;
    return recorded.error().code;
  }
};

TEST(Approval, OnlyWhatASecondPersonApprovedIsRecorded) {
  TwoPersons registry;
  const auto hash = registry::content_sha256(kToday, registry.transfer).value();
  const auto proposed = registry.local->record(by("p1", "sale"), registry.transfer);
  ASSERT_FALSE(proposed);
  EXPECT_EQ(proposed.error().code, RefusalCode::approval_missing);
  EXPECT_EQ(proposed.error().figures.at(3).en, hash);  // what the other person needs
  const auto rehearsal = registry.local->rehearse({{by("p1", "sale"), registry.transfer}});
  EXPECT_EQ(rehearsal.answers.at(0).error(), proposed.error());

  registry.must("p2", "yes", ledger::ApproveAct{party_id("XAA"), "sale", hash});
  auto more = registry.transfer;
  more.units.quantity_t_co2eq = TonnesCo2eq(201);
  EXPECT_EQ(registry.refused("p1", "sale", more), RefusalCode::approval_missing);
  EXPECT_EQ(registry.refused("p2", "sale", registry.transfer), RefusalCode::approval_missing);
  EXPECT_EQ(registry.refused("p3", "sale", registry.transfer), RefusalCode::role_missing);
  const auto recorded = registry.local->record(by("p1", "sale"), registry.transfer);
  ASSERT_TRUE(recorded);
  EXPECT_EQ(recorded->envelope.command_sha256, hash);

  // One approval is for one act: the same id answers as before, another id is not approved.
  EXPECT_EQ(registry.local->record(by("p1", "sale"), registry.transfer)->number, recorded->number);
  EXPECT_EQ(registry.refused("p1", "sale-2", registry.transfer), RefusalCode::approval_missing);
}

}  // namespace
}  // namespace openitmo
