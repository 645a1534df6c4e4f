#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/problem.h"
#include "files/source.h"
#include "files/toml/document.h"
#include "party/document.h"
#include "registry/programme.h"

namespace openitmo::files {

// The files of a programme while it is loaded: what was read, with its hash, and what is wrong.
// TOML files stay open until finish(), because an id may be looked up long after its file was read.
class ProgrammeFolder {
 public:
  explicit ProgrammeFolder(std::filesystem::path root) : root_(std::move(root)) {}

  // Opens programme.toml, which nothing names.
  std::optional<TomlTable> open_first(const std::string& path);
  // Opens the TOML file that `key` of `table` names; problems are noted there.
  std::optional<TomlTable> open(const TomlTable& table, std::string_view key,
                                const std::string& path);
  // A file that `key` of `table` names; nothing, and a problem at the key, when it cannot be read.
  std::optional<Source> read(const TomlTable& table, std::string_view key, const std::string& path);
  // The same, to be read in pieces.
  std::unique_ptr<ByteSource> open_bytes(const TomlTable& table, std::string_view key,
                                         const std::string& path);
  // The value of `key`, { file = "documents/x.md" }: the hash of the file's bytes, and a reference
  // made of its name, X. Without the key an empty document, which is a problem where it is
  // `required`.
  Document document(const TomlTable& table, std::string_view key, bool required);

  void note_evidence(const std::string& path, const std::string& sha256);
  void add(const Problems& problems) { other_problems_.add_all(problems); }

  // Everything wrong: TOML files in the order they were opened, then the others.
  Problems finish() const;
  // Every file read, by path.
  std::vector<registry::EvidenceFile> evidence() const;

 private:
  std::optional<TomlTable> parse(const Source& source);

  std::filesystem::path root_;
  std::vector<TomlDocument> documents_;
  std::map<std::string, Document> by_path_;
  std::map<std::string, std::string> sha256_by_path_;
  Problems other_problems_;
};

}  // namespace openitmo::files
