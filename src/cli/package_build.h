#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/review_commands.h"
#include "reporting/review_documents.h"

namespace openitmo::cli {

inline constexpr const char* kManifest = "manifest.json";

// The folder that reviewers get, in memory: file by path, the manifest among them.
struct BuiltPackage {
  std::map<std::string, std::string> files;
  reporting::ReviewPackage contents;
  bool demonstration = false;
};

// Made of the journal, the statements and the options alone: the same give the same bytes. Nothing,
// and the problems are shown, where the statements cannot be read. Throws files::FileError.
std::optional<BuiltPackage> build_package(const ReviewPackageOptions& options);

// What a manifest says that the package was made with; the journal, keys, statements and output are
// left empty. Throws files::FileError where it is no manifest.
ReviewPackageOptions options_of_manifest(const std::string& path, const std::string& text);
// The root of the journal's tree over the entries that it knows, in hexadecimal.
std::string root_of_manifest(const std::string& path, const std::string& text);
// The hashes that it lists, by path.
std::map<std::string, std::string> hashes_of_manifest(const std::string& path,
                                                      const std::string& text);

}  // namespace openitmo::cli
