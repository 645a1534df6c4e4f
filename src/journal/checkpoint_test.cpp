#include "journal/checkpoint.h"

#include <gtest/gtest.h>

#include "quantity/check.h"

namespace openitmo::journal {
namespace {

constexpr const char* kOrigin = "registry.example/SEN01";

SignerKey log_key() { return {kOrigin, KeyType::note, Seed{1}}; }
SignerKey witness_key() { return {"registry.example/CHE01", KeyType::cosignature, Seed{2}}; }
Checkpoint sample() {
  return {.origin = kOrigin, .size = 1234, .root = sha256("root"), .extensions = {}};
}

template <class T>
FailureCode code_of(const Result<T>& result) {
  EXPECT_FALSE(result);
  return result ? FailureCode{} : result.error().code;
}

TEST(Checkpoint, RoundTrips) {
  Checkpoint checkpoint = sample();
  for (const std::vector<std::string>& extensions :
       {std::vector<std::string>{}, {"one"}, {"one", "two words"}}) {
    checkpoint.extensions = extensions;
    const Result<Checkpoint> opened =
        open_checkpoint(sign_checkpoint(checkpoint, log_key()), log_key().verifier());
    ASSERT_TRUE(opened) << opened.error().message().en;
    EXPECT_EQ(*opened, checkpoint);
  }
}

TEST(Checkpoint, TextIsThreeLines) {
  EXPECT_EQ(checkpoint_text(sample()),
            "registry.example/SEN01\n1234\n" + to_base64(sha256("root")) + "\n");
}

// A checkpoint of a public Certificate Transparency log with the cosignature of a public witness,
// as they stood in June 2026, with their published keys.
TEST(Checkpoint, OpensAPublicLogsCheckpointAndCosignature) {
  const std::string note =
      "arche2025h1.staging.ct.transparency.dev\n1432088532\n"
      "U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=\n\n"
      "\u2014 arche2025h1.staging.ct.transparency.dev "
      "zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJX"
      "Fbo"
      "n5Ch9MNL5zRNZ55lvGt0=\n"
      "\u2014 arche2025h1.staging.ct.transparency.dev "
      "ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/"
      "27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=\n"
      "\u2014 remora.n621.de "
      "2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/"
      "KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==\n";
  const Result<Checkpoint> checkpoint =
      open_checkpoint(note, *VerifierKey::parse("arche2025h1.staging.ct.transparency.dev+ba2f06c0+"
                                                "AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f"));
  ASSERT_TRUE(checkpoint) << checkpoint.error().message().en;
  EXPECT_EQ(checkpoint->size, 1432088532u);
  const VerifierKey witness =
      *VerifierKey::parse("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2");
  const Result<Cosignature> seen = verify_cosignature(note, witness);
  ASSERT_TRUE(seen) << seen.error().message().en;
  EXPECT_EQ(seen->posix_time_s, 0x6a122120u);

  std::string altered = note;
  altered.replace(altered.find("1432088532"), 10, "1432088531");
  EXPECT_EQ(code_of(verify_cosignature(altered, witness)), FailureCode::signature_invalid);
}

TEST(Checkpoint, MalformedTextIsNamed) {
  using enum FailureCode;
  const std::string root = to_base64(sha256("root"));
  const std::pair<std::string, FailureCode> cases[] = {
      {"", origin_malformed},
      {"\n5\n" + root + "\n", origin_malformed},
      {"log\n", size_malformed},
      {"log\n\n" + root + "\n", size_malformed},
      {"log\n05\n" + root + "\n", size_malformed},
      {"log\n+5\n" + root + "\n", size_malformed},
      {"log\n-5\n" + root + "\n", size_malformed},
      {"log\n5 \n" + root + "\n", size_malformed},
      {"log\n5.0\n" + root + "\n", size_malformed},
      {"log\n0x5\n" + root + "\n", size_malformed},
      {"log\n18446744073709551616\n" + root + "\n", size_malformed},
      {"log\n5\n", root_malformed},
      {"log\n5\n" + root.substr(4) + "\n", root_malformed},
      {"log\n5\n" + root.substr(0, 43) + "\n", root_malformed},
      {"log\n5\n" + root + root + "\n", root_malformed},
      {"log\n5\n" + root + " \n", root_malformed},
      {"log\n5\n" + root + "\n\nmore\n", extension_malformed}};
  for (const auto& [text, code] : cases)
    EXPECT_EQ(code_of(parse_checkpoint_text(text)), code) << text;
  EXPECT_TRUE(parse_checkpoint_text("log\n0\n" + root + "\n"));
  EXPECT_TRUE(parse_checkpoint_text("log\n18446744073709551615\n" + root + "\n"));
}

TEST(Checkpoint, TheKeySignsForItsOwnLogOnly) {
  Checkpoint other = sample();
  other.origin = "registry.example/OTHER";
  EXPECT_THROW(sign_checkpoint(other, log_key()), InvariantBroken);
  const std::string note = sign_note(checkpoint_text(other), log_key());
  EXPECT_EQ(code_of(open_checkpoint(note, log_key().verifier())), FailureCode::origin_differs);
}

TEST(Checkpoint, EveryFlippedBitIsFound) {
  const std::string note = sign_checkpoint(sample(), log_key());
  for (std::size_t bit = 0; bit < note.size() * 8; ++bit) {
    std::string altered = note;
    altered[bit / 8] = static_cast<char>(altered[bit / 8] ^ (1 << bit % 8));
    EXPECT_FALSE(open_checkpoint(altered, log_key().verifier())) << bit;
  }
}

TEST(Cosignature, RoundTripsBesideTheLogsSignature) {
  const std::string note = sign_checkpoint(sample(), log_key());
  const Result<std::string> cosigned = cosign(note, witness_key(), 1'795'392'000);
  ASSERT_TRUE(cosigned);
  EXPECT_TRUE(cosigned->starts_with(note));
  EXPECT_EQ(open_checkpoint(*cosigned, log_key().verifier()).value(), sample());
  const Result<Cosignature> seen = verify_cosignature(*cosigned, witness_key().verifier());
  ASSERT_TRUE(seen) << seen.error().message().en;
  EXPECT_EQ(seen->posix_time_s, 1'795'392'000u);
  EXPECT_EQ(seen->name, "registry.example/CHE01");
  EXPECT_EQ(code_of(cosign(*cosigned, witness_key(), 1)), FailureCode::signature_repeated);
}

TEST(Cosignature, IsSeparateFromANoteSignatureByTheSameKey) {
  const SignerKey as_log(kOrigin, KeyType::note, Seed{1});
  const SignerKey as_witness(kOrigin, KeyType::cosignature, Seed{1});
  EXPECT_NE(as_log.verifier().id(), as_witness.verifier().id());
  const std::string note = sign_checkpoint(sample(), as_log);
  EXPECT_EQ(code_of(verify_cosignature(note, as_witness.verifier())),
            FailureCode::signature_absent);
}

TEST(Cosignature, AlteredTimeTextOrSignatureIsFound) {
  const std::string note =
      *cosign(sign_checkpoint(sample(), log_key()), witness_key(), 1'795'392'000);
  const VerifierKey witness = witness_key().verifier();
  for (const std::size_t byte : {0u, 7u, 8u, 71u}) {
    Note parsed = *parse_note(note);
    parsed.signatures[1].bytes[byte] ^= 1;
    EXPECT_EQ(code_of(verify_cosignature(encode_note(parsed), witness)),
              FailureCode::signature_invalid)
        << byte;
  }
  Note parsed = *parse_note(note);
  parsed.text += "extension\n";
  EXPECT_EQ(code_of(verify_cosignature(encode_note(parsed), witness)),
            FailureCode::signature_invalid);
  parsed = *parse_note(note);
  parsed.signatures[1].bytes.pop_back();
  EXPECT_EQ(code_of(verify_cosignature(encode_note(parsed), witness)),
            FailureCode::signature_invalid);
  parsed = *parse_note(note);
  parsed.signatures[1].bytes[0] |= 0x80;
  EXPECT_EQ(code_of(verify_cosignature(encode_note(parsed), witness)),
            FailureCode::timestamp_malformed);
}

TEST(Cosignature, RefusesWhatIsNoCheckpoint) {
  EXPECT_EQ(code_of(cosign("text\n", witness_key(), 1)), FailureCode::signatures_missing);
  EXPECT_EQ(code_of(cosign(sign_note("not a checkpoint\n", log_key()), witness_key(), 1)),
            FailureCode::size_malformed);
}

}  // namespace
}  // namespace openitmo::journal
