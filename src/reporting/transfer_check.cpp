#include <fmt/format.h>
#include <limits>
#include <map>

#include "reporting/aef_database.h"

// First transfers and transfers of one Party against acquisitions of the other, unit by unit.
namespace openitmo::reporting {

namespace {

using ledger::ActionType;

enum Kind : std::uint8_t { out, in };
using Active = UnitSweep<2>::Active;

// All movements from one Party to another.
struct Lane {
  PartyId from;
  PartyId to;
  auto operator<=>(const Lane&) const = default;
};

class TransferCheck {
 public:
  TransferCheck(const AefDatabase& database, const CrossCheckSettings& settings,
                const SeriesRows& rows)
      : database_(database), settings_(settings), series_(rows.series) {
    spans_.reserve(rows.actions.size());
    for (const RowAt at : rows.actions) {
      const ActionRow& row = database.action(at);
      const PartyId party = database.submission(at.submission).party;
      if (database.is_adaptation_fund(row.acquiring_party) ||
          database.is_adaptation_fund(row.transferring_party))
        continue;
      if (hands_over(row) && !row.acquiring_party.empty())
        add({party, row.acquiring_party}, at, row, out);
      if (row.type == ActionType::acquisition && !row.transferring_party.empty())
        add({row.transferring_party, party}, at, row, in);
    }
  }

  void report(std::vector<Finding>& findings);

 private:
  struct NonGhg {
    std::int64_t out = 0;
    std::int64_t in = 0;
    AefPlace last_in{};
  };

  void add(const Lane& lane, RowAt at, const ActionRow& row, Kind kind);
  void compare(std::uint32_t lane, std::uint64_t first, std::uint64_t last, const Active& active);
  // The AEF that would show the other side of `span` and is not there.
  std::optional<CalendarYear> missing_year(const Lane& lane, const UnitSpan& span) const;

  const AefDatabase& database_;
  CrossCheckSettings settings_;
  ledger::ItmoSeries series_;
  std::map<Lane, std::uint32_t> lane_indexes_;
  std::vector<Lane> lanes_;
  std::vector<UnitSpan> spans_;
  std::map<std::uint32_t, NonGhg> non_ghg_;  // by lane
  IntervalFindings found_;
};

void TransferCheck::add(const Lane& lane, RowAt at, const ActionRow& row, Kind kind) {
  if (!row.block.range.valid()) return;
  const auto [found, added] =
      lane_indexes_.try_emplace(lane, static_cast<std::uint32_t>(lanes_.size()));
  if (added) lanes_.push_back(lane);
  spans_.push_back({.lane = found->second,
                    .submission = at.submission,
                    .row = at.row,
                    .table = AefTable::actions,
                    .kind = kind,
                    .date = row.date,
                    .first = row.block.range.first_id.serial,
                    .last = row.block.range.last_id.serial});
  if (row.block.metric != Metric::non_ghg || !row.block.quantity_non_ghg) return;
  NonGhg& amounts = non_ghg_[found->second];
  std::int64_t& amount = kind == out ? amounts.out : amounts.in;
  if (__builtin_add_overflow(amount, *row.block.quantity_non_ghg, &amount))
    amount = std::numeric_limits<std::int64_t>::max();
  if (kind == in) amounts.last_in = spans_.back().place();
}

// A transfer shows in the receiver's AEF of the same year, or of the next if it was on its way over
// the year's end; an acquisition in the sender's of the same or the previous one.
std::optional<CalendarYear> TransferCheck::missing_year(const Lane& lane,
                                                        const UnitSpan& span) const {
  const CalendarYear year = span.date.year();
  const PartyId partner = span.kind == out ? lane.to : lane.from;
  if (!database_.available(partner, year)) return year;
  const int days = settings_.in_transit_days_max;
  const CalendarYear beyond = span.date.plus_days(span.kind == out ? days : -days).year();
  if (beyond != year && !database_.available(partner, beyond)) return beyond;
  return std::nullopt;
}

void TransferCheck::compare(std::uint32_t lane, std::uint64_t first, std::uint64_t last,
                            const Active& active) {
  const std::size_t sent = active[out].size();
  const std::size_t received = active[in].size();
  if (sent == received) {
    const auto [sent_on, sender] = *active[out].begin();
    const auto [received_on, receiver] = *active[in].begin();
    if (received_on < sent_on)
      found_.add({CheckRule::acquisition_before_transfer,
                  lane,
                  first,
                  last,
                  receiver,
                  sender,
                  {received_on.to_string(), sent_on.to_string()}});
    return;
  }
  const std::uint32_t span = (sent > received ? active[out] : active[in]).rbegin()->second;
  if (const auto year = missing_year(lanes_[lane], spans_[span])) {
    found_.add({CheckRule::partner_not_available,
                lane,
                first,
                last,
                span,
                kNoSpan,
                {(sent > received ? lanes_[lane].to : lanes_[lane].from).to_string(),
                 fmt::format("{}", year->value())}});
    return;
  }
  found_.add({sent > received ? CheckRule::transfer_without_acquisition
                              : CheckRule::acquisition_without_transfer,
              lane,
              first,
              last,
              span,
              kNoSpan,
              {}});
}

std::vector<std::string> figures_of(const IntervalFinding& found, const Lane& lane,
                                    const ledger::ItmoRange& range) {
  const std::string first = range.first_id.to_string();
  const std::string last = range.last_id.to_string();
  const std::string quantity = fmt::format("{}", range.quantity_t_co2eq().value());
  if (found.rule == CheckRule::acquisition_before_transfer)
    return {first, last, found.figures[0], found.figures[1]};
  if (found.rule == CheckRule::partner_not_available)
    return {found.figures[0], found.figures[1], first, last};
  if (found.rule == CheckRule::transfer_without_acquisition)
    return {lane.from.to_string(), first, last, quantity, lane.to.to_string()};
  return {lane.to.to_string(), first, last, quantity, lane.from.to_string()};
}

void TransferCheck::report(std::vector<Finding>& findings) {
  UnitSweep<2> sweep(spans_);
  sweep.run([&](std::uint32_t lane, std::uint64_t first, std::uint64_t last, const Active& active) {
    compare(lane, first, last, active);
  });
  for (const IntervalFinding& found : found_.all()) {
    const Lane& lane = lanes_[found.lane];
    const auto range = ledger::make_range(series_, found.first, found.last);
    findings.push_back({.rule = found.rule,
                        .at = spans_[found.span].place(),
                        .other = found.other_span == kNoSpan
                                     ? std::nullopt
                                     : std::optional(spans_[found.other_span].place()),
                        .figures = figures_of(found, lane, range),
                        .units = range});
  }
  for (const auto& [lane, amounts] : non_ghg_)
    if (amounts.in > amounts.out && amounts.out > 0)
      findings.push_back(
          {.rule = CheckRule::non_ghg_acquired_exceeds_transferred,
           .at = amounts.last_in,
           .figures = {fmt::format("{}", amounts.in), fmt::format("{}", amounts.out)}});
}

}  // namespace

void check_transfers(const AefDatabase& database, const CrossCheckSettings& settings,
                     const SeriesRows& rows, std::vector<Finding>& findings) {
  TransferCheck(database, settings, rows).report(findings);
}

}  // namespace openitmo::reporting
