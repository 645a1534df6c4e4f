#include "journal/merkle.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "quantity/check.h"

namespace openitmo::journal {
namespace {

// Where RFC 9162 splits [begin, end): the largest power of two below the number of leaves.
std::uint64_t split(std::uint64_t begin, std::uint64_t end) {
  return begin + std::bit_floor(end - begin - 1);
}

}  // namespace

void MerkleTree::reserve(std::uint64_t leaves) {
  for (std::size_t level = 0; leaves > 0; ++level, leaves /= 2) {
    if (level == levels_.size()) levels_.emplace_back();
    levels_[level].reserve(leaves);
  }
}

void MerkleTree::append(const Hash& leaf) {
  Hash hash = leaf;
  for (std::size_t level = 0;; ++level) {
    if (level == levels_.size()) levels_.emplace_back();
    std::vector<Hash>& hashes = levels_[level];
    hashes.push_back(hash);
    if (hashes.size() % 2 != 0) return;
    hash = node_hash(hashes[hashes.size() - 2], hashes.back());
  }
}

Frontier MerkleTree::frontier() const {
  std::vector<Hash> full;
  for (std::size_t level = levels_.size(); level-- > 0;)
    if (levels_[level].size() % 2 != 0) full.push_back(levels_[level].back());
  return {size(), std::move(full)};
}

const Hash& MerkleTree::leaf(std::uint64_t index) const {
  check(index < size(), "a leaf is asked for by an index inside the tree");
  return levels_.front()[index];
}

Hash MerkleTree::root_at(std::uint64_t size) const {
  check(size <= this->size(), "a root is asked for at a size that the tree has reached");
  return size == 0 ? empty_tree_hash() : range_hash(0, size);
}

// `begin` must be a multiple of the range's size rounded up to a power of two, as every range of
// RFC 9162's recursion is. The range is then a row of ever smaller full subtrees, folded from the
// right.
Hash MerkleTree::range_hash(std::uint64_t begin, std::uint64_t end) const {
  const auto last_full = [&](std::uint64_t until) -> const Hash& {
    const auto level = static_cast<unsigned>(std::countr_zero(until - begin));
    return levels_[level][(until >> level) - 1];
  };
  Hash hash = last_full(end);
  for (std::uint64_t rest = end - begin; (rest &= rest - 1) != 0;)
    hash = node_hash(last_full(begin + rest), hash);
  return hash;
}

std::vector<Hash> MerkleTree::inclusion_proof(std::uint64_t index, std::uint64_t size) const {
  check(index < size && size <= this->size(), "an inclusion proof needs index < size <= tree size");
  std::vector<Hash> proof;
  for (std::uint64_t begin = 0, end = size; end - begin > 1;) {
    const std::uint64_t middle = split(begin, end);
    if (index < middle) {
      proof.push_back(range_hash(middle, end));
      end = middle;
    } else {
      proof.push_back(range_hash(begin, middle));
      begin = middle;
    }
  }
  std::ranges::reverse(proof);
  return proof;
}

std::vector<Hash> MerkleTree::consistency_proof(std::uint64_t first, std::uint64_t second) const {
  check(first <= second && second <= size(),
        "a consistency proof needs first <= second <= tree size");
  std::vector<Hash> proof;
  if (first == 0) return proof;
  std::uint64_t begin = 0;
  std::uint64_t end = second;
  while (end != first) {
    const std::uint64_t middle = split(begin, end);
    if (first <= middle) {
      proof.push_back(range_hash(middle, end));
      end = middle;
    } else {
      proof.push_back(range_hash(begin, middle));
      begin = middle;
    }
  }
  // What is left is a subtree of both trees; when it is the whole first tree the verifier has it.
  if (begin != 0) proof.push_back(range_hash(begin, end));
  std::ranges::reverse(proof);
  return proof;
}

}  // namespace openitmo::journal
