#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/report_state.h"
#include "reporting/report_parts.h"

namespace openitmo::cli {

// What pages about a review are made from.
struct ReviewState {
  std::unique_ptr<ReportState> known;
  reporting::Statements statements;
  Date date;

  reporting::ReportInputs inputs(ReportLanguage language, bool with_confidential) const {
    return {.ledger = known->ledger,
            .accounts = known->accounts,
            .statements = statements,
            .entries = known->entries,
            .date = date,
            .language = language,
            .with_confidential = with_confidential};
  }
};

// Null, and the problems are shown on standard error, where the statements cannot be read.
// `at_entry` 0: all; `date` empty: today. Throws what report_state() throws.
std::unique_ptr<ReviewState> review_state(const std::string& journal, const journal::LogKeys& keys,
                                          const std::string& party, const std::string& statements,
                                          std::uint64_t at_entry, const std::string& date,
                                          Language language);

}  // namespace openitmo::cli
