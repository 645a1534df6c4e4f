#include "journal/verify_log.h"

#include <array>
#include <gtest/gtest.h>

#include "journal/log_sample_test.h"

namespace openitmo::journal {
namespace {

Failure failure_of(MemoryStore& store, const VerifierKey& log = key().verifier()) {
  const Result<VerifiedLog> verified = verify_log(store, log);
  EXPECT_FALSE(verified);
  return verified ? Failure{} : verified.error();
}

TEST(VerifyLog, PassesAndShowsEveryEntryOnce) {
  MemoryStore store = sample();
  std::uint64_t next = 0;
  const Result<VerifiedLog> verified =
      verify_log(store, key().verifier(), [&](const StoredEntry& entry) {
        EXPECT_EQ(entry.number, next);
        EXPECT_EQ(entry.bytes, store.entries[next++]);
      });
  ASSERT_TRUE(verified) << verified.error().message().en;
  EXPECT_EQ(next, 12u);
  EXPECT_EQ(verified->size, 12u);
  EXPECT_EQ(verified->checkpoint_count, 5u);
}

TEST(VerifyLog, AnEmptyLogIsFine) {
  MemoryStore store;
  EXPECT_EQ(verify_log(store, key().verifier())->root, empty_tree_hash());
}

// A reader sees whole groups, and what is appended while it reads is no damage.
TEST(VerifyLog, ALogMayGrowWhileItIsRead) {
  MemoryStore store = sample();
  Frontier grown;
  for (const std::string& entry : store.entries) grown.append(leaf_hash(entry));
  const Result<VerifiedLog> verified =
      verify_log(store, key().verifier(), [&](const StoredEntry& entry) {
        if (entry.number != 5) return;
        grown.append(leaf_hash("{\"late\":1}"));
        const std::array<std::string_view, 1> late{"{\"late\":1}"};
        store.append_group(12, late, {.size = 13, .note = checkpoint_of(grown)});
      });
  ASSERT_TRUE(verified) << verified.error().message().en;
  EXPECT_EQ(verified->size, 12u);
  EXPECT_EQ(verify_log(store, key().verifier())->size, 13u);
}

TEST(VerifyLog, AlteredEntriesAreNamedByTheirGroup) {
  for (std::uint64_t i = 0; i < 12; ++i) {
    MemoryStore store = sample();
    store.entries[i] += " ";
    const Failure failure = failure_of(store);
    EXPECT_EQ(failure.code, FailureCode::root_differs);
    const std::string range =
        "entries " + std::to_string(i / 3 * 3) + " to " + std::to_string(i / 3 * 3 + 2);
    EXPECT_NE(failure.text.en.find(range), std::string::npos) << failure.text.en;
  }
  MemoryStore store = sample();
  std::swap(store.entries[1], store.entries[2]);
  EXPECT_EQ(failure_of(store).code, FailureCode::root_differs);
}

TEST(VerifyLog, MissingPartsAreNamed) {
  MemoryStore store = sample();
  store.entries.pop_back();
  EXPECT_EQ(failure_of(store).code, FailureCode::checkpoint_beyond_entries);
  store = sample();
  store.saved.pop_back();
  EXPECT_EQ(failure_of(store).code, FailureCode::entries_not_covered);
  store = sample();
  store.entries.push_back("unsigned");
  EXPECT_EQ(failure_of(store).code, FailureCode::entries_not_covered);
  store = sample();
  store.entries.erase(store.entries.begin() + 4);
  EXPECT_EQ(failure_of(store).code, FailureCode::root_differs);
}

TEST(VerifyLog, AlteredCheckpointsAreNamedByTheirSize) {
  MemoryStore store = sample();
  store.saved[2].note[0] ^= 1;
  Failure failure = failure_of(store);
  EXPECT_EQ(failure.code, FailureCode::signature_invalid);
  EXPECT_NE(failure.text.en.find("checkpoint at size 6"), std::string::npos) << failure.text.en;
  store = sample();
  store.saved[2].note = store.saved[3].note;
  EXPECT_EQ(failure_of(store).code, FailureCode::checkpoint_size_differs);
  store = sample();
  store.saved[1].note = sign_checkpoint({.origin = key().verifier().name(),
                                         .size = 3,
                                         .root = sha256("another history"),
                                         .extensions = {}},
                                        key());
  EXPECT_EQ(failure_of(store).code, FailureCode::root_differs);
}

TEST(VerifyLog, AnotherKeyDoesNotPass) {
  MemoryStore store = sample();
  const SignerKey other("registry.example/SEN01", KeyType::note, Seed{2});
  EXPECT_EQ(failure_of(store, other.verifier()).code, FailureCode::signature_absent);
}

}  // namespace
}  // namespace openitmo::journal
