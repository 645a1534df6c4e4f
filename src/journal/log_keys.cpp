#include "journal/log_keys.h"

#include <algorithm>

#include "quantity/check.h"

namespace openitmo::journal {
namespace {

constexpr std::string_view kNextKey = "next-key ";

// The line that hands over, counted in the note; 0 where there is none.
std::size_t handover_line(const Checkpoint& checkpoint) {
  for (std::size_t i = 0; i < checkpoint.extensions.size(); ++i)
    if (checkpoint.extensions[i].starts_with(kNextKey)) return i + 4;
  return 0;
}

Result<VerifierKey> next_key(const Checkpoint& checkpoint, std::size_t line,
                             const VerifierKey& current) {
  const std::string_view text = std::string_view(checkpoint.extensions[line - 4]);
  auto key = VerifierKey::parse(text.substr(kNextKey.size()));
  if (!key) return fail(FailureCode::next_key_malformed, key.error().text, line);
  const bool fits =
      key->name() == current.name() && key->type() == KeyType::note && key->id() != current.id();
  if (fits) return key;
  return fail(FailureCode::next_key_malformed,
              {{"the next key is another one that signs notes in the name of {}",
                "la clé suivante est une autre, qui signe des notes au nom de {}"},
               current.name()},
              line);
}

}  // namespace

LogKeys::LogKeys(VerifierKey first) : used_{std::move(first)} {}

LogKeys::LogKeys(std::vector<VerifierKey> brought) {
  check(!brought.empty(), "a log has a key");
  for (const VerifierKey& key : brought)
    check(key.name() == brought.front().name(), "all keys of a log have its name");
  used_.push_back(std::move(brought.front()));
  brought.erase(brought.begin());
  brought_ = std::move(brought);
}

std::vector<VerifierKey> LogKeys::known() const {
  std::vector<VerifierKey> keys = used_;
  keys.insert(keys.end(), brought_.begin(), brought_.end());
  return keys;
}

Result<Checkpoint> LogKeys::open(std::string_view note) {
  Result<Checkpoint> checkpoint = open_checkpoint(note, current());
  if (!checkpoint && checkpoint.error().code == FailureCode::signature_absent)
    for (auto key = brought_.begin(); key != brought_.end(); ++key) {
      Result<Checkpoint> replaced = open_checkpoint(note, *key);
      if (!replaced) continue;
      used_.push_back(*key);
      brought_.erase(brought_.begin(), key + 1);
      checkpoint = std::move(replaced);
      break;
    }
  if (checkpoint)
    if (const auto followed = follow(note, *checkpoint); !followed)
      return std::unexpected(followed.error());
  return checkpoint;
}

Result<void> LogKeys::follow(std::string_view note, const Checkpoint& checkpoint) {
  const std::size_t line = handover_line(checkpoint);
  if (line == 0) return {};
  Result<VerifierKey> next = next_key(checkpoint, line, current());
  if (!next) return std::unexpected(next.error());
  if (const auto accepted = open_checkpoint(note, *next); !accepted)
    return fail(FailureCode::handover_not_accepted,
                {{"the next key did not sign too: {}", "la clé suivante n'a pas signé aussi : {}"},
                 accepted.error().text},
                line);
  std::erase(brought_, *next);
  used_.push_back(*std::move(next));
  return {};
}

std::string sign_handover(const Checkpoint& checkpoint, const SignerKey& signer,
                          const SignerKey& next) {
  Checkpoint handover = checkpoint;
  handover.extensions.push_back(std::string(kNextKey) + next.verifier().text());
  Note both = *parse_note(sign_checkpoint(handover, signer));
  both.signatures.push_back(parse_note(sign_checkpoint(handover, next))->signatures.front());
  std::string note = encode_note(both);
  LogKeys reader(signer.verifier());
  check(reader.open(note).has_value() && reader.current() == next.verifier(),
        "a handover that is signed can be followed");
  return note;
}

}  // namespace openitmo::journal
