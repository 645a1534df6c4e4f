#include "reporting/submission_reading.h"

#include <gmock/gmock.h>
#include <random>

#include "reporting/aef_fixture.h"

namespace openitmo::reporting {
namespace {

using fixture::without_entries;
using ::testing::IsEmpty;

ReadSubmission read(const AefCells& cells, AefProfile profile) {
  SubmissionReading reading(profile);
  for (std::size_t i = 0; i < kAefTableCount; ++i)
    for (const AefCellRow& row : cells.tables[i]) reading.add(static_cast<AefTable>(i), row);
  if (cells.demonstration) reading.set_demonstration();
  return reading.finish();
}

AefSubmission everything() {
  AefSubmission all = fixture::host();
  const auto more = fixture::acquirer();
  all.actions.insert(all.actions.end(), more.actions.begin(), more.actions.end());
  all.authorizations.push_back(more.authorizations[0]);
  all.authorizations[0].quantity_t_co2eq = std::nullopt;
  all.authorizations[0].authorized_parties = {};
  all.authorizations[0].sectors = {"Waste management", "Agriculture"};
  all.authorizations[0].additional_information = "with, commas \"and quotes\"";
  all.holdings[0].block.underlying = {"VCS", "VCS-1", "VCS-100"};
  all.holdings[0].block.metric = Metric::non_ghg;
  all.holdings[0].block.non_ghg_metric = "MWh";
  all.holdings[0].block.quantity_t_co2eq = std::nullopt;
  all.holdings[0].block.quantity_non_ghg = 100;
  return all;
}

TEST(SubmissionReading, WhatIsRenderedIsReadBack) {
  for (const auto& submission :
       {fixture::host(), fixture::acquirer(), everything(), fixture::nil_report("SEN", 2025)}) {
    const auto back = read(render(submission, AefProfile::xlsx_checker), AefProfile::xlsx_checker);
    EXPECT_TRUE(back.has_key);
    EXPECT_EQ(back.submission, without_entries(submission));
  }
}

// The other profiles do not carry the years of use.
TEST(SubmissionReading, EveryProfileIsReadBack) {
  for (const AefProfile profile : {AefProfile::nomenclature_2026, AefProfile::cad_trust}) {
    AefSubmission submission = without_entries(everything());
    for (auto& row : submission.authorizations) row.timeframe->use = std::nullopt;
    const auto back = read(render(submission, profile), profile);
    EXPECT_EQ(back.submission, submission) << name_of(profile);
  }
}

TEST(SubmissionReading, OtherSpellingsMeanTheSame) {
  AefCells cells = render(fixture::host(), AefProfile::xlsx_checker);
  auto& row = cells.of(AefTable::authorizations)[1];
  row[1] = AefCell::of("10/01/2026");
  row[3] = AefCell::of("1");
  row[4] = AefCell::of("1,000");
  row[5] = AefCell::of("ghg");
  row[17] = AefCell::of("Issuance ");
  auto& action = cells.of(AefTable::actions)[0];
  action[1] = AefCell::of("First Transfer");
  action[2] = AefCell::of("First transfer to another Party");
  action[21] = AefCell::of("n/a");
  const auto back = read(cells, AefProfile::xlsx_checker);
  EXPECT_EQ(back.submission, without_entries(fixture::host()));
  EXPECT_THAT(back.findings, testing::SizeIs(testing::Ge(5U)));
}

// What is kept of the row before changes nothing: rows of mixed cells, right and wrong, mean what
// each of them means alone.
TEST(SubmissionReading, ARowMeansTheSameAfterAnyOther) {
  const AefCells all = render(everything(), AefProfile::xlsx_checker);
  const AefCell odd[] = {{},
                         AefCell::of("NA"),
                         AefCell::of("?"),
                         AefCell::of("31/12/2024"),
                         AefCell::of(std::uint64_t{7})};
  std::minstd_rand random(1);
  const auto draw = [&](std::size_t count) { return random() % count; };
  for (const AefTable table : {AefTable::authorizations, AefTable::actions, AefTable::holdings}) {
    const std::vector<AefCellRow>& rows = all.of(table);
    SubmissionReading reading(AefProfile::xlsx_checker);
    AefSubmission alone;
    std::vector<Finding> findings;
    AefCellRow row = rows[0];
    for (std::uint32_t number = 0; number < 2'000; ++number) {
      for (std::size_t changes = draw(4); changes > 0; --changes) {
        const std::size_t at = draw(row.size());
        row[at] = draw(8) == 0 ? odd[draw(std::size(odd))] : rows[draw(rows.size())][at];
      }
      reading.add(table, row);
      SubmissionReading one(AefProfile::xlsx_checker);
      one.add(table, row);
      ReadSubmission read_alone = one.finish();
      const auto append = [](auto& to, const auto& from) {
        to.insert(to.end(), from.begin(), from.end());
      };
      append(alone.authorizations, read_alone.submission.authorizations);
      append(alone.actions, read_alone.submission.actions);
      append(alone.holdings, read_alone.submission.holdings);
      for (Finding& finding : read_alone.findings) finding.at.row = number;
      append(findings, read_alone.findings);
    }
    const ReadSubmission together = reading.finish();
    EXPECT_EQ(together.submission, alone);
    EXPECT_EQ(together.findings, findings);
    EXPECT_GT(alone.authorizations.size() + alone.actions.size() + alone.holdings.size(), 200U);
    EXPECT_THAT(findings, testing::SizeIs(testing::Gt(200U)));
  }
}

TEST(SubmissionReading, ASerialAloneIsReadAndSaid) {
  AefCells cells = render(fixture::host(), AefProfile::xlsx_checker);
  for (const std::size_t i : {7UL, 8UL})
    cells.of(AefTable::actions)[0][i] = AefCell::of(std::uint64_t{i == 7 ? 1U : 500U});
  const auto back = read(cells, AefProfile::xlsx_checker);
  EXPECT_EQ(back.submission, without_entries(fixture::host()));
  EXPECT_EQ(std::ranges::count(back.findings, CheckRule::serial_alone, &Finding::rule), 2);
}

TEST(SubmissionReading, ARowThatCannotBeReadIsLeftOutAndOthersKeepTheirPlace) {
  AefCells cells = render(fixture::acquirer(), AefProfile::xlsx_checker);
  cells.of(AefTable::actions)[0][7] = AefCell::of("CA99-1");
  cells.of(AefTable::actions)[1][18] = AefCell::of(std::uint64_t{2023});
  const auto back = read(cells, AefProfile::xlsx_checker);
  ASSERT_EQ(back.submission.actions.size(), 1U);
  EXPECT_EQ(back.submission.actions[0].type, ledger::ActionType::use);
  const auto findings = check_read(back);
  const AefPlace first_id{0, AefTable::actions, 0, 8}, vintage{0, AefTable::actions, 1, 19};
  const auto at = [&](const AefPlace& place, CheckRule rule) {
    return std::ranges::any_of(findings,
                               [&](const Finding& f) { return f.at == place && f.rule == rule; });
  };
  EXPECT_TRUE(at(first_id, CheckRule::row_not_read));
  EXPECT_TRUE(at(vintage, CheckRule::column_differs_from_identifier));
}

TEST(SubmissionReading, WithoutAKeyItStandsBesideNoOther) {
  AefCells cells = render(fixture::host(), AefProfile::xlsx_checker);
  cells.of(AefTable::submission)[0][1] = AefCell::of("draft");
  EXPECT_FALSE(read(cells, AefProfile::xlsx_checker).has_key);
}

TEST(SubmissionReading, AGoodFileHasNoFindings) {
  for (const auto& submission : {fixture::host(), fixture::acquirer()})
    EXPECT_THAT(
        check_read(read(render(submission, AefProfile::xlsx_checker), AefProfile::xlsx_checker)),
        IsEmpty());
}

}  // namespace
}  // namespace openitmo::reporting
