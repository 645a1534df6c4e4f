#pragma once

#include "mrv/stream/reading.h"
#include "mrv/stream/screen.h"
#include "quantity/date.h"

namespace openitmo::mrv::stream {

enum class StandIn : std::uint8_t {
  none,
  declared,  // the value that the component declares
  filled     // by the appendix of TOOL08
};

// A reading with what was found wrong with it.
struct Interval {
  std::int64_t slot = 0;
  StreamMonth month = {};
  PerChannel<double> values = {};
  PerChannel<Fault> faults = {};  // none where a value stands in
  PerChannel<StandIn> stands_in = {};
  Place place = {};
  Date day = {};
  bool is_shown_again = false;
};

}  // namespace openitmo::mrv::stream
