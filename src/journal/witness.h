#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "journal/log_keys.h"

namespace openitmo::journal {

// What a witness of a log is shown: a checkpoint, and the consistency proof that leads to it from
// the one that the witness cosigned last. The proof is empty before the first cosignature.
struct Shown {
  std::string_view note;
  std::span<const Hash> growth;
};

// The note with the witness's signature, where the log has only grown since `newest`, the
// checkpoint that this witness cosigned last. The caller keeps what is returned, durably, before
// anybody sees it: a witness that forgets can be shown another history. A note of the size and root
// of `newest` may be cosigned again.
//
// Refusals: those of LogKeys::open; witness_is_ahead for fewer entries than `newest` has; those
// of verify_consistency; those of cosign.
Result<std::string> witness_checkpoint(const Shown& shown, LogKeys log,
                                       const std::optional<Checkpoint>& newest,
                                       const SignerKey& witness, std::uint64_t posix_time_s);

}  // namespace openitmo::journal
