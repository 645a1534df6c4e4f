#include <gtest/gtest.h>

#include "mrv/methodologies/ipcc_fod.h"
#include "mrv/methodologies/ipcc_treatment.h"
#include "mrv/methodologies/tool04.h"
#include "mrv/parameters.h"

// The worked examples of docs/methodologies/ipcc-fod.md and ipcc-treatment.md.
namespace openitmo::mrv {
namespace {

double value(std::string_view symbol) { return find_parameter(symbol)->default_value; }

ipcc_fod::Site<double> site(double M) {
  return {.MCF = 0.8, .OX = 0.1, .R = 0.0, .F = 0.5, .M = M};
}
ipcc_fod::WasteStream<double> food(double DOC_f = 0.5) {
  return {.type = "food",
          .DOC = 0.15,
          .DOC_f = DOC_f,
          .k = 0.085,
          .W = std::vector<double>{1000, 1200, 900}};
}

double generated(double M, int T, double DOC_f = 0.5) {
  return ipcc_fod::CH4_generated(site(M), {ipcc_fod::decay(site(M), food(DOC_f), T)}, T);
}

TEST(IpccFod, DefaultDelayLetsTheFirstYearBeZero) {
  EXPECT_EQ(generated(value("M"), 1), 0);
  EXPECT_NEAR(generated(value("M"), 2), 3.2595086239417044, 1e-12);
  EXPECT_NEAR(generated(value("M"), 3), 6.905309060932991, 1e-12);
  EXPECT_NEAR(generated(10, 1), 0.841032382945599, 1e-12);
  EXPECT_GT(generated(7, 1), generated(10, 1));
}

TEST(IpccFod, The2019RefinementLetsFoodDecomposeMore) {
  EXPECT_NEAR(generated(13, 2, value("DOCf.2019.high")), generated(13, 2) * 0.7 / 0.5, 1e-12);
  EXPECT_EQ(value("DOCf.2019.low"), 0.1);
  EXPECT_EQ(value("DOCf.2019.moderate"), 0.5);
}

TEST(IpccFod, CarbonIsConserved) {
  const auto stock = ipcc_fod::decay(site(13), food(), 40);
  double decayed = 0;
  for (const double carbon : stock.DDOCm_decomp) decayed += carbon;
  const double deposited = 3100 * 0.15 * 0.8;
  double stored = 0;
  for (int x = 1; x <= 3; ++x) stored += ipcc_fod::stored_carbon(site(13), food(), x);
  EXPECT_NEAR(decayed + stock.DDOCma.back() + stored, deposited, 1e-9);
}

TEST(IpccFod, RecoveryIsAMassAndAtMostWhatIsGenerated) {
  EXPECT_TRUE(ipcc_fod::is_possible(3.0, generated(13, 2)));
  EXPECT_FALSE(ipcc_fod::is_possible(3.3, generated(13, 2)));
  EXPECT_FALSE(ipcc_fod::is_possible(-1, 10));
  ipcc_fod::Site<double> recovering = site(13);
  recovering.R = std::vector<double>{0, 1};
  EXPECT_NEAR(ipcc_fod::CH4_emitted(recovering, 3.0, 2), (3.0 - 1) * 0.9, 1e-12);
}

TEST(IpccTreatment, CompostingAndDigestion) {
  const double CH4 = ipcc_treatment::CH4_treated<double>(
      {{.M = 10000, .EF_CH4 = value("EF_CH4.ipcc.composting"), .EF_N2O = 0},
       {.M = 5000, .EF_CH4 = value("EF_CH4.ipcc.digestion"), .EF_N2O = 0}},
      0.0);
  const double N2O = ipcc_treatment::N2O_treated<double>(
      {{.M = 10000, .EF_CH4 = 0, .EF_N2O = value("EF_N2O.ipcc.composting")}});
  EXPECT_NEAR(CH4, 44, 1e-12);
  EXPECT_NEAR(N2O, 2.4, 1e-12);
  EXPECT_NEAR(ipcc_treatment::CH4_leaked(100.0, value("leak.ipcc.digestion")), 5, 1e-12);
}

TEST(IpccTreatment, OpenBurningTakesMethaneByWetAndNitrousOxideByDryMass) {
  const std::vector<ipcc_treatment::BurntComponent<double>> waste{
      {.fraction = 0.1, .dm = 1, .CF = 0.75, .FCF = 1},
      {.fraction = 0.9, .dm = 0.4, .CF = 0.38, .FCF = 0}};
  const double dry = ipcc_treatment::dry_mass(1000.0, waste);
  EXPECT_NEAR(dry, 460, 1e-9);
  EXPECT_NEAR(ipcc_treatment::CH4_burnt(1000.0, value("EF_CH4.open_burning")), 6.5, 1e-12);
  EXPECT_NEAR(ipcc_treatment::N2O_burnt(dry, value("EF_N2O.open_burning")), 0.069, 1e-12);
  EXPECT_NEAR(ipcc_treatment::CO2_burnt(1000.0, waste, value("OF.open_burning")),
              1000 * 0.1 * 0.75 * 0.58 * 44 / 12, 1e-9);
}

TEST(IpccTreatment, IncinerationGoesByTechnology) {
  EXPECT_NEAR(ipcc_treatment::CH4_burnt(1000.0, value("EF_CH4.continuous_stoker")), 0.0002, 1e-15);
  EXPECT_NEAR(ipcc_treatment::CH4_burnt(1000.0, value("EF_CH4.batch_fluidised")), 0.237, 1e-12);
  EXPECT_NEAR(ipcc_treatment::N2O_burnt(1000.0, value("EF_N2O.continuous")), 0.05, 1e-12);
  EXPECT_EQ(value("OF.incineration"), 1);
}

}  // namespace
}  // namespace openitmo::mrv
