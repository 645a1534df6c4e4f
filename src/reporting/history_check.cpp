#include <fmt/format.h>

#include "reporting/aef_database.h"

// The life of each unit over all Parties and years: first transferred once, before anything else,
// and nothing after its use or cancellation.
namespace openitmo::reporting {

namespace {

using ledger::ActionType;

enum Kind : std::uint8_t {
  first_transferred,
  consumed,          // use or cancellation
  consumed_at_once,  // the first transfer that records a use or cancellation
  acted_on,          // anything else that needs a first transfer before
  held,              // on 31 December
};
constexpr std::size_t kKinds = 5;
using Active = UnitSweep<kKinds>::Active;

class HistoryCheck {
 public:
  HistoryCheck(const AefDatabase& database, const SeriesRows& rows)
      : database_(database), series_(rows.series) {
    spans_.reserve(rows.actions.size() + rows.holdings.size());
    for (const RowAt at : rows.actions) {
      const ActionRow& row = database.action(at);
      const AefPlace place = at.in(AefTable::actions);
      if (row.type == ActionType::first_transfer) {
        add(row.block, place, row.date, first_transferred);
        if (ends_life(row)) add(row.block, place, row.date, consumed_at_once);
      } else {
        add(row.block, place, row.date, ends_life(row) ? consumed : acted_on);
      }
    }
    for (const RowAt at : rows.holdings)
      add(database.holding(at).block, at.in(AefTable::holdings),
          Date(database.submission(at.submission).reported_year.value(), 12, 31), held);
  }

  void report(std::vector<Finding>& findings) {
    UnitSweep<kKinds> sweep(spans_);
    sweep.run([&](std::uint32_t, std::uint64_t first, std::uint64_t last, const Active& active) {
      check_consumption(first, last, active);
      check_first_transfer(first, last, active);
    });
    for (const IntervalFinding& found : found_.all()) {
      const auto range = ledger::make_range(series_, found.first, found.last);
      std::vector<std::string> figures{range.first_id.to_string(), range.last_id.to_string()};
      figures.insert(figures.end(), found.figures.begin(), found.figures.end());
      findings.push_back({.rule = found.rule,
                          .at = spans_[found.span].place(),
                          .other = found.other_span == kNoSpan
                                       ? std::nullopt
                                       : std::optional(spans_[found.other_span].place()),
                          .figures = std::move(figures),
                          .units = range});
    }
  }

 private:
  void add(const BlockColumns& block, AefPlace at, Date date, Kind kind) {
    if (!block.range.valid()) return;
    spans_.push_back({.submission = static_cast<std::uint32_t>(at.submission),
                      .row = at.row,
                      .table = at.table,
                      .kind = kind,
                      .date = date,
                      .first = block.range.first_id.serial,
                      .last = block.range.last_id.serial});
  }
  void check_consumption(std::uint64_t first, std::uint64_t last, const Active& active);
  void check_first_transfer(std::uint64_t first, std::uint64_t last, const Active& active);

  const AefDatabase& database_;
  ledger::ItmoSeries series_;
  std::vector<UnitSpan> spans_;
  IntervalFindings found_;
};

void HistoryCheck::check_consumption(std::uint64_t first, std::uint64_t last,
                                     const Active& active) {
  if (active[consumed].size() > 1)
    found_.add({CheckRule::used_twice,
                0,
                first,
                last,
                active[consumed].rbegin()->second,
                active[consumed].begin()->second,
                {}});
  const auto& ends = active[consumed_at_once].empty() ? active[consumed] : active[consumed_at_once];
  if (ends.empty()) return;
  const auto [end_date, end] = *ends.begin();
  const auto later = [&](const auto& acts, bool same_day_too) {
    if (acts.empty()) return;
    const auto [date, act] = *acts.rbegin();
    if (date > end_date || (same_day_too && date == end_date))
      found_.add({CheckRule::act_after_use_or_cancellation,
                  0,
                  first,
                  last,
                  act,
                  end,
                  {end_date.to_string(), date.to_string()}});
  };
  later(active[acted_on], false);
  later(active[held], true);
  // A use row on the day of its first-transfer record is the same act.
  if (!active[consumed_at_once].empty()) later(active[consumed], false);
}

void HistoryCheck::check_first_transfer(std::uint64_t first, std::uint64_t last,
                                        const Active& active) {
  const auto& transfers = active[first_transferred];
  if (transfers.size() > 1)
    found_.add({CheckRule::first_transferred_twice,
                0,
                first,
                last,
                transfers.rbegin()->second,
                transfers.begin()->second,
                {}});
  for (const Kind kind : {acted_on, consumed}) {
    if (active[kind].empty()) continue;
    const auto [date, act] = *active[kind].begin();
    if (!transfers.empty() && transfers.begin()->first <= date) continue;
    const auto missing = transfers.empty()
                             ? database_.first_missing(series_.party, series_.vintage, date.year())
                             : std::nullopt;
    if (missing)
      found_.add({CheckRule::first_transfer_not_available,
                  0,
                  first,
                  last,
                  act,
                  kNoSpan,
                  {series_.party.to_string(), fmt::format("{}", missing->value())}});
    else
      found_.add({CheckRule::first_transfer_missing,
                  0,
                  first,
                  last,
                  act,
                  transfers.empty() ? kNoSpan : transfers.begin()->second,
                  {series_.party.to_string()}});
  }
}

}  // namespace

void check_unit_histories(const AefDatabase& database, const SeriesRows& rows,
                          std::vector<Finding>& findings) {
  HistoryCheck(database, rows).report(findings);
  const PartyId origin = rows.series.party;
  for (const RowAt at : rows.actions) {
    const ActionRow& row = database.action(at);
    const PartyId party = database.submission(at.submission).party;
    if (row.type == ActionType::first_transfer && party != origin)
      findings.push_back({.rule = CheckRule::first_transfer_by_other_party,
                          .at = {at.submission, AefTable::actions, at.row, 2},
                          .figures = {party.to_string(), origin.to_string()},
                          .units = row.block.range});
  }
}

}  // namespace openitmo::reporting
