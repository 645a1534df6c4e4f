#pragma once

#include <map>
#include <vector>

#include "mrv/finding.h"
#include "mrv/meter.h"
#include "mrv/scalar/label.h"

// From the readings of a meter to the amounts of calendar months.
namespace openitmo::mrv {

struct MeterMonth {
  double amount = 0;             // in the unit of the target
  std::vector<Place> rows = {};  // the readings that it lies between
};

// Something about a meter that a verifier sees. `amounts` is what it adds to the months, so that
// its effect can be worked out.
struct MeterNote {
  Finding finding;
  Date day = {};  // of the reading that it is about
  std::map<Period, double> amounts = {};
};

struct MeterSeries {
  // Months that readings cover from end to end.
  std::map<Period, MeterMonth> months;
  std::vector<MeterNote> notes;
};

// The differences of the readings, in the order of time. A reading without a time of day was taken
// as the day began. Where a month ends between two readings, what flowed between them is spread
// evenly over the time.
//
// Errors: a reading that goes back (meter_goes_back), except where the register may have passed its
// rollover value, which the highest amount per day of the meter decides; a reading that the
// register cannot show; two readings of one moment; a register that is replaced without its last
// reading or without the first one of the next. Noted: rollovers, replacements, months that end
// between readings, more than the highest amount per day (counted as read), so long without a
// reading that the register may have gone round unseen, and time in which none stood (consumption
// counts at its highest, all else as nothing).
MeterSeries monthly_amounts(const Meter& meter);

}  // namespace openitmo::mrv
