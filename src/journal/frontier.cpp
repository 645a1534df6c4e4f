#include "journal/frontier.h"

#include <bit>
#include <utility>

#include "quantity/check.h"

namespace openitmo::journal {

Frontier::Frontier(std::uint64_t size, std::vector<Hash> full)
    : size_(size), full_(std::move(full)) {
  check(static_cast<int>(full_.size()) == std::popcount(size),
        "invariant 10: an edge of a tree has a hash for each bit of its size");
}

void Frontier::append(const Hash& leaf) {
  Hash hash = leaf;
  for (std::uint64_t bits = size_; (bits & 1) != 0; bits >>= 1) {
    hash = node_hash(full_.back(), hash);
    full_.pop_back();
  }
  full_.push_back(hash);
  ++size_;
}

Hash Frontier::root() const {
  if (full_.empty()) return empty_tree_hash();
  Hash hash = full_.back();
  for (std::size_t i = full_.size() - 1; i-- > 0;) hash = node_hash(full_[i], hash);
  return hash;
}

}  // namespace openitmo::journal
