#include "journal/export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "journal/log_sample_test.h"

namespace openitmo::journal {
namespace {

using testing::HasSubstr;

ExportHeader header() {
  return {
      .registry = "SEN01", .key_name = key().verifier().name(), .key_id = key().verifier().id()};
}

Result<VerifiedLog> exported(Store& store, std::string& text) {
  return write_export(store, header(), [&](std::string_view piece) { text += piece; });
}

std::string sample_text() {
  MemoryStore store = sample();
  std::string text;
  EXPECT_TRUE(exported(store, text));
  return text;
}

Result<VerifiedLog> verified(std::string_view text, std::size_t piece = std::string::npos,
                             const ExportVisitor& visitor = {},
                             const VerifierKey& log = key().verifier()) {
  ExportVerifier verifier(log, visitor);
  for (std::size_t at = 0; at < text.size(); at += std::min(piece, text.size()))
    if (const Result<void> read = verifier.read(text.substr(at, piece)); !read)
      return std::unexpected(read.error());
  return verifier.finish();
}

Failure failure_of(std::string_view text, const VerifierKey& log = key().verifier()) {
  const Result<VerifiedLog> result = verified(text, std::string::npos, {}, log);
  EXPECT_FALSE(result) << text;
  return result ? Failure{} : result.error();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0, end; (end = text.find('\n', at)) != std::string::npos; at = end + 1)
    lines.push_back(text.substr(at, end - at + 1));
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

TEST(Export, NothingIsLostHoweverTheBytesArrive) {
  MemoryStore store = sample();
  std::string text;
  const Result<VerifiedLog> written = exported(store, text);
  ASSERT_TRUE(written) << written.error().message().en;
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, text.size()}) {
    MemoryStore read;
    const Result<VerifiedLog> result =
        verified(text, piece,
                 {.entry = [&](const StoredEntry& e) { read.entries.emplace_back(e.bytes); },
                  .checkpoint = [&](const SavedCheckpoint& c) { read.saved.push_back(c); }});
    ASSERT_TRUE(result) << result.error().message().en;
    EXPECT_EQ(read.entries, store.entries);
    EXPECT_EQ(read.saved, store.saved);
    EXPECT_EQ(result->root, written->root);
    EXPECT_EQ(result->size, 12u);
    EXPECT_EQ(result->checkpoint_count, 5u);
  }
}

TEST(Export, AnEmptyLogIsExported) {
  MemoryStore store;
  std::string text;
  ASSERT_TRUE(exported(store, text));
  EXPECT_EQ(verified(text)->root, empty_tree_hash());
}

// Every bit of every byte. A failure is named where it is, or at most one group of lines away; but
// for the registry's name, which nothing signs at this level.
TEST(Export, AnyFlippedBitIsFoundAndItsLineNamed) {
  const std::string text = sample_text();
  const std::size_t registry = text.find("SEN01");
  std::size_t line = 1;
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string altered = text;
      altered[at] = static_cast<char>(altered[at] ^ (1 << bit));
      const Failure failure = failure_of(altered);
      if (at >= registry && at < registry + 5) continue;
      EXPECT_NE(failure.line, 0u) << failure.message().en;
      EXPECT_LE(failure.line, line + 5) << at << " " << failure.message().en;
      EXPECT_GE(failure.line + 2, line) << at << " " << failure.message().en;
    }
    line += text[at] == '\n';
  }
}

TEST(Export, ACutFileIsNamedAtEveryByte) {
  const std::string text = sample_text();
  for (std::size_t size = 0; size < text.size(); ++size)
    EXPECT_EQ(failure_of(text.substr(0, size)).code, FailureCode::export_end_missing) << size;
}

TEST(Export, RemovedRepeatedAndSwappedLinesAreFound) {
  const std::vector<std::string> lines = lines_of(sample_text());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::vector<std::string> altered = lines;
    altered.erase(altered.begin() + static_cast<std::ptrdiff_t>(i));
    failure_of(joined(altered));
    altered = lines;
    altered.insert(altered.begin() + static_cast<std::ptrdiff_t>(i), lines[i]);
    failure_of(joined(altered));
    if (i + 1 == lines.size()) continue;
    altered = lines;
    std::swap(altered[i], altered[i + 1]);
    failure_of(joined(altered));
  }
}

TEST(Export, ARemovedEntryIsCounted) {
  std::vector<std::string> lines = lines_of(sample_text());
  lines.erase(lines.begin() + 3);
  const Failure failure = failure_of(joined(lines));
  EXPECT_EQ(failure.code, FailureCode::checkpoint_beyond_entries);
  EXPECT_THAT(failure.message().en, HasSubstr("entries were removed after line 2"));
}

TEST(Export, AnAlteredEntryIsNamedByTheLinesOfItsGroup) {
  std::vector<std::string> lines = lines_of(sample_text());
  lines[7].replace(0, 2, "{ \"");
  const Failure failure = failure_of(joined(lines));
  EXPECT_EQ(failure.code, FailureCode::root_differs);
  EXPECT_EQ(failure.line, 7u);
  EXPECT_THAT(failure.message().en, HasSubstr("lines 7 to 9 "));
}

TEST(Export, AnotherKeyIsNamedInTheFirstLine) {
  const SignerKey other("registry.example/SEN01", KeyType::note, Seed{2});
  const Failure failure = failure_of(sample_text(), other.verifier());
  EXPECT_EQ(failure.code, FailureCode::key_id_differs);
  EXPECT_EQ(failure.line, 1u);
}

TEST(Export, WhatIsNoTextOnOneLineIsNotWritten) {
  for (const std::string entry :
       {"", "x", "{\n}", "{\"\xff\"}", "{\"end\":0}", "{\"checkpoint\":0}"}) {
    MemoryStore store;
    Frontier tree;
    tree.append(leaf_hash(entry));
    const std::string_view bytes = entry;
    store.append_group(0, {&bytes, 1}, {.size = 1, .note = checkpoint_of(tree)});
    std::string text;
    const Result<VerifiedLog> written = exported(store, text);
    ASSERT_FALSE(written) << entry;
    EXPECT_EQ(written.error().code, FailureCode::export_line_malformed);
    EXPECT_EQ(text.find("{\"end\""), std::string::npos);
  }
}

TEST(Export, EntriesThatWereNeverSignedAreNotLeftOutInSilence) {
  MemoryStore store = sample();
  store.entries.emplace_back("{}");
  std::string text;
  EXPECT_EQ(exported(store, text).error().code, FailureCode::entries_not_covered);
}

}  // namespace
}  // namespace openitmo::journal
