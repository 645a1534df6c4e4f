#include "journal/hash.h"

#include <algorithm>
#include <memory>
#include <openssl/evp.h>
#include <sodium.h>

#include "quantity/check.h"

namespace openitmo::journal {
namespace {

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
struct FreeDigest {
  void operator()(EVP_MD* digest) const { EVP_MD_free(digest); }
};

// Fetching the algorithm and allocating a context cost more than hashing an entry does, so each
// thread keeps one of each.
class Sha256 {
 public:
  Sha256() : digest_(EVP_MD_fetch(nullptr, "SHA256", nullptr)), context_(EVP_MD_CTX_new()) {
    check(digest_ && context_, "OpenSSL provides SHA-256");
  }
  void start() { check(EVP_DigestInit_ex2(context_.get(), digest_.get(), nullptr) == 1, kWorks); }
  void add(const void* bytes, std::size_t size) {
    check(EVP_DigestUpdate(context_.get(), bytes, size) == 1, kWorks);
  }
  Hash finish() {
    Hash hash;
    check(EVP_DigestFinal_ex(context_.get(), hash.data(), nullptr) == 1, kWorks);
    return hash;
  }

 private:
  static constexpr std::string_view kWorks = "SHA-256 of bytes in memory cannot fail";
  std::unique_ptr<EVP_MD, FreeDigest> digest_;
  std::unique_ptr<EVP_MD_CTX, FreeContext> context_;
};

Sha256& hasher() {
  thread_local Sha256 one;
  one.start();
  return one;
}

std::optional<Hash> hash_from(const std::optional<std::string>& bytes) {
  Hash hash;
  if (!bytes || bytes->size() != hash.size()) return std::nullopt;
  std::copy(bytes->begin(), bytes->end(), hash.begin());
  return hash;
}

}  // namespace

struct RunningSha256::State : Sha256 {};

RunningSha256::RunningSha256() : state_(std::make_unique<State>()) { state_->start(); }
RunningSha256::~RunningSha256() = default;
void RunningSha256::add(std::string_view bytes) { state_->add(bytes.data(), bytes.size()); }
Hash RunningSha256::finish() { return state_->finish(); }

Hash sha256(std::string_view bytes) {
  Sha256& sha = hasher();
  sha.add(bytes.data(), bytes.size());
  return sha.finish();
}

Hash leaf_hash(std::string_view entry_bytes) {
  Sha256& sha = hasher();
  sha.add("\x00", 1);
  sha.add(entry_bytes.data(), entry_bytes.size());
  return sha.finish();
}

Hash node_hash(const Hash& left, const Hash& right) {
  std::array<std::uint8_t, 65> bytes;
  bytes[0] = 0x01;
  std::copy(left.begin(), left.end(), bytes.begin() + 1);
  std::copy(right.begin(), right.end(), bytes.begin() + 33);
  Sha256& sha = hasher();
  sha.add(bytes.data(), bytes.size());
  return sha.finish();
}

Hash empty_tree_hash() { return sha256({}); }

std::string to_hex(std::span<const std::uint8_t> bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();
  return text;
}

std::optional<std::string> from_hex(std::string_view text) {
  const auto lower_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  if (text.size() % 2 != 0 || !std::ranges::all_of(text, lower_hex)) return std::nullopt;
  std::string bytes(text.size() / 2, '\0');
  if (bytes.empty()) return bytes;
  std::size_t size = 0;
  if (sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                     text.size(), nullptr, &size, nullptr) != 0)
    return std::nullopt;
  return bytes;
}

std::string to_base64(std::span<const std::uint8_t> bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();
  return text;
}

std::string to_base64(std::string_view bytes) {
  return to_base64(std::span(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes(text.size() / 4 * 3 + 3, '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                        text.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
    return std::nullopt;
  bytes.resize(size);
  // libsodium 1.0.18 reads some bytes above 0x7F as if they were letters.
  if (to_base64(bytes) != text) return std::nullopt;
  return bytes;
}

std::optional<Hash> hash_from_hex(std::string_view text) { return hash_from(from_hex(text)); }

std::optional<Hash> hash_from_base64(std::string_view text) { return hash_from(from_base64(text)); }

}  // namespace openitmo::journal
