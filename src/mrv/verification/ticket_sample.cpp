#include "mrv/verification/ticket_sample.h"

#include <Random123/philox.h>
#include <algorithm>
#include <utility>

namespace openitmo::mrv::verification {

namespace {
constexpr std::uint64_t kStreamOfSamples = 2;
}  // namespace

std::uint64_t random_word(std::uint64_t seed, std::uint64_t number) {
  return r123::Philox4x64()({{number, 0, 0, 0}}, {{seed, kStreamOfSamples}})[0];
}

std::vector<std::uint32_t> population_of(const MonitoringData& data, Material material,
                                         const DateRange& period) {
  std::vector<std::uint32_t> population;
  for (std::size_t i = 0; i < data.tickets.size(); ++i)
    if (data.tickets[i].material == material && period.contains(data.tickets[i].time.date()))
      population.push_back(static_cast<std::uint32_t>(i));
  return population;
}

std::int64_t net_kg_of(const WeighbridgeTicket& ticket) {
  return std::int64_t{ticket.gross_kg} - ticket.tare_kg;
}

std::int64_t net_kg_of(const MonitoringData& data, const std::vector<std::uint32_t>& tickets) {
  std::int64_t sum = 0;
  for (const std::uint32_t ticket : tickets) sum += net_kg_of(data.tickets[ticket]);
  return sum;
}

std::vector<std::uint32_t> draw_tickets(const std::vector<std::uint32_t>& population,
                                        std::uint64_t seed, std::size_t size) {
  std::vector<std::pair<std::uint64_t, std::size_t>> words;
  words.reserve(population.size());
  for (std::size_t i = 0; i < population.size(); ++i) words.emplace_back(random_word(seed, i), i);
  const std::size_t drawn = std::min(size, words.size());
  std::ranges::sort(words);
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < drawn; ++i) numbers.push_back(words[i].second);
  std::ranges::sort(numbers);
  std::vector<std::uint32_t> tickets;
  for (const std::size_t number : numbers) tickets.push_back(population[number]);
  return tickets;
}

}  // namespace openitmo::mrv::verification
