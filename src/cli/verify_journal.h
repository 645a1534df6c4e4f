#pragma once

#include "cli/commands.h"
#include "cli/terminal.h"
#include "registry/registry.h"

namespace openitmo::cli {

// `itmo verify` of one journal, or of its export: bytes, tree, signatures, replay with invariants.
int verify_journal(const VerifyOptions& options);

// Says whether the replayed journal only grew since the checkpoint in the file `kept` was signed,
// and by how much, and when each witness cosigned it; what differs otherwise. Throws
// files::FileError.
bool show_continuation(Terminal& terminal, const registry::Replayed& now, const std::string& kept,
                       const std::vector<std::string>& witnesses = {});
// "cosigned by registry.example/CHE01 at 2026-11-23T10:00:00Z".
Text cosigned_text(const journal::Cosignature& cosignature);

}  // namespace openitmo::cli
