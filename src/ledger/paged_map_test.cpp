#include "ledger/paged_map.h"

#include <array>
#include <gtest/gtest.h>
#include <map>
#include <random>

namespace openitmo::ledger {
namespace {

using Key = std::uint64_t;
using Map = PagedMap<Key, std::uint32_t>;
using Reference = std::map<Key, std::uint32_t>;

void expect_same(const Map& map, const Reference& reference) {
  ASSERT_EQ(map.size(), reference.size());
  auto expected = reference.begin();
  for (auto at = map.begin(); at; ++at, ++expected) {
    ASSERT_EQ(at.key(), expected->first);
    ASSERT_EQ(at.value(), expected->second);
  }
}

void expect_found_alike(const Map& map, const Reference& reference, Key key) {
  const auto above = reference.upper_bound(key);
  const auto floor = map.floor(key);
  ASSERT_EQ(static_cast<bool>(floor), above != reference.begin());
  if (floor) {
    ASSERT_EQ(floor.key(), std::prev(above)->first);
  }
  const auto from = reference.lower_bound(key);
  const auto lower = map.lower_bound(key);
  ASSERT_EQ(static_cast<bool>(lower), from != reference.end());
  if (lower) {
    ASSERT_EQ(lower.key(), from->first);
  }
}

// Enough entries for several groups of pages; growing, then shrinking to nothing.
TEST(PagedMap, DoesAsAStandardMapDoes) {
  constexpr std::uint32_t kSteps = 60'000, kKeys = 40'000;
  std::mt19937_64 random(7);
  Map map;
  Reference reference;
  for (std::uint32_t step = 0; step < kSteps || !reference.empty(); ++step) {
    const Key key = random() % kKeys;
    expect_found_alike(map, reference, key);
    const auto known = step < kSteps ? reference.find(key) : reference.lower_bound(key);
    if (known == reference.end() && step < kSteps) {
      map.insert(key, step);
      reference[key] = step;
    } else if (known != reference.end() && (step >= kSteps || random() % 4 == 0)) {
      map.erase(known->first);
      reference.erase(known);
    }
    if (step % 10'000 == 0) expect_same(map, reference);
  }
  expect_same(map, reference);
  EXPECT_FALSE(map.begin());
}

// Where keys are far from evenly apart a search guesses wrong, and what is foreseen changes
// meanwhile.
TEST(PagedMap, FindsUnevenKeysWhateverWasForeseen) {
  std::mt19937_64 random(13);
  Map map;
  Reference reference;
  std::array<Map::Foreseen, Map::kForesightSteps> foreseen;
  for (std::uint32_t step = 0; step < 60'000; ++step) {
    const Key key = random() >> random() % 64;
    Map::Foreseen& at = foreseen[step % foreseen.size()] = {};
    for (int i = 0; i < Map::kForesightSteps - 1; ++i) map.foresee(key, at, i);
    expect_found_alike(map, reference, key);
    if (reference.try_emplace(key, step).second) {
      map.insert(key, step);
    } else if (step % 2 == 0) {
      map.erase(key);
      reference.erase(key);
    }
    for (Map::Foreseen& other : foreseen) map.foresee(key, other, Map::kForesightSteps - 1);
  }
  expect_same(map, reference);
}

TEST(PagedMap, TakesKeysInAnyOrder) {
  Map ascending, descending;
  Reference reference;
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    ascending.insert(i, i);
    descending.insert(19'999 - i, 19'999 - i);
    reference[i] = i;
  }
  expect_same(ascending, reference);
  expect_same(descending, reference);
}

TEST(PagedMap, ACopyIsItsOwn) {
  Map map;
  for (std::uint32_t i = 0; i < 10'000; ++i) map.insert(i, i);
  Map copy = map;
  for (std::uint32_t i = 0; i < 10'000; i += 2) map.erase(i);
  map.floor(5).value() = 77;
  EXPECT_EQ(map.size(), 5'000U);
  EXPECT_EQ(copy.size(), 10'000U);
  EXPECT_EQ(copy.floor(5).value(), 5U);
  EXPECT_TRUE(copy.lower_bound(9'998));
}

TEST(PagedMap, RefusesAKeyTwiceAndOneThatIsNotThere) {
  Map map;
  map.insert(1, 1);
  EXPECT_THROW(map.insert(1, 2), InvariantBroken);
  EXPECT_THROW(map.erase(0), InvariantBroken);
  EXPECT_THROW(map.erase(2), InvariantBroken);
  EXPECT_THROW(Map().erase(1), InvariantBroken);
}

}  // namespace
}  // namespace openitmo::ledger
