#include "registry/range_index.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace openitmo::registry {
namespace {

struct Range {
  std::uint64_t first, last;
};

std::vector<std::uint64_t> at(const RangeIndex& index, std::uint64_t serial) {
  std::vector<std::uint64_t> entries;
  index.visit(serial, [&](std::uint64_t entry) { entries.push_back(entry); });
  std::ranges::sort(entries);
  return entries;
}

// Against a look at every range, through several merges of its runs.
TEST(RangeIndex, FindsWhatContainsASerial) {
  for (const std::uint64_t widest : {1ULL, 50ULL, 5'000ULL}) {
    std::mt19937_64 random(widest);
    RangeIndex index;
    std::vector<Range> ranges;
    for (std::uint64_t entry = 0; entry < 3'000; ++entry) {
      const std::uint64_t first = 1 + random() % 2'000;
      ranges.push_back({first, first + random() % widest});
      index.add(ranges.back().first, ranges.back().last, entry);
      if (entry % 97 != 0) continue;
      const std::uint64_t serial = 1 + random() % 2'500;
      std::vector<std::uint64_t> expected;
      for (std::uint64_t i = 0; i < ranges.size(); ++i)
        if (ranges[i].first <= serial && serial <= ranges[i].last) expected.push_back(i);
      ASSERT_EQ(at(index, serial), expected) << serial << " after " << entry;
    }
  }
}

TEST(RangeIndex, OfNothingFindsNothing) {
  EXPECT_TRUE(at(RangeIndex(), 1).empty());
  RangeIndex index;
  index.add(5, 5, 0);
  EXPECT_TRUE(at(index, 4).empty());
  EXPECT_TRUE(at(index, 6).empty());
  EXPECT_EQ(at(index, 5).size(), 1u);
}

TEST(RangeIndex, KeepsAnEntryThatTouchesTwice) {
  RangeIndex index;
  index.add(1, 9, 7);
  index.add(3, 4, 7);
  EXPECT_EQ(at(index, 3).size(), 2u);
}

}  // namespace
}  // namespace openitmo::registry
