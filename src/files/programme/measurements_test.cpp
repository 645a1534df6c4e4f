#include "files/programme/measurements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openitmo::files {
namespace {

using testing::HasSubstr;

struct Outcome {
  std::vector<mrv::Meter> meters;
  mrv::LaboratoryRecord laboratory;
  mrv::SamplingPlan sampling;
  std::string problems;
};

Outcome outcome_of(const std::string& text) {
  const Read<TomlDocument> document = TomlDocument::parse({.path = "site.toml", .bytes = text});
  EXPECT_TRUE(document.has_value());
  Outcome outcome;
  outcome.meters = read_meter_plans(document->root());
  outcome.laboratory = read_laboratory_plan(document->root());
  outcome.sampling = read_sampling_plan(document->root());
  outcome.problems = document->finish().to_text(Language::en);
  return outcome;
}

const std::string kMeter = R"([[meter]]
id = "E-1"
counts = "electricity"
digits = 6
highest_per_day = "2400"
source = "connection of 100 kW"
)";

TEST(Measurements, ReadsWhatTheComponentDeclares) {
  const Outcome outcome = outcome_of(kMeter + R"([[meter]]
id = "H-1"
counts = "gas.engine_hours"
rollover = "99999.5"
highest_per_day = "24"
multiplier = "2"
source = "engine"
[[laboratory]]
name = "Lab"
accreditation = "A-1"
accredited_from = 2023-01-01
accredited_until = 2025-12-31
[[analysis]]
analyte = "Demande chimique en oxygène"
feeds = "COD_RO"
below_detection = "limit"
source = "monitoring plan"
[[analysis]]
analyte = "food"
feeds = "composition.food"
below_detection = "zero"
source = "monitoring plan"
[sampling]
precision = "90/10"
when_missed = "conservative_bound"
source = "monitoring plan"
)");
  ASSERT_EQ(outcome.problems, "");
  ASSERT_EQ(outcome.meters.size(), 2U);
  EXPECT_EQ(outcome.meters[0].rollover, 1e6);
  EXPECT_EQ(outcome.meters[1].rollover, 99999.5);
  EXPECT_EQ(outcome.meters[1].per_unit, 2);
  EXPECT_EQ(outcome.meters[1].target, (mrv::MeterTarget{.table = "gas", .column = 5}));
  EXPECT_EQ(outcome.laboratory.analyses.at(0).analyte, "demande chimique en oxygene");
  EXPECT_EQ(outcome.laboratory.analyses.at(0).below_detection, mrv::BelowDetection::limit);
  EXPECT_EQ(outcome.laboratory.analyses.at(1).target.kind, mrv::AnalysisTarget::Kind::composition);
  EXPECT_EQ(outcome.sampling.rule, mrv::SamplingRule::small_scale);
  EXPECT_TRUE(outcome.sampling.takes_conservative_bound);
}

TEST(Measurements, WithoutTablesNothingIsDeclared) {
  const Outcome outcome = outcome_of("");
  EXPECT_EQ(outcome.problems, "");
  EXPECT_TRUE(outcome.meters.empty());
  EXPECT_EQ(outcome.sampling.rule, mrv::SamplingRule::tool04);
}

TEST(Measurements, RefusesByKey) {
  const auto problems = [](const std::string& text) { return outcome_of(text).problems; };
  EXPECT_THAT(problems(kMeter + kMeter), HasSubstr("the meter stands twice"));
  EXPECT_THAT(problems(kMeter + "rollover = \"5\"\n"), HasSubstr("digits or rollover is needed"));
  EXPECT_THAT(problems("[[meter]]\nid = \"a\"\ncounts = \"diesel\"\nhighest_per_day = \"0\"\n"),
              testing::AllOf(HasSubstr("digits or rollover is needed"), HasSubstr("0 is too small"),
                             HasSubstr("source")));
  EXPECT_THAT(problems("[[meter]]\nid = \"a\"\ncounts = \"gas.methane_fraction\"\n"),
              HasSubstr("counts"));
  EXPECT_THAT(problems("[[analysis]]\nanalyte = \"a\"\nfeeds = \"gas.engine_hours\"\n"),
              HasSubstr("\"gas.engine_hours\" takes no analysis"));
  EXPECT_THAT(problems("[[laboratory]]\nname = \"L\"\naccreditation = \"A\"\n"
                       "accredited_from = 2024-01-02\naccredited_until = 2024-01-01\n"),
              HasSubstr("ends before it begins"));
  EXPECT_THAT(
      problems("[sampling]\nprecision = \"10/90\"\nwhen_missed = \"mean\"\nsource = \"x\"\n"),
      HasSubstr("precision"));
}

}  // namespace
}  // namespace openitmo::files
