#include "cli/run_outputs.h"

#include <fmt/format.h>

#include "cli/run_folder.h"
#include "files/aef/workbook.h"
#include "files/html/report_html.h"

namespace openitmo::cli {

namespace {

std::string exact(const Rational& value) {
  if (value.is_integer()) return fmt::format("{}", value.numerator());
  return fmt::format("{}/{}", value.numerator(), value.denominator());
}

constexpr auto kProfile = reporting::AefProfile::xlsx_checker;

void write_submissions(const registry::ProgrammeRun& run, files::OutputFolder& output) {
  for (const registry::Submission& submission : run.submissions) {
    const std::string stem = "aef/" + reporting::file_stem(submission.aef);
    output.write(stem + ".csv", reporting::aef_csv(submission.aef, kProfile));
    write_workbook(submission.aef, output.path_of(stem + ".xlsx"));
  }
}

}  // namespace

void write_workbook(const reporting::AefSubmission& submission, const std::filesystem::path& path) {
  files::write_aef_workbook(submission, kProfile, path, Instant(submission.submission_date.days()));
}

void write_results(const std::vector<registry::ComponentResult>& results,
                   files::OutputFolder& output) {
  for (const registry::ComponentResult& result : results) {
    const std::string name = (result.report.empty() ? "" : result.report + "-") + result.component;
    output.write("results/" + name + ".json", result.json);
    output.write("results/" + name + ".manifest", result.data_manifest);
  }
}

std::string balances_csv(const std::vector<accounting::PartyAccounts>& accounts,
                         bool demonstration) {
  std::string csv = fmt::format(
      "party,year,method,inventory_kg_co2eq,basis,first_transferred_t_co2eq,used_t_co2eq,"
      "adjustment_kg_co2eq,balance_kg_co2eq{}\r\n",
      demonstration ? ",demonstration" : "");
  const std::string label =
      demonstration ? fmt::format(",\"{}\"", reporting::kDemonstrationLine) : "";
  for (const accounting::PartyAccounts& account : accounts)
    for (const accounting::YearAccount& year : account.figures.years)
      csv += fmt::format(
          "{},{},{},{},{},{},{},{},{}{}\r\n", account.party.view(), year.year.value(),
          name_of(account.figures.choice.method),
          year.inventory ? fmt::format("{}", year.inventory->emissions_kg_co2eq.value()) : "",
          year.inventory ? name_of(year.inventory->basis) : "", year.additions().value(),
          year.subtractions().value(),
          year.adjustment_kg_co2eq ? exact(*year.adjustment_kg_co2eq) : "",
          year.balance_kg_co2eq ? exact(*year.balance_kg_co2eq) : "", label);
  return csv;
}

void write_evidence(const std::string& programme_folder, files::OutputFolder& output) {
  const std::filesystem::path evidence = output.path_of("evidence/x").parent_path();
  std::filesystem::copy(programme_folder, evidence, std::filesystem::copy_options::recursive);
  output.write(kEvidenceList, list_text(hash_folder(evidence)));
}

void write_outputs(const std::string& programme_folder, const registry::Programme& programme,
                   const registry::ProgrammeRun& run, files::OutputFolder& output) {
  write_evidence(programme_folder, output);
  write_results(run.results, output);
  for (const registry::ExchangedProof& proof : run.proofs)
    output.write("proofs/" + proof.name, proof.text);
  write_submissions(run, output);
  output.write("balances.csv", balances_csv(run.accounts, programme.demonstration));
  write_reports(programme, run, output);
}

void write_reports(const registry::Programme& programme, const registry::ProgrammeRun& run,
                   files::OutputFolder& output) {
  output.write("report.en.html", files::report_html(programme, run, Language::en));
  output.write("report.fr.html", files::report_html(programme, run, Language::fr));
}

}  // namespace openitmo::cli
