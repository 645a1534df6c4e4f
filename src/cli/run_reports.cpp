#include "cli/run_reports.h"

#include <fmt/format.h>

#include "cli/report_drawing.h"
#include "cli/report_language.h"
#include "files/html/official_html.h"
#include "files/output.h"
#include "files/programme/statements.h"
#include "files/xlsx/table_4_workbook.h"

namespace openitmo::cli {

namespace {

struct Kind {
  std::string_view kind;
  std::string_view name;
  std::string_view ending;
  Words title;
};
constexpr Kind kKinds[] = {
    {"initial", "initial_report", "html", {"initial report", "rapport initial"}},
    {"regular", "regular_information", "html", {"regular information", "informations régulières"}},
    {"table-4", "table_4", "xlsx", {"CTF Table 4", "tableau CTF 4"}},
};

}  // namespace

std::vector<RunDocument> run_documents(const std::filesystem::path& programme_folder,
                                       const registry::ProgrammeRun& run) {
  std::vector<RunDocument> documents;
  for (const registry::RegistryState& registry : run.registries) {
    if (!registry.ledger.registry()) continue;
    const Date date = registry.ledger.last_recorded_at().date();
    for (const PartyId party : registry.ledger.registry()->parties) {
      if (!std::filesystem::exists(programme_folder / files::statements_path(party))) continue;
      for (const Kind& kind : kKinds)
        for (const ReportLanguage language : kReportLanguages)
          documents.push_back({{party, kind.title, std::string(code_of(language)),
                                fmt::format("reports/{}_{}.{}.{}", party.view(), kind.name,
                                            code_of(language), kind.ending)},
                               kind.kind,
                               registry.registry,
                               date});
    }
  }
  return documents;
}

bool write_run_document(const RunDocument& document, const std::filesystem::path& journals,
                        const std::filesystem::path& programme_folder,
                        const std::filesystem::path& to) {
  DrawReportOptions options;
  options.kind = document.kind;
  options.journal = (journals / fmt::format("{}.itmo", document.registry.view())).string();
  options.party = document.named.party.to_string();
  options.statements = programme_folder.string();
  options.report_language = document.named.language;
  options.date = document.date.to_string();
  ReportDrawing drawing(options);
  if (!drawing.read_statements()) return false;
  if (options.kind == "table-4")
    files::write_table_4_workbook(
        drawing.table_4(), report_language_of(options.report_language, options.language), to);
  else
    files::write_file(
        to, files::official_html(drawing.document(),
                                 report_language_of(options.report_language, options.language)));
  return true;
}

}  // namespace openitmo::cli
