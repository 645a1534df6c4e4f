#include "registry/request_texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "registry/request_lines.h"

namespace openitmo::registry {
namespace {

using ::testing::HasSubstr;

const HashOfFile kNoFiles = [](std::string_view) { return std::optional<std::string>(); };
const std::string kHash(64, 'a');

std::vector<GivenText> common(std::string_view act) {
  return {{"act", act}, {"command_id", "c-1"}, {"effective_date", "2026-05-04"}};
}

std::vector<GivenText> with(std::vector<GivenText> given, std::vector<GivenText> more) {
  given.insert(given.end(), more.begin(), more.end());
  return given;
}

TEST(RequestTexts, ReadTheSameActAsALine) {
  const auto given = with(common("use"), {{"account", " CHE-STATE "},
                                          {"vintage", "2024"},
                                          {"quantity_t_co2eq", "100"},
                                          {"party", "CHE"},
                                          {"purpose", "ndc"},
                                          {"year", "2025"},
                                          {"entity", ""}});
  const auto read = parse_act_texts(given, kNoFiles);
  ASSERT_TRUE(read) << read.error().text.en;
  const auto line = parse_act_line(
      R"({"act":"use","command_id":"c-1","effective_date":"2026-05-04","account":"CHE-STATE",)"
      R"("vintage":2024,"quantity_t_co2eq":100,"party":"CHE","purpose":"ndc","year":2025})");
  ASSERT_TRUE(line) << line.error().en;
  const auto& a = std::get<ledger::UseUnits>(read->command);
  const auto& b = std::get<ledger::UseUnits>(line->command);
  EXPECT_EQ(a.units.account, b.units.account);
  EXPECT_EQ(a.year, b.year);
  EXPECT_EQ(a.units.quantity_t_co2eq, b.units.quantity_t_co2eq);
  EXPECT_EQ(read->envelope.command_id, line->envelope.command_id);
}

TEST(RequestTexts, ReadListsRangesAndDocuments) {
  const std::string document = "DEMO-HOLD/" + kHash;
  const auto given =
      with(common("place_hold"), {{"hold", "H-1"},
                                  {"cause", "disputed"},
                                  {"ranges",
                                   "CA9999-SEN01-SEN-1-2023/CA9999-SEN01-SEN-9-2023;"
                                   "CA9999-SEN01-SEN-20-2023/CA9999-SEN01-SEN-20-2023"},
                                  {"document", document}});
  const auto read = parse_act_texts(given, kNoFiles);
  ASSERT_TRUE(read) << read.error().text.en;
  const auto& hold = std::get<ledger::PlaceHold>(read->command);
  ASSERT_EQ(hold.ranges.size(), 2u);
  EXPECT_EQ(hold.ranges[0].last_id.serial, 9u);
  EXPECT_EQ(hold.document.reference, "DEMO-HOLD");
  EXPECT_EQ(hold.document.sha256, kHash);
  const auto open = parse_act_texts(
      with(common("open_registry"), {{"registry", "SEN01"}, {"parties", "SEN, CHE"}}), kNoFiles);
  ASSERT_TRUE(open) << open.error().text.en;
  EXPECT_EQ(std::get<OpenRegistry>(open->command).parties.size(), 2u);
}

TEST(RequestTexts, HashAFileThatIsNamed) {
  const HashOfFile hash = [](std::string_view path) -> std::optional<std::string> {
    if (path != "letters/a.pdf") return std::nullopt;
    return kHash;
  };
  const auto given = [](std::string_view document) {
    return with(common("lift_hold"),
                {{"hold", "H-1"}, {"end", "resolved"}, {"document", document}});
  };
  const auto read = parse_act_texts(given("A=letters/a.pdf"), hash);
  ASSERT_TRUE(read) << read.error().text.en;
  EXPECT_EQ(std::get<ledger::LiftHold>(read->command).document.sha256, kHash);
  const auto missing = parse_act_texts(given("A=letters/b.pdf"), hash);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().key, "document");
  EXPECT_THAT(missing.error().text.en, HasSubstr("letters/b.pdf cannot be read"));
}

TEST(RequestTexts, TakeJsonForWhatHasNoShorterForm) {
  const auto read = parse_act_texts(
      with(common("record_ndc"), {{"party", "SEN"},
                                  {"ndc", "NDC1"},
                                  {"version", "1"},
                                  {"kind", "multi_year"},
                                  {"first_year", "2021"},
                                  {"last_year", "2022"},
                                  {"target_year", "2022"},
                                  {"method", "multi_year_trajectory"},
                                  {"averaging_convention", "restated_uniform"},
                                  {"trajectory", R"([{"year":2021,"amount_kg_co2eq":5}])"},
                                  {"basis", "fictitious"}}),
      kNoFiles);
  ASSERT_TRUE(read) << read.error().text.en;
  EXPECT_EQ(std::get<RecordNdc>(read->command).trajectory.size(), 1u);
}

struct Wrong {
  std::string_view key;
  std::string_view text;
  std::string_view said;
};

class RequestTextsRefuse : public ::testing::TestWithParam<Wrong> {};

TEST_P(RequestTextsRefuse, WhatIsWrongByItsKey) {
  auto given = with(common("use"), {{"account", "X"},
                                    {"vintage", "2024"},
                                    {"quantity_t_co2eq", "1"},
                                    {"party", "CHE"},
                                    {"purpose", "ndc"}});
  const Wrong& wrong = GetParam();
  bool stands = false;
  for (GivenText& one : given)
    if (one.key == wrong.key) {
      one.text = wrong.text;
      stands = true;
    }
  if (!stands) given.push_back({wrong.key, wrong.text});
  const auto read = parse_act_texts(given, kNoFiles);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().key, wrong.key);
  EXPECT_THAT(read.error().text.en, HasSubstr(std::string(wrong.said)));
  EXPECT_FALSE(read.error().text.fr.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Each, RequestTextsRefuse,
    ::testing::Values(Wrong{"vintage", "20x4", "a whole number is due"},
                      Wrong{"vintage", "99999", "a year of four digits is due"},
                      Wrong{"quantity_t_co2eq", "1,000", "in digits alone"},
                      Wrong{"quantity_t_co2eq", "-5", "tonnes are not negative"},
                      Wrong{"quantity_t_co2eq", "", "is missing"},
                      Wrong{"purpose", "fly", "write one of ndc, imp, op"},
                      Wrong{"party", "Switzerland", "a code such as SEN is due"},
                      Wrong{"first_id", "17", "an ITMO identifier is due"},
                      Wrong{"effective_date", "4.5.2026", "a day such as"},
                      Wrong{"act", "fly", "is no act; write one of"},
                      Wrong{"act", "open_acount", "did you mean open_account?"},
                      Wrong{"command_id", "", "is missing"},
                      Wrong{"konto", "X", "is not one of this act"}));

TEST(RequestTexts, RefuseRecordsOfAnotherLength) {
  for (const std::string_view ranges : {"CA9999-SEN01-SEN-1-2023", "a/b/c", "[1", ";"}) {
    const auto read = parse_act_texts(
        with(common("place_hold"), {{"hold", "H"}, {"cause", "disputed"}, {"ranges", ranges}}),
        kNoFiles);
    ASSERT_FALSE(read) << ranges;
    EXPECT_EQ(read.error().key, "ranges");
  }
}

}  // namespace
}  // namespace openitmo::registry
