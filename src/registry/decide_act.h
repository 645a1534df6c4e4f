#pragma once

#include <optional>

#include "ledger/decide.h"

// Deciding an act with what the ledger cannot look at, which knows no cryptography: the keys with
// which verifiers sign, and their signatures.
namespace openitmo::registry {

// ledger::decide, and where it agrees: a recorded key is one that can sign notes, and an opinion is
// signed with the key of the verifier that is in force.
ledger::Result<ledger::Event> decide_act(const ledger::Ledger& ledger,
                                         const ledger::Envelope& envelope,
                                         const ledger::Command& command);

// The second part, for an act that was recorded: why its signature or key does not hold. The
// activities are those before it.
std::optional<ledger::Refusal> broken_signature(const activity::Activities& activities, Date date,
                                                const ConcludeVerification& conclusion);
std::optional<ledger::Refusal> broken_key(const RecordOpinionKey& record);

}  // namespace openitmo::registry
