#pragma once

#include "journal/checkpoint.h"
#include "journal/merkle.h"

namespace openitmo::journal {

// Whether the log only grew since `kept` was signed, a checkpoint that a witness or anybody else
// held on to. `log` is the log as it is now, every entry of it; the caller verified the signature
// of `kept`. What only the log's own files show can be rewritten together; this cannot. Refusals:
// log_shorter, history_differs.
Result<void> verify_continuation(const MerkleTree& log, const Checkpoint& kept);

}  // namespace openitmo::journal
