#include "journal/witness.h"

#include "journal/merkle.h"

namespace openitmo::journal {
namespace {

Result<void> verify_growth(const Checkpoint& newest, const Checkpoint& shown,
                           std::span<const Hash> growth) {
  if (shown.size < newest.size)
    return fail(FailureCode::witness_is_ahead,
                {{"this checkpoint has {} entries, one of {} was cosigned before: show the newest",
                  "ce point de contrôle a {} écritures, un autre de {} a déjà été cosigné : "
                  "présentez le plus récent"},
                 shown.size,
                 newest.size},
                2);
  return verify_consistency(newest.size, shown.size, newest.root, shown.root, growth);
}

}  // namespace

Result<std::string> witness_checkpoint(const Shown& shown, LogKeys log,
                                       const std::optional<Checkpoint>& newest,
                                       const SignerKey& witness, std::uint64_t posix_time_s) {
  const Result<Checkpoint> checkpoint = log.open(shown.note);
  if (!checkpoint) return std::unexpected(checkpoint.error());
  if (newest)
    if (const auto grown = verify_growth(*newest, *checkpoint, shown.growth); !grown)
      return std::unexpected(grown.error());
  return cosign(shown.note, witness, posix_time_s);
}

}  // namespace openitmo::journal
