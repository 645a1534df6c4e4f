#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quantity/language.h"

struct sqlite3;

namespace openitmo::storage {

enum class Access { read, write, create };

struct OpenMode {
  Access access = Access::read;
  std::string vfs;  // SQLite's name of a file system layer; empty: the platform's
};

// One connection. Every error of SQLite becomes a journal::StoreError that names the file.
class Database {
 public:
  Database(const std::filesystem::path& path, const OpenMode& mode);

  sqlite3* handle() const { return handle_.get(); }
  const std::string& path() const { return path_; }

  void execute(const std::string& sql);
  std::int64_t number(const std::string& sql);  // the first column of the first row
  bool in_transaction() const;

  // What PRAGMA integrity_check finds, at most 100 lines; empty when the file is sound.
  std::vector<Text> integrity_problems();

  // Throws StoreFull, StoreDamaged (with `entry`) or StoreError for a result code. `doing`
  // completes "while ...".
  [[noreturn]] void fail(int code, const Text& doing,
                         std::optional<std::uint64_t> entry = {}) const;
  // No room on the disk, or up to the limit of a file's size, while writing.
  bool is_full(int code) const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
};

}  // namespace openitmo::storage
