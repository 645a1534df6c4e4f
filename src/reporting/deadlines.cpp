#include "reporting/deadlines.h"

#include <algorithm>
#include <map>

#include "reporting/aef.h"

namespace openitmo::reporting {

namespace {

constexpr int kFirstBtr = 2024;

Deadline initial_report(const ledger::ApproachState& approach, PartyId party, Date authorized) {
  Deadline deadline{.kind = DeadlineKind::initial_report,
                    .approach = approach.record.record.approach,
                    .year = authorized.year(),
                    .due = authorized};
  const auto report = approach.initial_reports.find(party);
  if (report == approach.initial_reports.end()) {
    deadline.state = DeadlineState::overdue;
    return deadline;
  }
  deadline.done = report->second.effective;
  deadline.entry = report->second.entry;
  deadline.state = report->second.record.with_next_btr ? DeadlineState::with_next_btr
                   : *deadline.done <= authorized      ? DeadlineState::done
                                                       : DeadlineState::done_late;
  return deadline;
}

// One for each approach under which the Party authorized, due by its first authorization.
void add_initial_reports(const ledger::Ledger& ledger, PartyId party,
                         std::vector<Deadline>& deadlines) {
  std::map<CooperativeApproachId, Date> authorized;
  for (const ledger::Authorization& authorization : ledger.authorizations()) {
    const auto& first = authorization.versions.front();
    if (first.record.party != party) continue;
    const auto [known, is_new] = authorized.try_emplace(first.record.approach, first.effective);
    if (!is_new) known->second = std::min(known->second, first.effective);
  }
  for (const auto& [approach, date] : authorized)
    if (const auto* known = ledger.find_approach(approach))
      deadlines.push_back(initial_report(*known, party, date));
}

Deadline annual_information(const ledger::Ledger& ledger, PartyId party, CalendarYear year,
                            Date today) {
  Deadline deadline{.kind = DeadlineKind::annual_information,
                    .approach = {},
                    .year = year,
                    .due = submission_deadline(year)};
  deadline.state = today > *deadline.due ? DeadlineState::overdue : DeadlineState::open;
  for (const auto& sent : ledger.submissions()) {
    if (sent.record.party != party || sent.record.year != year) continue;
    if (deadline.done && *deadline.done <= sent.effective) continue;
    deadline.done = sent.effective;
    deadline.entry = sent.entry;
    deadline.state =
        *deadline.done <= *deadline.due ? DeadlineState::done : DeadlineState::done_late;
  }
  return deadline;
}

int even_year(CalendarYear year) { return year.value() + year.value() % 2; }
int next_btr_year(Date today) { return std::max(kFirstBtr, even_year(today.year())); }

// What was found of earlier biennial transparency reports.
struct EarlierReports {
  const ledger::SubmittedReport* last = nullptr;
  bool is_one_owed = false;
};

// Whether it is regular information of the report due at the end of the year `due`: by what it
// covers, or, in the two years before that day, by covering more than the report before. While an
// earlier report is owed it is that one, sent late.
bool counts_for(const ledger::SubmittedReport& sent, int due, const EarlierReports& earlier,
                bool ldc_or_sids) {
  const int year_sent = sent.effective.year().value();
  const int last = sent.last_year.value();
  // Of a report at its discretion a Party skips one rather than send it two years late.
  if (ldc_or_sids && year_sent > due + 1) return false;
  if (last == due - 1 || last == due) return true;
  if (earlier.is_one_owed || (year_sent != due - 1 && year_sent != due)) return false;
  return earlier.last == nullptr ||
         (sent.last_year > earlier.last->last_year && sent.effective >= earlier.last->effective);
}

// The biennial transparency report itself is not recorded; its regular information is what this
// journal can know of it. Null: none was sent for the one that is due next. Reports are counted
// from the Party's first authorization or action on.
const ledger::SubmittedReport* sent_for_next_btr(const ledger::Ledger& ledger, PartyId party,
                                                 bool ldc_or_sids, Date today) {
  std::vector<const ledger::SubmittedReport*> unused;
  for (const ledger::SubmittedReport& sent : ledger.reviews().submissions())
    if (sent.party == party && sent.kind == ledger::ReportKind::regular_information)
      unused.push_back(&sent);
  std::ranges::stable_sort(unused, {}, &ledger::SubmittedReport::effective);
  const int next = next_btr_year(today);
  const auto years = reported_years(ledger, party, today);
  const int first = years.empty() ? next : std::max(kFirstBtr, even_year(years.front()));
  EarlierReports earlier;
  for (int due = first; due <= next; due += 2) {
    const auto found = std::ranges::find_if(
        unused, [&](const auto* sent) { return counts_for(*sent, due, earlier, ldc_or_sids); });
    if (due == next) return found == unused.end() ? nullptr : *found;
    if (found == unused.end()) {
      earlier.is_one_owed = earlier.is_one_owed || !ldc_or_sids;
      continue;
    }
    earlier.last = *found;
    unused.erase(found);
  }
  return nullptr;
}

Deadline next_btr(const ledger::SubmittedReport* sent, bool ldc_or_sids, Date today) {
  const int year = next_btr_year(today);
  Deadline deadline{
      .kind = DeadlineKind::biennial_transparency_report,
      .approach = {},
      .year = CalendarYear(year),
      .due = Date(year, 12, 31),
      .state = ldc_or_sids ? DeadlineState::at_discretion : DeadlineState::not_recorded};
  if (sent == nullptr) return deadline;
  deadline.done = sent->effective;
  deadline.entry = sent->entry;
  deadline.state =
      sent->effective <= *deadline.due ? DeadlineState::done : DeadlineState::done_late;
  return deadline;
}

// Those that no submission answered; overdue once one went out that did not. Regular information
// that went out before the report was published cannot carry the answer: it comes with the next.
void add_recommendations(const ledger::Ledger& ledger, PartyId party,
                         const ledger::SubmittedReport* sent, Date today,
                         std::vector<Deadline>& deadlines) {
  for (const ledger::Recommendation* one : ledger.reviews().recommendations_of(party)) {
    if (one->state() != ledger::RecommendationState::open) continue;
    const ledger::RecommendationListing& listing = one->listings.back();
    const bool is_too_late = sent != nullptr && !can_answer(*sent, listing);
    const int year = next_btr_year(today) + (is_too_late ? 2 : 0);
    const bool was_passed_over = ledger.reviews().next_submission(*one) != nullptr;
    deadlines.push_back({.kind = DeadlineKind::recommendation_answer,
                         .year = CalendarYear(year),
                         .due = Date(year, 12, 31),
                         .state = was_passed_over ? DeadlineState::overdue : DeadlineState::open,
                         .recommendation = one->id(),
                         .paragraph = listing.record.paragraph});
  }
}

}  // namespace

std::vector<CalendarYear> reported_years(const ledger::Ledger& ledger, PartyId party, Date today) {
  std::optional<CalendarYear> first;
  const auto see = [&](Date date) {
    if (!first || date.year() < *first) first = date.year();
  };
  for (const ledger::Authorization& authorization : ledger.authorizations())
    for (const auto& version : authorization.versions)
      if (version.record.party == party) see(version.effective);
  for (const ledger::Action& action : ledger.actions())
    if (action.reporting_party == party) see(action.date);
  std::vector<CalendarYear> years;
  if (first)
    for (CalendarYear year = *first; year <= today.year(); year = year.next())
      years.push_back(year);
  return years;
}

std::vector<Deadline> deadlines_of(const ledger::Ledger& ledger, const ledger::PartyState& party,
                                   Date today) {
  const PartyId id = party.record.party;
  const bool ldc_or_sids = party.record.ldc_or_sids;
  std::vector<Deadline> deadlines;
  add_initial_reports(ledger, id, deadlines);
  for (const CalendarYear year : reported_years(ledger, id, today))
    deadlines.push_back(annual_information(ledger, id, year, today));
  const auto* sent = sent_for_next_btr(ledger, id, ldc_or_sids, today);
  deadlines.push_back(next_btr(sent, ldc_or_sids, today));
  add_recommendations(ledger, id, sent, today, deadlines);
  std::ranges::stable_sort(deadlines, {}, &Deadline::due);
  return deadlines;
}

}  // namespace openitmo::reporting
