#include "mrv/verification/error_estimate.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

#include "mrv/math/binomial.h"
#include "mrv/verification/ticket_sample.h"

namespace openitmo::mrv::verification {
namespace {

SeenTicket ticket(std::int64_t recorded_kg, std::int64_t error_kg) {
  return {.recorded_net_kg = recorded_kg, .seen_net_kg = recorded_kg - error_kg};
}

// By hand: errors 0, 0, 100, 0, -20 of 5 out of 100 tickets have mean 16 and variance 9120/4 =
// 2280; the population's error is 1600 kg, with 2.776·100·sqrt(0.95·2280/5) = 5778 kg to each side.
TEST(ErrorEstimate, IsTheDifferenceEstimator) {
  const ErrorEstimate estimate = estimate_error(
      {ticket(4000, 0), ticket(5000, 0), ticket(6000, 100), ticket(5000, 0), ticket(5000, -20)},
      100, 500'000);
  EXPECT_DOUBLE_EQ(estimate.error_kg, 1600);
  EXPECT_NEAR(estimate.half_width_kg, 2.776 * 100 * std::sqrt(0.95 * 2280 / 5), 1e-9);
  EXPECT_NEAR(estimate.half_width_kg, 5777.8, 0.1);
  EXPECT_EQ(estimate.found_kg, 80);
  EXPECT_EQ(estimate.wrong, 2u);
  EXPECT_DOUBLE_EQ(estimate.share_of(1600), 0.0032);
}

// Of 100 tickets two are wrong, by 40 % and 10 %. The printed upper limits for 0, 1 and 2 of 100
// are 2.95, 4.66 and 6.16 %: 2.95 + 1.71·0.4 + 1.50·0.1 = 3.78 % of the mass.
TEST(ErrorEstimate, LimitOfRareErrorsIsStringers) {
  std::vector<SeenTicket> tickets(98, ticket(1000, 0));
  tickets.push_back(ticket(1000, 100));
  tickets.push_back(ticket(1000, 400));
  const ErrorEstimate estimate = estimate_error(tickets, 20'000, 20'000'000);
  EXPECT_NEAR(estimate.overstated_max_kg, 0.0378 * 20'000'000, 0.0001 * 20'000'000);
  EXPECT_NEAR(estimate.understated_max_kg, 0.0295 * 20'000'000, 0.0001 * 20'000'000);
}

TEST(ErrorEstimate, WithoutAnErrorLeavesThreeInN) {
  const ErrorEstimate estimate =
      estimate_error(std::vector<SeenTicket>(60, ticket(5000, 0)), 20'000, 100'000'000);
  EXPECT_EQ(estimate.error_kg, 0);
  EXPECT_EQ(estimate.half_width_kg, 0);
  EXPECT_EQ(estimate.high_kg(), 100'000'000 * binomial_upper_limit(0, 60, 0.05));
  EXPECT_NEAR(estimate.share_of(estimate.high_kg()), 3.0 / 60, 0.002);
  EXPECT_EQ(estimate.low_kg(), -estimate.high_kg());
}

TEST(ErrorEstimate, OfAllTicketsIsExact) {
  const ErrorEstimate estimate = estimate_error({ticket(1000, 30), ticket(1000, 0)}, 2, 2000);
  EXPECT_EQ(estimate.error_kg, 30);
  EXPECT_EQ(estimate.low_kg(), 30);
  EXPECT_EQ(estimate.high_kg(), 30);
}

TEST(ErrorEstimate, CountsWhatNobodySaw) {
  const ErrorEstimate estimate = estimate_error(
      {ticket(1000, 0), ticket(1000, 0), {.recorded_net_kg = 1000, .seen_net_kg = {}}}, 50, 50'000);
  EXPECT_EQ(estimate.seen, 2u);
  EXPECT_EQ(estimate.unseen, 1u);
}

TEST(ErrorEstimate, TicketOfNothingIsWhollyWrong) {
  const ErrorEstimate estimate =
      estimate_error({ticket(0, -50), ticket(1000, 0), ticket(1000, 0)}, 300, 200'000);
  EXPECT_EQ(estimate.error_kg, -5000);
  EXPECT_LE(estimate.understated_max_kg, 200'000);
}

// A population of which a part was recorded too high or too low.
struct Planted {
  std::vector<SeenTicket> tickets;
  std::int64_t recorded_kg = 0;
  std::int64_t error_kg = 0;
};

Planted planted(std::size_t size, unsigned wrong_per_mille) {
  Planted population;
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint64_t word = random_word(99, i);
    const auto net_kg = static_cast<std::int64_t>(400 + word % 7600);
    std::int64_t error_kg = 0;
    if (word / 7600 % 1000 < wrong_per_mille)
      error_kg = static_cast<std::int64_t>(word / 7'600'000 % 900) - 250;
    error_kg = std::min(error_kg, net_kg);
    population.tickets.push_back(ticket(net_kg, error_kg));
    population.recorded_kg += net_kg;
    population.error_kg += error_kg;
  }
  return population;
}

// How many of 1,000 seeds have the planted error within what `is_inside` looks at.
template <class Inside>
int seeds_inside(const Planted& population, std::size_t sample, Inside is_inside) {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < population.tickets.size(); ++i) numbers.push_back(i);
  int inside = 0;
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    std::vector<SeenTicket> drawn;
    for (const std::uint32_t number : draw_tickets(numbers, seed, sample))
      drawn.push_back(population.tickets[number]);
    const ErrorEstimate estimate =
        estimate_error(drawn, population.tickets.size(), population.recorded_kg);
    if (is_inside(estimate, static_cast<double>(population.error_kg))) ++inside;
  }
  return inside;
}

// Of 1,000 intervals at 95 %, 950 are expected to hold the truth, with a standard deviation of 7.
TEST(ErrorEstimate, IntervalHoldsThePlantedErrorAsOftenAsItSays) {
  const int inside =
      seeds_inside(planted(3000, 400), 120, [](const ErrorEstimate& estimate, double truth) {
        return std::fabs(estimate.error_kg - truth) <= estimate.half_width_kg;
      });
  EXPECT_GE(inside, 925);
  EXPECT_LE(inside, 975);
}

// One ticket in a hundred is wrong: most samples of 60 show one or none, so the interval by Student
// alone fails, and what is reported still holds.
TEST(ErrorEstimate, RareErrorsAreHeldByTheWiderLimits) {
  const Planted population = planted(3000, 10);
  ASSERT_NE(population.error_kg, 0);
  const int by_student =
      seeds_inside(population, 60, [](const ErrorEstimate& estimate, double truth) {
        return std::fabs(estimate.error_kg - truth) <= estimate.half_width_kg;
      });
  EXPECT_LT(by_student, 900);
  const int held = seeds_inside(population, 60, [](const ErrorEstimate& estimate, double truth) {
    return estimate.low_kg() <= truth && truth <= estimate.high_kg();
  });
  EXPECT_GE(held, 950);
}

}  // namespace
}  // namespace openitmo::mrv::verification
