#pragma once

#include "journal/merkle.h"
#include "ledger/events.h"

// What a registry's entries say of entries in another registry's journal.
namespace openitmo::registry {

// The other registry's entry that this one names; null when it names none.
const ledger::ForeignEntry* foreign_of(const ledger::Entry& entry);

// Whether the tree of the other journal has what was recorded of it: the entry's hash, and the root
// that it had at that size. The tree may have grown since; false while it is shorter.
bool tells_the_same(const journal::MerkleTree& tree, const ledger::ForeignEntry& foreign);

}  // namespace openitmo::registry
