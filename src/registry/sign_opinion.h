#pragma once

#include <string>

#include "journal/key.h"
#include "ledger/decide.h"

// Opinions of verifiers as signed notes (docs/formats/opinion.md).
namespace openitmo::registry {

// The note that a conclusion on a recorded report is to carry. `key` is of type note.
std::string sign_opinion(const ledger::Ledger& ledger, const ConcludeVerification& conclusion,
                         const journal::SignerKey& key);

// The key with which an entity of a demonstration signs, made from its code: whoever knows that can
// sign, so it proves nothing about anybody.
journal::SignerKey demonstration_opinion_key(const std::string& entity);

}  // namespace openitmo::registry
