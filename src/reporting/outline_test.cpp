#include "reporting/outline.h"

#include <gmock/gmock.h>

namespace openitmo::reporting {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> numbers(std::span<const OutlineItem> outline) {
  std::vector<std::string> all;
  for (const OutlineItem& item : outline) all.emplace_back(item.number);
  return all;
}

std::vector<std::string> paragraphs(std::span<const OutlineItem> outline) {
  std::vector<std::string> all;
  for (const OutlineItem& item : outline) all.emplace_back(item.paragraph);
  return all;
}

// The chapters and letters of 6/CMA.4 annex V, in their order (rulebook R-076).
TEST(Outline, OfInitialReportsIsThatOfAnnexV) {
  EXPECT_THAT(numbers(initial_report_outline()),
              ElementsAre("I", "I.A", "I.B", "I.C", "I.D", "I.E", "I.F", "II", "II.A", "II.B",
                          "II.C", "II.D", "II.E", "II.F", "II.G", "III", "III.A", "III.B",
                          "III.B.1", "III.B.2", "III.C", "III.D", "III.E", "IV", "IV.A", "IV.B",
                          "IV.C", "IV.D", "IV.E", "IV.F", "IV.G", "IV.G.1", "IV.G.2", "IV.G.3",
                          "IV.H", "IV.H.1", "IV.H.2", "IV.H.3", "IV.H.4", "IV.H.5", "IV.H.6"));
  EXPECT_THAT(
      paragraphs(initial_report_outline()),
      ElementsAre("18(a)", "18(a), 4(a)", "18(a), 4(b)", "18(a), 4(c)", "18(a), 4(d)",
                  "18(a), 4(e)", "18(a), 4(f)", "18(b)", "18/CMA.1, 64(a)", "18/CMA.1, 64(b)",
                  "18/CMA.1, 64(c)", "18/CMA.1, 64(d)", "18/CMA.1, 64(e)", "18/CMA.1, 64(f)",
                  "18/CMA.1, 64(g)", "18(c)-(f)", "18(c)", "18(c)", "18(c)", "18(c)", "18(d)",
                  "18(e)", "18(f)", "18(g)-(i), 19", "18(g)", "18(g)", "18(g)", "18(g)", "18(g)",
                  "18(g)", "18(h)", "18(h)(i)", "18(h)(ii)", "18(h)(iii)", "18(i)", "18(i)(i)",
                  "18(i)(ii)", "18(i)(iii)", "18(i)(iv)", "18(i)(v)", "18(i)(vi)"));
}

// The same of annex VI (rulebook R-123).
TEST(Outline, OfRegularInformationIsThatOfAnnexVI) {
  EXPECT_THAT(numbers(regular_information_outline()),
              ElementsAre("I", "I.A", "I.B", "I.C", "I.D", "I.E", "I.F", "II", "III", "IV", "V",
                          "VI", "VI.A", "VI.B", "VI.B.1", "VI.B.2", "VI.B.3", "VI.C", "VI.D",
                          "VI.D.1", "VI.D.2", "VI.D.3", "VI.E", "VI.F", "VI.G", "VI.H", "VI.I",
                          "VI.J", "VI.K", "Annex I", "Annex II"));
  EXPECT_THAT(paragraphs(regular_information_outline()),
              ElementsAre("21(a)", "21(a), 4(a)", "21(a), 4(b)", "21(a), 4(c)", "21(a), 4(d)",
                          "21(a), 4(e)", "21(a), 4(f)", "21(b)", "21(c)", "21(d)", "21(e)",
                          "22(a)-(k)", "22(a)", "22(b)", "22(b)(i)", "22(b)(ii)", "22(b)(iii)",
                          "22(c)", "22(d)", "22(d)(i)", "22(d)(ii)", "22(d)(iii)", "22(e)", "22(f)",
                          "22(g)", "22(h)", "22(i)", "22(j)", "22(k)", "23(j)", "24"));
}

TEST(Outline, ChapterOfAnApproachIsOneRunOfItems) {
  for (const auto outline : {initial_report_outline(), regular_information_outline()}) {
    int changes = 0;
    for (std::size_t i = 1; i < outline.size(); ++i)
      if (outline[i].per_approach != outline[i - 1].per_approach) ++changes;
    EXPECT_LE(changes, 2);
    for (const OutlineItem& item : outline)
      EXPECT_EQ(item.per_approach, item.number.starts_with("IV") && item.paragraph != "21(d)"
                                       ? true
                                       : item.number.starts_with("VI"))
          << item.number;
  }
}

TEST(Outline, WhatIsAskedForHasAKey) {
  for (const auto outline : {initial_report_outline(), regular_information_outline()})
    for (const OutlineItem& item : outline)
      EXPECT_EQ(item.need == StatementNeed::not_asked, item.statement.empty()) << item.number;
}

}  // namespace
}  // namespace openitmo::reporting
