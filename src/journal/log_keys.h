#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "journal/checkpoint.h"

namespace openitmo::journal {

// The keys that sign the checkpoints of one log, one after the other. All have the log's name.
//
// Handed over: one checkpoint names the next key in an extension line, "next-key <verifier key>",
// and both keys sign it. From the next checkpoint on the next key signs alone, so who trusts the
// first key can follow.
// Lost or stolen: the old key can vouch for nothing any more. The next key signs from some
// checkpoint on, and who verifies must have been brought it from elsewhere.
class LogKeys {
 public:
  LogKeys(VerifierKey first);  // not explicit: most logs have one key
  // The first key, then the ones that replace it, in order. Not empty; all of one name.
  explicit LogKeys(std::vector<VerifierKey> brought);

  // The checkpoint in a note, where the key of its turn signed it; notes are opened in the order of
  // their sizes. Refusals: those of open_checkpoint, by the key whose turn it is;
  // next_key_malformed; handover_not_accepted where the next key did not sign too.
  Result<Checkpoint> open(std::string_view note);

  const VerifierKey& first() const { return used_.front(); }
  // The key whose turn it is after the notes opened so far.
  const VerifierKey& current() const { return used_.back(); }
  // Every key whose turn it has been or may still come, in order.
  std::vector<VerifierKey> known() const;
  // Every key whose turn it has been.
  const std::vector<VerifierKey>& used() const { return used_; }

 private:
  Result<void> follow(std::string_view note, const Checkpoint& checkpoint);

  std::vector<VerifierKey> used_;
  std::vector<VerifierKey> brought_;  // whose turn has not come
};

// The checkpoint that hands the log over, signed by both.
std::string sign_handover(const Checkpoint& checkpoint, const SignerKey& signer,
                          const SignerKey& next);

}  // namespace openitmo::journal
