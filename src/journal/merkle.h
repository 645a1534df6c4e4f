#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "journal/failure.h"
#include "journal/frontier.h"
#include "journal/hash.h"

namespace openitmo::journal {

// The Merkle tree of RFC 9162 section 2.1 over leaf hashes, kept whole: levels_[k][i] is the hash
// of the full subtree over leaves [i * 2^k, (i + 1) * 2^k). Roots and proofs of any earlier size
// are O(log n). Memory: 64 bytes a leaf.
//
// Invariant 10: the tree only grows; levels_[k].size() == size() >> k.
class MerkleTree {
 public:
  void reserve(std::uint64_t leaves);
  void append(const Hash& leaf);  // amortised O(1)

  std::uint64_t size() const { return levels_.empty() ? 0 : levels_.front().size(); }
  const Hash& leaf(std::uint64_t index) const;

  Hash root() const { return root_at(size()); }
  // size <= size(); the empty tree's root is SHA-256 of nothing.
  Hash root_at(std::uint64_t size) const;

  // What is needed to append more, in O(log n).
  Frontier frontier() const;

  // PATH(index, D[size]) of section 2.1.3.1, the leaf's sibling first. index < size <= size().
  std::vector<Hash> inclusion_proof(std::uint64_t index, std::uint64_t size) const;
  // PROOF(first, D[second]) of section 2.1.4.1. first <= second <= size(); from 0 and between equal
  // sizes it is empty.
  std::vector<Hash> consistency_proof(std::uint64_t first, std::uint64_t second) const;

  // The whole state, for a snapshot.
  static void members(auto& self, auto&& visit) { visit(self.levels_); }

 private:
  Hash range_hash(std::uint64_t begin, std::uint64_t end) const;

  std::vector<std::vector<Hash>> levels_;
};

// How many hashes a proof has, which only the numbers decide.
std::size_t inclusion_proof_length(std::uint64_t index, std::uint64_t size);      // index < size
std::size_t consistency_proof_length(std::uint64_t first, std::uint64_t second);  // first <= second

// RFC 9162 section 2.1.3.2: is `leaf` at `index` of the tree of `size` leaves whose root is `root`?
// Refusals: index_outside_tree, proof_too_short, proof_too_long, root_differs.
Result<void> verify_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size,
                              std::span<const Hash> proof, const Hash& root);

// RFC 9162 section 2.1.4.2: is the tree of `second` leaves the tree of `first` leaves with more
// appended? Every tree extends the empty one, whose root is known and whose proof is empty.
// Refusals: sizes_out_of_order, proof_too_short, proof_too_long, empty_tree_root_differs,
// same_size_different_root, first_root_differs, second_root_differs.
Result<void> verify_consistency(std::uint64_t first, std::uint64_t second, const Hash& first_root,
                                const Hash& second_root, std::span<const Hash> proof);

}  // namespace openitmo::journal
