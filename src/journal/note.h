#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "journal/failure.h"
#include "journal/key.h"

namespace openitmo::journal {

// One signature line: "— <name> base64(key id || bytes)".
struct NoteSignature {
  std::string name;
  std::uint32_t key_id = 0;
  std::vector<std::uint8_t> bytes;
  std::size_t line = 0;  // where it stood in the note

  friend bool operator==(const NoteSignature& a, const NoteSignature& b) {
    return a.name == b.name && a.key_id == b.key_id && a.bytes == b.bytes;
  }
};

// A signed note (C2SP signed-note): text, an empty line, signature lines.
struct Note {
  std::string text;  // ends with a newline, which is signed too
  std::vector<NoteSignature> signatures;
};

inline constexpr std::size_t kNoteSignaturesMax = 64;
inline constexpr std::size_t kNoteBytesMax = 1'000'000;

// Strict: what parses is written back byte for byte by encode_note.
// Refusals: text_malformed, signatures_missing, signature_line_malformed, too_many_signatures.
Result<Note> parse_note(std::string_view note);
std::string encode_note(const Note& note);

// The signature of `key` in a parsed note. Lines of other keys are not looked at, as the format
// requires, so that further witnesses may sign without asking those who verify.
// Refusals: signature_absent, signature_repeated.
Result<const NoteSignature*> signature_of(const Note& note, const VerifierKey& key);

// `key` must be of type note. Refusals: those of signature_of, signature_invalid.
Result<void> verify_note(const Note& note, const VerifierKey& key);

// `text` must end with a newline; the signer must be of type note.
std::string sign_note(std::string_view text, const SignerKey& signer);

}  // namespace openitmo::journal
