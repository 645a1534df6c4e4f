#include "journal/continuation.h"

#include <fmt/format.h>

namespace openitmo::journal {

Result<void> verify_continuation(const MerkleTree& log, const Checkpoint& kept) {
  using enum FailureCode;
  if (log.size() < kept.size)
    return fail(log_shorter,
                {{"the journal has {} entries, the checkpoint was signed for {}: {} are missing at "
                  "the end",
                  "le journal a {} écritures, le point de contrôle a été signé pour {} : il en "
                  "manque {} à la fin"},
                 log.size(),
                 kept.size,
                 kept.size - log.size()});
  if (const Hash now = log.root_at(kept.size); now != kept.root)
    return fail(history_differs,
                {{"the first {} entries have the root {}, the checkpoint was signed for {}: "
                  "history was rewritten",
                  "les {} premières écritures ont la racine {}, le point de contrôle a été signé "
                  "pour {} : l'histoire a été réécrite"},
                 kept.size,
                 to_hex(now),
                 to_hex(kept.root)});
  return {};
}

}  // namespace openitmo::journal
