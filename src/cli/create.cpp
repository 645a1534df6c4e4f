#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/journal_file.h"

namespace openitmo::cli {

int create(const CreateOptions& options) {
  const journal::SignerKey key = signer_key_from(options.key);
  storage::SqliteStore::create(options.journal, {key.verifier().name(), key.verifier().text()});
  const Text made({"{}: an empty journal of {}; its first act is open_registry\n",
                   "{} : un journal vide de {} ; son premier acte est open_registry\n"},
                  options.journal, key.verifier().name());
  fmt::print("{}", made.in(options.language));
  return kDone;
}

}  // namespace openitmo::cli
