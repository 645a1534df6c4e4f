#include "cli/run_summary.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

#include "accounting/non_ghg.h"
#include "quantity/decimal.h"
#include "quantity/rounding.h"

namespace openitmo::cli {

namespace {

std::string heading(const Terminal& terminal, const Words& key, std::string_view unit) {
  return fmt::format("{} ({})", terminal.say(key), unit);
}

std::string whole_tonnes(const Terminal& terminal, KilogramsCo2eq amount) {
  return t_text(terminal.language(), Rational(amount.value(), 1), 0);
}

std::string kilotonnes(const Terminal& terminal, KilogramsCo2eq amount) {
  return kt_text(terminal.language(), Rational(amount.value(), 1));
}

struct Settled {
  std::size_t order = SIZE_MAX;  // of issuance; the last where nothing was issued
  const ledger::UnitsIssued* record = nullptr;
};

Settled issuance_of(const registry::ProgrammeRun& run, const std::string& component,
                    Vintage vintage) {
  std::size_t order = 0;
  for (const auto& state : run.registries)
    for (const auto& issuance : state.ledger.issuances()) {
      if (issuance.record.component == component && issuance.record.vintage == vintage &&
          !accounting::in_other_metric(state.ledger, issuance.record))
        return {order, &issuance.record};
      ++order;
    }
  return {};
}

void show_results(Terminal& terminal, const registry::ProgrammeRun& run) {
  using Row = std::vector<std::string>;
  // By vintage, then in the order of issuance, so that the running deficit reads downwards.
  std::map<std::tuple<Vintage, std::size_t, std::size_t>, Row> sorted;
  for (const auto& result : run.results)
    for (const auto& year : result.quantification.years) {
      const auto [order, issued] = issuance_of(run, result.component, year.year);
      sorted[{year.year, order, sorted.size()}] = {
          result.component, fmt::format("{}", year.year.value()),
          whole_tonnes(terminal, year.reductions), issued ? grouped(issued->issued_t_co2eq) : "-",
          issued ? whole_tonnes(terminal, -issued->debt_carried_kg_co2eq) : "-"};
    }
  std::vector<Row> rows{
      {std::string(terminal.say(words::kComponent)), std::string(terminal.say(words::kVintage)),
       heading(terminal, words::kReductions, "t"), heading(terminal, words::kIssued, "t"),
       heading(terminal, words::kDeficit, "t")}};
  for (auto& [key, row] : sorted) rows.push_back(std::move(row));
  terminal.line("");
  terminal.line(terminal.say(words::kDisplayT));
  terminal.table(rows);
}

std::string amount_text(const Terminal& terminal, const std::optional<Rational>& kilograms) {
  if (!kilograms) return std::string(terminal.say(words::kUnknown));
  return kt_text(terminal.language(), *kilograms);
}

void show_balances(Terminal& terminal, const registry::ProgrammeRun& run) {
  std::vector<std::vector<std::string>> rows{
      {std::string(terminal.say(words::kParty)), std::string(terminal.say(words::kYear)),
       heading(terminal, words::kEmissions, "kt"),
       heading(terminal, words::kFirstTransferred, "kt"), heading(terminal, words::kUsed, "kt"),
       heading(terminal, words::kAdjustment, "kt"), heading(terminal, words::kBalance, "kt")}};
  for (const auto& account : run.accounts)
    for (const auto& year : account.figures.years) {
      if (!year.inventory && year.flows_kg_co2eq() == 0) continue;
      rows.push_back({account.party.to_string(), fmt::format("{}", year.year.value()),
                      year.inventory ? kilotonnes(terminal, year.inventory->emissions_kg_co2eq)
                                     : std::string(terminal.say(words::kUnknown)),
                      kilotonnes(terminal, KilogramsCo2eq(year.additions())),
                      kilotonnes(terminal, KilogramsCo2eq(year.subtractions())),
                      amount_text(terminal, year.adjustment_kg_co2eq),
                      amount_text(terminal, year.balance_kg_co2eq)});
    }
  terminal.line("");
  terminal.line(terminal.say(words::kDisplayKt));
  terminal.table(rows);
}

// The official words of 4/CMA.6 para 29, which exist in English here; in French ours beside them.
std::string mark_words(const Terminal& terminal, reporting::CheckMark mark) {
  const std::string official(reporting::official_words(mark));
  if (terminal.language() == Language::en) return official;
  const Words key = mark == reporting::CheckMark::consistent     ? words::kNoInconsistency
                    : mark == reporting::CheckMark::inconsistent ? words::kInconsistency
                                                                 : words::kNotAvailable;
  return fmt::format("{} ({})", terminal.say(key), official);
}

// The result, then each finding with its remedy.
void show_check(Terminal& terminal, const Words& key, const registry::DatabaseCheck& check) {
  const Language language = terminal.language();
  terminal.line(fmt::format("  {}{}{}", terminal.say(key), terminal.colon(),
                            mark_words(terminal, check.mark())));
  for (const reporting::Finding& finding : check.result.findings)
    terminal.line(fmt::format("    {} {} {}{}{}{}{}", reporting::text_of(finding.rule).code,
                              reporting::file_stem(check.submissions[finding.at.submission]),
                              reporting::place_text(finding.at, language), terminal.colon(),
                              reporting::what(finding, language), semicolon(language),
                              reporting::remedy(finding, language)));
}

void show_paths(Terminal& terminal, const std::filesystem::path& folder) {
  const std::string base = folder.string();
  terminal.line("");
  terminal.line(fmt::format("{} {}", terminal.say(words::kWritten), base));
  const std::pair<std::string, Words> paths[] = {{base + "/report.en.html", words::kReportFileEn},
                                                 {base + "/report.fr.html", words::kReportFileFr},
                                                 {base + "/balances.csv", words::kBalanceFile},
                                                 {base + "/aef/", words::kAefFiles},
                                                 {base + "/reports/", words::kPartyDocuments},
                                                 {base + "/*.itmo", words::kJournalFiles},
                                                 {base + "/proofs/", words::kProofFiles},
                                                 {base + "/results/", words::kResultFiles},
                                                 {base + "/evidence/", words::kEvidenceFiles},
                                                 {base + "/keys/", words::kKeyFiles}};
  for (const auto& [path, key] : paths)
    terminal.line(fmt::format("  {:<40} {}", path, terminal.say(key)));
  terminal.line(
      fmt::format("{}{}itmo verify {}", terminal.say(words::kNext), terminal.colon(), base));
}

}  // namespace

void show_summary(Terminal& terminal, const registry::Programme& programme,
                  const registry::ProgrammeRun& run, const std::filesystem::path& folder) {
  show_results(terminal, run);
  show_balances(terminal, run);
  terminal.line("");
  show_check(terminal, words::kFirstVersion, run.first_check);
  show_check(terminal, words::kLastVersion, run.final_check);
  show_paths(terminal, folder);
  const auto refused = std::count_if(run.outcomes.begin(), run.outcomes.end(),
                                     [](const auto& outcome) { return !outcome.entry; });
  if (refused > 0)
    terminal.line(fmt::format(
        "{} {}", refused, terminal.say(refused == 1 ? words::kRefusedAct : words::kRefusedActs)));
  if (programme.demonstration) terminal.banner(terminal.say(words::kDemonstration));
}

bool show_published(Terminal& terminal, const registry::Programme& programme,
                    const std::vector<registry::ComponentResult>& results,
                    const std::filesystem::path& folder) {
  constexpr std::int64_t kToleranceKg = 500;
  const auto said = [&](const std::string& digits) {
    return decimal_text(digits).in(terminal.language());
  };
  bool reproduced = true, compared = false;
  std::vector<std::vector<std::string>> rows{
      {std::string(terminal.say(words::kComponent)), std::string(terminal.say(words::kYear)),
       heading(terminal, words::kReductions, terminal.say(words::kInT)),
       std::string(terminal.say(words::kPublished)),
       std::string(terminal.say(words::kDifference))}};
  for (const auto& component : programme.components)
    for (const auto& result : results) {
      if (result.component != component.id) continue;
      for (const auto& year : result.quantification.years) {
        std::vector<std::string> row{component.id, fmt::format("{}", year.year.value()),
                                     said(format_scaled(year.reductions.value(), 3)), "-", "-"};
        const auto published = component.published_t_co2eq.find(year.year);
        if (published != component.published_t_co2eq.end()) {
          const std::int64_t published_kg = parse_scaled(published->second, 3).value_or(0);
          const std::int64_t difference = year.reductions.value() - published_kg;
          reproduced = reproduced && difference <= kToleranceKg && difference >= -kToleranceKg;
          compared = true;
          row[3] = said(published->second);
          row[4] = said(format_scaled(difference, 3));
        }
        rows.push_back(std::move(row));
      }
    }
  if (!compared)
    for (auto& row : rows) row.resize(3);
  terminal.line("");
  terminal.table(rows);
  terminal.line("");
  if (compared)
    terminal.line(terminal.say(reproduced ? words::kReproduced : words::kNotReproduced));
  terminal.line(fmt::format("{} {}", terminal.say(words::kWritten), folder.string()));
  return reproduced;
}

}  // namespace openitmo::cli
