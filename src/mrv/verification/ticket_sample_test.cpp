#include "mrv/verification/ticket_sample.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>

#include "mrv/testing_site.h"

namespace openitmo::mrv::verification {
namespace {

std::vector<std::uint32_t> numbers_to(std::uint32_t size) {
  std::vector<std::uint32_t> numbers(size);
  std::iota(numbers.begin(), numbers.end(), 0u);
  return numbers;
}

// A sample of long ago must be the same today. The figures come from the lines of Python in
// docs/formats/ticket-sample.md, which share no code with this.
TEST(TicketSample, WordsAreThoseOfThePage) {
  EXPECT_EQ(random_word(20240101, 0), 13588905166218268736u);
  EXPECT_EQ(random_word(20240101, 1), 12208111309204523661u);
  EXPECT_EQ(random_word(20240101, 2), 18295223058205969152u);
  EXPECT_EQ(random_word(20240101, 3), 5679970902249459671u);
  EXPECT_EQ(random_word(1, 0), 5115512112439138398u);
}

TEST(TicketSample, DrawsTheSmallestWords) {
  EXPECT_EQ(draw_tickets(numbers_to(20), 7, 5), (std::vector<std::uint32_t>{0, 2, 3, 4, 9}));
}

TEST(TicketSample, IsPartOfALargerOneAndEndsAtThePopulation) {
  const auto population = numbers_to(500);
  const auto small = draw_tickets(population, 3, 20), large = draw_tickets(population, 3, 60);
  EXPECT_EQ(small.size(), 20u);
  EXPECT_TRUE(std::ranges::includes(large, small));
  EXPECT_NE(draw_tickets(population, 4, 20), small);
  EXPECT_EQ(draw_tickets(population, 3, 900), population);
  EXPECT_TRUE(draw_tickets({}, 3, 5).empty());
}

TEST(TicketSample, EveryTicketIsAsLikely) {
  constexpr int kSeeds = 4000;
  std::vector<int> drawn(50);
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed)
    for (const std::uint32_t ticket : draw_tickets(numbers_to(50), seed, 10)) ++drawn[ticket];
  // 800 expected, with a standard deviation of 25.
  EXPECT_GT(*std::ranges::min_element(drawn), 680);
  EXPECT_LT(*std::ranges::max_element(drawn), 920);
}

TEST(TicketSample, PopulationIsOfOneMaterialAndPeriod) {
  const MonitoringData data = testing_site::data(2);
  const auto second_year = testing_site::years(2027, 2027);
  const auto residue = population_of(data, Material::residue_out, second_year);
  EXPECT_EQ(residue.size(), 12u);
  EXPECT_EQ(data.tickets[residue.front()].time.date(), Date(2027, 1, 26));
  EXPECT_EQ(net_kg_of(data, residue), 12'000);
  EXPECT_EQ(population_of(data, Material::waste_in, second_year).size(), 36u);
  EXPECT_TRUE(population_of(data, Material::compost_out, second_year).empty());
}

}  // namespace
}  // namespace openitmo::mrv::verification
