#include "reporting/submission_check.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

#include "reporting/old_layout.h"
#include "reporting/row_check.h"
#include "reporting/row_meaning.h"
#include "reporting/unit_sweep.h"

namespace openitmo::reporting {

namespace {

std::string text(CalendarYear year) { return fmt::format("{}", year.value()); }
std::string text(TonnesCo2eq tonnes) { return fmt::format("{}", tonnes.value()); }

class SubmissionCheck {
 public:
  SubmissionCheck(const AefSubmission& submission, std::vector<Finding>& findings)
      : submission_(submission), findings_(findings) {
    for (const AuthorizationRow& row : submission.authorizations)
      versions_[row.authorization].push_back(&row);
  }

  void check_header();
  void check_authorization_keys();
  void check_references();
  void check_authorized_volume();
  void check_units();

 private:
  void add(CheckRule rule, AefPlace at, std::vector<std::string> figures) {
    findings_.push_back({.rule = rule, .at = at, .figures = std::move(figures)});
  }
  void check_reference(const BlockColumns& block, AefPlace at);
  void check_against_authorization(const ActionRow& row, std::uint32_t number);
  void check_agreement();

  const AefSubmission& submission_;
  std::vector<Finding>& findings_;
  std::map<std::string_view, std::vector<const AuthorizationRow*>> versions_;
};

void SubmissionCheck::check_header() {
  const auto& [first, last] = std::tie(submission_.ndc_first_year, submission_.ndc_last_year);
  const CalendarYear year = submission_.reported_year;
  if (year == CalendarYear()) return;  // could not be read, which is a finding of its cell
  if (first && last && (*first > *last || year < *first || year > *last))
    add(CheckRule::ndc_period_not_valid, {0, AefTable::submission, 0, 7},
        {text(*first), text(*last), text(year)});
  const Date sent = submission_.submission_date;
  if (sent == Date()) return;
  // A revised AEF comes when it comes (4/CMA.6 para 32); the first one has a deadline.
  const bool first_version = submission_.version == SubmissionVersion{1, 0};
  if (first_version && sent > submission_deadline(year))
    add(CheckRule::submission_late, {0, AefTable::submission, 0, 4},
        {sent.to_string(), submission_deadline(year).to_string()});
  if (sent.year() <= year)
    add(CheckRule::submission_before_year_end, {0, AefTable::submission, 0, 4},
        {sent.to_string(), text(year)});
}

void SubmissionCheck::check_authorization_keys() {
  std::set<std::tuple<std::string_view, Date, std::uint32_t>> keys;
  for (std::uint32_t i = 0; i < submission_.authorizations.size(); ++i) {
    const AuthorizationRow& row = submission_.authorizations[i];
    if (!keys.insert({row.authorization, row.date, row.version}).second)
      add(CheckRule::authorization_repeated, {0, AefTable::authorizations, i, 1},
          {row.authorization, row.date.to_string(), fmt::format("{}", row.version)});
  }
}

void SubmissionCheck::check_reference(const BlockColumns& block, AefPlace at) {
  if (!versions_.contains(block.authorization))
    add(CheckRule::authorization_not_in_table_2, at, {block.authorization});
}

void SubmissionCheck::check_against_authorization(const ActionRow& row, std::uint32_t number) {
  const auto versions = versions_.find(row.block.authorization);
  if (versions == versions_.end()) return;
  const AuthorizationRow* authorization = authorization_in_force(versions->second, row.date);
  const auto outside = [&](std::uint8_t field, CalendarYear year, const YearWindow& window) {
    if (window.first <= year && year <= window.last) return;
    add(CheckRule::outside_authorized_timeframe, {0, AefTable::actions, number, field},
        {std::string(plain_label(aef_field(AefTable::actions, field))), text(year),
         text(window.first), text(window.last), row.block.authorization});
  };
  if (const auto& timeframe = authorization->timeframe) {
    if (timeframe->occurred) outside(19, row.block.vintage, *timeframe->occurred);
    if (row.use_year && timeframe->use) outside(25, *row.use_year, *timeframe->use);
  }
  if (row.type == ledger::ActionType::first_transfer && authorization->date > row.date)
    add(CheckRule::first_transfer_before_authorization, {0, AefTable::actions, number, 1},
        {row.date.to_string(), row.block.authorization, authorization->date.to_string()});
}

void SubmissionCheck::check_references() {
  std::set<std::string_view> entities;
  for (const EntityRow& row : submission_.entities) entities.insert(row.identification_number);
  for (const AuthorizationRow& row : submission_.authorizations)
    entities.insert(row.authorized_entities.begin(), row.authorized_entities.end());
  for (std::uint32_t i = 0; i < submission_.actions.size(); ++i) {
    const ActionRow& row = submission_.actions[i];
    check_reference(row.block, {0, AefTable::actions, i, 5});
    check_against_authorization(row, i);
    if (!row.using_entity.empty() && !entities.contains(row.using_entity))
      add(CheckRule::entity_not_in_table_5, {0, AefTable::actions, i, 24}, {row.using_entity});
  }
  for (std::uint32_t i = 0; i < submission_.holdings.size(); ++i)
    check_reference(submission_.holdings[i].block, {0, AefTable::holdings, i, 2});
}

void SubmissionCheck::check_authorized_volume() {
  std::map<std::string_view, TonnesCo2eq> totals;
  std::set<std::string_view> reported;
  std::vector<std::uint32_t> by_date(submission_.actions.size());
  for (std::uint32_t i = 0; i < by_date.size(); ++i) by_date[i] = i;
  std::stable_sort(by_date.begin(), by_date.end(), [&](std::uint32_t a, std::uint32_t b) {
    return submission_.actions[a].date < submission_.actions[b].date;
  });
  for (const std::uint32_t i : by_date) {
    const ActionRow& row = submission_.actions[i];
    const auto versions = versions_.find(row.block.authorization);
    if (row.type != ledger::ActionType::first_transfer || versions == versions_.end()) continue;
    TonnesCo2eq& total = totals[row.block.authorization];
    total = added(total, row.block.quantity_t_co2eq);
    const auto cap = authorization_in_force(versions->second, row.date)->quantity_t_co2eq;
    if (!cap || total <= *cap || !reported.insert(row.block.authorization).second) continue;
    add(CheckRule::authorized_quantity_exceeded, {0, AefTable::actions, i, 16},
        {text(total), row.block.authorization, text(*cap), text(total - *cap)});
  }
}

void SubmissionCheck::check_units() {
  enum Kind : std::uint8_t { consumed, held };
  SeriesIndex series;
  std::vector<UnitSpan> spans;
  const auto add_span = [&](const BlockColumns& block, AefTable table, std::uint32_t row,
                            Kind kind) {
    if (block.range.valid())
      spans.push_back({.lane = series.of(block.range.series()),
                       .row = row,
                       .table = table,
                       .kind = kind,
                       .first = block.range.first_id.serial,
                       .last = block.range.last_id.serial});
  };
  for (std::uint32_t i = 0; i < submission_.actions.size(); ++i)
    if (ends_life(submission_.actions[i]))
      add_span(submission_.actions[i].block, AefTable::actions, i, consumed);
  for (std::uint32_t i = 0; i < submission_.holdings.size(); ++i)
    add_span(submission_.holdings[i].block, AefTable::holdings, i, held);
  UnitSweep<2> sweep(spans);
  IntervalFindings overlaps;
  sweep.run([&](std::uint32_t in, std::uint64_t first, std::uint64_t last, const auto& active) {
    if (active[held].size() > 1)
      overlaps.add({CheckRule::holdings_overlap,
                    in,
                    first,
                    last,
                    active[held].rbegin()->second,
                    active[held].begin()->second,
                    {}});
    if (!active[held].empty() && !active[consumed].empty())
      overlaps.add({CheckRule::consumed_units_held,
                    in,
                    first,
                    last,
                    active[held].begin()->second,
                    active[consumed].begin()->second,
                    {}});
  });
  for (const IntervalFinding& found : overlaps.all()) {
    const auto range = ledger::make_range(series.series(found.lane), found.first, found.last);
    findings_.push_back({.rule = found.rule,
                         .at = spans[found.span].place(),
                         .other = spans[found.other_span].place(),
                         .figures = {range.first_id.to_string(), range.last_id.to_string()},
                         .units = range});
  }
  check_agreement();
}

// Metric and mitigation type of the same units, in Tables 3 and 4.
void SubmissionCheck::check_agreement() {
  SeriesIndex series;
  std::vector<KeyedSpan> spans;
  const auto add_span = [&](const BlockColumns& block, AefTable table, std::uint32_t row) {
    if (!block.range.valid()) return;
    const auto key = static_cast<std::uint32_t>(block.metric) * 2 +
                     static_cast<std::uint32_t>(block.mitigation_type);
    spans.push_back({{.lane = series.of(block.range.series()),
                      .row = row,
                      .table = table,
                      .first = block.range.first_id.serial,
                      .last = block.range.last_id.serial},
                     key});
  };
  for (std::uint32_t i = 0; i < submission_.actions.size(); ++i)
    add_span(submission_.actions[i].block, AefTable::actions, i);
  for (std::uint32_t i = 0; i < submission_.holdings.size(); ++i)
    add_span(submission_.holdings[i].block, AefTable::holdings, i);
  const auto block_of = [&](const UnitSpan& span) -> const BlockColumns& {
    return span.table == AefTable::actions ? submission_.actions[span.row].block
                                           : submission_.holdings[span.row].block;
  };
  visit_disagreements(spans, [&](const UnitSpan& span, const UnitSpan& other) {
    const BlockColumns& here = block_of(span);
    const BlockColumns& there = block_of(other);
    const bool metric = here.metric != there.metric;
    const auto range =
        ledger::make_range(series.series(span.lane), span.first, std::min(span.last, other.last));
    findings_.push_back(
        {.rule = CheckRule::action_and_holding_differ,
         .at = span.place(),
         .other = other.place(),
         .figures = {range.first_id.to_string(), range.last_id.to_string(),
                     metric ? "Metric" : "Mitigation type",
                     std::string(metric ? spelled(here.metric) : spelled(here.mitigation_type)),
                     std::string(metric ? spelled(there.metric) : spelled(there.mitigation_type))},
         .units = range});
  });
}

}  // namespace

std::vector<Finding> check_rows(const AefSubmission& submission) {
  std::vector<Finding> findings;
  check_conditional_columns(submission, findings);
  check_blocks(submission, findings);
  check_checker_rows(submission, findings);
  SubmissionCheck check(submission, findings);
  check.check_header();
  check.check_authorization_keys();
  check.check_references();
  check.check_authorized_volume();
  check.check_units();
  if (submission.layout == AefLayout::cma4) leave_out_later_rules(findings);
  return findings;
}

}  // namespace openitmo::reporting
