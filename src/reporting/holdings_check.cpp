#include <fmt/format.h>

#include "reporting/aef_database.h"

// Holdings: one holder for each unit, and opening + in - out = closing, unit by unit.
namespace openitmo::reporting {

namespace {

using ledger::ActionType;

enum Kind : std::uint8_t {
  opening,
  acquired,
  retained,      // first transferred by authorization or issuance, and not handed over
  handed_over,   // transferred, used or cancelled
  first_leaves,  // first transfer that hands over
  first_ends,    // first transfer that records a use or cancellation
  closing,
};
constexpr std::size_t kKinds = 7;
using Active = UnitSweep<kKinds>::Active;

Kind kind_of(const ActionRow& row) {
  if (row.type == ActionType::acquisition) return acquired;
  if (row.type != ActionType::first_transfer) return handed_over;
  if (is_first_international_transfer(row)) return first_leaves;
  return ends_life(row) ? first_ends : retained;
}

UnitSpan span_of(const BlockColumns& block, std::uint32_t lane, std::uint32_t index,
                 std::uint32_t row, AefTable table, std::uint8_t kind, Date date) {
  return {.lane = lane,
          .submission = index,
          .row = row,
          .table = table,
          .kind = kind,
          .date = date,
          .first = block.range.first_id.serial,
          .last = block.range.last_id.serial};
}

// One Party and year.
class RollForward {
 public:
  RollForward(const AefDatabase& database, std::uint32_t index)
      : index_(index),
        submission_(database.submission(index)),
        previous_(
            database.find(submission_.party, CalendarYear(submission_.reported_year.value() - 1))) {
    spans_.reserve(submission_.actions.size() + submission_.holdings.size() +
                   (previous_ ? previous_->holdings.size() : 0));
    for (std::uint32_t row = 0; row < submission_.actions.size(); ++row) {
      const ActionRow& action = submission_.actions[row];
      add(action.block, index, row, AefTable::actions, kind_of(action), action.date);
    }
    for (std::uint32_t row = 0; row < submission_.holdings.size(); ++row)
      add(submission_.holdings[row].block, index, row, AefTable::holdings, closing, Date());
    if (!previous_) return;
    const auto previous_index =
        static_cast<std::uint32_t>(previous_ - database.submissions().data());
    for (std::uint32_t row = 0; row < previous_->holdings.size(); ++row)
      add(previous_->holdings[row].block, previous_index, row, AefTable::holdings, opening, Date());
  }

  void report(std::vector<Finding>& findings);

 private:
  void add(const BlockColumns& block, std::uint32_t index, std::uint32_t row, AefTable table,
           Kind kind, Date date) {
    if (block.range.valid())
      spans_.push_back(
          span_of(block, series_.of(block.range.series()), index, row, table, kind, date));
  }
  void compare(std::uint32_t lane, std::uint64_t first, std::uint64_t last, const Active& active);
  std::vector<std::string> figures_of(const IntervalFinding& found,
                                      const ledger::ItmoRange& range) const;

  std::uint32_t index_;
  const AefSubmission& submission_;
  const AefSubmission* previous_;
  SeriesIndex series_;
  std::vector<UnitSpan> spans_;
  IntervalFindings found_;
};

void RollForward::compare(std::uint32_t lane, std::uint64_t first, std::uint64_t last,
                          const Active& active) {
  const auto count = [&](Kind kind) { return static_cast<int>(active[kind].size()); };
  const auto any = [&](std::initializer_list<Kind> kinds) {
    for (const Kind kind : kinds)
      if (!active[kind].empty()) return active[kind].rbegin()->second;
    return kNoSpan;
  };
  // A unit may be in holdings before its first transfer or not: the sources leave it open.
  const bool was_there = count(opening) > 0 || count(retained) > 0;
  int out = count(handed_over);
  if (count(first_ends) > 0 && out > 0) --out;  // the same use, reported in two rows
  int expected = count(opening) + count(acquired) - out;
  if (count(opening) == 0 && count(retained) > 0) ++expected;
  if (was_there && count(first_leaves) + count(first_ends) > 0) --expected;
  const int held = count(closing);
  if (expected == held) return;

  const bool own = series_.series(lane).party == submission_.party;
  const bool issued = own && expected == 0 && held == 1 && count(handed_over) == 0 &&
                      count(first_leaves) + count(first_ends) == 0;
  if (issued) return;  // authorized and issued, not yet first transferred
  const std::uint32_t outgoing = any({handed_over, first_leaves, first_ends});
  if (!previous_ && (expected < 0 || held > expected)) {
    const std::uint32_t span = held > 0 ? any({closing}) : outgoing;
    found_.add({CheckRule::opening_holdings_not_available, lane, first, last, span, kNoSpan, {}});
  } else if (expected < 0) {
    found_.add({CheckRule::act_on_units_not_held, lane, first, last, outgoing, kNoSpan, {}});
  } else {
    const std::uint32_t span = any({closing, handed_over, acquired, retained, opening});
    found_.add({CheckRule::holdings_do_not_roll_forward,
                lane,
                first,
                last,
                span,
                kNoSpan,
                {fmt::format("{}", expected), fmt::format("{}", held)}});
  }
}

std::vector<std::string> RollForward::figures_of(const IntervalFinding& found,
                                                 const ledger::ItmoRange& range) const {
  const std::string party = submission_.party.to_string();
  const std::string first = range.first_id.to_string();
  const std::string last = range.last_id.to_string();
  if (found.rule == CheckRule::act_on_units_not_held) return {party, first, last};
  if (found.rule == CheckRule::opening_holdings_not_available)
    return {first, last, fmt::format("{}", submission_.reported_year.value()), party,
            fmt::format("{}", submission_.reported_year.value() - 1)};
  // A unit counts once in every row that shows it, so tonnes are the length times the rows.
  const auto tonnes = [&](std::uint64_t rows) {
    return fmt::format("{}", rows * range.quantity_t_co2eq().value());
  };
  return {party, tonnes(std::stoull(found.figures[1])), tonnes(std::stoull(found.figures[0])),
          first, last};
}

void RollForward::report(std::vector<Finding>& findings) {
  UnitSweep<kKinds> sweep(spans_);
  sweep.run([&](std::uint32_t lane, std::uint64_t first, std::uint64_t last, const Active& active) {
    compare(lane, first, last, active);
  });
  for (const IntervalFinding& found : found_.all()) {
    const auto range = ledger::make_range(series_.series(found.lane), found.first, found.last);
    AefPlace at = spans_[found.span].place();
    if (at.submission != index_)  // units of the opening holdings that are missing from Table 4
      at = {index_, AefTable::holdings, AefPlace::kWholeTable, 0};
    findings.push_back(
        {.rule = found.rule, .at = at, .figures = figures_of(found, range), .units = range});
  }
}

}  // namespace

void check_holdings(const AefDatabase& database, std::uint32_t submission,
                    std::vector<Finding>& findings) {
  RollForward(database, submission).report(findings);
}

// A lane is a year: all holdings of one day, over all Parties.
void check_holders(const AefDatabase& database, const SeriesRows& rows,
                   std::vector<Finding>& findings) {
  std::vector<UnitSpan> spans;
  spans.reserve(rows.holdings.size());
  for (const RowAt at : rows.holdings) {
    const BlockColumns& block = database.holding(at).block;
    const auto year =
        static_cast<std::uint32_t>(database.submission(at.submission).reported_year.value());
    if (block.range.valid())
      spans.push_back(span_of(block, year, at.submission, at.row, AefTable::holdings, 0, Date()));
  }
  UnitSweep<1> sweep(spans);
  IntervalFindings found;
  sweep.run([&](std::uint32_t year, std::uint64_t first, std::uint64_t last, const auto& active) {
    if (active[0].size() > 1)
      found.add({CheckRule::unit_held_twice,
                 year,
                 first,
                 last,
                 active[0].rbegin()->second,
                 active[0].begin()->second,
                 {}});
  });
  for (const IntervalFinding& overlap : found.all()) {
    const auto range = ledger::make_range(rows.series, overlap.first, overlap.last);
    findings.push_back({.rule = overlap.rule,
                        .at = spans[overlap.span].place(),
                        .other = spans[overlap.other_span].place(),
                        .figures = {range.first_id.to_string(), range.last_id.to_string(),
                                    fmt::format("{}", overlap.lane)},
                        .units = range});
  }
}

}  // namespace openitmo::reporting
