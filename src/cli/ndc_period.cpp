#include "cli/ndc_period.h"

#include <CLI/CLI.hpp>
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

namespace {

// Refuses a year that no NDC period among these holds.
class PeriodSearch {
 public:
  explicit PeriodSearch(int year) : year_(year) {}

  // Whether the period of one of the Party's NDCs holds it.
  bool found_in(const ledger::PartyState& party) {
    for (const auto& ndc : party.ndcs) {
      if (ndc.record.first_year <= year_ && year_ <= ndc.record.last_year) return true;
      periods_.insert(
          fmt::format("{}-{}", ndc.record.first_year.value(), ndc.record.last_year.value()));
    }
    return false;
  }
  accounting::Settings settings() const {
    accounting::Settings settings;
    settings.period_year = year_;
    return settings;
  }
  [[noreturn]] void refuse(const Text& what) const;

 private:
  CalendarYear year_;
  std::set<std::string> periods_;
};

void PeriodSearch::refuse(const Text& what) const {
  const std::string asked = fmt::format("--period-year {}", year_.value());
  if (periods_.empty())
    throw files::FileError(asked, what,
                           Words("record its NDC first", "enregistrez d'abord sa CDN"));
  throw files::FileError(
      asked, what,
      Text({"name a year of {}", "nommez une année de {}"}, fmt::join(periods_, ", ")));
}

}  // namespace

accounting::Settings settings_of_period(const ledger::Ledger& ledger, PartyId party, int year) {
  if (year == 0) return {};
  PeriodSearch search(year);
  const ledger::PartyState* state = ledger.find_party(party);
  if (state != nullptr && search.found_in(*state)) return search.settings();
  search.refuse(Text(
      {"{} has no NDC whose period holds it", "{} n'a pas de CDN dont la période la contienne"},
      party.view()));
}

accounting::Settings settings_of_period(std::span<const ledger::Ledger* const> ledgers, int year) {
  if (year == 0) return {};
  PeriodSearch search(year);
  for (const ledger::Ledger* ledger : ledgers)
    for (const auto& [party, state] : ledger->parties())
      if (search.found_in(state)) return search.settings();
  search.refuse(Words("no Party of these journals has an NDC whose period holds it",
                      "aucune Partie de ces journaux n'a de CDN dont la période la contienne"));
}

}  // namespace openitmo::cli
