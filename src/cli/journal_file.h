#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "journal/checkpoint.h"
#include "registry/registry.h"

// A journal in either of its forms: the file that a registry writes, or its export.
namespace openitmo::cli {

// Whether the file is not a database; what it is instead shows when it is read.
bool is_export(const std::filesystem::path& path);

// The verifier key in `given`, which is its text or a file with it. With nothing given, the one
// that `itmo run` puts at keys/<REGISTRY>.vkey beside the journal, or <REGISTRY>.vkey there.
// Throws files::FileError.
journal::VerifierKey key_from(const std::string& given);
journal::VerifierKey key_of_journal(const std::filesystem::path& journal, const std::string& given);

// Calls `take` with the file's bytes in pieces until it answers false. Throws files::FileError.
void read_pieces(const std::filesystem::path& path,
                 const std::function<bool(std::string_view)>& take);

// Replays either form. Throws journal::StoreError where it does not hold; damage of a database that
// touches no entry is in `file_problems`.
struct ReplayedFile {
  registry::Replayed state;
  std::vector<Text> file_problems;
};
ReplayedFile replay_file(const std::filesystem::path& path, const journal::VerifierKey& key);

}  // namespace openitmo::cli
