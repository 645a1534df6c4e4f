#include "ledger/held_blocks.h"

#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>

#include "ledger/account_index.h"

namespace openitmo::ledger {
namespace {

std::vector<std::uint64_t> from(const SerialSet& set, std::uint64_t first) {
  std::vector<std::uint64_t> found;
  set.visit_from(first, [&](std::uint64_t serial) {
    found.push_back(serial);
    return true;
  });
  return found;
}

// Grows over the size at which the serials leave their row, and shrinks to nothing.
TEST(SerialSet, DoesAsAStandardSetDoes) {
  std::mt19937_64 random(11);
  // The second pair has serials on both sides of what 32 bits hold.
  for (const auto& [lowest, most] : std::vector<std::pair<std::uint64_t, std::uint64_t>>{
           {0, 40}, {UINT32_MAX - 20ULL, 40}, {0, 3'000}, {1ULL << 40, 200}}) {
    SerialSet set;
    std::set<std::uint64_t> reference;
    for (int step = 0; step < 8'000; ++step) {
      const std::uint64_t serial = lowest + random() % most;
      if (reference.insert(serial).second) {
        set.insert(serial);
      } else if (step % 2 == 0) {
        set.erase(serial);
        reference.erase(serial);
      }
      const std::uint64_t first =
          step % 5 == 0 ? random() % (2 * (lowest + most)) : lowest + random() % most;
      ASSERT_EQ(from(set, first), std::vector(reference.lower_bound(first), reference.end()));
    }
    const SerialSet copy = set;
    while (!reference.empty()) set.erase(reference.extract(reference.begin()).value());
    EXPECT_TRUE(from(set, 0).empty());
    EXPECT_FALSE(from(copy, 0).empty());
  }
}

TEST(SerialSet, VisitsUntilItIsEnough) {
  SerialSet set;
  for (const std::uint64_t serial : {9U, 3U, 7U}) set.insert(serial);
  std::vector<std::uint64_t> seen;
  EXPECT_FALSE(set.visit_from(4, [&](std::uint64_t serial) {
    seen.push_back(serial);
    return false;
  }));
  EXPECT_EQ(seen, std::vector<std::uint64_t>{7});
}

TEST(SerialSet, RefusesASerialTwiceAndOneThatIsNotThere) {
  SerialSet set;
  EXPECT_THROW(set.erase(1), InvariantBroken);
  set.insert(1);
  EXPECT_THROW(set.insert(1), InvariantBroken);
  EXPECT_THROW(set.erase(2), InvariantBroken);
}

TEST(HeldBlocks, KeepsAccountsAndSeriesApart) {
  HeldBlocks held;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint64_t>> reference;
  for (std::uint32_t account = 0; account < 300; ++account)
    for (std::uint32_t series = 0; series < 7; ++series) {
      const std::uint64_t first = account * 1'000 + series + 1;
      held.insert(account, series, first);
      held.insert(account, series, first + 10);
      if (account % 3 == 0) held.erase(account, series, first);
      held.foresee(account, series, static_cast<int>(series % 2));
      reference[{account, series}] =
          account % 3 == 0 ? std::vector{first + 10} : std::vector{first, first + 10};
    }
  const HeldBlocks copy = held;
  held.insert(1, 1, 1);
  for (const auto& [place, serials] : reference) {
    std::vector<std::uint64_t> found;
    copy.visit_from(place.first, place.second, 0, [&](std::uint64_t serial) {
      found.push_back(serial);
      return true;
    });
    EXPECT_EQ(found, serials);
  }
  EXPECT_TRUE(copy.visit_from(300, 0, 0, [](std::uint64_t) { return false; }));
  EXPECT_THROW(held.erase(300, 0, 1), InvariantBroken);
  EXPECT_THROW(HeldBlocks().erase(0, 0, 1), InvariantBroken);
}

TEST(AccountIndex, FindsEveryNameAndNoOther) {
  AccountIndex index;
  AccountIndex::Accounts accounts;
  EXPECT_EQ(index.find("A-0", accounts), std::nullopt);
  for (std::uint32_t i = 0; i < 2'000; ++i) {
    accounts.push_back({"A-" + std::to_string(i), {}, ""});
    index.add_last(accounts);
    ASSERT_EQ(index.find("A-" + std::to_string(i / 2), accounts), i / 2);
    ASSERT_EQ(index.find("A-" + std::to_string(i + 1), accounts), std::nullopt);
  }
  const AccountIndex copy = index;
  EXPECT_EQ(copy.find("A-1999", accounts), 1'999U);
  EXPECT_EQ(copy.find("", accounts), std::nullopt);
}

}  // namespace
}  // namespace openitmo::ledger
