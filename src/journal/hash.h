#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace openitmo::journal {

using Hash = std::array<std::uint8_t, 32>;

// SHA-256 (FIPS 180-4).
Hash sha256(std::string_view bytes);

// The same of bytes that come in pieces.
class RunningSha256 {
 public:
  RunningSha256();
  ~RunningSha256();
  void add(std::string_view bytes);
  Hash finish();  // once, at the end

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// RFC 9162 section 2.1.1. The prefix byte keeps a leaf from ever passing as a node.
Hash leaf_hash(std::string_view entry_bytes);         // SHA-256(0x00 || entry)
Hash node_hash(const Hash& left, const Hash& right);  // SHA-256(0x01 || left || right)
Hash empty_tree_hash();                               // SHA-256 of nothing

// Lower-case hex. Decoding refuses upper case, odd length and any other character.
std::string to_hex(std::span<const std::uint8_t> bytes);
std::optional<std::string> from_hex(std::string_view text);

// RFC 4648 section 4, with padding. Decoding refuses what encoding would not have written: missing
// padding, spaces, the URL alphabet, stray bits in the last character.
std::string to_base64(std::span<const std::uint8_t> bytes);
std::string to_base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);

// The 32 bytes of a hash in either notation, or nothing.
std::optional<Hash> hash_from_hex(std::string_view text);
std::optional<Hash> hash_from_base64(std::string_view text);

}  // namespace openitmo::journal
