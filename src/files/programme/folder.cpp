#include "files/programme/folder.h"

#include <fmt/format.h>

namespace openitmo::files {
namespace {

// "documents/sen-initial-report.md" becomes SEN-INITIAL-REPORT: codes of the journal hold no free
// text.
std::string reference_of(const std::string& path) {
  std::string reference = std::filesystem::path(path).stem().string();
  for (char& c : reference) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) c = '-';
  }
  return reference;
}

}  // namespace

std::optional<TomlTable> ProgrammeFolder::parse(const Source& source) {
  note_evidence(source.path, sha256_hex(source.bytes));
  Read<TomlDocument> document = TomlDocument::parse(source);
  if (!document) {
    add(document.error());
    return std::nullopt;
  }
  documents_.push_back(std::move(*document));
  return documents_.back().root();
}

std::optional<TomlTable> ProgrammeFolder::open_first(const std::string& path) {
  const Read<Source> source = read_source(root_, path);
  if (!source) {
    add(source.error());
    return std::nullopt;
  }
  return parse(*source);
}

std::optional<TomlTable> ProgrammeFolder::open(const TomlTable& table, std::string_view key,
                                               const std::string& path) {
  const std::optional<Source> source = read(table, key, path);
  return source ? parse(*source) : std::nullopt;
}

std::optional<Source> ProgrammeFolder::read(const TomlTable& table, std::string_view key,
                                            const std::string& path) {
  Read<Source> source = read_source(root_, path);
  if (source) return std::move(*source);
  for (const Problem& problem : source.error().listed())
    table.refuse(key, {{"{}: {}", "{} : {}"}, path, problem.what}, problem.remedy);
  return std::nullopt;
}

std::unique_ptr<ByteSource> ProgrammeFolder::open_bytes(const TomlTable& table,
                                                        std::string_view key,
                                                        const std::string& path) {
  Read<std::unique_ptr<ByteSource>> bytes = files::open_bytes(root_, path);
  if (bytes) return std::move(*bytes);
  for (const Problem& problem : bytes.error().listed())
    table.refuse(key, {{"{}: {}", "{} : {}"}, path, problem.what}, problem.remedy);
  return nullptr;
}

Document ProgrammeFolder::document(const TomlTable& table, std::string_view key, bool required) {
  if (!required && !table.has(key)) return {};
  const TomlTable given = table.table(key);
  const std::string path = given.string("file");
  if (path.empty()) return {};
  if (const auto known = by_path_.find(path); known != by_path_.end()) return known->second;
  const std::optional<Source> source = read(given, "file", path);
  if (!source) return {};
  const Document document{.reference = reference_of(path), .sha256 = sha256_hex(source->bytes)};
  note_evidence(path, document.sha256);
  return by_path_[path] = document;
}

void ProgrammeFolder::note_evidence(const std::string& path, const std::string& sha256) {
  sha256_by_path_[path] = sha256;
}

Problems ProgrammeFolder::finish() const {
  Problems problems;
  for (const TomlDocument& document : documents_) problems.add_all(document.finish());
  problems.add_all(other_problems_);
  return problems;
}

std::vector<registry::EvidenceFile> ProgrammeFolder::evidence() const {
  std::vector<registry::EvidenceFile> files;
  for (const auto& [path, sha256] : sha256_by_path_) files.push_back({path, sha256});
  return files;
}

}  // namespace openitmo::files
