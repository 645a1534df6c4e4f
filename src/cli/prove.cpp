#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/journal_options.h"
#include "cli/run_folder.h"
#include "files/problem.h"
#include "journal/proof_file.h"

namespace openitmo::cli {

namespace {

std::string note_at(journal::Store& store, std::uint64_t size, const ProveOptions& options) {
  std::string sizes;
  for (const auto& saved : store.checkpoints()) {
    if (saved.size == size) return saved.note;
    sizes += fmt::format("{}{}", sizes.empty() ? "" : ", ", saved.size);
  }
  throw files::FileError(options.journal,
                         {{"no checkpoint was saved at size {}",
                           "aucun point de contrôle n'a été enregistré à la taille {}"},
                          size},
                         {{"choose one of {}", "choisissez parmi {}"}, sizes});
}

std::string inclusion(journal::Store& store, const ProveOptions& options) {
  const auto entry = static_cast<std::uint64_t>(options.entry);
  journal::MerkleTree tree;
  std::string bytes;
  store.read(0, store.size(), [&](const journal::StoredEntry& stored) {
    tree.append(stored.leaf);
    if (stored.number == entry) bytes = stored.bytes;
  });
  if (tree.size() == 0)
    throw files::FileError(options.journal,
                           Words("it has no entries yet", "il n'a pas encore d'écritures"),
                           Words("record an act first", "enregistrez d'abord un acte"));
  if (entry >= tree.size())
    throw files::FileError(options.journal,
                           {{"there is no entry {}", "il n'y a pas d'écriture {}"}, entry},
                           {{"choose one from 0 to {}", "choisissez de 0 à {}"}, tree.size() - 1});
  return journal::encode_proof(journal::InclusionProof{entry, bytes,
                                                       tree.inclusion_proof(entry, tree.size()),
                                                       note_at(store, tree.size(), options)});
}

std::string consistency(journal::Store& store, const ProveOptions& options) {
  journal::MerkleTree tree;
  store.read(0, store.size(),
             [&](const journal::StoredEntry& stored) { tree.append(stored.leaf); });
  const auto first = static_cast<std::uint64_t>(options.first_size);
  const auto second =
      options.second_size < 0 ? tree.size() : static_cast<std::uint64_t>(options.second_size);
  const std::string first_note = note_at(store, first, options);
  const std::string second_note = note_at(store, second, options);
  if (first > second)
    throw files::FileError(
        options.journal,
        Words("the first size is larger than the second",
              "la première taille est plus grande que la seconde"),
        Words("give the smaller one with --from", "donnez la plus petite avec --from"));
  return journal::encode_proof(
      journal::ConsistencyProof{tree.consistency_proof(first, second), first_note, second_note});
}

}  // namespace

int prove(const ProveOptions& options) {
  if (options.entry < 0 && options.first_size < 0)
    throw files::FileError(options.journal,
                           Words("nothing to prove was named", "rien à prouver n'a été nommé"),
                           Words("give --entry N, or --from SIZE [--to SIZE]",
                                 "donnez --entry N, ou --from TAILLE [--to TAILLE]"));
  auto store = storage::SqliteStore::open_read_only(options.journal);
  const std::string proof =
      options.entry >= 0 ? inclusion(store, options) : consistency(store, options);
  write_output(options.output, proof);
  return kDone;
}

}  // namespace openitmo::cli
