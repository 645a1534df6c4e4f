#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "registry/registry.h"
#include "registry/verify.h"
#include "storage/sqlite/sqlite_store.h"

// The folder that `itmo run` writes and the other commands read:
//   <REGISTRY>.itmo              the journal
//   keys/<REGISTRY>.vkey, .key   its verifier and signer key
//   evidence/                    the programme folder as it was, and evidence.sha256 beside it
//   results/<report>-<component>.json, .manifest
//   proofs/                      what the registries gave each other
//   aef/<stem>.xlsx, .csv        every submission
//   balances.csv, report.en.html, report.fr.html
namespace openitmo::cli {

inline constexpr const char* kEvidence = "evidence";
inline constexpr const char* kEvidenceList = "evidence.sha256";

// A journal of a run's folder, opened for reading.
struct OpenJournal {
  RegistryId registry;
  std::filesystem::path path;
  std::unique_ptr<storage::SqliteStore> store;
  journal::VerifierKey key;
};

// The journal files of a folder in the order of their names; none where a programme only
// quantifies.
std::vector<std::filesystem::path> list_journals(const std::filesystem::path& folder);
// The journals of a folder in the order of their names. Throws files::FileError when the folder
// holds none or a key cannot be read.
std::vector<OpenJournal> open_journals(const std::filesystem::path& folder);

// The whole text of a file. Throws files::FileError.
std::string read_text(const std::filesystem::path& path);
// Texts of the files with one ending in a folder, by stem (or by full name where `ending` is
// empty).
std::map<std::string, std::string> read_texts(const std::filesystem::path& folder,
                                              const std::string& ending);
// Path below `folder` of everything in it that is not a folder.
std::set<std::string> list_folder(const std::filesystem::path& folder);
// Path below `folder` -> sha256 of every file in it.
std::map<std::string, std::string> hash_folder(const std::filesystem::path& folder);
// "<sha256>  <path>" lines and back.
std::string list_text(const std::map<std::string, std::string>& hashes);
std::map<std::string, std::string> parse_list(const std::string& text);

}  // namespace openitmo::cli
