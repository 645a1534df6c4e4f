#include "mrv/stream/reduction.h"

#include <algorithm>
#include <cmath>
#include <utility>

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

}  // namespace

bool counts_for_methane(const Plan& plan, Channel channel) {
  if (!plan.has[channel]) return false;
  const bool is_of_state = channel == Channel::gas_temperature || channel == Channel::gas_pressure;
  if (is_of_state) return needs_state_of_gas(plan);
  if (channel == Channel::exhaust_methane)
    return plan.flare && plan.flare->efficiency == FlareEfficiency::by_minutes;
  return is_of_gas(channel);
}

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
                  .day = reading.day,
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
  for (const Device device : kDevicesOfPlant)
    if (plan_.has[kFlowOf[device]]) count_unknown(device, intervals);
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
    if (interval.stands_in[channel] != StandIn::declared) continue;
    if (fault != Fault::missing) note(rule_of(fault), channel, 1, 0, interval.place);
    interval.values[channel] = plan_.limits[channel].substitute.value();
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
    if (!counts_for_methane(plan_, meter)) continue;
    methane.cut_kg[meter] = methane.counted_kg * overdue_error(interval, meter);
    methane.counted_kg -= methane.cut_kg[meter];
  }
  return methane;
}

// The share by which a reading of the meter may be off because no certificate covers it.
double Reduction::overdue_error(const Interval& interval, Channel meter) {
  if (interval.stands_in[meter] != StandIn::none) return 0;
  const double error = calibrations_.overdue_error(meter, interval.day);
  calibrations_.cover(meter, month_->month, interval.place);
  return error;
}

// Methane that arrived at the device, destroyed or not: as read, else as last read.
void Reduction::count_produced(const Interval& interval, Device device, bool is_read,
                               double as_read_kg) {
  const bool stands_in = std::ranges::any_of(needs_[device], [&](Channel channel) {
    return is_of_gas(channel) && interval.stands_in[channel] != StandIn::none;
  });
  if (!is_read || stands_in) {
    count_unknown(device, 1);
    return;
  }
  Arrived& arrived = arrived_[device];
  months_.back().produced_kg += as_read_kg * (1 + std::exchange(arrived.unknown_before, 0));
  arrived.last_kg = as_read_kg;
}

// What comes before the first reading counts as it.
void Reduction::count_unknown(Device device, double intervals) {
  Arrived& arrived = arrived_[device];
  if (arrived.last_kg) {
    months_.back().produced_kg += intervals * *arrived.last_kg;
  } else {
    arrived.unknown_before += intervals;
  }
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
  count_produced(interval, device, knows_methane && !methane.is_impossible, methane.as_read_kg);
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
    GasMonth month{.year = CalendarYear(sums.month.year),
                   .month = sums.month.month,
                   .F_CH4_produced_t = sums.produced_kg / kKgPerTonne};
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
