#include <gmock/gmock.h>

#include "reporting/report_world_test.h"
#include "reporting/review_documents.h"

namespace openitmo::reporting {
namespace {

using fixture::find_block;
using fixture::section;
using fixture::State;
using ::testing::HasSubstr;

std::string held(const testing::World& w, std::string_view party) {
  const State state(w, party);
  const OfficialDocument cover = review_package_document(state.inputs(), {});
  const auto* told = find_block<Sentence>(section(cover, "4"));
  return told == nullptr ? "" : told->text.en;
}

std::vector<std::string> commands(const testing::World& w, const ReviewPackage& package) {
  const State state(w);
  const OfficialDocument cover = review_package_document(state.inputs(), package);
  std::vector<std::string> commands;
  for (const auto& row : find_block<DataTable>(section(cover, "6"))->rows)
    commands.push_back(row.back().text.en);
  return commands;
}

TEST(ReviewPackageDocument, AHoldIsThatOfWhoHoldsOrFirstTransferredTheUnits) {
  testing::World w({"SEN", "CHE", "GHA"});
  for (const char* party : {"SEN", "CHE"}) w.must(testing::World::ndc(party, 2021, 2030));
  w.at(Date(2025, 6, 1));
  const auto units = w.issue({.host = "SEN", .vintage = 2024, .quantity_t_co2eq = 500});
  w.must(w.first_transfer(units, 300, "CHE"));
  const auto transferred = w.ledger().actions().front().range;
  w.must(ledger::PlaceHold{
      .hold = "HOLD-1", .ranges = {transferred}, .document = testing::document("LETTER")});
  EXPECT_THAT(held(w, "SEN"), HasSubstr("Hold HOLD-1"));
  EXPECT_THAT(held(w, "CHE"), HasSubstr("Hold HOLD-1"));
  EXPECT_THAT(held(w, "GHA"), HasSubstr("No hold stands"));
}

TEST(ReviewPackageDocument, CommandsNameWhatTheJournalHas) {
  const testing::World w = fixture::host_and_buyer();
  EXPECT_THAT(commands(w, {}), ::testing::Not(::testing::Contains(HasSubstr("itmo prove"))));
  EXPECT_THAT(
      commands(w, {}),
      ::testing::Contains(HasSubstr(w.ledger().actions().front().range.first_id.to_string())));
  ReviewPackage package;
  package.reports.push_back(
      {.submitted = w.ledger().reviews().submissions().front(), .submitted_file = {}, .made = {}});
  const auto entry = package.reports.front().submitted.entry;
  EXPECT_THAT(commands(w, package),
              ::testing::Contains(HasSubstr(fmt::format("--entry {0} -o {0}.proof", entry))));
  const testing::World nothing({"SEN", "CHE"});
  EXPECT_THAT(commands(nothing, {}), ::testing::Not(::testing::Contains(HasSubstr("itmo trace"))));
}

}  // namespace
}  // namespace openitmo::reporting
