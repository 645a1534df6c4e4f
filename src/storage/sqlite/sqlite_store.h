#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "journal/store.h"
#include "storage/sqlite/database.h"
#include "storage/sqlite/statement.h"
#include "storage/sqlite/writer_lock.h"

namespace openitmo::storage {

// What a journal says about itself. Whoever verifies brings the key from elsewhere; the one in the
// file only tells which key to ask for.
struct JournalDescription {
  std::string origin;
  std::string verifier_key;

  friend bool operator==(const JournalDescription&, const JournalDescription&) = default;
};

// For tests: limits and faults that a real disk has at its own time.
struct SqliteFaults {
  std::optional<std::uint64_t> page_count_max;
  std::string vfs;
};

// A journal in one SQLite file (docs/formats/journal.md): write-ahead log, a sync at every commit.
// One process writes, any number read meanwhile. Errors are journal::StoreError.
class SqliteStore final : public journal::Store {
 public:
  // Makes a new journal; the file appears whole or not at all. Refuses an existing file.
  static void create(const std::filesystem::path& path, const JournalDescription& description);

  // Refuses while another process, or another store in this one, writes the journal, and a journal
  // that is locked because it was restored from a copy.
  static SqliteStore open(const std::filesystem::path& path, const SqliteFaults& faults = {});
  static SqliteStore open_read_only(const std::filesystem::path& path,
                                    const SqliteFaults& faults = {});

  // Makes the new file `path` from the journal as it is now, while others may write it; whole or
  // not at all. A locked copy is read like any journal and refused by open().
  enum class Copy { same, locked };
  void copy_to(const std::filesystem::path& path, Copy as);
  bool locked();
  // Lets open() write a locked journal again. Who calls this has compared it with the newest
  // checkpoint that others have: a shorter history, once continued, would contradict what was
  // signed.
  static void unlock(const std::filesystem::path& path);

  JournalDescription description();

  void append_group(std::uint64_t first, std::span<const std::string_view> entries,
                    const journal::SavedCheckpoint& checkpoint) override;
  // Writes each part as it comes, in one transaction.
  void append_parts(std::uint64_t first, journal::GroupParts& parts) override;
  std::uint64_t size() override;
  void read(std::uint64_t first, std::uint64_t count,
            const std::function<void(const journal::StoredEntry&)>& visit) override;
  std::optional<journal::SavedCheckpoint> latest_checkpoint() override;
  std::vector<journal::SavedCheckpoint> checkpoints(std::uint64_t from = 0) override;
  std::optional<journal::SavedCheckpoint> checkpoint_from(std::uint64_t size) override;

  // Damage of the file itself, also where no entry lies; empty when SQLite finds none. Reads it
  // all.
  std::vector<Text> integrity_problems() { return database_->integrity_problems(); }

 private:
  struct Insert {
    explicit Insert(Database& database);
    Statement entry;
    Statement checkpoint;
    Statement commit;
  };

  SqliteStore(const std::filesystem::path& path, const OpenMode& mode, const SqliteFaults& faults);
  void insert(std::uint64_t first, journal::GroupParts& parts);
  void commit();
  bool roll_back();
  std::uint64_t read_batch(std::uint64_t first, std::uint64_t end,
                           const std::function<void(const journal::StoredEntry&)>& visit);

  // In this order: the lock goes last.
  std::unique_ptr<WriterLock> lock_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<Insert> insert_;  // none when read-only
  bool outcome_unknown_ = false;
};

}  // namespace openitmo::storage
