#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "journal/log_keys.h"
#include "registry/registry.h"
#include "storage/sqlite/sqlite_store.h"

// A journal in either of its forms: the file that a registry writes, or its export.
namespace openitmo::cli {

// Whether the file is not a database; what it is instead shows when it is read.
bool is_export(const std::filesystem::path& path);

// The verifier keys in `given`, each its text or a file with it, in the order in which they signed.
// With nothing given, the one that `itmo run` puts at keys/<REGISTRY>.vkey beside the journal, or
// <REGISTRY>.vkey there. Throws files::FileError.
journal::VerifierKey key_from(const std::string& given);
journal::LogKeys keys_from(const std::vector<std::string>& given);
journal::LogKeys keys_of_journal(const std::filesystem::path& journal,
                                 const std::vector<std::string>& given);
// The file of that one key, where there is one; of a journal that is still to be made, too.
std::optional<std::filesystem::path> key_beside(const std::filesystem::path& journal);
// The keys by the journal's own word: the one in its description and those that its entries
// announce. Enough for asking whether a copy is whole, or for a writer whose own key signed last;
// who verifies brings keys from elsewhere.
std::vector<journal::VerifierKey> own_keys(storage::SqliteStore& store);
// A witness's key, which signs in another way. Throws files::FileError.
journal::VerifierKey witness_key_from(const std::string& given);
// The same for a signer key, in a file only.
journal::SignerKey signer_key_from(const std::string& path);
// The same, refused where it signs for another registry than the one of this journal.
journal::SignerKey signer_key_for(storage::SqliteStore& store, const std::string& path);

// Calls `take` with the file's bytes in pieces until it answers false. Throws files::FileError.
void read_pieces(const std::filesystem::path& path,
                 const std::function<bool(std::string_view)>& take);

// Replays either form. Throws journal::StoreError where it does not hold; damage of a database that
// touches no entry is in `file_problems`.
struct ReplayedFile {
  registry::Replayed state;
  std::vector<Text> file_problems;
};
ReplayedFile replay_file(const std::filesystem::path& path, const journal::LogKeys& keys,
                         const registry::Onlooker& onlooker = {});
ReplayedFile replay_file(const std::filesystem::path& path, const journal::LogKeys& keys,
                         const std::function<void(const ledger::Entry&)>& visit);

// The journal's snapshot: SEN01.snapshot beside SEN01.itmo.
std::filesystem::path snapshot_path(const std::filesystem::path& journal);
registry::SnapshotFile snapshot_of(const std::filesystem::path& journal);
// Puts the snapshot there. The key's turn is now; `store` is the journal's. Throws what
// open_journal() throws, and files::FileError.
std::uint64_t refresh_snapshot(const std::filesystem::path& journal, storage::SqliteStore& store,
                               const journal::SignerKey& key);
// Says on standard error why a snapshot that is there was not used, since opening took longer.
void tell_not_used(const std::optional<Text>& why, Language language);
// For questions: replays an export, and of a journal only what its snapshot does not have. Damage
// that touches no entry read is not looked for.
registry::Replayed open_file(const std::filesystem::path& path, const journal::LogKeys& keys,
                             Language language);

// Whether one of the registry's approaches is a demonstration.
bool is_demonstration(const ledger::Ledger& ledger);

// Throws registry::JournalUnreadable where the replayed file is damaged.
void refuse_damaged(const ReplayedFile& replayed, const std::filesystem::path& path);

}  // namespace openitmo::cli
