#include <bit>
#include <fmt/format.h>

#include "journal/merkle.h"
#include "quantity/check.h"

namespace openitmo::journal {
namespace {

using enum FailureCode;

// Levels from `from_level` on which the path from leaf `index` still has a right-hand neighbour in
// the tree, then the left-hand siblings above them. from_level lies below the turning point: a
// first tree that is smaller than the second ends in a full subtree that does not reach it.
std::size_t path_length(std::uint64_t index, std::uint64_t size, unsigned from_level) {
  const auto inner = static_cast<unsigned>(std::bit_width(index ^ (size - 1)));
  const std::uint64_t above = inner < 64 ? index >> inner : 0;
  return inner - from_level + static_cast<unsigned>(std::popcount(above));
}

Result<void> expect_length(std::size_t given, std::size_t needed, const Text& of) {
  if (given < needed)
    return fail(proof_too_short, {{"the proof has {} hashes; {} needs {}",
                                   "la preuve a {} empreintes ; {} en demande {}"},
                                  given,
                                  of,
                                  needed});
  if (given > needed)
    return fail(proof_too_long, {{"the proof has {} hashes; {} needs {}",
                                  "la preuve a {} empreintes ; {} en demande {}"},
                                 given,
                                 of,
                                 needed});
  return {};
}

Text hex_pair(const Hash& computed, const Hash& given) {
  return {{"the proof leads to {}, the root given is {}",
           "la preuve mène à {}, la racine donnée est {}"},
          to_hex(computed),
          to_hex(given)};
}

struct Roots {
  Hash first;
  Hash second;
};

// The loop of section 2.1.4.2, steps 4 to 6, on a proof of the right length.
Roots fold_consistency(std::uint64_t first, std::uint64_t second, std::span<const Hash> proof,
                       const Hash& first_root) {
  std::uint64_t node = first - 1;
  std::uint64_t last = second - 1;
  const auto shift = std::countr_one(node);
  node >>= shift;
  last >>= shift;
  const bool first_is_full = std::has_single_bit(first);
  Roots roots = first_is_full ? Roots{first_root, first_root} : Roots{proof[0], proof[0]};
  for (const Hash& hash : proof.subspan(first_is_full ? 0 : 1)) {
    if ((node & 1) != 0 || node == last) {
      roots.first = node_hash(hash, roots.first);
      roots.second = node_hash(hash, roots.second);
      for (; (node & 1) == 0 && node != 0; node >>= 1) last >>= 1;
    } else {
      roots.second = node_hash(roots.second, hash);
    }
    node >>= 1;
    last >>= 1;
  }
  return roots;
}

}  // namespace

std::size_t inclusion_proof_length(std::uint64_t index, std::uint64_t size) {
  check(index < size, "an inclusion proof needs index < size");
  return path_length(index, size, 0);
}

std::size_t consistency_proof_length(std::uint64_t first, std::uint64_t second) {
  check(first <= second, "a consistency proof needs first <= second");
  if (first == 0 || first == second) return 0;
  const auto level = static_cast<unsigned>(std::countr_zero(first));
  return path_length(first - 1, second, level) + (std::has_single_bit(first) ? 0 : 1);
}

Result<void> verify_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size,
                              std::span<const Hash> proof, const Hash& root) {
  if (index >= size)
    return fail(
        index_outside_tree,
        {{"entry {} is not in a tree of {} entries, numbered from 0",
          "l'écriture {} n'est pas dans un arbre de {} écritures, numérotées à partir de 0"},
         index,
         size});
  const Result<void> length =
      expect_length(proof.size(), inclusion_proof_length(index, size),
                    {{"entry {} of {} entries", "l'écriture {} sur {} écritures"}, index, size});
  if (!length) return length;

  std::uint64_t node = index;
  std::uint64_t last = size - 1;
  Hash computed = leaf;
  for (const Hash& hash : proof) {
    if ((node & 1) != 0 || node == last) {
      computed = node_hash(hash, computed);
      for (; (node & 1) == 0 && node != 0; node >>= 1) last >>= 1;
    } else {
      computed = node_hash(computed, hash);
    }
    node >>= 1;
    last >>= 1;
  }
  if (computed != root) return fail(root_differs, hex_pair(computed, root));
  return {};
}

Result<void> verify_consistency(std::uint64_t first, std::uint64_t second, const Hash& first_root,
                                const Hash& second_root, std::span<const Hash> proof) {
  if (first > second)
    return fail(sizes_out_of_order, {{"a tree of {} entries cannot extend one of {}",
                                      "un arbre de {} écritures ne peut pas en prolonger un de {}"},
                                     second,
                                     first});
  const Result<void> length =
      expect_length(proof.size(), consistency_proof_length(first, second),
                    {{"consistency of {} with {} entries", "la cohérence de {} avec {} écritures"},
                     first,
                     second});
  if (!length) return length;
  if (first == second && first_root != second_root)
    return fail(same_size_different_root, {{"two roots for {} entries: {} and {}",
                                            "deux racines pour {} écritures : {} et {}"},
                                           first,
                                           to_hex(first_root),
                                           to_hex(second_root)});
  if (first == 0 && first_root != empty_tree_hash())
    return fail(empty_tree_root_differs, {{"the root of no entries is {}, not {}",
                                           "la racine d'aucune écriture est {}, non {}"},
                                          to_hex(empty_tree_hash()),
                                          to_hex(first_root)});
  if (first == 0 || first == second) return {};

  const Roots roots = fold_consistency(first, second, proof, first_root);
  if (roots.first != first_root) return fail(first_root_differs, hex_pair(roots.first, first_root));
  if (roots.second != second_root)
    return fail(second_root_differs, hex_pair(roots.second, second_root));
  return {};
}

}  // namespace openitmo::journal
