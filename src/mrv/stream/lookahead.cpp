#include "mrv/stream/lookahead.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace openitmo::mrv::stream {

namespace {

constexpr std::array kFilled{Channel::engine_flow, Channel::boiler_flow, Channel::methane_fraction};
constexpr std::array kFlows{Channel::flare_flow, Channel::engine_flow, Channel::boiler_flow};
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();

// Of the readings themselves, not of their mean.
struct Spread {
  double sum = 0;
  double squares = 0;
  std::int64_t count = 0;

  void add(double value) {
    sum += value;
    squares += value * value;
    ++count;
  }
  double mean() const { return sum / static_cast<double>(count); }
  double sd() const {
    if (count < 2) return 0;
    const auto n = static_cast<double>(count);
    return std::sqrt(std::max(0.0, (squares - sum * sum / n) / (n - 1)));
  }
};

bool is_flow_or_fraction(Channel channel) {
  return std::ranges::find(kFilled, channel) != kFilled.end();
}

bool is_read(const Interval& interval, Channel channel) {
  return interval.faults[channel] == Fault::none && interval.stands_in[channel] == StandIn::none;
}

}  // namespace

Lookahead::Lookahead(const Plan& plan) : plan_(plan), screen_(plan) {
  double minutes = 0;
  bool has_substitute = false;
  for (const Channel channel : kChannels) {
    stuck_since_[channel] = kNever;
    left_until_[channel] = kNever;
    if (plan.has[channel] && plan.limits[channel].stuck_minutes < kNoLimit)
      minutes = std::max(minutes, 2 * plan.limits[channel].stuck_minutes);
    has_substitute = has_substitute || (plan.has[channel] && plan.limits[channel].substitute);
  }
  held_slots_ = slots_of(minutes / 60);
  if (has_substitute) held_slots_ += slots_of(plan.stand_in.longest_h) + 1;
  if (plan.gap_filling)
    held_slots_ += slots_of(plan.gap_filling->long_h) + slots_of(plan.gap_filling->long_side_h) + 1;
}

std::int64_t Lookahead::slots_of(double hours) const {
  return static_cast<std::int64_t>(std::ceil(hours * 3600 / static_cast<double>(plan_.interval_s)));
}

void Lookahead::add(Interval interval) {
  held_.push_back(std::move(interval));
  Interval& added = held_.back();
  for (const Channel channel : kChannels) {
    if (!plan_.has[channel]) continue;
    added.faults[channel] = screen_.judge(channel, added.values[channel], added.slot);
    if (added.faults[channel] == Fault::stuck) mark_stuck(channel, screen_.same_since(channel));
  }
}

void Lookahead::mark_stuck(Channel channel, std::int64_t since_slot) {
  if (std::exchange(stuck_since_[channel], since_slot) == since_slot) return;
  for (auto at = held_.rbegin(); at != held_.rend() && at->slot >= since_slot; ++at)
    if (at->faults[channel] == Fault::none) at->faults[channel] = Fault::stuck;
}

std::optional<Interval> Lookahead::next(bool at_end) {
  if (held_.empty()) return std::nullopt;
  if (!at_end && held_.back().slot - held_.front().slot <= held_slots_) return std::nullopt;
  for (const Channel channel : kChannels)
    if (plan_.has[channel] && plan_.limits[channel].substitute) judge_substitutes(channel);
  if (plan_.gap_filling)
    for (const Channel channel : kFilled)
      if (may_fill(channel)) fill_gap(channel);
  Interval settled = held_.front();
  held_.pop_front();
  if (plan_.gap_filling) keep_history(settled);
  return settled;
}

// The gap lasts to the next accepted reading, missing rows included.
void Lookahead::judge_substitutes(Channel channel) {
  const auto is_accepted = [&](const Interval& interval) {
    return interval.faults[channel] == Fault::none;
  };
  if (is_accepted(held_.front())) {
    is_judged_[channel] = false;
    return;
  }
  if (std::exchange(is_judged_[channel], true)) return;
  const Position end = std::ranges::find_if(held_, is_accepted);
  if (!may_substitute(channel, end)) return;
  const bool needs_other = is_flow_or_fraction(channel);
  for (Position at = held_.begin(); at != end; ++at)
    if (!needs_other || !std::isnan(other_of(channel, *at)))
      at->stands_in[channel] = StandIn::declared;
}

bool Lookahead::may_substitute(Channel channel, Position end) {
  const std::int64_t end_slot = end == held_.end() ? held_.back().slot + 1 : end->slot;
  if (end_slot - held_.front().slot > slots_of(plan_.stand_in.longest_h)) return false;
  if (!is_flow_or_fraction(channel)) return true;
  Spread others;
  const std::ranges::subrange gap(held_.begin(), end);
  for (const Interval& interval : gap)
    if (const double other = other_of(channel, interval); !std::isnan(other)) others.add(other);
  return std::ranges::all_of(gap, [&](const Interval& interval) {
    const double other = other_of(channel, interval);
    return std::isnan(other) ||
           std::fabs(other - others.mean()) <= plan_.stand_in.other_within * others.mean();
  });
}

bool Lookahead::may_fill(Channel channel) const {
  const Interval& first = held_.front();
  return plan_.has[channel] && !plan_.limits[channel].substitute &&
         first.faults[channel] != Fault::none && first.slot > left_until_[channel];
}

// The gap are the rows from the first on in which the channel is not accepted.
void Lookahead::fill_gap(Channel channel) {
  auto end = held_.begin();
  std::int64_t slot = end->slot;
  while (end != held_.end() && end->slot == slot && end->faults[channel] != Fault::none) {
    ++end;
    ++slot;
  }
  const std::optional<double> value = stand_in(channel, end);
  if (!value) {
    left_until_[channel] = slot - 1;
    return;
  }
  for (auto at = held_.begin(); at != end; ++at) {
    at->values[channel] = *value;
    at->faults[channel] = Fault::none;
    at->stands_in[channel] = StandIn::filled;
  }
}

// Nothing where a row is missing beside the gap or the gap is too long, where too few readings of a
// side were accepted, or where the other of flow and fraction is unknown or varies too much.
std::optional<double> Lookahead::stand_in(Channel channel, Position end) {
  const GapFilling& rule = *plan_.gap_filling;
  const std::int64_t begin_slot = held_.front().slot;
  const std::int64_t end_slot = std::prev(end)->slot + 1;
  const double hours = static_cast<double>((end_slot - begin_slot) * plan_.interval_s) / 3600;
  const bool is_short = hours < rule.short_h;
  if (hours > rule.long_h || history_.empty() || end == held_.end() ||
      history_.back().slot != begin_slot - 1 || end->slot != end_slot)
    return std::nullopt;
  const std::int64_t side = slots_of(is_short                 ? rule.short_side_h
                                     : hours <= rule.medium_h ? rule.medium_side_h
                                                              : rule.long_side_h);
  Spread readings, others;
  const auto see = [&](const Interval& interval) {
    if (!is_read(interval, channel)) return false;
    readings.add(interval.values[channel]);
    const double other = other_of(channel, interval);
    if (!std::isnan(other)) others.add(other);
    return true;
  };
  std::int64_t before = 0, after = 0;
  for (auto at = history_.rbegin(); at != history_.rend() && at->slot >= begin_slot - side; ++at)
    before += see(*at) ? 1 : 0;
  for (Position at = end; at != held_.end() && at->slot < end_slot + side; ++at)
    after += see(*at) ? 1 : 0;
  if (static_cast<double>(std::min(before, after)) < rule.side_read * static_cast<double>(side))
    return std::nullopt;
  for (auto at = held_.begin(); at != end; ++at) others.add(other_of(channel, *at));
  for (auto at = held_.begin(); at != end; ++at)
    if (!(std::fabs(other_of(channel, *at) - others.mean()) <= rule.other_within * others.mean()))
      return std::nullopt;
  if (is_short) return readings.mean();
  return std::max(0.0, readings.mean() - rule.deviations * readings.sd());
}

// The flow of all devices for the fraction, the fraction for a flow; not a number where one of them
// is not accepted.
double Lookahead::other_of(Channel channel, const Interval& interval) const {
  constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
  if (channel != Channel::methane_fraction)
    return is_read(interval, Channel::methane_fraction) ? interval.values[Channel::methane_fraction]
                                                        : kUnknown;
  double sum = 0;
  for (const Channel flow : kFlows)
    if (plan_.has[flow]) sum += is_read(interval, flow) ? interval.values[flow] : kUnknown;
  return sum;
}

void Lookahead::keep_history(const Interval& interval) {
  history_.push_back(interval);
  const std::int64_t oldest = interval.slot - slots_of(plan_.gap_filling->long_side_h);
  while (history_.front().slot < oldest) history_.pop_front();
}

}  // namespace openitmo::mrv::stream
