#pragma once

#include <cstdint>
#include <vector>

#include "journal/hash.h"

namespace openitmo::journal {

// The right edge of a Merkle tree: enough to append and to know the root, in O(log n) memory. For
// reading a log once from front to back. No proofs: MerkleTree makes those.
class Frontier {
 public:
  Frontier() = default;
  // From the hashes of the full subtrees, the largest first: as many as `size` has bits set.
  Frontier(std::uint64_t size, std::vector<Hash> full);

  void append(const Hash& leaf);  // amortised O(1)

  std::uint64_t size() const { return size_; }
  Hash root() const;

 private:
  std::uint64_t size_ = 0;
  std::vector<Hash> full_;  // of the full subtrees, the largest first: one for each bit of size_
};

}  // namespace openitmo::journal
