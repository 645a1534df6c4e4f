#include "activity/safeguard.h"

#include <gtest/gtest.h>

namespace openitmo {
namespace {

bool kept(std::string at_most, std::string value) {
  return is_kept({.safeguard = "ACCIDENTS",
                  .unit = "accidents",
                  .at_most = std::move(at_most),
                  .value = std::move(value)});
}

TEST(Safeguard, IsKeptUpToWhatTheDesignAllows) {
  EXPECT_TRUE(kept("3", "3"));
  EXPECT_TRUE(kept("3", "0"));
  EXPECT_TRUE(kept("2.5", "2.499999"));
  EXPECT_FALSE(kept("2.5", "2.500001"));
  EXPECT_FALSE(kept("0", "1"));
}

TEST(Safeguard, WhatIsNoNumberKeepsNone) {
  EXPECT_FALSE(kept("3", "few"));
  EXPECT_FALSE(kept("", "0"));
}

}  // namespace
}  // namespace openitmo
