#pragma once

#include <cstdint>

#include "quantity/date.h"

namespace openitmo::ledger {

// A recorded value with the entry that recorded it, so that every view can name its source.
template <class Record>
struct Recorded {
  Record record;
  Date effective;
  std::uint64_t entry = 0;
};

}  // namespace openitmo::ledger
