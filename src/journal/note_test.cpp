#include "journal/note.h"

#include <gtest/gtest.h>

namespace openitmo::journal {
namespace {

constexpr const char* kText =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n";
constexpr const char* kPeterLine =
    "\u2014 PeterNeumann "
    "x08go/ZJkuBS9UG/"
    "SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

VerifierKey peter() {
  return *VerifierKey::parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
}
SignerKey peter_signs() {
  return *SignerKey::parse(
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
}
std::string peter_note() { return std::string(kText) + "\n" + kPeterLine; }

FailureCode refusal(std::string_view note) {
  const Result<Note> parsed = parse_note(note);
  if (!parsed) return parsed.error().code;
  const Result<void> verified = verify_note(*parsed, peter());
  EXPECT_FALSE(verified) << note;
  return verified ? FailureCode{} : verified.error().code;
}

// The example of the format's first implementation, golang.org/x/mod/sumdb/note. Ed25519 is
// deterministic, so signing must give the very same bytes.
TEST(Note, SignsAndVerifiesThePublishedExample) {
  EXPECT_EQ(sign_note(kText, peter_signs()), peter_note());
  const Result<Note> note = parse_note(peter_note());
  ASSERT_TRUE(note);
  EXPECT_EQ(note->text, kText);
  EXPECT_TRUE(verify_note(*note, peter()));
  EXPECT_EQ(encode_note(*note), peter_note());
}

TEST(Note, VerifiesTheExampleOfTheSpecification) {
  const Result<Note> note = parse_note(
      "This is an example message.\n\n\u2014 example.com/foo "
      "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM="
      "\n");
  ASSERT_TRUE(note);
  EXPECT_TRUE(
      verify_note(*note, *VerifierKey::parse("example.com/foo+530d903a+"
                                             "AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")));
}

TEST(Note, LinesOfOtherKeysAreNotLookedAt) {
  const std::string other = "\u2014 EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2t\n";
  for (const std::string& lines :
       {other + kPeterLine, kPeterLine + other, other + other + kPeterLine})
    EXPECT_TRUE(verify_note(*parse_note(std::string(kText) + "\n" + lines), peter()));
}

TEST(Note, TheLastEmptyLineEndsTheText) {
  const std::string text = "one\n\ntwo\n";
  const Result<Note> note = parse_note(sign_note(text, peter_signs()));
  ASSERT_TRUE(note);
  EXPECT_EQ(note->text, text);
  EXPECT_TRUE(verify_note(*note, peter()));
}

TEST(Note, RefusalsAreNamed) {
  using enum FailureCode;
  const std::string text = kText;
  const std::string line = kPeterLine;
  EXPECT_EQ(refusal(""), text_malformed);
  EXPECT_EQ(refusal("no newline at the end"), text_malformed);
  EXPECT_EQ(refusal(text + "\r\n" + line), text_malformed);
  EXPECT_EQ(refusal(text + "\n" + line.substr(0, line.size() - 1)), text_malformed);
  EXPECT_EQ(refusal("\xff\n\n" + line), text_malformed);
  EXPECT_EQ(refusal(std::string("\0\n\n", 3) + line), text_malformed);
  EXPECT_EQ(refusal(text), signatures_missing);
  EXPECT_EQ(refusal(text + line), signatures_missing);
  EXPECT_EQ(refusal(text + "\n"), signatures_missing);
  EXPECT_EQ(refusal(text + "\n- PeterNeumann x08go/Y=\n"), signature_line_malformed);
  EXPECT_EQ(refusal(text + "\n\u2014 PeterNeumann\n"), signature_line_malformed);
  EXPECT_EQ(refusal(text + "\n\u2014  x08go/Y=\n"), signature_line_malformed);
  EXPECT_EQ(refusal(text + "\n\u2014 Peter+Neumann x08go/Y=\n"), signature_line_malformed);
  EXPECT_EQ(refusal(text + "\n\u2014 PeterNeumann x08go/ZJkuB\n"), signature_line_malformed);
  EXPECT_EQ(refusal(text + "\n\u2014 PeterNeumann x08gow==\n"), signature_line_malformed);
  EXPECT_EQ(refusal(text + "\n" + line + "more text\n"), signature_line_malformed);
  EXPECT_EQ(refusal(text + "\n\u2014 PaulNeumann" + line.substr(line.rfind(' '))),
            signature_absent);
  EXPECT_EQ(refusal(text + "\n" + line + line), signature_repeated);
  EXPECT_EQ(refusal("X" + text + "\n" + line), signature_invalid);
  EXPECT_EQ(refusal(text + "\n\u2014 PeterNeumann x08go/ZJ\n"), signature_invalid);
}

TEST(Note, FailuresNameTheLine) {
  const Result<Note> parsed = parse_note(std::string(kText) + "\n" + kPeterLine + "oops\n");
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().line, 5u);
  const Result<void> verified = verify_note(*parse_note("X" + peter_note()), peter());
  EXPECT_EQ(verified.error().line, 4u);
}

TEST(Note, SignaturesAndBytesAreLimited) {
  std::string note = std::string(kText) + "\n";
  for (std::size_t i = 0; i < kNoteSignaturesMax; ++i) note += kPeterLine;
  EXPECT_TRUE(parse_note(note));
  EXPECT_EQ(parse_note(note + kPeterLine).error().code, FailureCode::too_many_signatures);
  EXPECT_EQ(parse_note(std::string(kNoteBytesMax, 'x') + "\n").error().code,
            FailureCode::text_malformed);
}

}  // namespace
}  // namespace openitmo::journal
