#pragma once

#include "cli/commands.h"
#include "cli/terminal.h"
#include "registry/registry.h"

namespace openitmo::cli {

// `itmo verify` of one journal, or of its export: bytes, tree, signatures, replay with invariants.
int verify_journal(const VerifyOptions& options);

// Says whether the replayed journal only grew since the checkpoint in the file `kept` was signed,
// and by how much; what differs otherwise. Throws files::FileError.
bool show_continuation(Terminal& terminal, const registry::Replayed& now,
                       const journal::VerifierKey& key, const std::string& kept);

}  // namespace openitmo::cli
