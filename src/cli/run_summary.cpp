#include "cli/run_summary.h"

#include <algorithm>
#include <fmt/format.h>

#include "quantity/decimal.h"
#include "quantity/rounding.h"

namespace openitmo::cli {

namespace {

std::string heading(const Terminal& terminal, std::string_view key, std::string_view unit) {
  return fmt::format("{} ({})", terminal.say(key), terminal.say(unit));
}

// Kilograms as whole tonnes for people, rounded towards minus infinity like the ledger does.
std::string tonnes_of(KilogramsCo2eq amount) {
  const std::int64_t kg = amount.value();
  return tonnes_text(kg >= 0 ? kg / 1000 : -((-kg + 999) / 1000));
}

const ledger::UnitsIssued* issuance_of(const registry::ProgrammeRun& run,
                                       const std::string& component, Vintage vintage) {
  for (const auto& state : run.registries)
    for (const auto& issuance : state.ledger.issuances())
      if (issuance.record.component == component && issuance.record.vintage == vintage)
        return &issuance.record;
  return nullptr;
}

void show_results(Terminal& terminal, const registry::ProgrammeRun& run) {
  std::vector<std::vector<std::string>> rows{
      {std::string(terminal.say("component")), std::string(terminal.say("vintage")),
       heading(terminal, "reductions", "in_t"), std::string(terminal.say("issued")),
       std::string(terminal.say("deficit"))}};
  for (const auto& result : run.results)
    for (const auto& year : result.quantification.years) {
      const auto* issued = issuance_of(run, result.component, year.year);
      rows.push_back({result.component, fmt::format("{}", year.year.value()),
                      tonnes_of(year.reductions), issued ? grouped(issued->issued_t_co2eq) : "-",
                      issued ? tonnes_of(-issued->debt_carried_kg_co2eq) : "-"});
    }
  std::stable_sort(rows.begin() + 1, rows.end(),
                   [](const auto& a, const auto& b) { return a[0] < b[0]; });
  terminal.line("");
  terminal.table(rows);
}

std::string amount_text(const Terminal& terminal, const std::optional<Rational>& kilograms) {
  if (!kilograms) return std::string(terminal.say("unknown"));
  return kt_text(terminal.language(), kilograms->numerator() / kilograms->denominator());
}

void show_balances(Terminal& terminal, const registry::ProgrammeRun& run) {
  std::vector<std::vector<std::string>> rows{
      {std::string(terminal.say("party")), std::string(terminal.say("year")),
       heading(terminal, "emissions", "in_kt"), std::string(terminal.say("first_transferred")),
       std::string(terminal.say("used")), std::string(terminal.say("adjustment")),
       std::string(terminal.say("balance"))}};
  for (const auto& account : run.accounts)
    for (const auto& year : account.figures.years) {
      if (!year.inventory && year.flows_kg_co2eq() == 0) continue;
      rows.push_back({account.party.to_string(), fmt::format("{}", year.year.value()),
                      year.inventory
                          ? kt_text(terminal.language(), year.inventory->emissions_kg_co2eq.value())
                          : std::string(terminal.say("unknown")),
                      kt_text(terminal.language(), KilogramsCo2eq(year.additions()).value()),
                      kt_text(terminal.language(), KilogramsCo2eq(year.subtractions()).value()),
                      amount_text(terminal, year.adjustment_kg_co2eq),
                      amount_text(terminal, year.balance_kg_co2eq)});
    }
  terminal.line("");
  terminal.table(rows);
}

// The official words of 4/CMA.6 para 29, which exist in English here; in French ours beside them.
std::string mark_words(const Terminal& terminal, reporting::CheckMark mark) {
  const std::string official(reporting::official_words(mark));
  if (terminal.language() == Language::en) return official;
  const auto key = mark == reporting::CheckMark::consistent     ? "no_inconsistency"
                   : mark == reporting::CheckMark::inconsistent ? "inconsistency"
                                                                : "not_available";
  return fmt::format("{} ({})", terminal.say(key), official);
}

// The result, then each finding with its remedy.
void show_check(Terminal& terminal, std::string_view key, const registry::DatabaseCheck& check) {
  const auto language = terminal.language() == Language::fr ? reporting::Language::french
                                                            : reporting::Language::english;
  terminal.line(fmt::format("  {}: {}", terminal.say(key), mark_words(terminal, check.mark())));
  for (const reporting::Finding& finding : check.result.findings)
    terminal.line(fmt::format("    {} {} {}: {}; {}", reporting::text_of(finding.rule).code,
                              reporting::file_stem(check.submissions[finding.at.submission]),
                              reporting::place_text(finding.at, language),
                              reporting::what(finding, language),
                              reporting::remedy(finding, language)));
}

void show_paths(Terminal& terminal, const std::filesystem::path& folder) {
  const std::string base = folder.string();
  terminal.line("");
  terminal.line(fmt::format("{} {}", terminal.say("written"), base));
  const std::string language = terminal.language() == Language::fr ? "fr" : "en";
  const std::pair<std::string, std::string_view> paths[] = {
      {fmt::format("{}/report.{}.html", base, language), "report_file"},
      {base + "/aef/", "aef_files"},
      {base + "/*.itmo", "journal_files"},
      {base + "/proofs/", "proof_files"}};
  for (const auto& [path, key] : paths)
    terminal.line(fmt::format("  {:<40} {}", path, terminal.say(key)));
  terminal.line(fmt::format("{}: itmo verify {}", terminal.say("next"), base));
}

}  // namespace

void show_summary(Terminal& terminal, const registry::Programme& programme,
                  const registry::ProgrammeRun& run, const std::filesystem::path& folder) {
  show_results(terminal, run);
  show_balances(terminal, run);
  terminal.line("");
  show_check(terminal, "first_version", run.first_check);
  show_check(terminal, "last_version", run.final_check);
  show_paths(terminal, folder);
  const auto refused = std::count_if(run.outcomes.begin(), run.outcomes.end(),
                                     [](const auto& outcome) { return !outcome.entry; });
  if (refused > 0) terminal.line(fmt::format("{} {}", refused, terminal.say("refused_acts")));
  if (programme.demonstration) terminal.banner(terminal.say("demonstration"));
}

bool show_published(Terminal& terminal, const registry::Programme& programme,
                    const std::vector<registry::ComponentResult>& results,
                    const std::filesystem::path& folder) {
  constexpr std::int64_t kToleranceKg = 500;
  bool reproduced = true;
  std::vector<std::vector<std::string>> rows{
      {std::string(terminal.say("component")), std::string(terminal.say("year")),
       heading(terminal, "reductions", "in_t"), std::string(terminal.say("published")),
       std::string(terminal.say("difference"))}};
  for (const auto& component : programme.components)
    for (const auto& result : results) {
      if (result.component != component.id) continue;
      for (const auto& year : result.quantification.years) {
        const auto published = component.published_t_co2eq.find(year.year);
        if (published == component.published_t_co2eq.end()) continue;
        const std::int64_t published_kg = parse_scaled(published->second, 3).value_or(0);
        const std::int64_t difference = year.reductions.value() - published_kg;
        reproduced = reproduced && difference <= kToleranceKg && difference >= -kToleranceKg;
        rows.push_back({component.id, fmt::format("{}", year.year.value()),
                        format_scaled(year.reductions.value(), 3), published->second,
                        format_scaled(difference, 3)});
      }
    }
  terminal.line("");
  terminal.table(rows);
  terminal.line("");
  terminal.line(terminal.say(reproduced ? "reproduced" : "not_reproduced"));
  terminal.line(fmt::format("{} {}", terminal.say("written"), folder.string()));
  return reproduced;
}

}  // namespace openitmo::cli
