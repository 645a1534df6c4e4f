#include "mrv/verification/size_choice.h"

#include <gtest/gtest.h>

#include "mrv/testing_site.h"

namespace openitmo::mrv::verification {
namespace {

constexpr std::size_t kPopulation = 20'000;

SizeChosen chosen(const SizeRequest& request) {
  const ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  const MonitoringData data = testing_site::data(3);
  const auto size = choose_size(request, {plan, data, testing_site::years(2028, 2028)},
                                {.percent = 5, .source = "agreement"}, kPopulation);
  EXPECT_TRUE(size.has_value());
  return size.value_or(SizeChosen{});
}

TEST(SizeChoice, WhatIsAskedForStandsBeforeTheThreshold) {
  EXPECT_EQ(chosen({.size = 7}).size, 7u);
  EXPECT_EQ(chosen({.size = 1}).size, 2u);
  EXPECT_EQ(chosen({.size = 30'000}).size, kPopulation);
  EXPECT_EQ(chosen({.precision = 10}).size, 96u);
  EXPECT_LT(chosen({.precision = 10, .expected_errors = 5}).size, 30u);
}

TEST(SizeChoice, OfTheThresholdIsThatOfDiscovery) {
  EXPECT_GE(chosen({}).size, 59u);
  EXPECT_NE(chosen({}).basis.fr.find("agreement"), std::string::npos);
  SizeRequest strict;
  strict.materiality.percent = 1;
  EXPECT_GE(chosen(strict).size, 299u);
  EXPECT_NE(chosen(strict).basis.en.find("--materiality"), std::string::npos);
  EXPECT_TRUE(chosen({.expected_errors = 50}).expects_too_many);
}

}  // namespace
}  // namespace openitmo::mrv::verification
