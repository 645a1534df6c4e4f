#include "journal/key.h"

#include <gtest/gtest.h>

#include "journal/hash.h"
#include "journal/utf8.h"
#include "quantity/check.h"

namespace openitmo::journal {
namespace {

// Keys that other implementations of the format publish with their tests and specification.
constexpr const char* kNeumann =
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr const char* kNeumannPrivate =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
constexpr const char* kPlusInBase64 = "TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6";
constexpr const char* kCosigner =
    "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";

TEST(Key, ReadsAndWritesKeysOfOtherImplementations) {
  for (const char* text : {kNeumann, kPlusInBase64, kCosigner}) {
    const Result<VerifierKey> key = VerifierKey::parse(text);
    ASSERT_TRUE(key) << key.error().message().en;
    EXPECT_EQ(key->text(), text);
  }
  EXPECT_EQ(VerifierKey::parse(kNeumann)->name(), "PeterNeumann");
  EXPECT_EQ(VerifierKey::parse(kNeumann)->id(), 0xc74f20a3u);
  EXPECT_EQ(VerifierKey::parse(kCosigner)->type(), KeyType::cosignature);
}

TEST(Key, APrivateKeyLeadsToItsPublicKey) {
  const Result<SignerKey> signer = SignerKey::parse(kNeumannPrivate);
  ASSERT_TRUE(signer);
  EXPECT_EQ(signer->verifier().text(), kNeumann);
  EXPECT_EQ(signer->text(), kNeumannPrivate);
}

// RFC 8032 section 7.1, test 2.
TEST(Key, Ed25519KnownAnswer) {
  Seed seed;
  const std::string bytes =
      *from_hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
  std::copy(bytes.begin(), bytes.end(), seed.begin());
  const SignerKey signer("rfc8032", KeyType::note, seed);
  const Ed25519Signature signature = signer.sign("\x72");
  EXPECT_EQ(to_hex(signature),
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  EXPECT_TRUE(signer.verifier().verifies("\x72", signature));
  EXPECT_FALSE(signer.verifier().verifies("\x73", signature));
  EXPECT_FALSE(signer.verifier().verifies("\x72", std::span(signature).first(63)));
}

TEST(Key, EveryMangledKeyIsRefused) {
  const std::string whole = kNeumann;
  for (std::size_t begin = 0; begin <= whole.size(); ++begin)
    for (std::size_t end = begin; end <= whole.size(); ++end)
      if (begin != 0 || end != whole.size()) {
        EXPECT_FALSE(VerifierKey::parse(whole.substr(begin, end - begin))) << begin << " " << end;
      }
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string changed = whole;
    ++changed[i];
    EXPECT_FALSE(VerifierKey::parse(changed)) << changed;
  }
  const std::string secret = kNeumannPrivate;
  for (std::size_t i = 0; i < secret.size(); ++i) {
    std::string changed = secret;
    ++changed[i];
    EXPECT_FALSE(SignerKey::parse(changed)) << changed;
    EXPECT_FALSE(SignerKey::parse(secret.substr(0, i))) << i;
  }
}

TEST(Key, RefusalsAreNamed) {
  const std::pair<const char*, FailureCode> cases[] = {
      {"PeterNeumann", FailureCode::key_malformed},
      {"PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
       FailureCode::key_malformed},
      {"PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
       FailureCode::key_malformed},
      {"PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
       FailureCode::key_type_unknown},
      {"Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
       FailureCode::key_name_malformed},
      {"+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", FailureCode::key_name_malformed},
      {"PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
       FailureCode::key_id_differs}};
  for (const auto& [text, code] : cases) {
    const Result<VerifierKey> key = VerifierKey::parse(text);
    ASSERT_FALSE(key) << text;
    EXPECT_EQ(key.error().code, code) << text << key.error().message().en;
  }
  EXPECT_EQ(SignerKey::parse(kNeumann).error().code, FailureCode::key_malformed);
}

TEST(Key, NamesHaveNoSpacesOrPlusSigns) {
  EXPECT_TRUE(verify_key_name("registry.example/SEN01"));
  EXPECT_TRUE(verify_key_name("sénégal.example/été"));
  for (const char* wrong : {"", "a b", "a+b", "a\tb", "a\nb", "a\u00A0b", "a\u2003b", "a\u3000",
                            "\xff", "a\xC3", "\xED\xA0\x80", "\xC0\x80", "\xF4\x90\x80\x80"})
    EXPECT_FALSE(verify_key_name(wrong)) << wrong;
  EXPECT_THROW(SignerKey("a b", KeyType::note, Seed{}), InvariantBroken);
}

TEST(Utf8, AcceptsOnlyWellFormed) {
  EXPECT_TRUE(is_utf8("plain, été, \u2014, \U0001F30D, \u007F"));
  for (const char* wrong : {"\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xBF\xBF", "\xF0\x80\x80\x80",
                            "\xF5\x80\x80\x80", "\xE2\x80", "\xE2\x28\xA1"})
    EXPECT_FALSE(is_utf8(wrong));
}

}  // namespace
}  // namespace openitmo::journal
