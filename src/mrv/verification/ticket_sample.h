#pragma once

#include <cstdint>
#include <vector>

#include "mrv/monitoring_data.h"

// A random sample of weighbridge tickets that anyone can draw again from the seed.
// docs/formats/ticket-sample.md has the same in words, and in a few lines of Python.
namespace openitmo::mrv::verification {

// The tickets of one material dated within a monitoring period, as positions in
// MonitoringData::tickets: in the order of the files as the component names them, and of their
// rows.
std::vector<std::uint32_t> population_of(const MonitoringData& data, Material material,
                                         const DateRange& period);
std::int64_t net_kg_of(const WeighbridgeTicket& ticket);
std::int64_t net_kg_of(const MonitoringData& data, const std::vector<std::uint32_t>& tickets);

// `size` of `population` (all of it where it is smaller), in its order. Ticket number i of the
// population, counted from 0, gets the first word of Philox 4x64-10 for the counter (i, 0, 0, 0)
// and the key (seed, 2); the tickets with the smallest words are drawn, of equal words the earlier.
// Every ticket is as likely as any other, and a larger sample of one seed holds the smaller.
std::vector<std::uint32_t> draw_tickets(const std::vector<std::uint32_t>& population,
                                        std::uint64_t seed, std::size_t size);

// That word. The second half of the key sets it apart from the draws of a Monte Carlo run, which
// have 0 and 1 there.
std::uint64_t random_word(std::uint64_t seed, std::uint64_t number);

}  // namespace openitmo::mrv::verification
