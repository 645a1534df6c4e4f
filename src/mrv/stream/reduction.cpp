#include "mrv/stream/reduction.h"

#include <algorithm>
#include <cmath>

#include "mrv/methodologies/tool06.h"
#include "mrv/methodologies/tool08.h"
#include "quantity/check.h"

namespace openitmo::mrv::stream {

namespace {

constexpr std::array<Channel, 3> kFlowOf{Channel::flare_flow, Channel::engine_flow,
                                         Channel::boiler_flow};
constexpr std::array<Channel, 3> kStatusOf{Channel::flame, Channel::engine_running,
                                           Channel::boiler_running};

bool is_same(const PerChannel<double>& a, const PerChannel<double>& b) {
  return std::ranges::all_of(kChannels, [&](Channel channel) {
    return a[channel] == b[channel] || (std::isnan(a[channel]) && std::isnan(b[channel]));
  });
}

// A dry fraction of a flow that is wet, or that turns out not to be dry, needs the moisture.
bool needs_state_of_gas(const Plan& plan) {
  return !plan.flow_is_normalised || plan.is_dry_by_temperature ||
         (plan.flow_basis == Basis::wet && plan.fraction_basis == Basis::dry);
}

// What the mass of methane is worked out from.
bool is_of_gas(Channel channel) {
  return std::ranges::find(kFlowOf, channel) != kFlowOf.end() ||
         channel == Channel::methane_fraction || channel == Channel::gas_temperature ||
         channel == Channel::gas_pressure;
}

Date day_of(std::int64_t seconds) {
  return Date(std::chrono::floor<std::chrono::days>(
      std::chrono::sys_seconds(std::chrono::seconds(seconds))));
}

}  // namespace

std::vector<Channel> needed_channels(const Plan& plan, Device device) {
  if (!plan.has[kFlowOf[device]]) return {};
  std::vector<Channel> needs{kStatusOf[device]};
  const bool is_flare = device == kFlare;
  if (is_flare && plan.flare->shares_meter_with_engine) needs.push_back(Channel::engine_running);
  if (is_flare && plan.flare->shares_meter_with_boiler) needs.push_back(Channel::boiler_running);
  if (is_flare && plan.flare->kind != tool06::FlareKind::open)
    needs.push_back(Channel::exhaust_temperature);
  needs.push_back(kFlowOf[device]);
  needs.push_back(Channel::methane_fraction);
  if (needs_state_of_gas(plan)) {
    needs.push_back(Channel::gas_temperature);
    needs.push_back(Channel::gas_pressure);
  }
  if (is_flare && plan.flare->efficiency == FlareEfficiency::by_minutes &&
      !plan.flare->default_as_backup)
    needs.push_back(Channel::exhaust_methane);
  return needs;
}

Reduction::Reduction(const Plan& plan) : plan_(plan), lookahead_(plan_), calibrations_(plan_) {
  for (const Device device : kDevicesOfPlant) needs_[device] = needed_channels(plan_, device);
}

Reduction::Taken Reduction::add(const Reading& reading, const StreamMonth& month) {
  if (last_ && reading.slot == last_->slot) {
    if (!is_same(reading.values, last_->values)) return Taken::differs;
    note_in(month.month, Rule::reading_repeated, {}, 0, 0, reading.place);
    return Taken::repeated;
  }
  if (last_ && reading.slot < last_->slot) return Taken::out_of_order;
  lookahead_.add({.slot = reading.slot,
                  .month = month,
                  .values = reading.values,
                  .place = reading.place,
                  .day = day_of(reading.slot * plan_.interval_s),
                  .is_shown_again = reading.is_shown_again});
  last_ = reading;
  count_settled(false);
  return Taken::counted;
}

void Reduction::count_settled(bool at_end) {
  while (std::optional<Interval> settled = lookahead_.next(at_end)) count(*std::move(settled));
}

void Reduction::count(Interval interval) {
  go_to(interval.slot, interval.month, interval.place);
  put_substitutes(interval);
  if (interval.is_shown_again) note(Rule::clock_changed, {}, 1, 0, interval.place);
  for (const Device device : kDevicesOfPlant)
    if (plan_.has[kFlowOf[device]]) count_device(interval, device);
  months_.back().rows.add(interval.place);
  last_place_ = interval.place;
  next_slot_ = interval.slot + 1;
}

// Closes the months that have ended, and notes the intervals without a row.
void Reduction::go_to(std::int64_t slot, const StreamMonth& month, const Place& place) {
  if (!month_ || month.month != month_->month) {
    if (month_) note_gap(slot_at(month_->end_s), last_place_);
    month_ = month;
    months_.push_back({.month = month.month});
    next_slot_ = slot_at(month.begin_s);
  }
  note_gap(slot, place);
}

void Reduction::note_gap(std::int64_t end_slot, const Place& place) {
  if (end_slot <= next_slot_) return;
  const auto intervals = static_cast<double>(end_slot - next_slot_);
  double expected_kg = 0;
  for (const double kg : expected_kg_) expected_kg += kg;
  note(Rule::gap_in_stream, {}, intervals, -intervals * expected_kg, place);
}

void Reduction::note(Rule rule, std::optional<Channel> channel, double intervals, double methane_kg,
                     const Place& place) {
  note_in(month_->month, rule, channel, intervals, methane_kg, place);
}

// A row whose reading two devices share is one row.
void Reduction::note_in(Period month, Rule rule, std::optional<Channel> channel, double intervals,
                        double methane_kg, const Place& place) {
  const std::size_t index = channel ? static_cast<std::size_t>(*channel) : kChannelCount;
  const auto [at, is_new] = corrections_.try_emplace({month, rule, index});
  Noted& noted = at->second;
  StreamCorrection& correction = noted.correction;
  if (is_new) {
    correction.rule = rule;
    correction.month = month;
    if (channel) correction.channel = words_of(*channel);
  }
  correction.methane_kg += methane_kg;
  const bool is_same_row = !is_new && noted.last.file == place.file && noted.last.row == place.row;
  if (is_same_row && rule != Rule::gap_in_stream) return;
  noted.last = place;
  noted.intervals += intervals;
  correction.rows.add(place);
}

void Reduction::put_substitutes(Interval& interval) {
  for (const Channel channel : kChannels) {
    if (!plan_.has[channel]) continue;
    Fault& fault = interval.faults[channel];
    const std::optional<double>& substitute = plan_.limits[channel].substitute;
    if (fault == Fault::none || !substitute) continue;
    if (fault != Fault::missing) note(rule_of(fault), channel, 1, 0, interval.place);
    interval.values[channel] = *substitute;
    interval.stands_in[channel] = StandIn::declared;
    fault = Fault::none;
  }
}

// TOOL08: options A (dry flow), B (wet flow, dry fraction) and C (both wet, normalised). A flow is
// dry only as long as the gas is below 60 °C; above, it counts as saturated.
double Reduction::normal_m3_per_m3(const Interval& interval) const {
  if (!needs_state_of_gas(plan_)) return 1;
  const double T = interval.values[Channel::gas_temperature];
  const double P = interval.values[Channel::gas_pressure];
  const double normal = plan_.flow_is_normalised
                            ? 1
                            : tool08::normalised_volume(1.0, T, P, tool08::kNormalTemperature,
                                                        tool08::kNormalPressure);
  const bool is_dry = plan_.flow_basis == Basis::dry &&
                      (!plan_.is_dry_by_temperature || tool08::is_proven_dry(T - 273.15, 1.0));
  if (is_dry || plan_.fraction_basis == Basis::wet) return normal;
  return tool08::dry_volume(normal, moisture_.vapour_fraction(T, P));
}

Reduction::Methane Reduction::methane_of(const Interval& interval, Channel flow) {
  Methane methane;
  const double V_n = interval.values[flow] * normal_m3_per_m3(interval) * hours_per_interval();
  const double kg = tool08::mass_flow(V_n, interval.values[Channel::methane_fraction],
                                      tool08::kNormalDensityMethane);
  methane.is_impossible = std::isnan(kg);
  methane.as_read_kg = methane.is_impossible ? 0 : kg;
  methane.counted_kg = methane.as_read_kg;
  for (const Channel meter :
       {flow, Channel::methane_fraction, Channel::gas_temperature, Channel::gas_pressure}) {
    if (!plan_.has[meter] || interval.stands_in[meter] != StandIn::none) continue;
    const double error = calibrations_.overdue_error(meter, interval.day);
    calibrations_.cover(meter, month_->month, interval.place);
    methane.cut_kg[meter] = methane.counted_kg * error;
    methane.counted_kg -= methane.cut_kg[meter];
  }
  return methane;
}

const std::optional<double>& Reduction::campaign_efficiency(CalendarYear year) {
  const auto [at, is_new] = campaign_efficiency_.try_emplace(year.value());
  if (!is_new) return at->second;
  std::vector<double> shares;
  for (const Campaign& campaign : plan_.flare->campaigns)
    if (campaign.day.year() == year) shares.push_back(campaign.share_not_burnt);
  constexpr std::size_t kCampaignsMin = 2;
  if (shares.size() >= kCampaignsMin) {
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
      note_unmeasured(interval);
      return backup;
    }
    case FlareEfficiency::by_minutes:
      if (interval.faults[Channel::exhaust_methane] != Fault::none) {
        note_unmeasured(interval);
        return backup;
      }
      if (methane_kg <= 0) return 0;
      return std::max(0.0, tool06::eta_of_minute(
                               interval.values[Channel::exhaust_methane] * hours_per_interval(),
                               methane_kg, flare.kind, gates));
  }
  return 0;
}

void Reduction::note_unmeasured(const Interval& interval) {
  note(Rule::reading_missing, Channel::exhaust_methane, 1, 0, interval.place);
}

void Reduction::note_fault(const Interval& interval, Device device, Channel channel) {
  note(rule_of(interval.faults[channel]), channel, 1, -expected_kg_[device], interval.place);
}

void Reduction::note_substitute(const Interval& interval, Device device, double destroyed_kg) {
  for (const Channel channel : needs_[device]) {
    if (interval.stands_in[channel] == StandIn::none) continue;
    const bool is_declared = interval.stands_in[channel] == StandIn::declared;
    note(is_declared ? Rule::reading_substituted : Rule::gap_filled, channel, 1,
         destroyed_kg - expected_kg_[device], interval.place);
    return;
  }
}

void Reduction::note_overdue(const Interval& interval, const Methane& methane, double share) {
  for (const Channel channel : kChannels)
    if (methane.cut_kg[channel] > 0)
      note(Rule::calibration_overdue, channel, 1, -methane.cut_kg[channel] * share, interval.place);
}

std::optional<Channel> Reduction::idle_partner(const Interval& interval, Device device) const {
  if (device != kFlare) return std::nullopt;
  if (plan_.flare->shares_meter_with_engine && interval.values[Channel::engine_running] != 1)
    return Channel::engine_running;
  if (plan_.flare->shares_meter_with_boiler && interval.values[Channel::boiler_running] != 1)
    return Channel::boiler_running;
  return std::nullopt;
}

void Reduction::count_device(const Interval& interval, Device device) {
  Sums& sums = months_.back();
  const Channel status = kStatusOf[device];
  const auto is_faulty = [&](Channel channel) { return interval.faults[channel] != Fault::none; };
  const std::vector<Channel>& needs = needs_[device];
  const auto fault = std::ranges::find_if(needs, is_faulty);
  const bool is_off = !is_faulty(status) && interval.values[status] != 1;
  const bool knows_methane = std::ranges::none_of(
      needs, [&](Channel channel) { return is_of_gas(channel) && is_faulty(channel); });
  const Methane methane = knows_methane ? methane_of(interval, kFlowOf[device]) : Methane{};
  if (device == kFlare) sums.sent_kg += methane.counted_kg;
  if (is_off) {
    expected_kg_[device] = 0;
    return;
  }
  if (!is_faulty(status)) ++sums.running[device];
  if (fault != needs.end()) {
    note_fault(interval, device, *fault);
    return;
  }
  if (const std::optional<Channel> idle = idle_partner(interval, device)) {
    note(Rule::device_not_proven, *idle, 1, -expected_kg_[device], interval.place);
    return;
  }
  if (methane.is_impossible) {
    note(Rule::gas_state_impossible, Channel::gas_pressure, 1, -expected_kg_[device],
         interval.place);
    return;
  }
  const double share = device == kFlare ? flare_efficiency(interval, methane.as_read_kg) : 1;
  sums.destroyed_kg[device] += methane.counted_kg * share;
  note_overdue(interval, methane, share);
  if (interval.is_shown_again)
    note(Rule::clock_changed, {}, 0, methane.counted_kg * share, interval.place);
  const bool has_substitute = std::ranges::any_of(
      needs, [&](Channel channel) { return interval.stands_in[channel] != StandIn::none; });
  if (has_substitute) {
    note_substitute(interval, device, methane.as_read_kg * share);
  } else {
    expected_kg_[device] = methane.as_read_kg * share;
  }
}

std::vector<CertificateCover> Reduction::take_certificates() {
  count_settled(true);
  return calibrations_.take();
}

std::vector<GasMonth> Reduction::take_months() {
  count_settled(true);
  if (month_) note_gap(slot_at(month_->end_s), last_place_);
  constexpr double kKgPerTonne = 1000;
  std::vector<GasMonth> months;
  for (const Sums& sums : months_) {
    GasMonth month{.year = CalendarYear(sums.month.year), .month = sums.month.month};
    if (plan_.has[Channel::flare_flow]) {
      month.F_CH4_sent_flare_t = sums.sent_kg / kKgPerTonne;
      month.eta_flare = sums.sent_kg > 0 ? sums.destroyed_kg[kFlare] / sums.sent_kg : 0;
    }
    if (plan_.has[Channel::engine_flow]) {
      month.F_CH4_EL_t = sums.destroyed_kg[kEngine] / kKgPerTonne;
      month.h_EL = hours_of(static_cast<double>(sums.running[kEngine]));
    }
    if (plan_.has[Channel::boiler_flow]) {
      month.F_CH4_HG_t = sums.destroyed_kg[kBoiler] / kKgPerTonne;
      month.h_HG = hours_of(static_cast<double>(sums.running[kBoiler]));
    }
    month.rows = sums.rows;
    months.push_back(std::move(month));
  }
  return months;
}

std::vector<StreamCorrection> Reduction::take_corrections() {
  std::vector<StreamCorrection> list;
  for (auto& [key, noted] : corrections_) {
    noted.correction.hours = hours_of(noted.intervals);
    list.push_back(std::move(noted.correction));
  }
  return list;
}

}  // namespace openitmo::mrv::stream
