#include "mrv/inventory/activity.h"

#include <gtest/gtest.h>

#include "mrv/testing_site.h"

namespace openitmo::mrv::inventory {
namespace {

using testing_site::kFirstYear;

Activity activity_with(const std::map<std::string, std::string, std::less<>>& options,
                       std::vector<ParameterOverride> overrides = {}) {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  plan.options = options;
  plan.overrides.insert(plan.overrides.end(), overrides.begin(), overrides.end());
  const auto result =
      quantify(plan, testing_site::data(1), testing_site::years(kFirstYear, kFirstYear));
  if (!result) throw std::runtime_error(text_of(result.error().front(), {}).en);
  return activity_of(plan, {&*result});
}

TEST(Activity, GoesBackBehindTheDefaultCorrection) {
  const ActivityYear of = activity_with({}).years.at(kFirstYear);
  EXPECT_GT(of.disposal, 0);
  EXPECT_DOUBLE_EQ(of.disposal_uncorrected, of.disposal / 0.8);
}

// Option 2 is worked out from uncertainties: 0.6367... for this site (DisposalOptions.*).
TEST(Activity, GoesBackBehindOption2) {
  const ActivityYear by_default = activity_with({}).years.at(kFirstYear);
  const ActivityYear of = activity_with({{"phi", "option_2"}}).years.at(kFirstYear);
  EXPECT_LT(of.disposal, by_default.disposal);
  EXPECT_NEAR(of.disposal_uncorrected, by_default.disposal_uncorrected, 1e-9);
}

TEST(Activity, WhatIsCapturedInTheBaselineIsPartOfTheCorrection) {
  const ActivityYear half =
      activity_with({}, {{.symbol = "f_y", .value = "0.5", .source = "law"}}).years.at(kFirstYear);
  EXPECT_DOUBLE_EQ(half.disposal_uncorrected, half.disposal / 0.4);
  const ActivityYear all =
      activity_with({}, {{.symbol = "f_y", .value = "1", .source = "law"}}).years.at(kFirstYear);
  EXPECT_EQ(all.disposal, 0);
  EXPECT_EQ(all.disposal_uncorrected, 0);
}

// A methodology for one treatment says which; ACM0022 leaves it to the component.
TEST(Activity, KnowsWhatBecomesOfTheWaste) {
  const auto treatment = [](const MethodologyVersion& methodology, const std::string& word) {
    ComponentPlan plan = testing_site::plan(DecayModel::yearly);
    plan.methodology = methodology;
    if (!word.empty()) plan.options["treatment"] = word;
    return activity_of(plan, {}).treatment;
  };
  EXPECT_EQ(treatment({"AMS-III.F", "12.0"}, ""), Pathway::composted);
  EXPECT_EQ(treatment({"AMS-III.AO", "1.0"}, ""), Pathway::digested);
  EXPECT_EQ(treatment({"ACM0022", "3.0"}, "composting"), Pathway::composted);
  EXPECT_EQ(treatment({"ACM0022", "3.0"}, "digestion"), Pathway::digested);
  EXPECT_EQ(treatment({"ACM0022", "3.0"}, "combustion"), Pathway::other);
  EXPECT_EQ(treatment({"ACM0022", "3.0"}, ""), Pathway::other);
  EXPECT_EQ(treatment({"AMS-III.AJ", "7.0"}, ""), Pathway::other);
}

TEST(Activity, PartsSumToWhatIsClaimed) {
  const Activity activity = activity_with({});
  EXPECT_EQ(activity.treatment, Pathway::composted);
  const ActivityYear& of = activity.years.at(kFirstYear);
  EXPECT_GT(of.treatment, 0);
  EXPECT_LT(of.energy, 0);
  EXPECT_NEAR(of.rest(), 0, 1e-9);
  double diverted = 0;
  for (const double t : of.diverted_t) diverted += t;
  EXPECT_GT(diverted, 0);
  EXPECT_LT(diverted, of.treated_t);
}

}  // namespace
}  // namespace openitmo::mrv::inventory
