#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "files/aef/read_aef.h"
#include "reporting/cross_check.h"

// What the Article 6 database would say of the submissions in a folder.
namespace openitmo::files {

struct CheckedFolder {
  std::vector<AefFile> files;        // that were read, by name; their submissions are moved below
  std::vector<Problems> unreadable;  // of each other file
  std::vector<reporting::AefSubmission> submissions;  // of each file, in the same order
  // Of cells, rows and across submissions; none of a version that a later one replaced, but of
  // its version itself. Places name a file of `files` and its rows.
  std::vector<reporting::Finding> findings;
  // Nothing for a version that a later one replaced, and where Table 1 lacks Party, year or
  // version.
  std::vector<std::optional<reporting::CheckMark>> marks;
};

struct FindingCounts {
  std::size_t inconsistencies = 0;
  std::size_t not_available = 0;
  std::size_t warnings = 0;
  void add(reporting::FindingEffect effect);
};
// Of each file of `files`.
std::vector<FindingCounts> counts_by_file(const CheckedFolder& checked);

// Findings that concern two Parties: rows that contradict each other, or one that waits for the
// other Party's.
struct PairCounts {
  PartyId one;  // before the other in the alphabet
  PartyId other;
  FindingCounts counts;
};
std::vector<PairCounts> counts_by_pair(const CheckedFolder& checked);

// Each submission by itself, or all of them against each other.
enum class CheckReach { each, across };

// Reads every .xlsx, .csv and .json file below `folder`, or the one file, and checks them.
// Problems: a folder that is not there or holds no such file.
Read<CheckedFolder> check_folder(const std::filesystem::path& folder, const ReadAefOptions& options,
                                 CheckReach reach, const reporting::ForEachIndex& for_each);

}  // namespace openitmo::files
