#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "journal/failure.h"

namespace openitmo::journal {

using Seed = std::array<std::uint8_t, 32>;
using PublicKey = std::array<std::uint8_t, 32>;
using Ed25519Signature = std::array<std::uint8_t, 64>;

// What a key signs: a note's text (C2SP signed-note), or, as a witness, a checkpoint with the time
// at which it was seen (C2SP tlog-cosignature, Ed25519).
enum class KeyType : std::uint8_t { note = 0x01, cosignature = 0x04 };

// A key name is not empty and has no spaces, plus signs or control characters; by custom it is an
// address without scheme, such as registry.example/SEN01.
Result<void> verify_key_name(std::string_view name);

// A public key with the name under which it signs. Text form, one line for people to pass on:
//   <name>+<key id, 8 hex digits>+<base64(type || public key)>
class VerifierKey {
 public:
  // `name` must satisfy verify_key_name.
  VerifierKey(std::string name, KeyType type, const PublicKey& public_key);
  // Refusals: key_malformed, key_name_malformed, key_type_unknown, key_id_differs.
  static Result<VerifierKey> parse(std::string_view text);
  std::string text() const;

  const std::string& name() const { return name_; }
  KeyType type() const { return type_; }
  // SHA-256(name || 0x0A || type || public key), the first four bytes, big-endian.
  std::uint32_t id() const { return id_; }
  bool verifies(std::string_view message, std::span<const std::uint8_t> signature) const;

  friend bool operator==(const VerifierKey&, const VerifierKey&) = default;

 private:
  std::string name_;
  KeyType type_;
  PublicKey public_key_;
  std::uint32_t id_;
};

// The private half. Not copied, and wiped when it goes. Text form, to be kept secret:
//   PRIVATE+KEY+<name>+<key id, 8 hex digits>+<base64(type || seed)>
class SignerKey {
 public:
  // The seed is 32 bytes of good randomness, which the caller brings.
  SignerKey(std::string name, KeyType type, const Seed& seed);
  SignerKey(SignerKey&&) = default;
  SignerKey& operator=(SignerKey&&) = default;
  SignerKey(const SignerKey&) = delete;
  SignerKey& operator=(const SignerKey&) = delete;
  ~SignerKey();

  // Refusals: as VerifierKey::parse. No message repeats any part of the secret.
  static Result<SignerKey> parse(std::string_view text);
  std::string text() const;

  const VerifierKey& verifier() const { return verifier_; }
  Ed25519Signature sign(std::string_view message) const;

 private:
  SignerKey(const Seed& seed, VerifierKey verifier);

  Seed seed_;
  VerifierKey verifier_;
};

}  // namespace openitmo::journal
