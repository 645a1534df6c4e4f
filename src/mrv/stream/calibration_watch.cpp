#include "mrv/stream/calibration_watch.h"

#include <algorithm>
#include <utility>

namespace openitmo::mrv::stream {

CalibrationWatch::CalibrationWatch(const Plan& plan) {
  for (const Calibration& calibration : plan.calibrations)
    of_[calibration.channel].calibrations.push_back(calibration);
  for (const Channel channel : kChannels)
    std::ranges::stable_sort(of_[channel].calibrations, {}, &Calibration::done);
}

void CalibrationWatch::move_to(State& state, Date day) {
  state.is_known = true;
  state.day = day;
  const std::optional<std::size_t> covering_before = std::exchange(state.covering, std::nullopt);
  const std::vector<Calibration>& all = state.calibrations;
  const auto next = std::ranges::upper_bound(all, day, {}, &Calibration::done);
  const auto error = [](const Calibration& of) {
    return std::max(of.permissible_error, of.found_error);
  };
  if (next == all.begin()) {
    state.error = error(*next);
    return;
  }
  const Calibration& last = *std::prev(next);
  if (day <= last.valid_until) {
    state.error = 0;
    state.covering = static_cast<std::size_t>(std::prev(next) - all.begin());
    if (state.covering != covering_before) state.cover_at.reset();
    return;
  }
  state.error = next == all.end() ? last.permissible_error
                                  : std::max(last.permissible_error, next->found_error);
}

double CalibrationWatch::overdue_error(Channel channel, Date day) {
  State& state = of_[channel];
  if (state.calibrations.empty()) return 0;
  if (!state.is_known || state.day != day) move_to(state, day);
  return state.error;
}

void CalibrationWatch::cover(Channel channel, Period month, Place place) {
  State& state = of_[channel];
  if (!state.covering) return;
  if (!state.cover_at || state.month != month) {
    state.month = month;
    state.cover_at = covers_.size();
    covers_.push_back({.channel = std::string(name_of(channel)),
                       .certificate = state.calibrations[*state.covering].certificate,
                       .month = month});
  }
  const bool is_same_row = state.last.file == place.file && state.last.row == place.row;
  if (!is_same_row) covers_[*state.cover_at].rows.add(place);
  state.last = place;
}

}  // namespace openitmo::mrv::stream
