#include "mrv/uncertainty/case_uncertainty.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/quantify.h"
#include "mrv/result_json.h"
#include "mrv/testing_site.h"
#include "mrv/uncertainty/instruments.h"
#include "quantity/rounding.h"

namespace openitmo::mrv {
namespace {

using testing_site::kFirstYear;
using testing_site::years;

Quantification site_result(const ComponentPlan& plan, const SamplingRequest* sampling = nullptr) {
  auto result = quantify(plan, testing_site::data(3), years(kFirstYear, kFirstYear + 2), sampling);
  EXPECT_TRUE(result.has_value());
  return *std::move(result);
}

SamplingRequest twenty_thousand_draws() {
  return {.options = {.seed = 3, .draws_min = 20'000, .draws_max = 20'000, .tolerance = 0},
          .index_draws = 4'000,
          .for_each = on_this_thread()};
}

const ErrorContribution* find_contribution(const ErrorPropagation& errors,
                                           std::string_view factor) {
  for (const ErrorContribution& contribution : errors.contributions)
    if (contribution.factor == factor) return &contribution;
  return nullptr;
}

TEST(CaseUncertainty, DrawsOfFixedFiguresAreTheEstimate) {
  for (const DecayModel model : {DecayModel::yearly, DecayModel::monthly}) {
    const ComponentPlan plan = testing_site::plan(model);
    const MonitoringData data = testing_site::data(2);
    const DateRange covered = years(kFirstYear, kFirstYear + 1);
    const testing_site::Case site(plan, data, covered);
    const std::vector<YearPart> parts{
        {CalendarYear(kFirstYear), years(kFirstYear, kFirstYear)},
        {CalendarYear(kFirstYear + 1), years(kFirstYear + 1, kFirstYear + 1)}};
    const ParameterSet parameters = *ParameterSet::make({});
    const SampledCase sampled = sampled_case(parameters, *site, parts);
    std::vector<Batch> values;
    for (const RandomInput& input : sampled.inputs.inputs()) values.push_back(input.value);
    std::vector<Batch> results(3);
    sampled.model.evaluate(values, results);
    const auto estimate = quantify(plan, data, covered);
    ASSERT_TRUE(estimate.has_value());
    double sum = 0;
    for (std::size_t y = 0; y < 2; ++y) {
      const double ER = estimate->years[y].terms.ER();
      sum += ER;
      EXPECT_NEAR(results[y].lane(5), ER, 1e-10 * std::fabs(ER));
    }
    EXPECT_NEAR(results[2].lane(0), sum, 1e-10 * std::fabs(sum));
  }
}

TEST(CaseUncertainty, EveryFigureIsAskedForOnceByName) {
  const ComponentPlan plan = testing_site::plan(DecayModel::monthly);
  const MonitoringData data = testing_site::data(1);
  const testing_site::Case site(plan, data, years(kFirstYear, kFirstYear));
  const SampledCase sampled = sampled_case(
      *ParameterSet::make({}), *site, {{CalendarYear(kFirstYear), years(kFirstYear, kFirstYear)}});
  std::size_t masses = 0;
  for (const RandomInput& input : sampled.inputs.inputs()) {
    if (input.name.starts_with("W_in,i ")) {
      ++masses;
      EXPECT_EQ(input.group.view(), "weighbridge");
      EXPECT_NEAR(input.distribution.half_width() / input.value, 0.04, 1e-12);
    }
    EXPECT_TRUE(input.name != "GWP_CH4" || input.distribution.is_fixed());
  }
  EXPECT_EQ(masses, 12u);
}

TEST(CaseUncertainty, BothApproachesAgreeWhereTheEquationsAreNearlyLinear) {
  const SamplingRequest request = twenty_thousand_draws();
  const Quantification result = site_result(testing_site::plan(DecayModel::yearly), &request);
  ASSERT_TRUE(result.sampled.has_value());
  ASSERT_EQ(result.sampled->years.size(), 3u);
  for (std::size_t y = 0; y < 3; ++y) {
    const YearResult& year = result.years[y];
    const SampleSummary& sampled = result.sampled->years[y];
    EXPECT_GT(year.errors.half_width, 0);
    EXPECT_NEAR(sampled.half_width(), year.errors.half_width, 0.15 * year.errors.half_width);
    EXPECT_NEAR(sampled.median, year.terms.ER(), 0.3 * year.errors.half_width);
  }
  // The largest contributor of one is that of the other.
  EXPECT_EQ(result.sampled->indices.front().factor, result.errors.contributions.front().factor);
  double first_order = 0;
  for (const VarianceIndex& index : result.sampled->indices) first_order += index.first_order;
  EXPECT_NEAR(first_order, 1, 0.1);
}

TEST(CaseUncertainty, TheSameBytesFromAnyOrderOfTheWork) {
  SamplingRequest request = twenty_thousand_draws();
  const ComponentPlan plan = testing_site::plan(DecayModel::monthly);
  const std::string forwards = result_json(site_result(plan, &request));
  request.for_each = [](std::size_t count, const std::function<void(std::size_t)>& work) {
    while (count > 0) work(--count);
  };
  EXPECT_EQ(result_json(site_result(plan, &request)), forwards);
  EXPECT_NE(forwards.find("\"approach_2\""), std::string::npos);
  request.options.seed = 4;
  EXPECT_NE(result_json(site_result(plan, &request)), forwards);
  EXPECT_EQ(result_json(site_result(plan)).find("\"approach_2\""), std::string::npos);
}

TEST(CaseUncertainty, ABetterWeighbridgeIsLessUncertain) {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  const ErrorPropagation by_default = site_result(plan).errors;
  plan.overrides = {{"U.weighbridge", "0.01", "calibration certificate", Confidence::high}};
  const ErrorPropagation better = site_result(plan).errors;
  ASSERT_NE(find_contribution(by_default, "weighbridge"), nullptr);
  EXPECT_NEAR(find_contribution(better, "weighbridge")->effect,
              find_contribution(by_default, "weighbridge")->effect / 4, 1e-9);
  EXPECT_LT(better.half_width, by_default.half_width);
}

TEST(CaseUncertainty, AProgrammesOwnValueHasItsOwnUncertaintyOrTheTablesMovedWithIt) {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  const auto uncertainty_of_k = [&](std::optional<std::string> own) {
    plan.overrides = {{.symbol = "k.tropical_dry.food",
                       .value = "0.0935",
                       .source = "a study",
                       .confidence = Confidence::low,
                       .uncertainty = std::move(own)}};
    const Quantification result = site_result(plan);
    for (const DerivationNode& node : result.years[0].derivation.nodes)
      if (node.symbol == "k.tropical_dry.food") return to_text(node.leaf->uncertainty);
    return std::string("no such leaf");
  };
  EXPECT_EQ(uncertainty_of_k("±5 %"), "±5 %");
  EXPECT_EQ(uncertainty_of_k(""), "");
  EXPECT_THAT(uncertainty_of_k({}), testing::StartsWith("0.077"));
  plan.overrides[0].uncertainty = "about 5 %";
  const auto refused = quantify(plan, testing_site::data(1), years(kFirstYear, kFirstYear));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error()[0].rule, Rule::uncertainty_not_understood);
}

// DOCf varies on its own; a group of that name would vary with it, or stop the draws.
TEST(CaseUncertainty, AGroupIsNotCalledLikeAParameter) {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  plan.overrides = {{"F", "0.5", "a study", Confidence::low, "±5 %, group DOCf"}};
  const auto refused = quantify(plan, testing_site::data(1), years(kFirstYear, kFirstYear));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error()[0].rule, Rule::uncertainty_not_understood);
  plan.overrides[0].uncertainty = "±5 %, group laboratory";
  EXPECT_TRUE(quantify(plan, testing_site::data(1), years(kFirstYear, kFirstYear)));
}

TEST(CaseUncertainty, PartlyCorrelatedParametersWidenTheIntervalOfBothApproaches) {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  const auto of = [&](const std::string& uncertainty) {
    plan.overrides = {{"F", "0.5", "a study", Confidence::low, "±20 %"},
                      {"DOCf", "0.5", "a study", Confidence::low, uncertainty}};
    const SamplingRequest request = twenty_thousand_draws();
    return site_result(plan, &request);
  };
  const Quantification apart = of("±20 %");
  const Quantification together = of("±20 %, 0.8 with F");
  EXPECT_GT(together.errors.half_width, 1.05 * apart.errors.half_width);
  EXPECT_NEAR(together.sampled->total.half_width() / apart.sampled->total.half_width(),
              together.errors.half_width / apart.errors.half_width, 0.04);
  EXPECT_LT(of("±20 %, -0.8 with F").errors.half_width, apart.errors.half_width);
  const auto& indices = together.sampled->indices;
  EXPECT_NE(std::ranges::find(indices, "F ~ DOCf", &VarianceIndex::factor), indices.end());
}

TEST(CaseUncertainty, AParameterIsCorrelatedWithAnotherAndInNoCircle) {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  const auto rule_of = [&](const std::string& of_F, const std::string& of_DOCf) {
    plan.overrides = {{"F", "0.5", "a study", Confidence::low, of_F},
                      {"DOCf", "0.5", "a study", Confidence::low, of_DOCf}};
    const auto result = quantify(plan, testing_site::data(1), years(kFirstYear, kFirstYear));
    return result ? std::optional<Rule>() : std::optional(result.error()[0].rule);
  };
  EXPECT_EQ(rule_of("±5 %, 0.5 with DOCf", "±20 %"), std::nullopt);
  EXPECT_EQ(rule_of("±5 %, 0.5 with DOC_f", "±20 %"), Rule::uncertainty_not_understood);
  EXPECT_EQ(rule_of("±5 %, 0.5 with F", "±20 %"), Rule::uncertainty_not_understood);
  EXPECT_EQ(rule_of("±5 %, 0.5 with DOCf", "±20 %, 0.5 with F"), Rule::uncertainty_not_understood);
}

TEST(CaseUncertainty, AMeasuredShareStaysBelowOne) {
  const ParameterSet parameters = *ParameterSet::make({});
  EXPECT_EQ(to_text(uncertainty_of_measured(parameters, {.symbol = "v_CH4,m", .unit = "1"}, 0.95,
                                            "landfill gas", {})),
            "±10 %, at most 1, group v_CH4,m");
  EXPECT_EQ(to_text(uncertainty_of_measured(parameters, {.symbol = "V_m", .unit = "m3"}, 0.95,
                                            "landfill gas", {})),
            "±10 %, group V_m");
}

// More samples of the same spread, a narrower mean: t·s/√n.
TEST(CaseUncertainty, CompositionIsAsUncertainAsItsSamplesSay) {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  MonitoringData data = testing_site::data(1);
  for (std::size_t i = 0; i < data.composition.size(); ++i) {
    const double shift = i % 2 == 0 ? 0.03 : -0.03;
    data.composition[i].fractions[0] += shift;  // food
    data.composition[i].fractions[6] -= shift;  // inert
  }
  const auto result = quantify(plan, data, years(kFirstYear, kFirstYear));
  ASSERT_TRUE(result.has_value());
  for (const DerivationNode& node : result->years[0].derivation.nodes)
    if (node.symbol == "p_j,x" && node.of == "food") {
      const double s = 0.03 * std::sqrt(12.0 / 11);
      EXPECT_NEAR(node.leaf->uncertainty.high, 2.201 * s / std::sqrt(12) / 0.5, 1e-12);
      EXPECT_EQ(node.leaf->uncertainty.group.view(), "p_j,x food");
    }
}

TEST(CaseUncertainty, BandsDeductByApproachOneAndAreTraced) {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  const Quantification before = site_result(plan);
  plan.deduction = DeductionPolicy{.rule = DeductionRule::bands,
                                   .source = "FCCC/SBSTA/2003/10/Add.2",
                                   .confidence = Confidence::medium};
  const Quantification after = site_result(plan);
  for (std::size_t y = 0; y < 3; ++y) {
    const YearResult& year = after.years[y];
    EXPECT_EQ(year.terms.ER(), before.years[y].terms.ER());
    EXPECT_EQ(year.errors.half_width, before.years[y].errors.half_width);
    const double share = deducted_share(year.terms.ER(), year.errors.percent());
    EXPECT_GT(share, 0);
    EXPECT_EQ(year.claimed, year.terms.ER() - std::fabs(year.terms.ER()) * share);
    EXPECT_LT(year.claimed, year.terms.ER());
    EXPECT_EQ(year.reductions, kilograms_rounded_down(year.claimed));
    EXPECT_EQ(year.derivation.nodes[0].symbol, "ER_claimed,y");
    EXPECT_EQ(year.derivation.nodes[0].value, year.claimed);
    EXPECT_EQ(year.derivation.nodes[1].symbol, "ER_y");
    EXPECT_EQ(year.derivation.nodes[2].symbol, "UD_y");
  }
  EXPECT_NE(result_json(after).find("\"deduction_policy\":{\"rule\":\"bands\""), std::string::npos);
}

TEST(CaseUncertainty, APercentileDeductsDownToItAndRepeats) {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  plan.deduction = DeductionPolicy{.rule = DeductionRule::percentile,
                                   .percentile = 10,
                                   .draws = 20'000,
                                   .seed = 3,
                                   .source = "policy of the programme"};
  const SamplingRequest request = twenty_thousand_draws();
  const Quantification result = site_result(plan, &request);
  for (std::size_t y = 0; y < 3; ++y) {
    const YearResult& year = result.years[y];
    EXPECT_LT(year.claimed, year.terms.ER());
    EXPECT_GT(year.claimed, result.sampled->years[y].p2_5);
    EXPECT_LT(year.claimed, result.sampled->years[y].median);
  }
  EXPECT_EQ(result_json(result), result_json(site_result(plan, &request)));
}

TEST(CaseUncertainty, WhatIsDeductedFollowsTheBands) {
  EXPECT_NEAR(deducted_share(100, 10), 0.02, 1e-15);
  EXPECT_NEAR(deducted_share(100, 30), 0.06, 1e-15);
  EXPECT_NEAR(deducted_share(100, 1000), 0.27, 1e-15);
  EXPECT_NEAR(deducted_share(-100, 40), 0.12, 1e-15);
  EXPECT_EQ(deducted_share(0, INFINITY), 0);
  EXPECT_EQ(deducted_share(100, 0), 0);
  for (const DeductionRule rule : {DeductionRule::bands, DeductionRule::percentile})
    EXPECT_EQ(find_deduction_rule(name_of(rule)), rule);
  EXPECT_FALSE(find_deduction_rule("Bands").has_value());
}

TEST(CaseUncertainty, TermsFillTable32) {
  const Quantification result = site_result(testing_site::plan(DecayModel::yearly));
  const TermTable table = table_3_2(result.years.front().by_term, result.years.back().by_term);
  EXPECT_THAT(table.keys,
              testing::ElementsAre("BE_CH4_SWDS", "PE_EC", "PE_FC", "PE_CH4", "PE_N2O"));
  double sum = 0;
  for (const uncertainty::Category& category : table.categories) sum += category.year_t;
  EXPECT_NEAR(sum, result.years.back().terms.ER(), 1e-9);
  const uncertainty::Category& methane = table.categories[0];
  EXPECT_GT(methane.base_year, 0);
  EXPECT_NEAR(methane.U_AD_percent, 4, 0.5);  // one weighbridge, in less out
  EXPECT_GT(methane.U_EF_percent, 25);
  EXPECT_LT(table.categories[1].year_t, 0);
  EXPECT_GT(table.uncertainty.U_total_percent, 0);
}

}  // namespace
}  // namespace openitmo::mrv
