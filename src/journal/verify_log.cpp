#include "journal/verify_log.h"

#include <fmt/format.h>

#include "journal/frontier.h"

namespace openitmo::journal {
namespace {

using enum FailureCode;

// A signature that holds and the size under which the note was saved; the root comes later.
Result<Checkpoint> open_saved(const SavedCheckpoint& saved, LogKeys& log) {
  Result<Checkpoint> checkpoint = log.open(saved.note);
  if (!checkpoint) {
    // The line is that of the signed note, which stands in no file of its own.
    Failure& failure = checkpoint.error();
    failure.text =
        failure.line == 0
            ? Text({"checkpoint at size {}: {}", "point de contrôle à la taille {} : {}"},
                   saved.size, failure.text)
            : Text({"checkpoint at size {}, line {} of its note: {}",
                    "point de contrôle à la taille {}, ligne {} de sa note : {}"},
                   saved.size, failure.line, failure.text);
    failure.line = 0;
    return checkpoint;
  }
  if (checkpoint->size != saved.size)
    return fail(checkpoint_size_differs,
                {{"the checkpoint saved at size {} was signed for size {}",
                  "le point de contrôle enregistré à la taille {} a été signé pour la taille {}"},
                 saved.size,
                 checkpoint->size});
  return checkpoint;
}

std::unexpected<Failure> wrong_root(const Checkpoint& checkpoint, std::uint64_t covered,
                                    const Hash& computed) {
  return fail(root_differs,
              {{"checkpoint at size {}: its root is {}, the entries give {}; entries {} to {} are "
                "not those that were signed",
                "point de contrôle à la taille {} : sa racine est {}, les écritures donnent {} ; "
                "les écritures {} à {} ne sont pas celles qui ont été signées"},
               checkpoint.size,
               to_hex(checkpoint.root),
               to_hex(computed),
               covered,
               checkpoint.size == 0 ? 0 : checkpoint.size - 1});
}

}  // namespace

Result<VerifiedLog> verify_log(Store& store, LogKeys log,
                               const std::function<void(const StoredEntry&)>& visit) {
  return verify_log_from(store, {.keys = std::move(log)}, visit);
}

Result<VerifiedLog> verify_log_from(Store& store, LogStart start,
                                    const std::function<void(const StoredEntry&)>& visit) {
  auto& [log, tree] = start;
  VerifiedLog verified;
  // Asked for before the checkpoints: what is here now has its checkpoint, and somebody may be
  // appending.
  const std::uint64_t size = store.size();
  // A first checkpoint may cover no entry at all.
  const std::uint64_t from = tree.size() == 0 ? 0 : tree.size() + 1;
  for (const SavedCheckpoint& saved : store.checkpoints(from)) {
    const Result<Checkpoint> checkpoint = open_saved(saved, log);
    if (!checkpoint) return std::unexpected(checkpoint.error());
    const std::uint64_t covered = tree.size();
    store.read(covered, saved.size - covered, [&](const StoredEntry& entry) {
      tree.append(entry.leaf);
      visit(entry);
    });
    if (tree.size() != saved.size)
      return fail(checkpoint_beyond_entries,
                  {{"the checkpoint at size {} was signed, but only {} entries are here: the last "
                    "ones were removed",
                    "le point de contrôle à la taille {} a été signé, mais il n'y a ici que {} "
                    "écritures : les dernières ont été retirées"},
                   saved.size,
                   tree.size()});
    if (const Hash root = tree.root(); root != checkpoint->root)
      return wrong_root(*checkpoint, covered, root);
    ++verified.checkpoint_count;
  }
  if (tree.size() < size)
    return fail(
        entries_not_covered,
        {{"the last checkpoint covers {} entries, but {} are here: the rest was never signed",
          "le dernier point de contrôle couvre {} écritures, mais il y en a {} ici : le reste n'a "
          "jamais été signé"},
         tree.size(),
         size});
  verified.size = tree.size();
  verified.root = tree.root();
  verified.keys = log.used();
  return verified;
}

}  // namespace openitmo::journal
