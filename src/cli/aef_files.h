#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "files/aef/read_aef.h"
#include "journal/log_keys.h"
#include "reporting/aef.h"

// Writing and reading single AEF files by their ending.
namespace openitmo::cli {

// Cells of `profile` as .xlsx, .csv or .json, as the ending of the path says. Throws
// files::FileError, also for another ending, and for a workbook in a profile that has none.
void write_aef(const reporting::AefRows& rows, reporting::AefProfile profile,
               const std::filesystem::path& path);

// What a journal gives for a Party and a reported year, as known at its first `entry_count`
// entries.
struct DrawRequest {
  std::filesystem::path journal;  // or its export
  const journal::LogKeys& keys;
  PartyId party;
  CalendarYear year;
  reporting::SubmissionVersion version;
  Date date;
  std::uint64_t entry_count = 0;
  reporting::DrawSettings settings;
};
// Replays the journal. Throws what replay_file() and refuse_damaged() throw.
reporting::AefSubmission draw_as_known(const DrawRequest& request);

// The file with its cells. Throws files::FileError with the first thing that is wrong.
files::AefFile read_aef_file(const std::string& path);

}  // namespace openitmo::cli
