#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "journal/hash.h"
#include "journal/note.h"

namespace openitmo::journal {

// The head of a log at one size (C2SP tlog-checkpoint): what the registry signs and its witnesses
// cosign. The origin names the log and equals the name of the key that signs for it.
struct Checkpoint {
  std::string origin;
  std::uint64_t size = 0;
  Hash root{};
  std::vector<std::string> extensions;  // further signed lines, none of them empty

  friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

// The note text: origin, size, root and extensions, a line each.
std::string checkpoint_text(const Checkpoint& checkpoint);
// Refusals: origin_malformed, size_malformed, root_malformed, extension_malformed.
Result<Checkpoint> parse_checkpoint_text(std::string_view text);

std::string sign_checkpoint(const Checkpoint& checkpoint, const SignerKey& signer);

// The checkpoint in a note that `log` signed. Refusals: those of parse_note, verify_note and
// parse_checkpoint_text, and origin_differs.
Result<Checkpoint> open_checkpoint(std::string_view note, const VerifierKey& log);

// A cosignature (C2SP tlog-cosignature, Ed25519) says: at this time, the largest tree that the
// witness had seen of the log and found consistent with all before was this one.
struct Cosignature {
  std::string name;
  std::uint64_t posix_time_s = 0;
};

// The note with one signature line more. The witness's key is of type cosignature and has not
// signed this note; it must have verified log signature and consistency before. Refusals: those of
// parse_note and parse_checkpoint_text, signature_repeated.
Result<std::string> cosign(std::string_view note, const SignerKey& witness,
                           std::uint64_t posix_time_s);

// Refusals: those of parse_note and signature_of, signature_invalid, timestamp_malformed.
Result<Cosignature> verify_cosignature(std::string_view note, const VerifierKey& witness);

}  // namespace openitmo::journal
