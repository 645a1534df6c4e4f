#include "mrv/methodologies/tool04.h"

#include <gtest/gtest.h>

namespace openitmo::mrv::tool04 {
namespace {

Swds<double> food_site(std::vector<double> W) {
  return {
      .phi = 0.8,
      .f = 0.0,
      .GWP_CH4 = 28.0,
      .OX = 0.1,
      .F = 0.5,
      .MCF = 0.8,
      .streams = {{.type = "food", .DOC_j = 0.15, .DOC_f = 0.5, .k_j = 0.085, .W = std::move(W)}}};
}

// The worked example of docs/methodologies/tool04.md.
TEST(Tool04, YearlyModelDecaysInTheYearOfDeposition) {
  const Swds<double> swds = food_site({12000});
  const auto decay = yearly_decay(swds, 2);
  EXPECT_NEAR(BE_CH4_SWDS_y(swds, decay, 1), 788.5403263039774, 1e-9);
  EXPECT_NEAR(BE_CH4_SWDS_y(swds, decay, 2), 724.2839764561369, 1e-9);
}

TEST(Tool04, MonthlyModelGivesAboutHalfInTheFirstYear) {
  const Swds<double> swds = food_site(std::vector<double>(12, 1000.0));
  const auto decay = monthly_decay(swds, 24);
  double first_year = 0;
  double second_year = 0;
  for (int m = 1; m <= 12; ++m) first_year += BE_CH4_SWDS_m(swds, decay, m);
  for (int m = 13; m <= 24; ++m) second_year += BE_CH4_SWDS_m(swds, decay, m);
  EXPECT_NEAR(first_year, 432.6720434682333, 1e-9);
  EXPECT_NEAR(second_year, 753.2828698784004, 1e-9);
}

TEST(Tool04, CaptureAndOxidationFollowTheYearOfEmission) {
  Swds<double> swds = food_site({12000});
  const auto decay = yearly_decay(swds, 2);
  const double second_year = BE_CH4_SWDS_y(swds, decay, 2);
  swds.f = std::vector<double>{0.0, 0.5};
  EXPECT_NEAR(BE_CH4_SWDS_y(swds, decay, 1), 788.5403263039774, 1e-9);
  EXPECT_NEAR(BE_CH4_SWDS_y(swds, decay, 2), second_year / 2, 1e-9);
  swds.f = 0.0;
  swds.MCF = std::vector<double>{0.4, 1.0};  // of the year of deposition
  EXPECT_NEAR(BE_CH4_SWDS_y(swds, yearly_decay(swds, 2), 2), second_year / 2, 1e-9);
}

TEST(Tool04, WaterTable) {
  EXPECT_DOUBLE_EQ(MCF_y(12.0, 5.0), 1 - 2.0 / 12);
  EXPECT_DOUBLE_EQ(MCF_y(3.0, 2.5), 2.5 / 3);
  EXPECT_DOUBLE_EQ(MCF_y(25.0, 0.5), 0.92);
}

TEST(Tool04, ModelCorrectionFactorOption2) {
  const double v = v_y<double>(
      {.a_W = 0.02, .b_DOC = 0.1, .c_DOC_f = 0.15, .d_F = 0.05, .e_MCF = 0.5, .g_decay = 0.2});
  EXPECT_NEAR(v, 0.5704384278780664, 1e-15);
  EXPECT_NEAR(phi_y(v), 0.6367648563918374, 1e-15);
}

}  // namespace
}  // namespace openitmo::mrv::tool04
