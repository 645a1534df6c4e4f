#include <algorithm>

#include "cli/accounting_commands.h"
#include "cli/aef_files.h"
#include "cli/journal_file.h"
#include "cli/journal_options.h"
#include "cli/ndc_period.h"
#include "cli/read_acts.h"
#include "cli/served_party.h"
#include "files/html/dashboard_html.h"
#include "reporting/aef_text.h"
#include "reporting/submission_check.h"

namespace openitmo::cli {

namespace {

constexpr auto kProfile = reporting::AefProfile::xlsx_checker;

// The day for which a year's information is drawn: when it was sent, by when it can still be, or
// today where that has passed.
Date day_of(const reporting::PartyOverview& overview, CalendarYear year, Date today) {
  for (const reporting::Deadline& deadline : overview.deadlines)
    if (deadline.kind == reporting::DeadlineKind::annual_information && deadline.year == year)
      return deadline.done ? *deadline.done : std::max(today, *deadline.due);
  return today;
}

std::vector<files::CheckedYear> checked_years(const DashboardOptions& options,
                                              const journal::LogKeys& keys,
                                              const ledger::Ledger& ledger,
                                              const reporting::PartyOverview& overview,
                                              Date today) {
  std::vector<files::CheckedYear> checked;
  for (const CalendarYear year : reporting::reported_years(ledger, overview.party, today))
    checked.push_back(
        {.year = year,
         .findings = check_submission(draw_as_known({.journal = options.journal,
                                                     .keys = keys,
                                                     .party = overview.party,
                                                     .year = year,
                                                     .version = {},
                                                     .date = day_of(overview, year, today),
                                                     .entry_count = ledger.entry_count(),
                                                     .settings = {}}),
                                      kProfile)});
  return checked;
}

}  // namespace

int dashboard(const DashboardOptions& options) {
  const auto keys = keys_of_journal(options.journal, options.keys);
  const ledger::Ledger ledger = open_file(options.journal, keys, options.language).ledger;
  const PartyId party = served_party(ledger, options.journal, options.party);
  const Date today = day_or_today(options.date);
  const std::string_view line = is_demonstration(ledger)
                                    ? std::string_view(reporting::kDemonstrationLine)
                                    : std::string_view();
  const reporting::PartyOverview overview = reporting::overview_of(
      ledger, party, today, settings_of_period(ledger, party, options.period_year));
  write_output(options.output, files::dashboard_html(
                                   overview, checked_years(options, keys, ledger, overview, today),
                                   today, line, options.language));
  return kDone;
}

}  // namespace openitmo::cli
