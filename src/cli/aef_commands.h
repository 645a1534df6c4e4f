#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "quantity/language.h"

// The subcommands about annual information in the agreed electronic format. They return the exit
// codes of commands.h.
namespace openitmo::cli {

struct CheckAefOptions {
  std::string path;           // a file, or a folder that holds submissions
  std::string profile;        // empty: told by the names of the columns
  std::size_t lines_max = 0;  // of findings; 0: what suits a terminal
  std::string output;         // folder for pages, workbook and JSON; empty: none
  bool json = false;
  Language language = Language::en;
};
// Whether submissions in the agreed electronic format are right, each by itself. 1 where not.
int check_aef(const CheckAefOptions& options);
// What the Article 6 database would say of them: also against each other.
int check_submissions(const CheckAefOptions& options);

struct DrawAefOptions {
  std::string journal;  // or its export
  std::vector<std::string> keys;
  std::string party;
  int year = 0;
  std::string version;         // empty: the one after those that were sent
  std::string date;            // of submission; empty: today, or that on which it was sent
  std::uint64_t at_entry = 0;  // as known at so many entries; 0: all
  bool with_issued = false;    // holdings also of units that had no first transfer
  bool without_earlier_authorizations = false;
  std::string profile = "xlsx_checker";
  std::string format = "xlsx";
  std::string output = ".";  // folder
  Language language = Language::en;
};
// Draws the annual information of a Party from a journal, also as it was when it was sent.
int draw_aef(const DrawAefOptions& options);

struct ConvertAefOptions {
  std::string file;
  std::string output;   // file; its ending says the carrier
  std::string profile;  // empty: that of the file
  Language language = Language::en;
};
// Writes a submission in another carrier or profile.
int convert_aef(const ConvertAefOptions& options);

struct CompareAefOptions {
  std::string before;
  std::string after;
  bool json = false;
  Language language = Language::en;
};
// What changed between two versions of a submission. 1 where something did.
int compare_aef(const CompareAefOptions& options);

struct ImportCarpOptions {
  std::string journal;  // the .itmo file
  std::string file;     // docs/formats/carp-file.md
  std::string date;     // of a submission that the platform gave back
  std::string key;      // file with the registry's signer key
  std::string actor;
  bool dry_run = false;
  bool json = false;
  Language language = Language::en;
};
// Records what the centralized accounting and reporting platform says: all rows of the file, or
// none. Rows that the journal has already are answered with their entries.
int import_carp(const ImportCarpOptions& options);

}  // namespace openitmo::cli
