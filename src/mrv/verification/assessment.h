#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string_view>
#include <vector>

#include "mrv/quantify.h"
#include "mrv/verification/error_estimate.h"
#include "mrv/verification/materiality.h"

// What a checked sample of tickets says about the emission reductions of a monitoring report: every
// figure in t CO2 eq comes from quantifying the component again with other tickets.
namespace openitmo::mrv::verification {

// What the scan of a drawn ticket shows; nothing where nobody could see one.
struct Seen {
  std::int32_t gross_kg = 0;
  std::int32_t tare_kg = 0;
  bool operator==(const Seen&) const = default;
};
struct CheckedTicket {
  std::uint32_t ticket = 0;  // position in MonitoringData::tickets
  std::optional<Seen> seen = {};
};

// One component and monitoring report, and the material whose tickets were drawn. `data` are those
// of the report (data_until).
struct Subject {
  const ComponentPlan& plan;
  const MonitoringData& data;
  DateRange period;
  Material material = Material::waste_in;
};

enum class Verdict : std::uint8_t {
  below,      // the error lies below the threshold, at the confidence of the estimate
  not_shown,  // the estimate does, but what the sample leaves open reaches the threshold
  material,   // the estimate reaches the threshold
};
std::string_view name_of(Verdict verdict);

struct TicketDifference {
  CheckedTicket checked;
  std::int64_t error_kg = 0;  // net mass, recorded less seen
  // Reported less recomputed with this ticket alone as it was seen.
  double overestimation_t_co2eq = 0;
};

struct Assessment {
  ErrorEstimate mass = {};
  std::vector<TicketDifference> differences = {};  // the wrong tickets, in the order of the sample
  std::vector<std::uint32_t> unseen = {};

  double reported_t_co2eq = 0;  // of all years of the report
  // Reported less recomputed: with the sampled tickets as they were seen; with the net mass of all
  // tickets scaled by the estimated error; and at the worst point between low_kg and high_kg, or
  // nothing where that cannot be quantified.
  double found_t_co2eq = 0;
  double overestimation_t_co2eq = 0;
  std::optional<double> worst_t_co2eq = {};

  Materiality threshold = {};
  double threshold_t_co2eq = 0;
  // Where earlier waste still earns (first-order decay), too much waste in this report is too much
  // in all later ones, so its share of the mass is held against the threshold as well.
  bool mass_counts = false;
  Verdict verdict = Verdict::below;
};

// Fails with what keeps the component from being quantified, as it is or as it was seen. At least
// two tickets were seen. A report with a ticket that nobody saw is never `below`.
std::expected<Assessment, Problems> assess(const Subject& subject,
                                           const std::vector<CheckedTicket>& sample,
                                           const Materiality& threshold);

// The share of the material's net mass that makes up `percent` of the reductions of the report, and
// no more than that percentage of the mass itself: what a sample must be able to exclude.
std::expected<double, Problems> tolerable_share(const Subject& subject, double percent);

// The data with the net mass of the period's tickets of one material multiplied by `factor`, 0 or
// more. What rounding to kilograms takes from a ticket goes to the next, so the sum is kept to 1
// kg.
MonitoringData with_net_mass_times(const Subject& subject, double factor);

}  // namespace openitmo::mrv::verification
