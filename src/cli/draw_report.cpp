#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/document_file.h"
#include "cli/report_commands.h"
#include "cli/report_drawing.h"
#include "cli/report_language.h"
#include "cli/run_folder.h"
#include "cli/terminal.h"
#include "files/html/official_html.h"
#include "files/output.h"
#include "files/xlsx/table_4_workbook.h"
#include "journal/hash.h"

namespace openitmo::cli {

namespace {

namespace fs = std::filesystem;
using reporting::OfficialDocument;

// What was written, and by which hash an act can name it.
void show_file(Terminal& terminal, const std::string& path, std::uint64_t entry_count) {
  terminal.line(terminal.say(
      Text({"{}, as known at {} entries", "{}, tel que connu à {} écritures"}, path, entry_count)));
  terminal.line(fmt::format("SHA-256 {}", journal::to_hex(journal::sha256(read_text(path)))));
}

// The act by which the journal names what was sent; empty for documents that are not reviewed.
std::string recording_act(const DrawReportOptions& options, const OfficialDocument& document,
                          const ReportDrawing& drawing) {
  const int year = document.date.year().value();
  switch (document.kind) {
    case reporting::DocumentKind::initial_report:
    case reporting::DocumentKind::updated_initial_report:
      return fmt::format(
          "submit_initial_report {} --key KEY --party {} --approach {} --with-next-btr false "
          "--report {}-INITIAL-REPORT-{}={}",
          options.journal, options.party, drawing.approach_to_name(), options.party, year,
          options.output);
    case reporting::DocumentKind::regular_information: {
      const accounting::Period years = drawing.regular_years();
      return fmt::format(
          "submit_regular_information {} --key KEY --party {} --first-year {} --last-year {} "
          "--report {}-REGULAR-INFORMATION-{}={}",
          options.journal, options.party, years.first.value(), years.last.value(), options.party,
          year, options.output);
    }
    default:
      return {};
  }
}

// How to record that the report went out: it is frozen by its hash.
void show_record(Terminal& terminal, const DrawReportOptions& options,
                 const OfficialDocument& document, const ReportDrawing& drawing) {
  const std::string act = recording_act(options, document, drawing);
  if (act.empty()) return;
  terminal.line(terminal.say(
      Words("When it is sent, record that:", "Quand il est envoyé, enregistrez-le :")));
  terminal.line(fmt::format("  itmo act {}", act));
}

int show(Terminal& terminal, const DrawReportOptions& options, const OfficialDocument& document,
         const ReportDrawing& drawing) {
  if (document.demonstration) terminal.banner(terminal.say(words::kDemonstration));
  const auto missing = missing_items(document);
  for (const reporting::MissingItem& item : missing)
    terminal.line(fmt::format(
        "  {}{}{}{}{}", item.number, item.number.empty() ? "" : " ", item.part.paragraph,
        terminal.colon(),
        item.part.what.in(report_language_of(options.report_language, options.language))));
  if (!missing.empty())
    terminal.line(terminal.say(
        Text({"DRAFT: {} parts are missing", "PROJET : il manque {} éléments"}, missing.size())));
  show_file(terminal, options.output, document.entry_count);
  if (missing.empty()) show_record(terminal, options, document, drawing);
  return missing.empty() ? kDone : kRefused;
}

int draw_table_4(Terminal& terminal, const DrawReportOptions& options,
                 const ReportDrawing& drawing) {
  if (fs::path(options.output).extension() != ".xlsx")
    throw files::FileError(options.output,
                           Words("Table 4 is a workbook", "le tableau 4 est un classeur"),
                           Words("end the name in .xlsx", "terminez le nom par .xlsx"));
  const reporting::Table4 table = drawing.table_4();
  if (table.years.empty())
    throw files::FileError(
        options.party,
        Words("no NDC of the Party is recorded", "aucune CDN de la Partie n'est enregistrée"),
        Words("record it with record_ndc", "enregistrez-la avec record_ndc"));
  files::write_table_4_workbook(
      table, report_language_of(options.report_language, options.language), options.output);
  if (table.demonstration) terminal.banner(terminal.say(words::kDemonstration));
  show_file(terminal, options.output, table.entry_count);
  return kDone;
}

}  // namespace

int draw_report(const DrawReportOptions& options) {
  Terminal terminal(options.language);
  ReportDrawing drawing(options);
  if (!drawing.read_statements()) return kCannot;
  if (options.kind == "table-4") return draw_table_4(terminal, options, drawing);
  const OfficialDocument document = drawing.document();
  write_document(
      files::official_html(document, report_language_of(options.report_language, options.language)),
      options.output, options.with_confidential ? files::Readers::owner : files::Readers::by_umask);
  const int code = show(terminal, options, document, drawing);
  if (drawing.proof().empty()) return code;
  const std::string proof = fs::path(options.output).replace_extension(".proof").string();
  files::write_file(proof, drawing.proof());
  terminal.line(proof);
  return code;
}

}  // namespace openitmo::cli
