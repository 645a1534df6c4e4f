#pragma once

#include "mrv/component_case.h"
#include "mrv/finding.h"

namespace openitmo::mrv {

// TOOL04 v6.0.1, sampling for application B: at least three samples every three months; the monthly
// model takes the three most recent.
inline constexpr int kSamplesPerQuarter = 3;
inline constexpr int kRecentSamples = 3;
// Shares of one whole, such as the fractions of a sample, sum to 1 within this.
inline constexpr double kShareTolerance = 0.001;
// No row states more than this in t, MWh or litres.
inline constexpr double kAmountMax = 1e9;
// What is wrong with metered data for the days that the case covers: of the weighbridge, samples,
// meters and deliveries, as far as the methodology reads them.
Problems check_monitoring(const ComponentCase& c);

// The same for amounts declared per year. Each stands for its whole calendar year within the
// crediting period, so a monitoring period that cuts a year is refused.
Problems check_declared(const ComponentCase& c, const DateRange& period);

// The same for the monthly tables that the methodology reads.
Problems check_monthly_tables(const ComponentCase& c);

// Rows that the chosen words of an option leave unread are refused: what a site emits must not be
// dropped by a word.
Problems check_unread_tables(const ComponentCase& c);

}  // namespace openitmo::mrv
