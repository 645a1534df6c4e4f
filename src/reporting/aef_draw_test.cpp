#include <gmock/gmock.h>

#include "reporting/aef.h"
#include "reporting/cross_check.h"
#include "reporting/submission_check.h"

namespace openitmo::reporting {
namespace {

using ledger::ItmoRange;

PartyId party(std::string_view code) { return *PartyId::parse(code); }
const CooperativeApproachId kApproach = *CooperativeApproachId::parse("CA9999");
const RegistryId kRegistry = *RegistryId::parse("SEN01");

ItmoRange units(std::uint64_t first, std::uint64_t last, int vintage = 2024) {
  return ledger::make_range({kApproach, kRegistry, party("SEN"), Vintage(vintage)}, first, last);
}

// One registry that serves SEN and CHE, told by its events. Entries are kept, so that a ledger can
// be replayed from those that took effect by a day.
class World {
 public:
  World() {
    record(Date(2024, 1, 1), OpenRegistry{kRegistry, {party("SEN"), party("CHE")}});
    for (const char* code : {"SEN", "CHE"}) {
      record(Date(2024, 1, 1), RecordParty{.party = party(code), .name = code});
      RecordNdc ndc{};
      ndc.party = party(code);
      ndc.ndc = "NDC1";
      ndc.first_year = CalendarYear(2021);
      ndc.last_year = CalendarYear(2030);
      record(Date(2024, 1, 1), ndc);
    }
    record(Date(2024, 1, 2), approach_record());
    record(Date(2024, 1, 2), entity("compost"));
    record(Date(2024, 2, 1), AuthorizeEntity{party("SEN"), "compost", kApproach, {"COND-1", ""}});
    RecordActivity activity{};
    activity.activity = "waste";
    activity.approach = kApproach;
    activity.host = party("SEN");
    activity.sector = "Waste management";
    activity.activity_types = {"Landfill gas", "Waste"};
    record(Date(2024, 2, 1), activity);
    SubmitMonitoringReport report{};
    report.report = "M1";
    report.activity = "waste";
    record(Date(2025, 1, 5), report);
    IncludeComponent component{};
    component.component = "site";
    component.activity = "waste";
    record(Date(2024, 2, 2), component);
    account("sen", "SEN");
    account("che", "CHE");
    authorize("SEN", "SEN-A1", 1, Date(2025, 1, 10));
    authorize("CHE", "CHE-B1", 1, Date(2025, 1, 20));
  }

  std::uint64_t record(Date effective, ledger::Event event) {
    const auto number = static_cast<std::uint64_t>(entries_.size());
    ledger::Envelope envelope{};
    envelope.effective_date = effective;
    envelope.recorded_at = *Instant::parse("2027-01-31T00:00:00Z");
    entries_.push_back({number, envelope, std::move(event)});
    return number;
  }
  void account(const std::string& id, std::string_view owner) {
    record(Date(2024, 3, 1), ledger::OpenAccount{id, party(owner), ""});
  }
  void authorize(std::string_view by, const std::string& id, std::uint32_t version, Date date) {
    ledger::AuthorizeItmos authorization{};
    authorization.party = party(by);
    authorization.authorization = id;
    authorization.version = version;
    authorization.approach = kApproach;
    authorization.activity = "waste";
    authorization.authorized_parties = {party("CHE")};
    authorization.authorized_entities = {"compost"};
    authorization.quantity_t_co2eq = TonnesCo2eq(1000);
    authorization.first_vintage = Vintage(2024);
    authorization.last_vintage = Vintage(2030);
    authorization.last_use_year = CalendarYear(2030);
    authorization.gwp_set = "AR5";
    record(date, authorization);
  }
  std::uint64_t issue(Date date, const ItmoRange& range) {
    ledger::UnitsIssued issued{};
    issued.report = "M1";
    issued.component = "site";
    issued.vintage = range.series().vintage;
    issued.authorization = "SEN-A1";
    issued.account = "sen";
    issued.issued_t_co2eq = range.quantity_t_co2eq();
    issued.ranges = {range};
    return record(date, issued);
  }
  std::uint64_t transfer(Date date, const ItmoRange& range,
                         ledger::ActionType action = ledger::ActionType::first_transfer,
                         std::string_view to_party = "CHE", const std::string& to = "che") {
    ledger::UnitsTransferred transferred{};
    transferred.action = action;
    transferred.ranges = {range};
    transferred.authorization = "SEN-A1";
    transferred.from_account = "sen";
    transferred.from_party = party("SEN");
    transferred.to_party = party(to_party);
    transferred.to_registry = kRegistry;
    transferred.to_account = to;
    return record(date, transferred);
  }
  std::uint64_t use(Date date, const ItmoRange& range, int year) {
    ledger::UnitsUsed used{};
    used.ranges = {range};
    used.account = "che";
    used.party = party("CHE");
    used.year = CalendarYear(year);
    return record(date, used);
  }

  ledger::Ledger replay(std::optional<Date> until = std::nullopt) const {
    ledger::Ledger ledger;
    for (ledger::Entry entry : entries_) {
      if (until && entry.envelope.effective_date > *until) continue;
      entry.number = ledger.entry_count();
      ledger.apply(entry);
    }
    return ledger;
  }
  AefSubmission draw(std::string_view code, int year, const DrawSettings& settings = {}) const {
    return reporting::draw(replay(), replay(Date(year, 12, 31)), party(code), CalendarYear(year),
                           {1, 0}, Date(year + 1, 4, 1), settings);
  }

 private:
  static RecordCooperativeApproach approach_record() {
    RecordCooperativeApproach approach{};
    approach.approach = kApproach;
    approach.parties = {party("SEN"), party("CHE")};
    approach.demonstration = true;
    return approach;
  }
  static RecordEntity entity(const std::string& id) {
    RecordEntity entity{};
    entity.entity = id;
    entity.name = "Compost du Fleuve SA";
    entity.country = party("SEN");
    entity.identification_number = "SN-0042";
    return entity;
  }
  std::vector<ledger::Entry> entries_;
};

struct Story {
  World world;
  std::uint64_t issued = 0;
  std::uint64_t sent = 0;
  std::uint64_t used = 0;
  Story() {
    issued = world.issue(Date(2025, 6, 1), units(1, 500));
    sent = world.transfer(Date(2025, 7, 1), units(1, 300));
    world.transfer(Date(2025, 7, 2), units(301, 400));
    used = world.use(Date(2026, 3, 1), units(1, 120), 2025);
  }
};

// F07 is about words of a list that the known checker does not take.
void expect_consistent(const AefSubmission& submission) {
  for (const Finding& finding : check_submission(submission, AefProfile::xlsx_checker))
    EXPECT_EQ(text_of(finding.rule).code, "F07")
        << file_stem(submission) << ": " << what(finding, Language::en);
}

TEST(DrawAef, UnitsOfAnotherMetricSayWhatTheyAreAndConvertTo) {
  World world;
  world.record(Date(2024, 1, 3), ledger::DeclareMetric{.approach = kApproach,
                                                       .metric = "MWh",
                                                       .conversions = {{party("CHE"), 6, 10}},
                                                       .document = {}});
  world.issue(Date(2025, 6, 1), units(1, 500));
  world.transfer(Date(2025, 7, 1), units(1, 301));
  const AefSubmission sen = world.draw("SEN", 2025), che = world.draw("CHE", 2025);
  ASSERT_EQ(sen.actions.size(), 1U);
  EXPECT_EQ(sen.actions[0].block.metric, Metric::non_ghg);
  EXPECT_EQ(sen.actions[0].block.non_ghg_metric, "MWh");
  EXPECT_EQ(sen.actions[0].block.quantity_non_ghg, 301);
  EXPECT_FALSE(sen.actions[0].block.quantity_t_co2eq);
  ASSERT_EQ(che.holdings.size(), 1U);
  EXPECT_EQ(che.holdings[0].block.quantity_non_ghg, 301);
  EXPECT_EQ(che.holdings[0].block.quantity_t_co2eq, TonnesCo2eq(180));
  EXPECT_EQ(sen.authorizations.at(0).metric, Metric::non_ghg);
  EXPECT_EQ(sen.authorizations.at(0).non_ghg_metric, "MWh");
  for (const AefSubmission& one : {sen, che}) expect_consistent(one);
}

TEST(DrawAef, ATransferToTheAdaptationFundIsAFirstTransferOfItsOwnKind) {
  World world;
  world.record(Date(2024, 1, 3), ledger::NameAdaptationFund{party("XAF"), {}});
  world.account("fund", "XAF");
  world.issue(Date(2025, 6, 1), units(1, 500));
  world.transfer(Date(2025, 7, 1), units(1, 10), ledger::ActionType::first_transfer, "XAF", "fund");
  const AefSubmission sen = world.draw("SEN", 2025);
  ASSERT_EQ(sen.actions.size(), 1U);
  EXPECT_EQ(sen.actions[0].subtype, RowSubtype::voluntary_transfer_adaptation_fund);
  EXPECT_EQ(sen.actions[0].acquiring_party, party("XAF"));
  expect_consistent(sen);
  // The Fund sends no AEF: the row has no other side, and misses none.
  const AefSubmission submissions[] = {sen};
  EXPECT_THAT(cross_check(submissions).findings, ::testing::IsEmpty());
}

TEST(DrawAef, HostYearOfTheFirstTransfer) {
  const Story story;
  const AefSubmission sen = story.world.draw("SEN", 2025);
  EXPECT_EQ(sen.ndc_first_year, CalendarYear(2021));
  EXPECT_TRUE(sen.demonstration);
  ASSERT_EQ(sen.actions.size(), 2U);
  EXPECT_EQ(sen.actions[0].entry, story.sent);
  EXPECT_EQ(sen.actions[0].subtype, RowSubtype::first_international_transfer);
  EXPECT_EQ(sen.actions[0].acquiring_party, party("CHE"));
  EXPECT_EQ(sen.actions[0].block.range, units(1, 300));
  EXPECT_EQ(sen.actions[0].block.authorization, "SEN-A1");
  EXPECT_EQ(sen.actions[0].block.gwp_values,
            "100-year values from 5th assessment report by the IPCC");
  ASSERT_EQ(sen.authorizations.size(), 1U);
  EXPECT_THAT(sen.authorizations[0].activity_types, testing::ElementsAre("Landfill gas", "Waste"));
  EXPECT_THAT(sen.authorizations[0].authorized_entities, testing::ElementsAre("SN-0042"));
  ASSERT_EQ(sen.entities.size(), 1U);
  EXPECT_EQ(sen.entities[0].conditions, "COND-1");
}

TEST(DrawAef, AcquirerNamesItsOwnAuthorizationAndHoldsMergedBlocks) {
  const Story story;
  const AefSubmission che = story.world.draw("CHE", 2025);
  ASSERT_EQ(che.actions.size(), 2U);
  EXPECT_EQ(che.actions[0].type, ledger::ActionType::acquisition);
  EXPECT_EQ(che.actions[0].transferring_party, party("SEN"));
  EXPECT_EQ(che.actions[0].block.authorization, "CHE-B1");
  ASSERT_EQ(che.holdings.size(), 1U);
  EXPECT_EQ(che.holdings[0].block.range, units(1, 400));
  EXPECT_EQ(che.holdings[0].block.quantity_t_co2eq, TonnesCo2eq(400));
  EXPECT_EQ(che.holdings[0].entry, story.sent + 1);
  EXPECT_TRUE(che.entities.empty());
}

TEST(DrawAef, UseRowNamesPartyPurposeAndYear) {
  const Story story;
  const AefSubmission che = story.world.draw("CHE", 2026);
  ASSERT_EQ(che.actions.size(), 1U);
  EXPECT_EQ(che.actions[0].entry, story.used);
  EXPECT_EQ(che.actions[0].using_party, party("CHE"));
  EXPECT_EQ(che.actions[0].purpose, "NDC");
  EXPECT_EQ(che.actions[0].use_year, CalendarYear(2025));
  ASSERT_EQ(che.holdings.size(), 1U);
  EXPECT_EQ(che.holdings[0].block.range, units(121, 400));
  // The authorization is of an earlier year and named by the rows.
  ASSERT_EQ(che.authorizations.size(), 1U);
  const DrawSettings once{.repeat_earlier_authorizations = false};
  EXPECT_TRUE(story.world.draw("CHE", 2026, once).authorizations.empty());
}

TEST(DrawAef, HoldingsScopeIsASetting) {
  const Story story;
  EXPECT_TRUE(story.world.draw("SEN", 2025).holdings.empty());
  const DrawSettings issued{.holdings_scope = DrawSettings::HoldingsScope::authorized_and_issued};
  const AefSubmission sen = story.world.draw("SEN", 2025, issued);
  ASSERT_EQ(sen.holdings.size(), 1U);
  EXPECT_EQ(sen.holdings[0].block.range, units(401, 500));
  EXPECT_EQ(sen.holdings[0].entry, story.issued);
}

// An authorization in force at the act, not a later one, is the row that Table 2 repeats.
TEST(DrawAef, RepeatsTheVersionInForce) {
  Story story;
  story.world.authorize("CHE", "CHE-B1", 2, Date(2026, 2, 1));
  const AefSubmission che = story.world.draw("CHE", 2026);
  ASSERT_EQ(che.authorizations.size(), 1U);
  EXPECT_EQ(che.authorizations[0].version, 2U);
  EXPECT_EQ(story.world.draw("CHE", 2025).authorizations[0].version, 1U);
}

// Entries recorded late, and out of the order of their effective dates.
TEST(DrawAef, BackdatedEntriesKeepTheirNumbers) {
  World world;
  world.authorize("SEN", "SEN-A0", 1, Date(2026, 5, 1));
  world.issue(Date(2025, 6, 1), units(1, 100));
  const std::uint64_t sent = world.transfer(Date(2025, 12, 31), units(1, 100));
  const AefSubmission che = world.draw("CHE", 2025);
  ASSERT_EQ(che.holdings.size(), 1U);
  EXPECT_EQ(che.holdings[0].entry, sent);
  EXPECT_EQ(che.holdings[0].block.authorization, "CHE-B1");
}

TEST(DrawAef, AYearWithoutActsIsANilReport) {
  const Story story;
  const AefSubmission sen = story.world.draw("SEN", 2026);
  EXPECT_TRUE(sen.actions.empty());
  EXPECT_TRUE(sen.authorizations.empty());
  EXPECT_TRUE(sen.demonstration);
}

TEST(DrawAef, WhatIsDrawnIsConsistent) {
  const Story story;
  std::vector<AefSubmission> all;
  for (const int year : {2024, 2025, 2026})
    for (const char* code : {"SEN", "CHE"}) all.push_back(story.world.draw(code, year));
  for (const AefSubmission& submission : all) expect_consistent(submission);
  const CrossCheckResult result = cross_check(all);
  for (const Finding& finding : result.findings)
    ADD_FAILURE() << text_of(finding.rule).code << " " << what(finding, Language::en);
}

TEST(DrawAef, TheSameLedgerGivesTheSameSubmission) {
  const Story story;
  EXPECT_EQ(story.world.draw("CHE", 2026), story.world.draw("CHE", 2026));
}

TEST(DrawAef, AnUnknownPartyIsABrokenInvariant) {
  const Story story;
  EXPECT_THROW(story.world.draw("JPN", 2026), InvariantBroken);
}

}  // namespace
}  // namespace openitmo::reporting
