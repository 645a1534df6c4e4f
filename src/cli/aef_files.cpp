#include "cli/aef_files.h"

#include "cli/journal_file.h"
#include "files/aef/aef_json.h"
#include "files/aef/workbook.h"
#include "files/output.h"
#include "registry/submissions.h"
#include "reporting/cell_values.h"

namespace openitmo::cli {

namespace {

namespace fs = std::filesystem;
using reporting::AefProfile;

constexpr Words kEndings("name a file that ends in .xlsx, .csv or .json",
                         "nommez un fichier qui se termine par .xlsx, .csv ou .json");

// The day of submission, so that the same cells give the same bytes.
Instant created(const reporting::AefRows& rows) {
  const reporting::AefCellRow header = rows.header();
  const auto date = header.size() < 4 ? std::nullopt : reporting::date_of(header[3]);
  return Instant(date.value_or(Date(2021, 1, 1)).days());
}

}  // namespace

void write_aef(const reporting::AefRows& rows, AefProfile profile, const fs::path& path) {
  const auto ending = path.extension();
  if (ending == ".csv")
    return files::write_file_in_pieces(
        path, [&](const auto& write) { write_aef_csv(rows, profile, write); });
  if (ending == ".json") return files::write_file(path, files::aef_json(rows, profile));
  if (ending != ".xlsx")
    throw files::FileError(path.string(),
                           Words("this ending is no carrier of the format",
                                 "cette terminaison n'est pas un support du format"),
                           kEndings);
  if (profile != AefProfile::xlsx_checker)
    throw files::FileError(
        path.string(),
        Text({"profile {} has no workbook", "le profil {} n'a pas de classeur"}, name_of(profile)),
        Words("name a file that ends in .csv or .json, or use --profile xlsx_checker",
              "nommez un fichier qui se termine par .csv ou .json, ou utilisez --profile "
              "xlsx_checker"));
  const std::string comment =
      std::string(name_of(profile)) +
      (rows.demonstration ? " " + std::string(reporting::kDemonstrationLine) : std::string());
  files::write_aef_workbook(rows, comment, path, created(rows));
}

files::AefFile read_aef_file(const std::string& path) {
  const fs::path full = path;
  const fs::path folder = full.has_parent_path() ? full.parent_path() : fs::path(".");
  const auto refuse = [&](const files::Problems& problems) {
    const files::Problem& first = problems.listed().front();
    throw files::FileError(path, first.what, first.remedy);
  };
  const auto source = files::read_source(folder, full.filename().string());
  if (!source) refuse(source.error());
  auto file = files::read_aef(*source, {.profile = {}, .keep_cells = true});
  if (!file) refuse(file.error());
  return std::move(*file);
}

reporting::AefSubmission draw_as_known(const DrawRequest& request) {
  const Date year_end(request.year.value(), 12, 31);
  ledger::Ledger at_freeze, at_year_end;
  const auto replayed = replay_file(request.journal, request.keys, [&](const ledger::Entry& entry) {
    if (entry.number >= request.entry_count) return;
    at_freeze.apply(entry);
    if (registry::in_view(entry, year_end)) at_year_end.apply(entry);
  });
  refuse_damaged(replayed, request.journal);
  return reporting::draw(at_freeze, at_year_end, request.party, request.year, request.version,
                         request.date, request.settings);
}

}  // namespace openitmo::cli
