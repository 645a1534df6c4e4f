#include <algorithm>
#include <chrono>

#include "mrv/methodologies/tool06.h"
#include "mrv/stream/reduction.h"

// TOOL06 on one interval: which efficiency the flare has in it.
namespace openitmo::mrv::stream {

namespace {

// Two campaigns of one year are at least so many calendar months apart (TOOL06).
bool are_apart(Date first, Date second) {
  const std::chrono::year_month_day begin(first.days());
  const std::chrono::year_month_day end(second.days());
  const int months = (static_cast<int>(end.year()) - static_cast<int>(begin.year())) * 12 +
                     static_cast<int>(static_cast<unsigned>(end.month())) -
                     static_cast<int>(static_cast<unsigned>(begin.month()));
  return months > tool06::kMonthsBetweenCampaigns ||
         (months == tool06::kMonthsBetweenCampaigns && end.day() >= begin.day());
}

}  // namespace

const std::optional<double>& Reduction::campaign_efficiency(CalendarYear year) {
  const auto [at, is_new] = campaign_efficiency_.try_emplace(year.value());
  if (!is_new) return at->second;
  std::vector<double> shares;
  std::optional<Date> first, last;
  for (const Campaign& campaign : plan_.flare->campaigns) {
    if (campaign.day.year() != year) continue;
    shares.push_back(campaign.share_not_burnt);
    first = first ? std::min(*first, campaign.day) : campaign.day;
    last = last ? std::max(*last, campaign.day) : campaign.day;
  }
  if (first && are_apart(*first, *last)) {
    const bool is_low = plan_.flare->kind == tool06::FlareKind::enclosed_low;
    const double eta =
        tool06::eta_measured(std::span<const double>(shares), tool06::kMeasurementDeduction) -
        (is_low ? tool06::kLowHeightDeduction : 0);
    at->second = std::max(eta, 0.0);
  }
  return at->second;
}

// η of the interval, whose needed readings are all accepted.
double Reduction::flare_efficiency(const Interval& interval, double methane_kg) {
  const FlarePlan& flare = *plan_.flare;
  const bool flame = interval.values[Channel::flame] == 1;
  const double flow = interval.values[Channel::flare_flow] *
                      (plan_.flow_is_normalised ? 1 : normal_m3_per_m3(interval));
  const bool gates = flare.kind == tool06::FlareKind::open
                         ? flame
                         : tool06::gates_met(flame, interval.values[Channel::exhaust_temperature],
                                             flow, flare.specification);
  const double by_default = tool06::eta_default(flare.kind, flame, gates);
  const double backup = flare.default_as_backup ? by_default : 0;
  switch (flare.efficiency) {
    case FlareEfficiency::by_default:
      return by_default;
    case FlareEfficiency::by_campaigns: {
      const std::optional<double>& eta = campaign_efficiency(interval.day.year());
      if (eta) return gates ? *eta : 0;
      note(Rule::campaigns_too_few, {}, 1, 0, interval.place);
      return backup;
    }
    case FlareEfficiency::by_minutes:
      if (interval.faults[Channel::exhaust_methane] != Fault::none) {
        note(Rule::efficiency_by_default, Channel::exhaust_methane, 1, 0, interval.place);
        return backup;
      }
      return methane_kg > 0 ? measured_efficiency(interval, methane_kg, gates) : 0;
  }
  return 0;
}

// Option B.2. An overdue analyser of the exhaust may have shown too little.
double Reduction::measured_efficiency(const Interval& interval, double methane_kg, bool gates) {
  const double read_kg = interval.values[Channel::exhaust_methane] * hours_per_interval();
  const auto eta = [&](double exhaust_kg) {
    return std::max(0.0, tool06::eta_of_minute(exhaust_kg, methane_kg, plan_.flare->kind, gates));
  };
  const double error = overdue_error(interval, Channel::exhaust_methane);
  if (error == 0) return eta(read_kg);
  const double counted = eta(read_kg * (1 + error));
  note(Rule::calibration_overdue, Channel::exhaust_methane, 1,
       -methane_kg * (eta(read_kg) - counted), interval.place);
  return counted;
}

}  // namespace openitmo::mrv::stream
