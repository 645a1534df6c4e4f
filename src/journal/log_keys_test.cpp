#include "journal/log_keys.h"

#include <gtest/gtest.h>

#include "quantity/check.h"

namespace openitmo::journal {
namespace {

constexpr const char* kOrigin = "registry.example/SEN01";

SignerKey key(std::uint8_t seed, const std::string& name = kOrigin) {
  return {name, KeyType::note, Seed{seed}};
}
Checkpoint at(std::uint64_t size) {
  return {.origin = kOrigin, .size = size, .root = sha256(std::to_string(size)), .extensions = {}};
}
std::string by(std::uint8_t seed, std::uint64_t size) {
  return sign_checkpoint(at(size), key(seed));
}
FailureCode refused(LogKeys& keys, const std::string& note) {
  const auto opened = keys.open(note);
  EXPECT_FALSE(opened);
  return opened ? FailureCode{} : opened.error().code;
}

TEST(LogKeys, AHandoverIsFollowedAndTheOldKeyEndsThere) {
  LogKeys keys(key(1).verifier());
  EXPECT_TRUE(keys.open(by(1, 3)));
  EXPECT_EQ(refused(keys, by(2, 4)), FailureCode::signature_absent);
  EXPECT_TRUE(keys.open(sign_handover(at(5), key(1), key(2))));
  EXPECT_EQ(keys.current(), key(2).verifier());
  EXPECT_EQ(refused(keys, by(1, 6)), FailureCode::signature_absent);
  EXPECT_TRUE(keys.open(by(2, 6)));
  EXPECT_TRUE(keys.open(sign_handover(at(7), key(2), key(3))));
  EXPECT_TRUE(keys.open(by(3, 8)));
  EXPECT_EQ(keys.used().size(), 3U);
  EXPECT_EQ(keys.first(), key(1).verifier());
}

TEST(LogKeys, ALostKeyIsReplacedOnlyByOneThatWasBrought) {
  LogKeys keys({key(1).verifier(), key(2).verifier()});
  EXPECT_TRUE(keys.open(by(1, 3)));
  EXPECT_EQ(refused(keys, by(3, 4)), FailureCode::signature_absent);
  EXPECT_TRUE(keys.open(by(2, 4)));
  EXPECT_EQ(refused(keys, by(1, 5)), FailureCode::signature_absent);
}

TEST(LogKeys, AHandoverThatTheNextKeyDidNotSignIsRefused) {
  Checkpoint checkpoint = at(5);
  checkpoint.extensions = {"next-key " + key(2).verifier().text()};
  LogKeys keys(key(1).verifier());
  EXPECT_EQ(refused(keys, sign_checkpoint(checkpoint, key(1))), FailureCode::handover_not_accepted);
  EXPECT_EQ(keys.current(), key(1).verifier());
}

TEST(LogKeys, TheNextKeyIsAnotherOneOfTheSameNameThatSignsNotes) {
  const SignerKey witness(kOrigin, KeyType::cosignature, Seed{2});
  for (const std::string& next :
       {std::string("nonsense"), key(1).verifier().text(),
        key(2, "registry.example/XXX01").verifier().text(), witness.verifier().text()}) {
    Checkpoint checkpoint = at(5);
    checkpoint.extensions = {"next-key " + next};
    LogKeys keys(key(1).verifier());
    EXPECT_EQ(refused(keys, sign_checkpoint(checkpoint, key(1))), FailureCode::next_key_malformed)
        << next;
  }
}

TEST(LogKeys, OtherExtensionsHandNothingOver) {
  Checkpoint checkpoint = at(5);
  checkpoint.extensions = {"another line"};
  LogKeys keys(key(1).verifier());
  EXPECT_TRUE(keys.open(sign_checkpoint(checkpoint, key(1))));
  EXPECT_EQ(keys.used().size(), 1U);
}

TEST(LogKeys, KeysOfOneLogHaveOneName) {
  EXPECT_THROW(LogKeys({key(1).verifier(), key(2, "other.example/XXX01").verifier()}),
               InvariantBroken);
}

}  // namespace
}  // namespace openitmo::journal
