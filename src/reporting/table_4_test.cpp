#include "reporting/table_4.h"

#include <gmock/gmock.h>

#include "reporting/report_world_test.h"

namespace openitmo::reporting {
namespace {

using namespace fixture;
using openitmo::testing::World;

const Table4Row& row(const Table4& table, std::string_view paragraph) {
  for (const Table4Row& one : table.rows)
    if (one.paragraph == paragraph) return one;
  throw std::out_of_range(std::string(paragraph));
}

// The rows of 5/CMA.3 Table 4 in their order (rulebook ); 23(h) after 23(g).
TEST(Table4, HasEveryRowInOrder) {
  const World w = host_and_buyer();
  const State state(w);
  std::vector<std::string> paragraphs;
  for (const Table4Row& one : table_4(state.inputs()).rows) paragraphs.emplace_back(one.paragraph);
  EXPECT_THAT(paragraphs,
              ::testing::ElementsAre("65, 77(a)", "77(a)", "77(b)", "77(c)", "77(d)", "7(a)(i)",
                                     "7(b)", "23(a)", "23(b)", "23(i)", "23(c)", "23(d)", "23(e)",
                                     "23(f)", "7(a)(ii)", "23(g)", "23(h)", "23(k)(i)", "23(k)(ii)",
                                     "77(d)(iii)", "70", "70", "70", "23(l)", "70", "70"));
}

// Each cell's entries add up to it (rulebook R-060), and what is unknown is no zero.
TEST(Table4, CellsAreThoseOfTheSummaryWithTheirEntries) {
  const World w = host_and_buyer();
  const State state(w);
  const Table4 table = table_4(state.inputs());
  const auto summary = accounting::structured_summary(state.ledger, state.accounts);
  for (std::size_t i = 0; i < table.years.size(); ++i) {
    const Table4Cell& cell = row(table, "23(c)").years[i];
    if (table.years[i] > table.date.year()) {
      for (const char* paragraph : {"23(c)", "23(d)", "23(e)", "23(f)", "23(h)"}) {
        EXPECT_FALSE(row(table, paragraph).years[i].value_t_co2eq) << paragraph;
        EXPECT_EQ(row(table, paragraph).years[i].notation, "NE") << paragraph;
      }
      continue;
    }
    EXPECT_EQ(cell.entries, summary.years[i].r23c.entries);
    EXPECT_EQ(cell.value_t_co2eq->numerator(),
              static_cast<std::int64_t>(summary.years[i].r23c.quantity_t_co2eq.value()));
  }
  EXPECT_EQ(row(table, "23(c)").years[4].value_t_co2eq, Rational(350, 1));
  EXPECT_FALSE(row(table, "23(a)").years[5].value_t_co2eq);
  EXPECT_EQ(row(table, "23(a)").years[5].notation, "NE");
  EXPECT_EQ(row(table, "7(b)").years[0].notation, "NA");
  EXPECT_EQ(row(table, "77(a)").target_level.value_t_co2eq, Rational(20'000, 1));
}

TEST(Table4, TheReferenceIsThatOfTheDescribedNdc) {
  World w = host_and_buyer();
  EXPECT_EQ(row(table_4(State(w).inputs()), "77(a)").reference.notation, "NE");
  describe_ndc(w);
  const State state(w);
  const Table4 table = table_4(state.inputs());
  const Table4Cell& reference = row(table, "77(a)").reference;
  EXPECT_EQ(reference.value_t_co2eq, Rational(37'761, 1));
  EXPECT_EQ(reference.entries, EntryNumbers{w.entries().size() - 1});
  const auto row_70 = std::ranges::find_if(table.rows, [](const Table4Row& one) {
    return one.paragraph == "70" && one.reference.value_t_co2eq;
  });
  ASSERT_NE(row_70, table.rows.end());
  EXPECT_THAT(row_70->label.en,
              ::testing::EndsWith(": a reduction against business as usual, 2030"));
}

TEST(Table4, WithoutNdcHasNoYears) {
  const World w({"SEN", "CHE"});
  const State state(w);
  EXPECT_TRUE(table_4(state.inputs()).years.empty());
}

}  // namespace
}  // namespace openitmo::reporting
