#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <queue>
#include <set>
#include <utility>
#include <vector>

#include "reporting/aef.h"
#include "reporting/check_rules.h"

// Serial intervals of many rows compared by sorting and one pass, so that ten million rows take
// n log n steps, also where a wrong file puts all of them on the same units.
namespace openitmo::reporting {

// Series as small numbers.
class SeriesIndex {
 public:
  std::uint32_t of(const ledger::ItmoSeries& series) {
    // Rows of one series mostly follow each other.
    if (!series_.empty() && series_[latest_] == series) return latest_;
    const auto [at, added] =
        indexes_.try_emplace(series, static_cast<std::uint32_t>(series_.size()));
    if (added) series_.push_back(series);
    return latest_ = at->second;
  }
  std::size_t size() const { return series_.size(); }
  const ledger::ItmoSeries& series(std::uint32_t index) const { return series_[index]; }

 private:
  std::map<ledger::ItmoSeries, std::uint32_t> indexes_;
  std::vector<ledger::ItmoSeries> series_;
  std::uint32_t latest_ = 0;
};

// A row of Table 3 or 4 as an interval of serials. `kind` says what it counts as in a comparison.
// Only those of one `lane` are compared: of one series, or what the check separates further.
struct UnitSpan {
  std::uint32_t lane = 0;
  std::uint32_t submission = 0;
  std::uint32_t row = 0;
  AefTable table = AefTable::actions;
  std::uint8_t kind = 0;
  Date date{};
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  AefPlace place() const { return {submission, table, row, 0}; }
};

template <std::size_t Kinds>
class UnitSweep {
 public:
  // The spans over one elementary interval, by kind, each in order of date.
  using Active = std::array<std::set<std::pair<Date, std::uint32_t>>, Kinds>;

  // `spans` is sorted by lane and first serial; it outlives the sweep.
  explicit UnitSweep(std::vector<UnitSpan>& spans) : spans_(spans) {
    for (UnitSpan& span : spans_) span.last = std::min(span.last, UINT64_MAX - 1);
    std::sort(spans_.begin(), spans_.end(), [](const UnitSpan& a, const UnitSpan& b) {
      return std::tie(a.lane, a.first) < std::tie(b.lane, b.first);
    });
  }

  // visit(lane, first, last, active) for each interval on which the same spans lie.
  template <class Visit>
  void run(Visit visit) {
    for (std::size_t at = 0; at < spans_.size();) at = run_lane(at, visit);
  }

 private:
  using End = std::pair<std::uint64_t, std::uint32_t>;  // last serial, span

  template <class Visit>
  std::size_t run_lane(std::size_t at, Visit& visit) {
    const std::uint32_t lane = spans_[at].lane;
    std::priority_queue<End, std::vector<End>, std::greater<>> ends;
    Active active;
    std::uint64_t position = spans_[at].first;
    while (true) {
      while (!ends.empty() && ends.top().first < position) {
        const std::uint32_t span = ends.top().second;
        active[spans_[span].kind].erase({spans_[span].date, span});
        ends.pop();
      }
      while (at < spans_.size() && spans_[at].lane == lane && spans_[at].first == position) {
        active[spans_[at].kind].insert({spans_[at].date, static_cast<std::uint32_t>(at)});
        ends.push({spans_[at].last, static_cast<std::uint32_t>(at)});
        ++at;
      }
      const bool more = at < spans_.size() && spans_[at].lane == lane;
      if (ends.empty() && !more) return at;
      if (ends.empty()) {
        position = spans_[at].first;
        continue;
      }
      std::uint64_t last = ends.top().first;
      if (more) last = std::min(last, spans_[at].first - 1);
      visit(lane, position, last, active);
      position = last + 1;
    }
  }

  std::vector<UnitSpan>& spans_;
};

// Findings of one rule over neighbouring intervals, joined where the rows are the same.
struct IntervalFinding {
  CheckRule rule;
  std::uint32_t lane;
  std::uint64_t first;
  std::uint64_t last;
  std::uint32_t span;        // the row at fault
  std::uint32_t other_span;  // kNoSpan: none
  std::vector<std::string> figures;
};
inline constexpr std::uint32_t kNoSpan = UINT32_MAX;

class IntervalFindings {
 public:
  void add(IntervalFinding finding) {
    if (!findings_.empty()) {
      IntervalFinding& back = findings_.back();
      if (back.rule == finding.rule && back.lane == finding.lane && back.span == finding.span &&
          back.other_span == finding.other_span && back.last + 1 == finding.first &&
          back.figures == finding.figures) {
        back.last = finding.last;
        return;
      }
    }
    findings_.push_back(std::move(finding));
  }
  const std::vector<IntervalFinding>& all() const { return findings_; }

 private:
  std::vector<IntervalFinding> findings_;
};

// A span with something that all spans over one unit must agree in.
struct KeyedSpan {
  UnitSpan span;
  std::uint32_t key = 0;
};

// visit(span, earlier) for each span that overlaps an earlier one (by first serial) with another
// key; one such earlier span is named.
template <class Visit>
void visit_disagreements(std::vector<KeyedSpan>& spans, Visit visit) {
  std::sort(spans.begin(), spans.end(), [](const KeyedSpan& a, const KeyedSpan& b) {
    return std::tie(a.span.lane, a.span.first) < std::tie(b.span.lane, b.span.first);
  });
  // The span that reaches furthest, and the one that does so among those with another key.
  const KeyedSpan* furthest = nullptr;
  const KeyedSpan* second = nullptr;
  for (const KeyedSpan& span : spans) {
    if (furthest && furthest->span.lane != span.span.lane) furthest = second = nullptr;
    const KeyedSpan* rival = furthest && furthest->key == span.key ? second : furthest;
    if (rival && rival->span.last >= span.span.first) visit(span.span, rival->span);
    if (!furthest) {
      furthest = &span;
    } else if (span.key == furthest->key) {
      if (span.span.last > furthest->span.last) furthest = &span;
    } else if (span.span.last > furthest->span.last) {
      second = furthest;
      furthest = &span;
    } else if (!second || second->span.last < span.span.last) {
      second = &span;
    }
  }
}

}  // namespace openitmo::reporting
