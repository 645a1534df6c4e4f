#pragma once

#include <string>
#include <vector>

#include "mrv/place.h"
#include "quantity/date.h"

// Meters whose register counts upwards: electricity, gas, fuel, water, hours.
namespace openitmo::mrv {

enum class MeterEvent : std::uint8_t {
  reading,
  removed,    // the last reading of a register that is taken away
  installed,  // the first reading of the register that takes its place
};

// What the register showed, in its own unit.
struct MeterReading {
  Instant time;
  double shown = 0;
  MeterEvent event = MeterEvent::reading;
  Place place = {};
};

// Where the months of a meter count: in the list "electricity" or "diesel" of a data set, or in a
// column of a monthly table.
struct MeterTarget {
  std::string table;
  std::size_t column = 0;

  // More of it lowers the reductions, so what nobody read is counted at the meter's highest.
  bool is_consumption() const {
    return table == "electricity" || table == "diesel" || table == "run_off";
  }
  bool operator==(const MeterTarget&) const = default;
};

// A place of measurement, where one register may follow another.
struct Meter {
  std::string id;
  MeterTarget target;
  std::string unit = {};       // of the register, for messages
  double per_unit = 1;         // of the target, for one unit of the register
  double rollover = 0;         // the register shows 0 again here, in its unit
  double highest_per_day = 0;  // what the place can take or give at most, in the register's unit
  std::vector<MeterReading> readings = {};
};

}  // namespace openitmo::mrv
