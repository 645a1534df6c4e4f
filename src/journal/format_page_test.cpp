#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

#include "journal/export.h"
#include "journal/log_sample_test.h"
#include "journal/merkle.h"
#include "journal/proof_file.h"

// The examples of docs/formats/ are what the program writes.
namespace openitmo::journal {
namespace {

using testing::HasSubstr;

std::string page(const std::string& name) {
  std::ifstream file(std::string(OPENITMO_SOURCE_DIR) + "/docs/formats/" + name);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string block(const std::string& content) { return "```\n" + content + "```\n"; }

class FormatPage : public testing::Test {
 protected:
  static Seed seed_from(std::uint8_t first) {
    Seed seed;
    for (std::uint8_t& byte : seed) byte = first++;
    return seed;
  }
  static std::string entry(std::uint64_t i) {
    return R"({"type":"example","number":)" + std::to_string(i) + "}";
  }
  void SetUp() override {
    for (std::uint64_t i = 0; i < 5; ++i) tree_.append(leaf_hash(entry(i)));
  }
  std::string checkpoint(std::uint64_t size) const {
    return sign_checkpoint({.origin = log_.verifier().name(),
                            .size = size,
                            .root = tree_.root_at(size),
                            .extensions = {}},
                           log_);
  }
  std::string cosigned() const { return *cosign(checkpoint(5), witness_, 1'795'305'600); }

  SignerKey log_{"registry.example/SEN01", KeyType::note, seed_from(0)};
  SignerKey witness_{"registry.example/CHE01", KeyType::cosignature, seed_from(32)};
  MerkleTree tree_;
};

TEST_F(FormatPage, CheckpointsKeysAndProofs) {
  const std::string text = page("checkpoint.md");
  EXPECT_THAT(text, HasSubstr("\n" + log_.verifier().text() + "\n" + witness_.verifier().text() +
                              "\n```\n"));
  EXPECT_THAT(text, HasSubstr(block(log_.text() + "\n")));
  EXPECT_THAT(text, HasSubstr(block(cosigned())));
  EXPECT_THAT(text, HasSubstr(block(encode_proof({.index = 2,
                                                  .entry_bytes = entry(2),
                                                  .hashes = tree_.inclusion_proof(2, 5),
                                                  .checkpoint_note = cosigned()}))));
  EXPECT_THAT(text, HasSubstr(block(encode_proof({.hashes = tree_.consistency_proof(3, 5),
                                                  .first_checkpoint_note = checkpoint(3),
                                                  .second_checkpoint_note = cosigned()}))));
}

TEST_F(FormatPage, AnExportedJournal) {
  MemoryStore store;
  for (const std::uint64_t size : {3u, 5u}) {
    std::vector<std::string> texts;
    for (std::uint64_t i = store.size(); i < size; ++i) texts.push_back(entry(i));
    const std::vector<std::string_view> group(texts.begin(), texts.end());
    store.append_group(store.size(), group,
                       {.size = size, .note = size == 5 ? cosigned() : checkpoint(size)});
  }
  std::string text;
  const auto written = write_export(
      store,
      {.registry = "SEN01", .key_name = log_.verifier().name(), .key_id = log_.verifier().id()},
      [&](std::string_view piece) { text += piece; });
  ASSERT_TRUE(written) << written.error().message().en;
  EXPECT_THAT(page("journal-export.md"), HasSubstr("```json\n" + text + "```\n"));
}

TEST_F(FormatPage, EveryFailureIsOnThePage) {
  const std::string text = page("checkpoint.md");
  std::size_t named = 0;
  for (std::uint16_t code = 1; code <= 123; ++code) try {
      EXPECT_THAT(text,
                  HasSubstr("`" + std::string(name_of(static_cast<FailureCode>(code))) + "`"));
      ++named;
    } catch (const std::logic_error&) {
      continue;  // a number without a meaning
    }
  EXPECT_GE(named, 43u);
}

TEST_F(FormatPage, TheTreeOfTheJournal) {
  const std::string text = page("journal.md");
  for (std::uint64_t i = 0; i < 5; ++i)
    EXPECT_THAT(text, HasSubstr("| " + std::to_string(i) + " | `" + to_hex(tree_.leaf(i)) +
                                "` | `" + entry(i) + "` |"));
  const auto shortened = [](const Hash& hash) {
    const std::string hex = to_hex(hash);
    return hex.substr(0, 8) + "..." + hex.substr(56);
  };
  for (const Hash& hash : {tree_.root(), tree_.root_at(4), tree_.root_at(2),
                           node_hash(tree_.leaf(2), tree_.leaf(3)), tree_.leaf(4)})
    EXPECT_THAT(text, HasSubstr(shortened(hash)));
}

}  // namespace
}  // namespace openitmo::journal
