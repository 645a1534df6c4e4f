#include "cli/carp_rows.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>

#include "cli/aef_files.h"
#include "cli/read_acts.h"
#include "files/carp/read_returned.h"

namespace openitmo::cli {

namespace {

namespace fs = std::filesystem;
using files::CarpRow;
using files::MarkedAction;
using files::ReturnedSubmission;
using Sent = ledger::Recorded<ledger::SubmitAef>;

// What tells a row of Table 3 from the others.
using ActionKey = std::tuple<Date, ledger::ActionType, reporting::RowSubtype, ledger::ItmoRange>;

const Sent* find_sent(const ledger::Ledger& ledger, const ReturnedSubmission& returned) {
  const auto found = std::ranges::find_if(ledger.submissions(), [&](const Sent& one) {
    return one.record.party == returned.party && one.record.year == returned.year &&
           one.record.major == returned.version.major && one.record.minor == returned.version.minor;
  });
  return found == ledger.submissions().end() ? nullptr : &*found;
}

// Numbers of rows, from 1, in the submission as it was sent.
std::map<ActionKey, std::uint32_t> sent_rows(const ImportCarpOptions& options,
                                             const journal::LogKeys& keys, const Sent& sent) {
  const auto submission = draw_as_known({.journal = options.journal,
                                         .keys = keys,
                                         .party = sent.record.party,
                                         .year = sent.record.year,
                                         .version = {sent.record.major, sent.record.minor},
                                         .date = sent.effective,
                                         .entry_count = sent.entry,
                                         .settings = {}});
  std::map<ActionKey, std::uint32_t> rows;
  for (const reporting::ActionRow& row : submission.actions)
    rows.emplace(ActionKey(row.date, row.type, row.subtype, row.block.range),
                 static_cast<std::uint32_t>(rows.size() + 1));
  return rows;
}

files::Problem not_sent(const std::string& path, const MarkedAction& marked) {
  return {.path = path,
          .key = marked.place,
          .what = {{"the submission that the journal has as sent holds no such action on {} to {}",
                    "la soumission que le journal connaît comme envoyée n'a pas cette action sur "
                    "{} à {}"},
                   marked.units.first_id.to_string(),
                   marked.units.last_id.to_string()},
          .remedy = {{"hold the file against the one that was sent: itmo compare-aef",
                      "comparez le fichier à celui qui fut envoyé : itmo compare-aef"}}};
}

files::Read<std::vector<CarpRow>> returned_row(const ImportCarpOptions& options,
                                               const journal::LogKeys& keys,
                                               const ledger::Ledger& ledger,
                                               const ReturnedSubmission& returned) {
  ledger::RecordCheckResult record{.party = returned.party,
                                   .year = returned.year,
                                   .major = returned.version.major,
                                   .minor = returned.version.minor,
                                   .result = returned.result,
                                   .rows = {},
                                   .notice = {}};
  files::Problems problems;
  // A version that was not sent is refused by the rules.
  if (const Sent* sent = find_sent(ledger, returned)) {
    const auto rows = sent_rows(options, keys, *sent);
    for (const MarkedAction& marked : returned.actions) {
      const auto found = rows.find({marked.date, marked.type, marked.subtype, marked.units});
      if (found == rows.end())
        problems.add(not_sent(options.file, marked));
      else
        record.rows.push_back({.row = found->second, .result = marked.result});
    }
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  std::ranges::sort(record.rows, {}, &ledger::CheckedRow::row);
  return std::vector<CarpRow>{
      {.row = 1, .date = day_from(options.date), .command = std::move(record)}};
}

}  // namespace

files::Read<std::vector<CarpRow>> carp_rows(const ImportCarpOptions& options,
                                            const journal::LogKeys& keys,
                                            const ledger::Ledger& ledger) {
  const fs::path path = options.file;
  const auto source = files::read_source(
      path.has_parent_path() ? path.parent_path() : fs::path("."), path.filename().string());
  if (!source) return std::unexpected(source.error());
  const bool is_returned = files::may_be_returned(source->bytes);
  if (is_returned == options.date.empty())
    throw files::FileError(
        "--date",
        is_returned ? Words("a submission does not say when the platform gave it back",
                            "une soumission ne dit pas quand la plateforme l'a rendue")
                    : Words("each row of the file has its own day",
                            "chaque ligne du fichier a son propre jour"),
        is_returned ? Text({"add --date with that day", "ajoutez --date avec ce jour"})
                    : Text({"leave it out", "ne le donnez pas"}));
  if (!is_returned) return files::read_carp(*source);
  const auto returned = files::read_returned(*source);
  if (!returned) return std::unexpected(returned.error());
  return returned_row(options, keys, ledger, *returned);
}

}  // namespace openitmo::cli
