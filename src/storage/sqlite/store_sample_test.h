#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "journal/checkpoint.h"
#include "journal/frontier.h"
#include "journal/verify_log.h"
#include "storage/sqlite/sqlite_store.h"
#include "temporary_folder.h"

// What the tests of this folder share: a journal file, and a log that writes itself.
namespace openitmo::storage {

struct JournalFolder : TemporaryFolder {
  std::filesystem::path journal() const { return path() / "journal.db"; }
};

inline const journal::SignerKey& sample_key() {
  static const journal::SignerKey key("registry.example/SEN01", journal::KeyType::note,
                                      journal::Seed{7});
  return key;
}

inline JournalDescription sample_description() {
  return {.origin = sample_key().verifier().name(), .verifier_key = sample_key().verifier().text()};
}

// Every entry follows from its number alone, and so does every group's size from where it starts:
// whoever reads the journal back knows what must be there.
inline std::string sample_entry(std::uint64_t number) {
  return "{\"entry\":" + std::to_string(number) + ",\"text\":\"" +
         std::string(number * 37 % 900, static_cast<char>('a' + number % 26)) + "\"}";
}
inline std::uint64_t sample_group_size(std::uint64_t first) { return 1 + first * 7 % 5; }

class SampleWriter {
 public:
  explicit SampleWriter(SqliteStore& store) : store_(store) {
    for (std::uint64_t i = 0; i < store.size(); ++i) tree_.append(leaf(i));
  }

  // Appends one group and returns the size of the journal after it.
  std::uint64_t append() { return append(sample_group_size(tree_.size())); }
  std::uint64_t append(std::uint64_t count) {
    journal::Frontier tree = tree_;
    const std::uint64_t first = tree.size();
    std::vector<std::string> texts;
    for (std::uint64_t i = first; i < first + count; ++i) {
      texts.push_back(sample_entry(i));
      tree.append(leaf(i));
    }
    const std::vector<std::string_view> entries(texts.begin(), texts.end());
    store_.append_group(first, entries, {.size = tree.size(), .note = checkpoint(tree)});
    tree_ = tree;
    return tree_.size();
  }

  static std::string checkpoint(const journal::Frontier& tree) {
    return journal::sign_checkpoint({.origin = sample_key().verifier().name(),
                                     .size = tree.size(),
                                     .root = tree.root(),
                                     .extensions = {}},
                                    sample_key());
  }

 private:
  static journal::Hash leaf(std::uint64_t number) {
    return journal::leaf_hash(sample_entry(number));
  }
  SqliteStore& store_;
  journal::Frontier tree_;
};

inline journal::Result<journal::VerifiedLog> verify_sample(journal::Store& store) {
  return journal::verify_log(store, sample_key().verifier());
}

// A journal of `groups` groups, closed again; its size.
inline std::uint64_t make_sample(const std::filesystem::path& path, std::size_t groups) {
  SqliteStore::create(path, sample_description());
  SqliteStore store = SqliteStore::open(path);
  SampleWriter writer(store);
  std::uint64_t size = 0;
  for (std::size_t i = 0; i < groups; ++i) size = writer.append();
  return size;
}

}  // namespace openitmo::storage
