#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quantity/language.h"
#include "quantity/report_text.h"

// The subcommands about documents that a Party sends. They return the exit codes of commands.h.
namespace openitmo::cli {

inline constexpr std::array<std::string_view, 8> kReportKinds{"initial",
                                                              "updated-initial",
                                                              "regular",
                                                              "annual",
                                                              "table-4",
                                                              "authorization-letter",
                                                              "authorization-statement",
                                                              "certificate"};

struct DrawReportOptions {
  std::string kind;     // a word of kReportKinds
  std::string journal;  // or its export
  std::vector<std::string> keys;
  std::string party;
  std::string statements;                   // programme folder; empty: nothing is stated
  std::string report_language;              // en, fr or es; empty: that of the command line
  std::string output;                       // .html, .pdf or .docx
  std::string date;                         // on which it is drawn; empty: today
  std::uint64_t at_entry = 0;               // as known at so many entries; 0: all
  int period_year = 0;                      // of an NDC period; 0: that of the last entry
  std::string approach;                     // of an updated initial report; empty: the only one
  int first_year = 0;                       // of regular information
  int last_year = 0;                        // the same; or of annual information
  std::string authorization;                // of a letter or statement; empty: the first one
  std::uint32_t authorization_version = 0;  // of a letter; 0: the last one
  std::int64_t entry = -1;                  // of a certificate
  bool with_confidential = false;
  Language language = Language::en;
};
// Draws a document from a journal, what the accounts say and what the Party states. 1 where
// something that it must say is missing: it is a draft then.
int draw_report(const DrawReportOptions& options);

struct CheckCertificateOptions {
  std::string code;               // as the certificate prints it
  std::string proof;              // the file that came with it
  std::vector<std::string> keys;  // of the registry
  Language language = Language::en;
};
// Whether the code is that of an entry which a registry proves. 1 where not.
int check_certificate(const CheckCertificateOptions& options);

}  // namespace openitmo::cli
