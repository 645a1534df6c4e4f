#include "ledger/terms.h"

#include <gtest/gtest.h>

#include "ledger/roles.h"

namespace openitmo::ledger {
namespace {

const CooperativeApproachId kApproach = *CooperativeApproachId::parse("CA0001");
const Date kToday(2025, 3, 1);

UnderlyingUnits mechanism_units(std::uint64_t first, std::uint64_t last) {
  return {.registry = "A6.4", .prefix = "U-", .first_unit = first, .last_unit = last};
}

void state(Terms& terms, std::uint64_t first, std::uint64_t last, A64Status status,
           Date on = kToday) {
  RecordA64Statement statement{};
  statement.underlying = mechanism_units(first, last);
  statement.status = status;
  statement.issued_on = Date(2025, 1, 1);
  terms.record(statement, on, 1);
}

TEST(Terms, UnitsAreAuthorizedWhenTheLastStatementOnEachSaysSo) {
  Terms terms;
  EXPECT_FALSE(terms.a64_authorized(mechanism_units(1, 10), kToday));
  state(terms, 1, 100, A64Status::contribution);
  state(terms, 1, 40, A64Status::authorized);
  state(terms, 61, 100, A64Status::authorized);
  EXPECT_TRUE(terms.a64_authorized(mechanism_units(1, 40), kToday));
  EXPECT_TRUE(terms.a64_authorized(mechanism_units(70, 100), kToday));
  EXPECT_FALSE(terms.a64_authorized(mechanism_units(40, 41), kToday));
  EXPECT_FALSE(terms.a64_authorized(mechanism_units(1, 100), kToday));
  EXPECT_FALSE(terms.a64_authorized(mechanism_units(100, 101), kToday));
  state(terms, 41, 60, A64Status::authorized, Date(2025, 4, 1));
  EXPECT_FALSE(terms.a64_authorized(mechanism_units(1, 100), kToday));
  EXPECT_TRUE(terms.a64_authorized(mechanism_units(1, 100), Date(2025, 4, 1)));
}

TEST(Terms, AStatementOnOtherUnitsSaysNothing) {
  Terms terms;
  state(terms, 1, 100, A64Status::authorized);
  UnderlyingUnits other = mechanism_units(1, 100);
  other.prefix = "V-";
  EXPECT_FALSE(terms.a64_authorized(other, kToday));
  EXPECT_FALSE(of_mechanism({.registry = "VCS", .prefix = "", .first_unit = 1, .last_unit = 1}));
}

AgreeLevies levies(std::uint64_t adaptation_percent, std::uint64_t omge_percent) {
  AgreeLevies agreed{};
  agreed.approach = kApproach;
  agreed.adaptation_share = {adaptation_percent, 100};
  agreed.omge_share = {omge_percent, 100};
  agreed.exempts_ldc_and_sids = true;
  return agreed;
}

TEST(Terms, LeviesAreThoseInForceWhenUnitsAreIssued) {
  Terms terms;
  terms.issued(kApproach, TonnesCo2eq(1000), false, kToday);
  EXPECT_EQ(terms.levies_of(kApproach), nullptr);
  terms.record(levies(5, 2), kToday, 1);
  terms.issued(kApproach, TonnesCo2eq(101), false, kToday.plus_days(-1));
  EXPECT_FALSE(terms.levies_of(kApproach)->omge_owed());
  terms.issued(kApproach, TonnesCo2eq(101), false, kToday);
  EXPECT_EQ(terms.levies_of(kApproach)->adaptation_due_t_co2eq, TonnesCo2eq(6));  // up
  EXPECT_EQ(terms.levies_of(kApproach)->omge_due_t_co2eq, TonnesCo2eq(3));
  terms.issued(kApproach, TonnesCo2eq(100), true, kToday);  // exempt from the first share only
  EXPECT_EQ(terms.levies_of(kApproach)->adaptation_due_t_co2eq, TonnesCo2eq(6));
  EXPECT_EQ(terms.levies_of(kApproach)->omge_due_t_co2eq, TonnesCo2eq(5));
  terms.record(levies(0, 0), Date(2025, 6, 1), 2);
  terms.issued(kApproach, TonnesCo2eq(100), false, Date(2025, 6, 1));
  EXPECT_EQ(terms.levies_of(kApproach)->omge_due_t_co2eq, TonnesCo2eq(5));
}

TEST(Terms, WhatIsTakenBackIsOwedAgain) {
  Terms terms;
  terms.record(levies(5, 2), kToday, 1);
  terms.issued(kApproach, TonnesCo2eq(100), false, kToday);
  terms.delivered_to_fund(kApproach, TonnesCo2eq(5));
  terms.cancelled_for_omge(kApproach, TonnesCo2eq(2));
  EXPECT_FALSE(terms.levies_of(kApproach)->adaptation_owed());
  EXPECT_FALSE(terms.levies_of(kApproach)->omge_owed());
  terms.taken_back_from_fund(kApproach, TonnesCo2eq(1));
  terms.uncancelled_for_omge(kApproach, TonnesCo2eq(1));
  EXPECT_TRUE(terms.levies_of(kApproach)->adaptation_owed());
  EXPECT_TRUE(terms.levies_of(kApproach)->omge_owed());
}

TEST(Roles, AnApprovalIsAnotherPersonsAndOfOneContent) {
  const PartyId party = *PartyId::parse("XAA");
  Roles roles;
  roles.record(ApproveAct{party, "c1", "hash"}, "p1");
  EXPECT_FALSE(roles.approved(party, "c1", "hash", "p1"));
  EXPECT_TRUE(roles.approved(party, "c1", "hash", "p2"));
  EXPECT_FALSE(roles.approved(party, "c1", "other", "p2"));
  EXPECT_FALSE(roles.approved(party, "c2", "hash", "p2"));
  EXPECT_FALSE(roles.approved(*PartyId::parse("XBB"), "c1", "hash", "p2"));
}

TEST(Roles, AnEndedRoleIsNone) {
  const PartyId party = *PartyId::parse("XAA");
  Roles roles;
  EXPECT_TRUE(roles.none());
  roles.record(AssignRole{party, "p1", Role::authority, false, {}});
  roles.record(AssignRole{party, "p2", Role::authority, false, {}});
  EXPECT_EQ(roles.count(party, Role::authority), 2U);
  EXPECT_FALSE(roles.has(party, "p1", Role::registrar));
  roles.record(AssignRole{party, "p1", Role::authority, true, {}});
  EXPECT_FALSE(roles.has(party, "p1", Role::authority));
  EXPECT_TRUE(roles.keeps_roles(party));
}

}  // namespace
}  // namespace openitmo::ledger
