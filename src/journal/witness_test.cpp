#include "journal/witness.h"

#include <gtest/gtest.h>

#include "journal/merkle.h"

namespace openitmo::journal {
namespace {

const SignerKey& log_key() {
  static const SignerKey key("registry.example/SEN01", KeyType::note, Seed{1});
  return key;
}
const SignerKey& witness_key() {
  static const SignerKey key("registry.example/CHE01", KeyType::cosignature, Seed{2});
  return key;
}

MerkleTree tree_of(std::uint64_t size, std::uint64_t altered = UINT64_MAX) {
  MerkleTree tree;
  for (std::uint64_t i = 0; i < size; ++i)
    tree.append(leaf_hash(std::to_string(i == altered ? i + 1000 : i)));
  return tree;
}
Checkpoint head_of(const MerkleTree& tree) {
  return {log_key().verifier().name(), tree.size(), tree.root(), {}};
}
Result<std::string> witnessed(const MerkleTree& tree, const std::optional<Checkpoint>& newest) {
  std::vector<Hash> growth;
  if (newest && newest->size <= tree.size())
    growth = tree.consistency_proof(newest->size, tree.size());
  return witness_checkpoint({sign_checkpoint(head_of(tree), log_key()), growth},
                            log_key().verifier(), newest, witness_key(), 1'795'000'000);
}

TEST(Witness, CosignsWhatOnlyGrew) {
  std::optional<Checkpoint> newest;
  for (const std::uint64_t size : {0U, 1U, 4U, 4U, 9U}) {
    const auto note = witnessed(tree_of(size), newest);
    ASSERT_TRUE(note) << note.error().message().en;
    const auto cosignature = verify_cosignature(*note, witness_key().verifier());
    ASSERT_TRUE(cosignature);
    EXPECT_EQ(cosignature->posix_time_s, 1'795'000'000U);
    newest = *open_checkpoint(*note, log_key().verifier());
  }
}

TEST(Witness, RefusesARewrittenHistory) {
  const Checkpoint newest = head_of(tree_of(5));
  for (std::uint64_t altered = 0; altered < 9; ++altered)
    EXPECT_EQ(witnessed(tree_of(9, altered), newest).has_value(), altered >= 5) << altered;
}

TEST(Witness, RefusesTwoHeadsOfOneSize) {
  const auto second = witnessed(tree_of(5, 2), head_of(tree_of(5)));
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, FailureCode::same_size_different_root);
}

TEST(Witness, RefusesALogThatWasRolledBack) {
  const auto rolled_back = witnessed(tree_of(4), head_of(tree_of(5)));
  ASSERT_FALSE(rolled_back);
  EXPECT_EQ(rolled_back.error().code, FailureCode::witness_is_ahead);
}

TEST(Witness, RefusesAnotherLogsSignature) {
  const SignerKey other("registry.example/SEN01", KeyType::note, Seed{3});
  const auto note = witness_checkpoint({sign_checkpoint(head_of(tree_of(5)), other), {}},
                                       log_key().verifier(), {}, witness_key(), 0);
  ASSERT_FALSE(note);
  EXPECT_EQ(note.error().code, FailureCode::signature_absent);
}

}  // namespace
}  // namespace openitmo::journal
