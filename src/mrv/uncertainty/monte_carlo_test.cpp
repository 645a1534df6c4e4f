#include "mrv/uncertainty/monte_carlo.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <gtest/gtest.h>
#include <thread>

#include "mrv/uncertainty/approach_1.h"
#include "mrv/uncertainty/variance_indices.h"
#include "quantity/check.h"

namespace openitmo::mrv {
namespace {

RandomInput input(std::string name, const Distribution& distribution, std::string_view group = "") {
  return {.name = std::move(name),
          .value = distribution.quantile(0.5),
          .distribution = distribution,
          .group = CorrelationGroup(group)};
}

RandomInput input_with(std::string name, const Distribution& distribution, double coefficient,
                       std::string with) {
  RandomInput made = input(std::move(name), distribution);
  made.with = std::move(with);
  made.coefficient = coefficient;
  return made;
}

Model sum_of_inputs() {
  return {.results = 1, .evaluate = [](auto inputs, auto results) {
            results[0] = sum(std::span<const Batch>(inputs));
          }};
}

Model product_of_inputs() {
  return {.results = 1, .evaluate = [](auto inputs, auto results) {
            Batch product = 1.0;
            for (const Batch& factor : inputs) product = product * factor;
            results[0] = product;
          }};
}

MonteCarloOptions draws(std::size_t count) {
  return {.seed = 7, .draws_min = count, .draws_max = count, .tolerance = 0};
}

ForEach on_threads(std::size_t threads) {
  return [threads](std::size_t count, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> workers;
    for (std::size_t t = 0; t < threads; ++t)
      workers.emplace_back([&] {
        for (std::size_t i = next++; i < count; i = next++) work(i);
      });
  };
}

// 30 + 40 + 0 with standard deviations 3, 4 and 12 is normal with mean 70 and deviation 13.
TEST(MonteCarlo, TheSumOfNormalsIsTheNormalOfTheTextbook) {
  const Sampler sampler({input("a", Distribution::normal(30, 3)),
                         input("b", Distribution::normal(40, 4)),
                         input("c", Distribution::normal(0, 12))});
  const SampleSummary s =
      run_monte_carlo(sampler, sum_of_inputs(), draws(400'000), on_this_thread()).summaries[0];
  EXPECT_NEAR(s.mean, 70, 4 * 13 / std::sqrt(400'000));
  EXPECT_NEAR(s.sd, 13, 4 * 13 / std::sqrt(800'000));
  EXPECT_NEAR(s.p2_5, 70 - 1.959964 * 13, 2 * s.p2_5_error);
  EXPECT_NEAR(s.p97_5, 70 + 1.959964 * 13, 2 * s.p97_5_error);
  EXPECT_NEAR(s.standard_error, 13 / std::sqrt(400'000), 1e-4);
}

// The public vector UNC-005: its closed form is the check of the sampler.
TEST(MonteCarlo, TheProductOfLognormalsIsTheClosedForm) {
  const std::vector<uncertainty::LognormalFactor> factors{{1000, 0.3}, {0.15, 0.2}, {0.8, 0.5}};
  std::vector<RandomInput> inputs;
  for (const auto& factor : factors) {
    const double variance = std::log(1 + factor.cv * factor.cv);
    inputs.push_back(
        input(std::to_string(inputs.size()),
              Distribution::lognormal(factor.mean * std::exp(-variance / 2), std::sqrt(variance))));
  }
  const SampleSummary s =
      run_monte_carlo(Sampler(inputs), product_of_inputs(), draws(1'000'000), on_threads(2))
          .summaries[0];
  const uncertainty::Distribution exact = uncertainty::of_lognormal_product(factors);
  EXPECT_NEAR(s.mean, exact.mean, 0.01 * exact.mean);
  EXPECT_NEAR(s.sd, exact.sd, 0.01 * exact.sd);
  EXPECT_NEAR(s.median, exact.median, 0.01 * exact.median);
  EXPECT_NEAR(s.p2_5, exact.p2_5, 0.01 * exact.p2_5);
  EXPECT_NEAR(s.p97_5, exact.p97_5, 0.01 * exact.p97_5);
}

TEST(MonteCarlo, FiguresOfOneGroupMoveTogether) {
  const auto sd_of_sum = [](std::string_view group) {
    const Sampler sampler({input("a", Distribution::normal(0, 1), group),
                           input("b", Distribution::normal(0, 1), group)});
    return run_monte_carlo(sampler, sum_of_inputs(), draws(100'000), on_this_thread())
        .summaries[0]
        .sd;
  };
  EXPECT_NEAR(sd_of_sum(""), std::sqrt(2), 0.02);
  EXPECT_NEAR(sd_of_sum("scale"), 2, 0.02);
}

// Mean 5, variance (5 - 2)(8 - 5)/7 and the like.
TEST(MonteCarlo, BetaPertsHaveTheirMoments) {
  for (const double mode : {2.5, 5.0, 8.0}) {
    const double mean = (2 + 4 * mode + 8) / 6;
    const double variance = (mean - 2) * (8 - mean) / 7;
    const Sampler sampler({input("a", Distribution::pert(2, mode, 8))});
    const SampleSummary s =
        run_monte_carlo(sampler, sum_of_inputs(), draws(200'000), on_this_thread()).summaries[0];
    EXPECT_NEAR(s.mean, mean, 4 * std::sqrt(variance / 200'000)) << mode;
    EXPECT_NEAR(s.sd, std::sqrt(variance), 0.01 * std::sqrt(variance)) << mode;
    EXPECT_GT(s.p2_5, 2);
    EXPECT_LT(s.p97_5, 8);
  }
}

// The correlation of the draws of two inputs, from the variances of their sum and difference.
double shown_correlation(const Sampler& sampler, std::size_t a, std::size_t b) {
  const Model model{.results = 4, .evaluate = [=](auto x, auto results) {
                      results[0] = x[a] + x[b];
                      results[1] = x[a] - x[b];
                      results[2] = x[a];
                      results[3] = x[b];
                    }};
  const MonteCarloRun run = run_monte_carlo(sampler, model, draws(200'000), on_this_thread());
  const auto sd = [&](std::size_t result) { return run.summaries[result].sd; };
  return (sd(0) * sd(0) - sd(1) * sd(1)) / (4 * sd(2) * sd(3));
}

TEST(MonteCarlo, PartlyCorrelatedInputsShowTheirCoefficient) {
  for (const double coefficient : {-0.8, 0.3, 0.6}) {
    const Sampler normals({input_with("a", Distribution::normal(10, 2), coefficient, "b"),
                           input("b", Distribution::normal(30, 3))});
    EXPECT_NEAR(shown_correlation(normals, 0, 1), coefficient, 0.01);
    // The coefficient is that of the normal scores: uniforms show 6/π·asin(ρ/2).
    const Sampler uniforms({input_with("a", Distribution::uniform(0, 1), coefficient, "b"),
                            input("b", Distribution::uniform(5, 7))});
    EXPECT_NEAR(shown_correlation(uniforms, 0, 1),
                6 / 3.14159265358979 * std::asin(coefficient / 2), 0.01);
  }
}

TEST(MonteCarlo, WhatIsCorrelatedKeepsItsOwnDistribution) {
  const Sampler sampler({input_with("a", Distribution::pert(2, 3, 8), 0.7, "b"),
                         input("b", Distribution::lognormal(1, 0.4))});
  const Model first{.results = 1, .evaluate = [](auto x, auto results) { results[0] = x[0]; }};
  const SampleSummary s =
      run_monte_carlo(sampler, first, draws(200'000), on_this_thread()).summaries[0];
  const double mean = (2 + 4 * 3.0 + 8) / 6;
  EXPECT_NEAR(s.mean, mean, 0.01);
  EXPECT_NEAR(s.sd, std::sqrt((mean - 2) * (8 - mean) / 7), 0.01);
  EXPECT_NEAR(s.median, Distribution::pert(2, 3, 8).quantile(0.5), 0.015);
}

// a hangs on b, b on c: a and c show the product. d hangs on a figure that does not vary.
TEST(MonteCarlo, CorrelationsGoOnAlongAChain) {
  const Distribution normal = Distribution::normal(0, 1);
  const Sampler sampler({input_with("a", normal, 0.8, "b"), input_with("b", normal, -0.5, "c"),
                         input("c", normal), input_with("d", normal, 0.9, "fixed"),
                         input("fixed", Distribution::fixed(1))});
  EXPECT_NEAR(shown_correlation(sampler, 0, 1), 0.8, 0.01);
  EXPECT_NEAR(shown_correlation(sampler, 0, 2), -0.4, 0.01);
  EXPECT_NEAR(shown_correlation(sampler, 3, 2), 0, 0.01);
  EXPECT_THROW(Sampler({input_with("a", normal, 0.8, "b"), input_with("b", normal, 0.8, "a")}),
               InvariantBroken);
}

// What is not correlated has the same draws as without the correlation.
TEST(MonteCarlo, OtherDrawsStayAsTheyWere) {
  const Distribution normal = Distribution::normal(0, 1);
  const Model last{.results = 1, .evaluate = [](auto x, auto results) { results[0] = x[2]; }};
  const auto draws_of = [&](double coefficient) {
    RandomInput a = input("a", normal);
    if (coefficient != 0) a = input_with("a", normal, coefficient, "b");
    return run_monte_carlo(Sampler({a, input("b", normal), input("c", normal)}), last, draws(1000),
                           on_this_thread())
        .draws;
  };
  EXPECT_EQ(draws_of(0), draws_of(0.5));
}

TEST(MonteCarlo, ADrawDependsOnSeedAndNumberAlone) {
  const Sampler sampler(
      {input("a", Distribution::normal(30, 3)), input("b", Distribution::triangular(0, 1, 4))});
  const MonteCarloRun one = run_monte_carlo(sampler, sum_of_inputs(), draws(30'000), on_threads(1));
  const MonteCarloRun four =
      run_monte_carlo(sampler, sum_of_inputs(), draws(30'000), on_threads(4));
  EXPECT_EQ(one.draws, four.draws);
  EXPECT_EQ(one.summaries[0].sd, four.summaries[0].sd);
  const MonteCarloRun more =
      run_monte_carlo(sampler, sum_of_inputs(), draws(60'000), on_threads(3));
  EXPECT_TRUE(std::equal(one.draws[0].begin(), one.draws[0].end(), more.draws[0].begin()));
  MonteCarloOptions other = draws(30'000);
  other.seed = 8;
  EXPECT_NE(run_monte_carlo(sampler, sum_of_inputs(), other, on_threads(1)).draws, one.draws);
}

// A run of long ago must replay. The figures are those of NumPy's own Philox 4x64-10.
TEST(MonteCarlo, DrawsAreThoseOfEveryReleaseBefore) {
  const Sampler sampler(
      {input("a", Distribution::uniform(0, 1)), input("b", Distribution::uniform(0, 1))});
  std::vector<FactorBits> bits(2);
  sampler.draw_bits(1, DrawSet::a, 0, bits);
  EXPECT_EQ(bits[0][0], 3474570060u);
  EXPECT_EQ(bits[1][7], 237608470u);
  sampler.draw_bits(1, DrawSet::b, 0, bits);
  EXPECT_EQ(bits[0][0], 3647744402u);
}

TEST(MonteCarlo, StopsWhenItIsSettledAndNotBefore) {
  const Sampler sampler({input("a", Distribution::normal(30, 3))});
  const MonteCarloOptions options{
      .seed = 1, .draws_min = 1000, .draws_max = 1'000'000, .tolerance = 0.02};
  const MonteCarloRun run = run_monte_carlo(sampler, sum_of_inputs(), options, on_this_thread());
  EXPECT_TRUE(run.is_settled);
  const std::vector<SampleSummary>& rounds = run.rounds[0];
  ASSERT_GT(rounds.size(), 2u);
  EXPECT_LT(rounds.back().draws, 1'000'000u);
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    EXPECT_EQ(rounds[i].draws, 1000u << i);
    EXPECT_EQ(rounds[i].is_settled(0.02), i + 1 == rounds.size());
  }
  const MonteCarloRun cut = run_monte_carlo(
      sampler, sum_of_inputs(),
      {.seed = 1, .draws_min = 1000, .draws_max = 3000, .tolerance = 0.001}, on_this_thread());
  EXPECT_FALSE(cut.is_settled);
  EXPECT_EQ(cut.summaries[0].draws, 3000u);
}

TEST(MonteCarlo, PercentilesAreThoseOfTheSortedDraws) {
  for (const std::size_t count : {1u, 2u, 3u, 10u, 1000u, 5001u}) {
    std::vector<double> draws;
    for (std::size_t i = 0; i < count; ++i)
      draws.push_back(static_cast<double>(i * 7919 % 997) / 10);
    const SampleSummary summary = summarize_draws(draws);
    std::ranges::sort(draws);
    EXPECT_EQ(summary.p2_5, percentile_of(draws, 0.025)) << count;
    EXPECT_EQ(summary.median, percentile_of(draws, 0.5)) << count;
    EXPECT_EQ(summary.p97_5, percentile_of(draws, 0.975)) << count;
    EXPECT_GE(summary.p2_5_error, 0) << count;
  }
}

TEST(MonteCarlo, ANameStandsForOneInput) {
  EXPECT_THROW(
      Sampler({input("a", Distribution::normal(0, 1)), input("a", Distribution::normal(0, 1))}),
      InvariantBroken);
}

// f = sin x1 + 7 sin² x2 + x3⁴ sin x1 / 10 on (-π, π)³, whose indices are known.
Model ishigami() {
  return {.results = 1, .evaluate = [](auto x, auto results) {
            results[0] = Batch::of([&](std::size_t i) {
              const double s1 = std::sin(x[0].lane(i));
              const double s2 = std::sin(x[1].lane(i));
              return s1 + 7 * s2 * s2 + 0.1 * std::pow(x[2].lane(i), 4) * s1;
            });
          }};
}

const VarianceIndex& index_of(const std::vector<VarianceIndex>& indices, std::string_view factor) {
  return *std::ranges::find(indices, factor, &VarianceIndex::factor);
}

TEST(VarianceIndices, OfTheIshigamiFunctionAreThoseOfTheClosedForm) {
  const double pi = std::acos(-1.0);
  const Distribution angle = Distribution::uniform(-pi, pi);
  const Sampler sampler({input("x1", angle), input("x2", angle), input("x3", angle)});
  const auto indices = variance_indices(sampler, ishigami(), 3, 100'000, on_threads(2));
  const double V = 49.0 / 8 + 0.1 * std::pow(pi, 4) / 5 + 0.01 * std::pow(pi, 8) / 18 + 0.5;
  const double V1 = std::pow(1 + 0.1 * std::pow(pi, 4) / 5, 2) / 2;
  const double V2 = 49.0 / 8;
  const double V13 = 0.01 * std::pow(pi, 8) * (1.0 / 18 - 1.0 / 50);
  const auto expect_index = [&](std::string_view factor, double first, double total) {
    const VarianceIndex& index = index_of(indices, factor);
    EXPECT_NEAR(index.first_order, first, 0.015) << factor;
    EXPECT_NEAR(index.total, total, 0.015) << factor;
    EXPECT_LT(index.first_order_error, 0.03) << factor;
    EXPECT_LT(index.total_error, 0.03) << factor;
  };
  expect_index("x1", V1 / V, (V1 + V13) / V);
  expect_index("x2", V2 / V, V2 / V);
  expect_index("x3", 0, V13 / V);
  EXPECT_EQ(indices[0].factor, "x1");
  EXPECT_EQ(indices[2].factor, "x3");
}

TEST(VarianceIndices, OfASumAreTheSharesOfTheVariances) {
  const Sampler sampler({input("a", Distribution::normal(30, 3)),
                         input("b", Distribution::normal(40, 4)),
                         input("fixed", Distribution::fixed(5))});
  const auto indices = variance_indices(sampler, sum_of_inputs(), 1, 50'000, on_this_thread());
  ASSERT_EQ(indices.size(), 2u);
  EXPECT_EQ(indices[0].factor, "b");
  EXPECT_NEAR(indices[0].first_order, 0.64, 0.02);
  EXPECT_NEAR(indices[0].total, 0.64, 0.02);
  EXPECT_NEAR(indices[1].total, 0.36, 0.02);
}

TEST(VarianceIndices, AGroupIsOneFactor) {
  const Sampler sampler({input("a", Distribution::normal(0, 1), "scale"),
                         input("b", Distribution::normal(0, 1), "scale"),
                         input("c", Distribution::normal(0, 2))});
  const auto indices = variance_indices(sampler, sum_of_inputs(), 1, 50'000, on_this_thread());
  ASSERT_EQ(indices.size(), 2u);
  EXPECT_NEAR(index_of(indices, "scale").total, 0.5, 0.02);
}

// Which of the two causes the variance cannot be told.
TEST(VarianceIndices, CorrelatedFactorsAreOne) {
  const Sampler sampler({input("a", Distribution::normal(0, 1)),
                         input_with("b", Distribution::normal(0, 1), 0.5, "a"),
                         input("c", Distribution::normal(0, std::sqrt(3)))});
  const auto indices = variance_indices(sampler, sum_of_inputs(), 1, 50'000, on_this_thread());
  ASSERT_EQ(indices.size(), 2u);
  EXPECT_NEAR(index_of(indices, "a ~ b").first_order, 0.5, 0.02);
  EXPECT_NEAR(index_of(indices, "c").total, 0.5, 0.02);
}

TEST(VarianceIndices, OfWhatDoesNotVaryAreNone) {
  const Sampler sampler({input("fixed", Distribution::fixed(5))});
  EXPECT_TRUE(variance_indices(sampler, sum_of_inputs(), 1, 100, on_this_thread()).empty());
}

}  // namespace
}  // namespace openitmo::mrv
