#pragma once

#include <deque>
#include <optional>

#include "mrv/stream/interval.h"
#include "mrv/stream/plan.h"
#include "mrv/stream/screen.h"

namespace openitmo::mrv::stream {

// Holds readings back as long as later ones can change how they are taken: a sensor that turns out
// to be stuck was stuck since it first showed the figure, and a gap is filled from both its sides.
// That is twice the longest stuck limit, a week more with a declared substitute and ten days more
// with the appendix of TOOL08, however long the stream.
class Lookahead {
 public:
  explicit Lookahead(const Plan& plan);
  Lookahead(const Lookahead&) = delete;
  Lookahead& operator=(const Lookahead&) = delete;

  // In the order of the slots; its faults are found here.
  void add(Interval interval);
  // The next one that is settled, nothing while more must be read. `at_end`: nothing follows.
  std::optional<Interval> next(bool at_end);

 private:
  using Position = std::deque<Interval>::iterator;

  void mark_stuck(Channel channel, std::int64_t since_slot);
  // Whether the declared value stands in, for each row of a gap; decided where it begins.
  void judge_substitutes(Channel channel);
  bool may_substitute(Channel channel, Position end);
  // What follows is of the gap that begins with the first interval held back.
  bool may_fill(Channel channel) const;
  void fill_gap(Channel channel);
  std::optional<double> stand_in(Channel channel, Position end);
  double other_of(Channel channel, const Interval& interval) const;
  void keep_history(const Interval& interval);
  std::int64_t slots_of(double hours) const;

  const Plan& plan_;
  Screen screen_;
  std::int64_t held_slots_ = 0;
  std::deque<Interval> held_;
  std::deque<Interval> history_;  // before it, as long as the longest side of a gap
  PerChannel<std::int64_t> stuck_since_ = {};
  PerChannel<std::int64_t> left_until_ = {};  // of a gap that cannot be filled
  PerChannel<bool> is_judged_ = {};           // the gap that the first one held back lies in
};

}  // namespace openitmo::mrv::stream
