#include "mrv/figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/measured_column.h"
#include "mrv/testing_site.h"

namespace openitmo::mrv {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Quantification& quantified() {
  static const Quantification result =
      *quantify(testing_site::plan(DecayModel::yearly), testing_site::data(2),
                testing_site::years(testing_site::kFirstYear, testing_site::kFirstYear + 1));
  return result;
}
const YearResult& year() { return quantified().years[1]; }

std::vector<std::string> symbols_of(const FigureQuestion& asked) {
  std::vector<std::string> symbols;
  for (const std::uint32_t at : find_figures(quantified(), year(), asked))
    symbols.push_back(year().derivation.nodes[at].symbol);
  return symbols;
}

TEST(Figures, AreFoundAsPeopleTypeThem) {
  for (const char* asked : {"BE_CH4,SWDS,y", "BE_CH4_SWDS", "be_ch4,swds"})
    EXPECT_THAT(symbols_of({asked, "", ""}), ElementsAre("BE_CH4,SWDS,y")) << asked;
  EXPECT_THAT(symbols_of({"ER", "", ""}), ElementsAre("ER_y"));
  EXPECT_THAT(symbols_of({"PE", "", ""}), ElementsAre("PE_COMP"));  // the key of the term
  EXPECT_THAT(symbols_of({"GWP_CH4", "", ""}), ElementsAre("GWP_CH4"));
  for (const char* asked : {"", "_", "BE_CH4_SWDS_", "no_such"})
    EXPECT_THAT(symbols_of({asked, "wrong", ""}), IsEmpty()) << asked;
}

TEST(Figures, ArePickedByWasteTypeAndPeriod) {
  EXPECT_THAT(symbols_of({"W_j,x", "food", ""}), ElementsAre("W_j,x", "W_j,x"));
  EXPECT_THAT(symbols_of({"W_j,x", "food", "2027"}), ElementsAre("W_j,x"));
  EXPECT_THAT(symbols_of({"W_j,x", "straw", ""}), IsEmpty());
  EXPECT_THAT(symbols_of({"W_j,x", "food", "1999"}), IsEmpty());
}

TEST(Figures, NamesAreListedOnceWithTheirNumber) {
  const auto names = figure_names(year().derivation);
  EXPECT_EQ(names.front().symbol, "ER_y");
  std::size_t count = 0;
  for (const FigureName& name : names) count += name.count;
  EXPECT_EQ(count, year().derivation.nodes.size());
}

TEST(Figures, TheWholeDerivedAgainKeepsItsShares) {
  const Derivation again = derivation_of(year().derivation, 0);
  ASSERT_EQ(again.nodes.size(), year().derivation.nodes.size());
  for (std::size_t i = 0; i < again.nodes.size(); ++i) {
    EXPECT_EQ(again.nodes[i].symbol, year().derivation.nodes[i].symbol);
    if (again.nodes[i].leaf) {
      EXPECT_NEAR(again.nodes[i].leaf->share, year().derivation.nodes[i].leaf->share, 1e-12);
    }
  }
}

// Waste of a type is a plain product: each factor carries all of it.
TEST(Figures, APartOfTheDerivationHasItsOwnShares) {
  const auto at = find_figures(quantified(), year(), {"W_j,x", "food", "2027"});
  const Derivation food = derivation_of(year().derivation, at.at(0));
  for (const DerivationNode& node : food.nodes)
    if (node.leaf && node.symbol == "p_j,x") {
      EXPECT_NEAR(node.leaf->contribution, food.nodes[0].value, 1e-9);
      EXPECT_EQ(measured_column(node)->fr, "aliments");
    } else if (node.leaf) {
      EXPECT_EQ(measured_column(node)->en, "gross - tare");
    }
  const HangsOn kinds = hangs_on(food);
  EXPECT_NEAR(kinds.share[0], 1, 1e-12);
  EXPECT_EQ(kinds.leaf_count[1] + kinds.leaf_count[2], 0u);
  EXPECT_NEAR(kinds.part(LeafKind::measured, food.nodes[0].value), food.nodes[0].value, 1e-9);
}

TEST(Figures, ALeafIsItsOwnDerivation) {
  const auto at = find_figures(quantified(), year(), {"GWP_CH4", "", ""});
  const Derivation leaf = derivation_of(year().derivation, at.at(0));
  ASSERT_EQ(leaf.nodes.size(), 1u);
  EXPECT_EQ(leaf.nodes[0].leaf->contribution, leaf.nodes[0].value);
  EXPECT_EQ(leaf.nodes[0].leaf->share, 1);
  EXPECT_FALSE(measured_column(leaf.nodes[0]).has_value());
}

}  // namespace
}  // namespace openitmo::mrv
