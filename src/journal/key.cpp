#include "journal/key.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <sodium.h>
#include <utility>

#include "journal/hash.h"
#include "journal/utf8.h"
#include "quantity/check.h"

namespace openitmo::journal {
namespace {

using enum FailureCode;

constexpr std::string_view kPrivatePrefix = "PRIVATE+KEY+";

struct KeyPair {
  PublicKey public_key;
  std::array<std::uint8_t, 64> secret_key;
};

KeyPair key_pair(const Seed& seed) {
  KeyPair pair;
  check(crypto_sign_seed_keypair(pair.public_key.data(), pair.secret_key.data(), seed.data()) == 0,
        "any 32 bytes are an Ed25519 seed");
  return pair;
}

PublicKey public_key_of(const Seed& seed) {
  KeyPair pair = key_pair(seed);
  sodium_memzero(pair.secret_key.data(), pair.secret_key.size());
  return pair.public_key;
}

std::uint32_t key_id(std::string_view name, KeyType type, const PublicKey& public_key) {
  std::string bytes = fmt::format("{}\n{}", name, static_cast<char>(type));
  bytes.append(public_key.begin(), public_key.end());
  const Hash hash = sha256(bytes);
  return static_cast<std::uint32_t>(hash[0]) << 24 | static_cast<std::uint32_t>(hash[1]) << 16 |
         static_cast<std::uint32_t>(hash[2]) << 8 | hash[3];
}

std::string key_text(std::string_view name, std::uint32_t id, KeyType type,
                     const std::array<std::uint8_t, 32>& key) {
  std::string bytes(1, static_cast<char>(type));
  bytes.append(key.begin(), key.end());
  std::string text = fmt::format("{}+{:08x}+{}", name, id, to_base64(bytes));
  sodium_memzero(bytes.data(), bytes.size());
  return text;
}

struct KeyParts {
  std::string name;
  std::uint32_t id;
  KeyType type;
  std::array<std::uint8_t, 32> key;
};

// <name>+<id>+<base64>; the base64 may itself contain plus signs, a name may not.
Result<KeyParts> parse_key(std::string_view text, const Words& form) {
  const auto malformed = [&](const Text& what) {
    return fail(key_malformed,
                {{"{}; a key has the form {}", "{} ; une clé a la forme {}"}, what, form});
  };
  const std::size_t after_name = text.find('+');
  if (after_name == std::string_view::npos)
    return malformed({{"the key has no plus sign", "la clé n'a pas de signe plus"}});
  const std::string_view name = text.substr(0, after_name);
  if (Result<void> valid = verify_key_name(name); !valid) return std::unexpected(valid.error());
  const std::string_view rest = text.substr(after_name + 1);
  if (rest.size() < 9 || rest[8] != '+')
    return malformed({{"the key id is not 8 hex digits",
                       "le numéro de clé n'est pas fait de 8 chiffres hexadécimaux"}});
  const std::string_view id_text = rest.substr(0, 8);
  if (!from_hex(id_text))
    return malformed(
        {{"the key id is not 8 lower-case hex digits",
          "le numéro de clé n'est pas fait de 8 chiffres hexadécimaux en minuscules"}});
  std::optional<std::string> bytes = from_base64(rest.substr(9));
  if (!bytes)
    return malformed({{"what follows the key id is not base64",
                       "ce qui suit le numéro de clé n'est pas du base64"}});
  if (bytes->empty() || bytes->size() != 33)
    return malformed({{"the key decodes to {} bytes instead of 33",
                       "la clé se décode en {} octets au lieu de 33"},
                      bytes->size()});

  KeyParts parts{.name = std::string(name), .id = 0, .type = KeyType{}, .key = {}};
  std::from_chars(id_text.data(), id_text.data() + 8, parts.id, 16);
  parts.type = static_cast<KeyType>(static_cast<std::uint8_t>(bytes->front()));
  std::copy(bytes->begin() + 1, bytes->end(), parts.key.begin());
  sodium_memzero(bytes->data(), bytes->size());
  if (parts.type != KeyType::note && parts.type != KeyType::cosignature)
    return fail(key_type_unknown,
                {{"key type 0x{:02x}; known are 0x01 (notes) and 0x04 (cosignatures)",
                  "type de clé 0x{:02x} ; sont connus 0x01 (notes) et 0x04 (cosignatures)"},
                 std::to_underlying(parts.type)});
  return parts;
}

Result<void> verify_key_id(const VerifierKey& key, std::uint32_t given) {
  if (key.id() == given) return {};
  return fail(key_id_differs, {{"the key id of this name and key is {:08x}, the text says {:08x}: "
                                "one of the three was altered",
                                "le numéro de clé de ce nom et de cette clé est {:08x}, le texte "
                                "dit {:08x} : l'un des trois a été altéré"},
                               key.id(),
                               given});
}

}  // namespace

Result<void> verify_key_name(std::string_view name) {
  if (name.empty())
    return fail(key_name_malformed, {{"the key name is empty; give one character or more",
                                      "le nom de la clé est vide ; donnez au moins un caractère"}});
  if (!is_utf8(name))
    return fail(key_name_malformed,
                {{"the key name is not UTF-8", "le nom de la clé n'est pas en UTF-8"}});
  if (name.find('+') != std::string_view::npos || has_space_or_control(name))
    return fail(key_name_malformed,
                {{"a key name has no spaces, plus signs or control characters; an address such as "
                  "registry.example/SEN01 would do",
                  "un nom de clé n'a ni espace, ni signe plus, ni caractère de commande ; une "
                  "adresse telle que registry.example/SEN01 convient"}});
  return {};
}

VerifierKey::VerifierKey(std::string name, KeyType type, const PublicKey& public_key)
    : name_(std::move(name)),
      type_(type),
      public_key_(public_key),
      id_(key_id(name_, type, public_key)) {
  check(verify_key_name(name_).has_value(), "a key has a valid name");
}

Result<VerifierKey> VerifierKey::parse(std::string_view text) {
  Result<KeyParts> parts =
      parse_key(text, {"<name>+<key id>+<base64>", "<nom>+<numéro de clé>+<base64>"});
  if (!parts) return std::unexpected(parts.error());
  VerifierKey key(std::move(parts->name), parts->type, parts->key);
  if (Result<void> same = verify_key_id(key, parts->id); !same)
    return std::unexpected(same.error());
  return key;
}

std::string VerifierKey::text() const { return key_text(name_, id_, type_, public_key_); }

bool VerifierKey::verifies(std::string_view message,
                           std::span<const std::uint8_t> signature) const {
  return signature.size() == crypto_sign_BYTES &&
         crypto_sign_verify_detached(signature.data(),
                                     reinterpret_cast<const unsigned char*>(message.data()),
                                     message.size(), public_key_.data()) == 0;
}

SignerKey::SignerKey(const Seed& seed, VerifierKey verifier)
    : seed_(seed), verifier_(std::move(verifier)) {}

SignerKey::SignerKey(std::string name, KeyType type, const Seed& seed)
    : SignerKey(seed, VerifierKey(std::move(name), type, public_key_of(seed))) {}

SignerKey::~SignerKey() { sodium_memzero(seed_.data(), seed_.size()); }

Result<SignerKey> SignerKey::parse(std::string_view text) {
  if (!text.starts_with(kPrivatePrefix))
    return fail(key_malformed, {{"a signer key starts with PRIVATE+KEY+",
                                 "une clé de signature commence par PRIVATE+KEY+"}});
  Result<KeyParts> parts = parse_key(
      text.substr(kPrivatePrefix.size()),
      {"PRIVATE+KEY+<name>+<key id>+<base64>", "PRIVATE+KEY+<nom>+<numéro de clé>+<base64>"});
  if (!parts) return std::unexpected(parts.error());
  SignerKey key(std::move(parts->name), parts->type, parts->key);
  sodium_memzero(parts->key.data(), parts->key.size());
  if (Result<void> same = verify_key_id(key.verifier(), parts->id); !same)
    return std::unexpected(same.error());
  return key;
}

std::string SignerKey::text() const {
  return std::string(kPrivatePrefix) +
         key_text(verifier_.name(), verifier_.id(), verifier_.type(), seed_);
}

Ed25519Signature SignerKey::sign(std::string_view message) const {
  KeyPair pair = key_pair(seed_);
  Ed25519Signature signature;
  check(crypto_sign_detached(signature.data(), nullptr,
                             reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                             pair.secret_key.data()) == 0,
        "signing bytes in memory cannot fail");
  sodium_memzero(pair.secret_key.data(), pair.secret_key.size());
  return signature;
}

}  // namespace openitmo::journal
