#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/inclusion.h"
#include "cli/journal_options.h"
#include "cli/run_folder.h"
#include "files/problem.h"
#include "journal/proof_file.h"

namespace openitmo::cli {

namespace {

std::string consistency(journal::Store& store, const ProveOptions& options) {
  journal::MerkleTree tree;
  store.read(0, store.size(),
             [&](const journal::StoredEntry& stored) { tree.append(stored.leaf); });
  const auto first = static_cast<std::uint64_t>(options.first_size);
  const auto second =
      options.second_size < 0 ? tree.size() : static_cast<std::uint64_t>(options.second_size);
  const std::string first_note = note_at(store, options.journal, first);
  const std::string second_note = note_at(store, options.journal, second);
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
      options.entry >= 0
          ? inclusion_proof(store, options.journal, static_cast<std::uint64_t>(options.entry))
          : consistency(store, options);
  write_output(options.output, proof);
  return kDone;
}

}  // namespace openitmo::cli
