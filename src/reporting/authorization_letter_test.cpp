#include "reporting/authorization_letter.h"

#include <gmock/gmock.h>

#include "reporting/report_world_test.h"

namespace openitmo::reporting {
namespace {

using namespace fixture;
using openitmo::testing::party_id;
using openitmo::testing::World;

std::string authorization_of(const State& state) {
  return state.ledger.authorizations().front().latest().authorization;
}

// 4/CMA.6 para 5, (a) to (n), in order (rulebook R-031).
TEST(AuthorizationLetter, HasEveryElementInOrder) {
  const World w = host_and_buyer();
  const State state(w);
  const auto letter = authorization_letter(state.inputs(), authorization_of(state));
  ASSERT_TRUE(letter);
  std::string letters;
  for (const DocumentSection& section : letter->sections)
    if (!section.number.empty()) letters += section.number[1];
  EXPECT_EQ(letters, "abcdefghijklmn");
}

TEST(AuthorizationLetter, WhatIsNotSaidIsMissingByItsLetter) {
  const World w = host_and_buyer();
  const State state(w, "SEN", {});
  const auto letter = authorization_letter(state.inputs(), authorization_of(state));
  ASSERT_TRUE(letter);
  std::vector<std::string> paragraphs;
  for (const MissingItem& item : missing_items(*letter)) paragraphs.push_back(item.part.paragraph);
  // The quantity is not stated in this authorization, and needs a reason then.
  EXPECT_THAT(paragraphs, ::testing::IsSupersetOf({"5(h)", "5(j)", "5(l)"}));
  EXPECT_THAT(paragraphs, ::testing::Not(::testing::Contains("5(e)")));
}

TEST(AuthorizationLetter, IsOnlyOfThePartysOwnAuthorizations) {
  const World w = host_and_buyer();
  const State state(w, "CHE");
  EXPECT_FALSE(authorization_letter(state.inputs(), "no such"));
  const State sen(w);
  EXPECT_FALSE(authorization_letter(state.inputs(), authorization_of(sen)));
  EXPECT_FALSE(authorization_letter(sen.inputs(), authorization_of(sen), 9));
}

// Only its basis stands in public (2/CMA.3 annex para 24), in a letter as in a report.
TEST(AuthorizationLetter, WithholdsWhatIsConfidential) {
  const World w = host_and_buyer();
  Statements stated = complete_statements();
  statement(stated, "5(l)").confidential = ReportText::name("trade secret");
  const State state(w, "SEN", stated);
  const auto texts = [](const OfficialDocument& letter) {
    std::vector<std::string> all;
    for (const DocumentSection* section : all_sections(letter))
      for (const Block& block : section->blocks)
        if (const auto* text = std::get_if<StatedText>(&block)) all.push_back(text->text.en);
    return all;
  };
  ReportInputs inputs = state.inputs();
  const auto shown = authorization_letter(inputs, authorization_of(state));
  ASSERT_TRUE(shown);
  EXPECT_NE(find_block<ConfidentialPart>(section(*shown, "(l)")), nullptr);
  EXPECT_THAT(texts(*shown), ::testing::Not(::testing::Contains("what is said of 5(l)")));
  EXPECT_THAT(texts(*shown), ::testing::Contains("what is said of 5(j)"));
  inputs.with_confidential = true;
  const auto review = authorization_letter(inputs, authorization_of(state));
  EXPECT_EQ(find_block<StatedText>(review->sections.back())->text.en, "what is said of 5(l)");
}

TEST(AuthorizationStatement, TellsWhatEachVersionChanged) {
  World w({"SEN", "CHE"});
  w.must(World::ndc("SEN", 2021, 2030));
  const std::string id = w.authorize(
      {.host = "SEN", .quantity_t_co2eq = TonnesCo2eq(1000), .version = 1, .id = "A-1"});
  w.at(Date(2023, 5, 1));
  w.authorize({.host = "SEN", .quantity_t_co2eq = TonnesCo2eq(600), .version = 2, .id = "A-1"});
  const State state(w);
  const auto statement = authorization_statement(state.inputs(), id);
  ASSERT_TRUE(statement);
  const auto& blocks = statement->sections.front().blocks;
  const auto* changes = std::get_if<DataTable>(&blocks.at(1));
  ASSERT_NE(changes, nullptr);
  ASSERT_EQ(changes->rows.size(), 1u);
  EXPECT_EQ(changes->rows.front().at(3).text.fr, "1\u00A0000");
  EXPECT_EQ(changes->rows.front().at(4).text.fr, "600");
}

}  // namespace
}  // namespace openitmo::reporting
