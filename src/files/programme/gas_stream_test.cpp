#include "files/programme/gas_stream.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openitmo::files {
namespace {

using mrv::stream::Channel;
using testing::Contains;
using testing::HasSubstr;

struct Outcome {
  std::optional<GasStream> stream;
  std::string problems;
};

Outcome outcome_of(const std::string& text) {
  const Read<TomlDocument> document = TomlDocument::parse({.path = "site.toml", .bytes = text});
  EXPECT_TRUE(document.has_value());
  Outcome outcome;
  outcome.stream = read_gas_stream_plan(document->root());
  outcome.problems = document->finish().to_text(Language::en);
  return outcome;
}

const std::string kMeters = R"([gas_stream]
time_zone = "Africa/Dakar"
interval_s = 60
flow_basis = "wet"
fraction_basis = "dry"
gauge_reference_pa = "101325"
)";
const std::string kFlare = R"([gas_stream.flare]
kind = "enclosed"
height_in_diameters = "6"
exhaust_min_c = "500"
exhaust_max_c = "1200"
flow_min_nm3_per_h = "100"
flow_max_nm3_per_h = "1000"
)";

TEST(GasStreamPlan, ReadsWhatTheComponentDeclares) {
  const Outcome outcome = outcome_of(kMeters + kFlare + R"(efficiency = "campaigns"
default_as_backup = true
[[gas_stream.flare.campaign]]
day = 2024-02-01
share_not_burnt = "0.01"
[[gas_stream.limit]]
channel = "methane_fraction"
highest = "0.7"
substitute = "0.4"
source = "project document"
[[gas_stream.calibration]]
channel = "flare_flow"
done = 2023-06-01
valid_until = 2024-05-31
permissible_error = "0.015"
found_error = "0.02"
certificate = "LAB-1"
)");
  ASSERT_EQ(outcome.problems, "");
  const mrv::stream::Plan& plan = outcome.stream.value().plan;
  EXPECT_EQ(plan.interval_s, 60);
  EXPECT_EQ(plan.flow_basis, mrv::stream::Basis::wet);
  EXPECT_EQ(outcome.stream->gauge_reference_pa, 101325);
  EXPECT_EQ(plan.flare->kind, mrv::tool06::FlareKind::enclosed_low);
  EXPECT_EQ(plan.flare->efficiency, mrv::stream::FlareEfficiency::by_campaigns);
  EXPECT_EQ(plan.flare->campaigns.at(0).share_not_burnt, 0.01);
  EXPECT_EQ(plan.limits[Channel::methane_fraction].highest, 0.7);
  EXPECT_EQ(plan.limits[Channel::methane_fraction].substitute, 0.4);
  EXPECT_EQ(plan.calibrations.at(0).found_error, 0.02);
  EXPECT_THAT(outcome.stream->settings, Contains("flare.exhaust_min_c = 500"));
  EXPECT_THAT(outcome.stream->settings, Contains("methane_fraction.source = project document"));
}

TEST(GasStreamPlan, TakesTheComponentsParametersForItsQualityRules) {
  const Read<TomlDocument> document = TomlDocument::parse(
      {.path = "site.toml", .bytes = kMeters + "missing_data = \"tool08_appendix\"\n"});
  ASSERT_TRUE(document);
  const auto stream = read_gas_stream_plan(
      document->root(), {{.symbol = "quality.flow.highest", .value = "900", .source = "pump"},
                         {.symbol = "missing.short", .value = "3", .source = "plan"}});
  ASSERT_TRUE(stream);
  EXPECT_EQ(document->finish().to_text(Language::en), "");
  EXPECT_EQ(stream->plan.limits[Channel::engine_flow].highest, 900);
  EXPECT_EQ(stream->plan.gap_filling.value().short_h, 3);
  EXPECT_THAT(stream->settings, Contains("quality.flow.highest = 900 (pump)"));
}

TEST(GasStreamPlan, RefusesByKey) {
  const auto problems = [](const std::string& text) { return outcome_of(text).problems; };
  std::string wrong_zone = kMeters;
  wrong_zone.replace(wrong_zone.find("Dakar"), 5, "Dakkar");
  EXPECT_THAT(problems(wrong_zone), HasSubstr("\"Africa/Dakkar\" is no time zone"));
  EXPECT_THAT(problems(kMeters + "[gas_stream.flare]\nkind = \"closed\"\n"), HasSubstr("kind"));
  EXPECT_THAT(problems(kMeters + kFlare), HasSubstr("efficiency"));
  EXPECT_THAT(problems(kMeters + R"([[gas_stream.limit]]
channel = "flame"
substitute = "1"
source = "hope"
)"),
              HasSubstr("nothing stands in for flame"));
  EXPECT_THAT(problems(kMeters + R"([[gas_stream.limit]]
channel = "methane_fraction"
lowest = "0.5"
highest = "0.4"
source = "x"
)"),
              HasSubstr("exclude each other"));
  const std::string limit =
      "[[gas_stream.limit]]\nchannel = \"methane_fraction\"\nhighest = \"0.7\"\nsource = \"x\"\n";
  EXPECT_THAT(problems(kMeters + limit + limit), HasSubstr("has limits already"));
  EXPECT_THAT(problems(kMeters + R"([[gas_stream.limit]]
channel = "gas_temperature"
highest = "500"
source = "x"
)"),
              HasSubstr("233.15 to 373.15 K"));
  EXPECT_THAT(problems(kMeters + R"([[gas_stream.limit]]
channel = "flare_flow"
stuck_minutes = "10081"
source = "x"
)"),
              HasSubstr("more than a week"));
  EXPECT_THAT(problems(kMeters + "[gas_stream.flare]\nkind = \"open\"\n"
                                 "shares_meter_with = [\"candle\"]\n"),
              HasSubstr("is no device"));
  EXPECT_THAT(problems(kMeters + R"([[gas_stream.calibration]]
channel = "flare_flow"
done = 2024-06-01
valid_until = 2024-05-31
permissible_error = "1.5"
certificate = "LAB-1"
)"),
              testing::AllOf(HasSubstr("ends before it is done"), HasSubstr("no share")));
}

}  // namespace
}  // namespace openitmo::files
