#pragma once

#include <vector>

#include "files/problem.h"
#include "files/source.h"
#include "ledger/events.h"

// What the centralized accounting and reporting platform (CARP) says about a Party's reports, as a
// file: identifiers, results of consistency checks, statuses of reviews (rulebook ).
// docs/formats/carp-file.md says how it is written; the platform's own form is not known.
namespace openitmo::files {

// One row as the act that records it.
struct CarpRow {
  std::uint32_t row = 0;    // line of a text file; of JSON, place in the list from 1
  Date date;                // on which the platform said it
  ledger::Command command;  // RecordCooperativeApproach, RecordCheckResult or RecordReviewStatus
};

// The name under which the row is recorded: subject and date. A row that comes again is the same
// act; another marking under the same name is refused.
std::string command_id_of(const CarpRow& row);

// CSV with commas, semicolons or tabs, or a JSON list of objects. Markings in the official words of
// 4/CMA.6 paras 29 and 37, in any letter case and in both spellings, or as entries have them.
// Problems, all of them: no such column, a kind or a marking that is not known, something missing.
Read<std::vector<CarpRow>> read_carp(const Source& source);

}  // namespace openitmo::files
