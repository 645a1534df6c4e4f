#include "mrv/scalar/batch.h"

#include <cmath>
#include <gtest/gtest.h>

#include "mrv/methodologies/tool04.h"
#include "mrv/scalar/decaying.h"
#include "mrv/uncertainty/approach_1.h"

namespace openitmo::mrv {
namespace {

Batch lanes_from(double first, double step) {
  return Batch::of([&](std::size_t i) { return first + step * static_cast<double>(i); });
}

template <class S>
S arithmetic(const S& a, const S& b) {
  const S chosen = select(less(a, b), a * b - 2, a / (b + 1));
  return max(min(chosen, S(100.0)), -sqrt(a)) + select(less_equal(b, a), S(1.0), S(0.0));
}

TEST(Batch, EveryLaneHasTheBitsOfDouble) {
  const Batch a = lanes_from(0.3, 1.7);
  const Batch b = lanes_from(9.1, -1.1);
  const Batch result = arithmetic(a, b);
  for (std::size_t i = 0; i < Batch::kLanes; ++i)
    EXPECT_EQ(result.lane(i), arithmetic(a.lane(i), b.lane(i)));
}

TEST(Batch, DecaysAsTheSumOverAllDeposits) {
  const Batch k = lanes_from(0.02, 0.06);
  std::vector<Batch> deposited;
  for (int x = 0; x < 120; ++x) deposited.push_back(lanes_from(100 + 3 * x, 7));
  const Decaying<Batch> batch(k, deposited);
  for (std::size_t i = 0; i < Batch::kLanes; ++i) {
    std::vector<double> of_lane;
    for (const Batch& deposit : deposited) of_lane.push_back(deposit.lane(i));
    const Decaying<double> exact(k.lane(i), of_lane);
    for (const int y : {1, 2, 60, 120})
      EXPECT_NEAR(batch.in_period(y).lane(i), exact.in_period(y),
                  exact.in_period(y) * (y + 3) * 0x1p-51);
  }
}

template <class S>
S third_year(const S& k, const S& doc) {
  const tool04::Swds<S> swds{.phi = S(0.8),
                             .f = S(0.0),
                             .GWP_CH4 = S(28.0),
                             .OX = S(0.1),
                             .F = 0.5,
                             .MCF = S(0.8),
                             .streams = {{.type = "food",
                                          .DOC_j = doc,
                                          .DOC_f = 0.5,
                                          .k_j = k,
                                          .W = std::vector<S>{12000.0, 9000.0, 11000.0}}}};
  return tool04::BE_CH4_SWDS_y(swds, tool04::yearly_decay(swds, 3), 3);
}

TEST(Batch, RunsThroughTheEquationsOfTheEstimate) {
  const Batch k = lanes_from(0.07, 0.004);
  const Batch doc = lanes_from(0.12, 0.01);
  const Batch result = third_year(k, doc);
  for (std::size_t i = 0; i < Batch::kLanes; ++i) {
    const double estimate = third_year(k.lane(i), doc.lane(i));
    EXPECT_NEAR(result.lane(i), estimate, 1e-12 * estimate);
  }
}

TEST(Batch, ChoosesABandForEveryLane) {
  const Batch factor = uncertainty::factor_if_lower_is_conservative(lanes_from(5, 15));
  EXPECT_EQ(factor.lane(0), 0.98);
  EXPECT_EQ(factor.lane(1), 0.94);
  EXPECT_EQ(factor.lane(7), 0.73);
}

}  // namespace
}  // namespace openitmo::mrv
