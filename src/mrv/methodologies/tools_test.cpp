#include <array>
#include <gtest/gtest.h>

#include "mrv/methodologies/tool03.h"
#include "mrv/methodologies/tool05.h"
#include "mrv/methodologies/tool06.h"
#include "mrv/methodologies/tool07.h"
#include "mrv/methodologies/tool08.h"
#include "mrv/methodologies/tool14.h"

// The worked examples of the pages of the tools in docs/methodologies/.
namespace openitmo::mrv {
namespace {

TEST(Tool03, ByTheCalorificValue) {
  EXPECT_NEAR(tool03::PE_FC<double>({.FC = 100, .NCV = 43.3, .EF_CO2 = 0.0748}), 323.884, 1e-9);
}

TEST(Tool05, CaptivePlantsEmitByTheirRatedPower) {
  EXPECT_EQ(tool05::PE_captive(0.5), 5700);
  EXPECT_NEAR(tool05::PE_EC<double>({.EC = 100, .EF = 0.6, .TDL = 0.2, .captive = 5700}), 5772,
              1e-9);
}

TEST(Tool06, KindGoesByTheHeightOfTheEnclosure) {
  using enum tool06::FlareKind;
  EXPECT_EQ(tool06::kind_of(false, 20), open);
  EXPECT_EQ(tool06::kind_of(true, 1.9), open);
  EXPECT_EQ(tool06::kind_of(true, 2), enclosed_low);
  EXPECT_EQ(tool06::kind_of(true, 10), enclosed_low);
  EXPECT_EQ(tool06::kind_of(true, 10.1), enclosed);
}

TEST(Tool06, DefaultEfficiencies) {
  using enum tool06::FlareKind;
  EXPECT_EQ(tool06::eta_default(open, true, false), 0.5);
  EXPECT_EQ(tool06::eta_default(open, false, true), 0);
  EXPECT_EQ(tool06::eta_default(enclosed, true, true), 0.9);
  EXPECT_EQ(tool06::eta_default(enclosed, true, false), 0);
  EXPECT_DOUBLE_EQ(tool06::eta_default(enclosed_low, true, true), 0.8);
}

TEST(Tool06, MeasuredEfficiencyLosesFivePointsByCampaignsAndNoneByMinutes) {
  using enum tool06::FlareKind;
  const std::array shares{1.9 / 410, 3.1 / 395};
  EXPECT_NEAR(tool06::eta_measured<double>(shares, tool06::kMeasurementDeduction), 0.94376, 1e-5);
  EXPECT_DOUBLE_EQ(tool06::eta_of_minute(1.0, 100.0, enclosed, true), 0.99);
  EXPECT_DOUBLE_EQ(tool06::eta_of_minute(1.0, 100.0, enclosed_low, true), 0.89);
  EXPECT_EQ(tool06::eta_of_minute(1.0, 100.0, enclosed, false), 0);
  EXPECT_NEAR(tool06::PE_flare(100.0, 0.9, 28.0), 280, 1e-9);
}

TEST(Tool07, WeightsGoByTheProject) {
  const auto EF = [](std::string_view project) {
    const tool07::Weights w = tool07::weights(project);
    return tool07::EF_CM(0.69, 0.59, w.OM, w.BM);
  };
  EXPECT_NEAR(EF("wind_or_solar"), 0.665, 1e-12);
  EXPECT_NEAR(EF("first_period"), 0.64, 1e-12);
  EXPECT_NEAR(EF("later_period"), 0.615, 1e-12);
  EXPECT_EQ(EF("ldc_operating_margin"), 0.69);
}

TEST(Tool07, MarginsAreWeightedByGeneration) {
  const double EF_HFO = tool07::EF_EL(252000.0, 40.4, 0.0755, 1200000.0);
  EXPECT_NEAR(tool07::margin<double>({{.EG = 1200000, .EF = EF_HFO}, {.EG = 400000, .EF = 0}}),
              0.75 * EF_HFO, 1e-12);
}

TEST(Tool08, DensityBelongsToTemperatureAndPressure) {
  EXPECT_NEAR(tool08::kNormalDensityMethane, 0.7156649555469514, 1e-15);
  const double actual = tool08::density(106325.0, 16.04, 8314.0, 308.15);
  const double F = tool08::mass_flow(500.0, 0.48, actual);
  EXPECT_NEAR(F, 159.76395563847996, 1e-9);
  const double V_n = tool08::normalised_volume(500.0, 308.15, 106325.0, 273.15, 101325.0);
  EXPECT_NEAR(tool08::mass_flow(V_n, 0.48, tool08::kNormalDensityMethane), F, 1e-9);
  EXPECT_NEAR(tool08::F_CH4(1e6, 0.5), 357.8325, 1e-3);
}

// Gas saturated at 40 °C (p_sat 7,384 Pa): of 100 m3 wet about 93 m3 are dry.
TEST(Tool08, WetFlowWithDryFraction) {
  const double m = tool08::moisture_saturated(7384.0, 101325.0, 30.0);
  const double v = tool08::vapour_fraction(m, 30.0);
  EXPECT_NEAR(v, 7384.0 / (101325 - 7384), 1e-12);
  EXPECT_NEAR(tool08::dry_volume(100.0, v), 92.71, 0.01);
}

TEST(Tool08, DryGasIsProven) {
  EXPECT_TRUE(tool08::is_proven_dry(59.9, 0.2));
  EXPECT_TRUE(tool08::is_proven_dry(80, 0.05));
  EXPECT_FALSE(tool08::is_proven_dry(60, 0.051));
}

TEST(Tool14, LeakElectricityAndDigestate) {
  const double Q = 518.8825;
  EXPECT_NEAR(tool14::PE_CH4(Q, 0.028, 28.0), 406.80388, 1e-9);
  EXPECT_NEAR(tool14::PE_EC_default(Q, 1.54, 0.0), 1038.8028, 1e-4);
  EXPECT_NEAR(tool14::LE_storage(0.35, Q, 28.0), 5085.05, 0.01);
  EXPECT_NEAR(tool14::LE_comp<double>(
                  {.Q = 100, .EF_CH4 = 0.002, .EF_N2O = 0.0002, .GWP_CH4 = 28, .GWP_N2O = 265}),
              10.9, 1e-12);
}

}  // namespace
}  // namespace openitmo::mrv
