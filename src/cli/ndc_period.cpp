#include "cli/ndc_period.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "files/problem.h"

namespace openitmo::cli {

void add_period_year(CLI::App& command, int& year, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option("--period-year", year,
                  said({"A year of the NDC period to look at (default: the period of the last "
                        "entry)",
                        "Une année de la période de CDN à examiner (par défaut : la période de la "
                        "dernière écriture)"}))
      ->check(CLI::Range(2021, 9999))
      ->option_text(said({"YEAR", "ANNÉE"}));
}

accounting::Settings settings_of_period(const ledger::Ledger& ledger, PartyId party, int year) {
  accounting::Settings settings;
  if (year == 0) return settings;
  settings.period_year = CalendarYear(year);
  std::set<std::string> periods;
  if (const ledger::PartyState* state = ledger.find_party(party))
    for (const auto& ndc : state->ndcs) {
      if (ndc.record.first_year <= *settings.period_year &&
          *settings.period_year <= ndc.record.last_year)
        return settings;
      periods.insert(
          fmt::format("{}-{}", ndc.record.first_year.value(), ndc.record.last_year.value()));
    }
  const std::string asked = fmt::format("--period-year {}", year);
  const Text what({"{} has no NDC whose period holds it",
                   "{} n'a pas de CDN dont la période la "
                   "contienne"},
                  party.view());
  if (periods.empty())
    throw files::FileError(asked, what,
                           Words("record its NDC first", "enregistrez d'abord sa CDN"));
  throw files::FileError(
      asked, what, Text({"name a year of {}", "nommez une année de {}"}, fmt::join(periods, ", ")));
}

}  // namespace openitmo::cli
