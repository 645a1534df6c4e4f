#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/run_folder.h"
#include "files/output.h"
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
  const bool french = options.language == Language::fr;
  throw files::FileError(
      options.journal,
      fmt::format(fmt::runtime(french ? "aucun point de contrôle n'a été enregistré à la taille {}"
                                      : "no checkpoint was saved at size {}"),
                  size),
      (french ? "choisissez parmi " : "choose one of ") + sizes);
}

std::string inclusion(journal::Store& store, const ProveOptions& options) {
  const auto entry = static_cast<std::uint64_t>(options.entry);
  journal::MerkleTree tree;
  std::string bytes;
  store.read(0, store.size(), [&](const journal::StoredEntry& stored) {
    tree.append(stored.leaf);
    if (stored.number == entry) bytes = stored.bytes;
  });
  if (entry >= tree.size())
    throw files::FileError(
        options.journal,
        fmt::format("{} {}",
                    either(options.language, "there is no entry", "il n'y a pas d'écriture"),
                    entry),
        fmt::format(fmt::runtime(either(options.language, "choose one from 0 to {}",
                                        "choisissez de 0 à {}")),
                    tree.size() - 1));
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
    throw files::FileError(options.journal,
                           either(options.language, "the first size is larger than the second",
                                  "la première taille est plus grande que la seconde"),
                           either(options.language, "give the smaller one with --from",
                                  "donnez la plus petite avec --from"));
  return journal::encode_proof(
      journal::ConsistencyProof{tree.consistency_proof(first, second), first_note, second_note});
}

}  // namespace

int prove(const ProveOptions& options) {
  if (options.entry < 0 && options.first_size < 0)
    throw files::FileError(
        options.journal,
        either(options.language, "nothing to prove was named", "rien à prouver n'a été nommé"),
        either(options.language, "give --entry N, or --from SIZE [--to SIZE]",
               "donnez --entry N, ou --from TAILLE [--to TAILLE]"));
  auto store = storage::SqliteStore::open_read_only(options.journal);
  const std::string proof =
      options.entry >= 0 ? inclusion(store, options) : consistency(store, options);
  if (options.output.empty())
    fmt::print("{}", proof);
  else
    files::write_file(options.output, proof);
  return kDone;
}

}  // namespace openitmo::cli
