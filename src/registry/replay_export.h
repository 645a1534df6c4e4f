#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "journal/export.h"
#include "registry/registry.h"

namespace openitmo::registry {

// Passes all bytes of an exported journal on to `take`, from the first one, in pieces; stops where
// `take` answers false.
using ExportBytes = std::function<void(const std::function<bool(std::string_view)>& take)>;

// The registry whose opening an entry records; empty for other entries.
std::string registry_in(const journal::StoredEntry& stored);

// Verifies an exported journal with `verifier`. Throws JournalUnreadable with the line that is
// wrong.
journal::VerifiedLog read_export(const ExportBytes& bytes, journal::ExportVerifier& verifier,
                                 const std::string& name);

// Replays an exported journal as replay_journal does a stored one. Reads it twice: what it means is
// looked at only when every byte is known to be what was signed. Throws JournalUnreadable with the
// line that is wrong.
Replayed replay_export(const ExportBytes& bytes, const journal::LogKeys& keys,
                       const std::string& name, const Onlooker& onlooker);

}  // namespace openitmo::registry
