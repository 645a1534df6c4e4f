#include "journal/merkle.h"

#include <gtest/gtest.h>
#include <random>

#include "journal/frontier.h"
#include "quantity/check.h"

namespace openitmo::journal {
namespace {

using Leaves = std::span<const Hash>;

// RFC 9162 sections 2.1.1, 2.1.3.1 and 2.1.4.1 as they are written, over leaf hashes.
std::size_t split(std::size_t n) {
  std::size_t k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

Hash reference_root(Leaves d) {
  if (d.empty()) return sha256("");
  if (d.size() == 1) return d[0];
  const std::size_t k = split(d.size());
  return node_hash(reference_root(d.first(k)), reference_root(d.subspan(k)));
}

std::vector<Hash> with(std::vector<Hash> proof, const Hash& hash) {
  proof.push_back(hash);
  return proof;
}

std::vector<Hash> reference_path(std::size_t m, Leaves d) {
  if (d.size() == 1) return {};
  const std::size_t k = split(d.size());
  if (m < k) return with(reference_path(m, d.first(k)), reference_root(d.subspan(k)));
  return with(reference_path(m - k, d.subspan(k)), reference_root(d.first(k)));
}

std::vector<Hash> reference_subproof(std::size_t m, Leaves d, bool whole) {
  if (m == d.size()) return whole ? std::vector<Hash>{} : std::vector<Hash>{reference_root(d)};
  const std::size_t k = split(d.size());
  if (m <= k) return with(reference_subproof(m, d.first(k), whole), reference_root(d.subspan(k)));
  return with(reference_subproof(m - k, d.subspan(k), false), reference_root(d.first(k)));
}

std::vector<Hash> leaves_of(std::size_t count) {
  std::vector<Hash> leaves;
  for (std::size_t i = 0; i < count; ++i) leaves.push_back(leaf_hash("entry " + std::to_string(i)));
  return leaves;
}

MerkleTree tree_of(Leaves leaves) {
  MerkleTree tree;
  for (const Hash& leaf : leaves) tree.append(leaf);
  return tree;
}

constexpr std::size_t kSizeMax = 130;

// The vectors that Certificate Transparency implementations share.
TEST(Merkle, KnownRoots) {
  const char* const entries_hex[] = {"",
                                     "00",
                                     "10",
                                     "2021",
                                     "3031",
                                     "40414243",
                                     "5051525354555657",
                                     "606162636465666768696a6b6c6d6e6f"};
  const char* const roots[] = {"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                               "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                               "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                               "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                               "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                               "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                               "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                               "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
  MerkleTree tree;
  Frontier frontier;
  EXPECT_EQ(tree.root(), empty_tree_hash());
  EXPECT_EQ(frontier.root(), empty_tree_hash());
  for (std::size_t i = 0; i < std::size(roots); ++i) {
    tree.append(leaf_hash(*from_hex(entries_hex[i])));
    frontier.append(tree.leaf(i));
    EXPECT_EQ(to_hex(tree.root()), roots[i]) << i;
    EXPECT_EQ(to_hex(frontier.root()), roots[i]) << i;
  }
}

TEST(Merkle, RootsOfEverySizeEqualTheReference) {
  const std::vector<Hash> leaves = leaves_of(kSizeMax);
  const MerkleTree tree = tree_of(leaves);
  Frontier frontier;
  for (std::size_t size = 0; size <= kSizeMax; ++size) {
    EXPECT_EQ(tree.root_at(size), reference_root(Leaves(leaves).first(size))) << size;
    EXPECT_EQ(frontier.root(), tree.root_at(size)) << size;
    EXPECT_EQ(frontier.size(), size);
    if (size < kSizeMax) frontier.append(leaves[size]);
  }
}

TEST(Merkle, EveryInclusionProofEqualsTheReferenceAndVerifies) {
  const std::vector<Hash> leaves = leaves_of(kSizeMax);
  const MerkleTree tree = tree_of(leaves);
  for (std::size_t size = 1; size <= kSizeMax; ++size) {
    const Hash root = tree.root_at(size);
    for (std::size_t index = 0; index < size; ++index) {
      const std::vector<Hash> proof = tree.inclusion_proof(index, size);
      ASSERT_EQ(proof, reference_path(index, Leaves(leaves).first(size))) << index << " " << size;
      ASSERT_EQ(proof.size(), inclusion_proof_length(index, size));
      ASSERT_TRUE(verify_inclusion(leaves[index], index, size, proof, root));
      ASSERT_FALSE(verify_inclusion(leaves[(index + 1) % kSizeMax], index, size, proof, root));
    }
  }
}

TEST(Merkle, EveryConsistencyProofEqualsTheReferenceAndVerifies) {
  const std::vector<Hash> leaves = leaves_of(kSizeMax);
  const MerkleTree tree = tree_of(leaves);
  const Hash wrong = sha256("wrong");
  for (std::size_t second = 1; second <= kSizeMax; ++second) {
    const Hash second_root = tree.root_at(second);
    for (std::size_t first = 1; first <= second; ++first) {
      const Hash first_root = tree.root_at(first);
      const std::vector<Hash> proof = tree.consistency_proof(first, second);
      ASSERT_EQ(proof, reference_subproof(first, Leaves(leaves).first(second), true));
      ASSERT_EQ(proof.size(), consistency_proof_length(first, second));
      ASSERT_TRUE(verify_consistency(first, second, first_root, second_root, proof));
      ASSERT_FALSE(verify_consistency(first, second, wrong, second_root, proof));
      ASSERT_FALSE(verify_consistency(first, second, first_root, wrong, proof));
    }
  }
}

// Any one bit of any proof hash matters.
TEST(Merkle, AFlippedBitAnywhereInAProofIsFound) {
  const MerkleTree tree = tree_of(leaves_of(kSizeMax));
  std::mt19937_64 random(20261122);
  for (int round = 0; round < 2000; ++round) {
    const std::uint64_t size = 2 + random() % (kSizeMax - 1);
    const std::uint64_t index = random() % size;
    const std::uint64_t first = 1 + random() % (size - 1);
    std::vector<Hash> path = tree.inclusion_proof(index, size);
    path[random() % path.size()][random() % 32] ^= static_cast<std::uint8_t>(1u << random() % 8);
    const Result<void> included =
        verify_inclusion(tree.leaf(index), index, size, path, tree.root_at(size));
    ASSERT_FALSE(included);
    EXPECT_EQ(included.error().code, FailureCode::root_differs);
    std::vector<Hash> proof = tree.consistency_proof(first, size);
    proof[random() % proof.size()][random() % 32] ^= static_cast<std::uint8_t>(1u << random() % 8);
    ASSERT_FALSE(verify_consistency(first, size, tree.root_at(first), tree.root_at(size), proof));
  }
}

TEST(Merkle, LargeTreesAgreeWithTheFrontier) {
  MerkleTree tree;
  Frontier frontier;
  tree.reserve(100'000);
  for (std::uint64_t i = 0; i < 100'000; ++i) {
    const Hash leaf = leaf_hash(std::to_string(i));
    tree.append(leaf);
    frontier.append(leaf);
  }
  EXPECT_EQ(tree.size(), 100'000u);
  EXPECT_EQ(tree.root(), frontier.root());
  for (const std::uint64_t index : {0u, 1u, 65'535u, 65'536u, 98'303u, 98'304u, 99'999u})
    EXPECT_TRUE(verify_inclusion(tree.leaf(index), index, tree.size(),
                                 tree.inclusion_proof(index, tree.size()), tree.root()));
}

TEST(Merkle, AskingOutsideTheTreeIsABrokenInvariant) {
  const MerkleTree tree = tree_of(leaves_of(5));
  EXPECT_THROW(tree.leaf(5), InvariantBroken);
  EXPECT_THROW(tree.root_at(6), InvariantBroken);
  EXPECT_THROW(tree.inclusion_proof(5, 5), InvariantBroken);
  EXPECT_THROW(tree.inclusion_proof(0, 6), InvariantBroken);
  EXPECT_THROW(tree.consistency_proof(3, 2), InvariantBroken);
  EXPECT_THROW(tree.consistency_proof(3, 6), InvariantBroken);
}

TEST(Merkle, MessagesSayWhatWouldBeRight) {
  const MerkleTree tree = tree_of(leaves_of(8));
  const Result<void> verdict = verify_inclusion(tree.leaf(5), 5, 8, {}, tree.root());
  ASSERT_FALSE(verdict);
  EXPECT_EQ(verdict.error().message().en,
            "proof_too_short: the proof has 0 hashes; entry 5 of 8 entries needs 3");
}

}  // namespace
}  // namespace openitmo::journal
