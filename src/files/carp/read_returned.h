#pragma once

#include <string>
#include <vector>

#include "files/problem.h"
#include "files/source.h"
#include "reporting/aef.h"

// A submission of annual information as the platform (CARP) gives it back: the fields that it fills
// say how the consistency check ended (4/CMA.6 para 29), field 6 of Table 1 for the whole
// submission and field 26 of Table 3 for each row.
namespace openitmo::files {

struct MarkedAction {
  std::string place;  // in the file: "Table 3 Actions!AB20"
  Date date{};
  ledger::ActionType type = ledger::ActionType::first_transfer;
  reporting::RowSubtype subtype = reporting::RowSubtype::none;
  ledger::ItmoRange units{};
  ledger::CheckMark result = ledger::CheckMark::inconsistent;
};

struct ReturnedSubmission {
  PartyId party;
  CalendarYear year;
  reporting::SubmissionVersion version;
  ledger::CheckMark result = ledger::CheckMark::not_available;
  std::vector<MarkedAction> actions;  // with a mark other than consistent
};

// A workbook, or a JSON object: CSV and a JSON list are for read_carp().
bool may_be_returned(std::string_view bytes);

// Problems, all of them: what read_aef() refuses; no Party, year or version; a mark that is missing
// or not known; a marked row that cannot be read.
Read<ReturnedSubmission> read_returned(const Source& source);

}  // namespace openitmo::files
