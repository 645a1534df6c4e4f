#include "cli/inclusion.h"

#include <fmt/format.h>

#include "files/problem.h"
#include "journal/merkle.h"
#include "journal/proof_file.h"

namespace openitmo::cli {

std::string note_at(journal::Store& store, const std::string& journal, std::uint64_t size) {
  std::string sizes;
  for (const auto& saved : store.checkpoints()) {
    if (saved.size == size) return saved.note;
    sizes += fmt::format("{}{}", sizes.empty() ? "" : ", ", saved.size);
  }
  throw files::FileError(journal,
                         {{"no checkpoint was saved at size {}",
                           "aucun point de contrôle n'a été enregistré à la taille {}"},
                          size},
                         {{"choose one of {}", "choisissez parmi {}"}, sizes});
}

std::string inclusion_proof(journal::Store& store, const std::string& journal,
                            std::uint64_t entry) {
  journal::MerkleTree tree;
  std::string bytes;
  store.read(0, store.size(), [&](const journal::StoredEntry& stored) {
    tree.append(stored.leaf);
    if (stored.number == entry) bytes = stored.bytes;
  });
  if (tree.size() == 0)
    throw files::FileError(journal, Words("it has no entries yet", "il n'a pas encore d'écritures"),
                           Words("record an act first", "enregistrez d'abord un acte"));
  if (entry >= tree.size())
    throw files::FileError(journal, {{"there is no entry {}", "il n'y a pas d'écriture {}"}, entry},
                           {{"choose one from 0 to {}", "choisissez de 0 à {}"}, tree.size() - 1});
  return journal::encode_proof(journal::InclusionProof{entry, bytes,
                                                       tree.inclusion_proof(entry, tree.size()),
                                                       note_at(store, journal, tree.size())});
}

}  // namespace openitmo::cli
