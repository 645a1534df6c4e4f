#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "quantity/language.h"

// The subcommands about the Article 6 technical expert review. They return the exit codes of
// commands.h.
namespace openitmo::cli {

struct ReviewCaseOptions {
  std::string journal;  // or its export
  std::vector<std::string> keys;
  std::string party;
  std::string statements;       // programme folder with parties/PARTY/reviews/
  std::string review;           // its code; empty: the last one
  std::string report_language;  // en, fr or es; empty: that of the command line
  std::string date;             // of today; empty: the clock's
  std::uint64_t at_entry = 0;
  bool with_confidential = false;
  bool json = false;
  std::string output;  // page: .html, .pdf or .docx; empty: none
  Language language = Language::en;
};
// Shows calendar, questions and recommendations. 1 where something is late, or a recommendation was
// passed over by a submission.
int review_case(const ReviewCaseOptions& options);

struct ReviewPackageOptions {
  std::string journal;
  std::vector<std::string> keys;
  std::string party;
  std::string statements;
  std::vector<std::string> report_languages;  // empty: that of the command line
  std::vector<std::string> submitted;         // files that were sent
  std::string date;                           // on which it is made; empty: today
  std::uint64_t at_entry = 0;
  bool with_confidential = false;
  // Entries of reports that cannot be made again: what was sent holds no confidential text.
  std::vector<std::uint64_t> submitted_is_public;
  std::string output;
  Language language = Language::en;
};
// Writes the folder. 1 where of a report neither the file that was sent nor the same made again is
// in it; not for that alone that it was sent with confidential texts and the package is for
// everybody.
int review_package(const ReviewPackageOptions& options);

struct CheckPackageOptions {
  std::string folder;
  std::string journal;  // empty: hashes alone
  std::vector<std::string> keys;
  std::string statements;
  Language language = Language::en;
};
// 1 where a file differs from the manifest, is missing or is not listed, or where what the journal
// gives is another.
int check_package(const CheckPackageOptions& options);

}  // namespace openitmo::cli
