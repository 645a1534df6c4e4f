#include "journal/hash.h"

#include <gtest/gtest.h>

namespace openitmo::journal {
namespace {

// FIPS 180-4, the published examples.
TEST(Hash, Sha256KnownAnswers) {
  EXPECT_EQ(to_hex(sha256("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(to_hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(to_hex(sha256(std::string(1'000'000, 'a'))),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  EXPECT_EQ(to_hex(empty_tree_hash()),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Hash, LeavesAndNodesHaveTheirOwnPrefix) {
  using namespace std::string_literals;
  const Hash left = sha256("left");
  const Hash right = sha256("right");
  const std::string both =
      std::string(left.begin(), left.end()) + std::string(right.begin(), right.end());
  EXPECT_EQ(leaf_hash("entry"), sha256("\x00"s + "entry"));
  EXPECT_EQ(leaf_hash(""), sha256("\x00"s));
  EXPECT_EQ(node_hash(left, right), sha256("\x01"s + both));
  EXPECT_NE(node_hash(left, right), leaf_hash(both));
}

TEST(Hex, RoundTripsAndRefuses) {
  const Hash hash = sha256("x");
  EXPECT_EQ(hash_from_hex(to_hex(hash)), hash);
  EXPECT_EQ(from_hex(""), "");
  for (const char* wrong : {"0", "0G", "AB", "a b", "ab\n", " ab", "ab:cd"})
    EXPECT_FALSE(from_hex(wrong)) << wrong;
  EXPECT_FALSE(hash_from_hex(to_hex(hash).substr(2)));
}

// RFC 4648 section 10.
TEST(Base64, KnownAnswers) {
  const std::pair<const char*, const char*> cases[] = {{"", ""},
                                                       {"f", "Zg=="},
                                                       {"fo", "Zm8="},
                                                       {"foo", "Zm9v"},
                                                       {"foob", "Zm9vYg=="},
                                                       {"fooba", "Zm9vYmE="},
                                                       {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : cases) {
    EXPECT_EQ(to_base64(std::string_view(bytes)), text);
    EXPECT_EQ(from_base64(text), bytes);
  }
}

TEST(Base64, RefusesWhatItWouldNotHaveWritten) {
  for (const char* wrong : {"Zg", "Zg=", "Zg===", "Zh==", "Zm9", "Zm9=", "Z", "Zm9v\n", " Zm9v",
                            "Zm 9v", "Zm9-", "Zm9_", "=", "====", "Zg==Zg=="})
    EXPECT_FALSE(from_base64(wrong)) << wrong;
}

TEST(Base64, RefusesEveryByteOutsideTheAlphabet) {
  const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (int byte = 0; byte < 256; ++byte)
    for (std::size_t at = 0; at < 4; ++at) {
      std::string text = "AAAA";
      text[at] = static_cast<char>(byte);
      const bool known = alphabet.find(text[at]) != std::string::npos;
      // "AAA=" is two bytes, properly padded.
      EXPECT_EQ(from_base64(text).has_value(), known || text == "AAA=") << byte << " " << at;
    }
}

TEST(Base64, AHashIsExactly32Bytes) {
  EXPECT_EQ(hash_from_base64(to_base64(sha256("x"))), sha256("x"));
  EXPECT_FALSE(hash_from_base64(to_base64(std::string(31, 'x'))));
  EXPECT_FALSE(hash_from_base64(to_base64(std::string(33, 'x'))));
}

}  // namespace
}  // namespace openitmo::journal
