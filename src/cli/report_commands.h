#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "quantity/language.h"
#include "quantity/report_text.h"

// The subcommands about documents that a Party sends. They return the exit codes of commands.h.
namespace openitmo::cli {

struct DrawReportOptions {
  std::string kind;     // initial, updated-initial, regular, ...
  std::string journal;  // or its export
  std::vector<std::string> keys;
  std::string party;
  std::string statements;       // programme folder; empty: nothing is stated
  std::string report_language;  // en, fr or es; empty: that of the command line
  std::string output;           // .html, .pdf or .docx
  std::string date;             // on which it is drawn; empty: today
  std::uint64_t at_entry = 0;   // as known at so many entries; 0: all
  std::string approach;         // of an updated initial report; empty: the only one
  int first_year = 0;           // of regular information
  int last_year = 0;
  bool with_confidential = false;
  Language language = Language::en;
};
// Draws a document from a journal, what the accounts say and what the Party states. 1 where
// something that it must say is missing: it is a draft then.
int draw_report(const DrawReportOptions& options);

}  // namespace openitmo::cli
