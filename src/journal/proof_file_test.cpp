#include "journal/proof_file.h"

#include <gtest/gtest.h>

#include "journal/merkle.h"

namespace openitmo::journal {
namespace {

constexpr const char* kOrigin = "registry.example/SEN01";
constexpr std::uint64_t kSeenAt = 1'795'392'000;

// A log of 11 entries with checkpoints at 6 and 11, the later one cosigned.
struct Sample {
  SignerKey log{kOrigin, KeyType::note, Seed{1}};
  SignerKey witness{"registry.example/CHE01", KeyType::cosignature, Seed{2}};
  MerkleTree tree;

  Sample() {
    for (std::uint64_t i = 0; i < 11; ++i) tree.append(leaf_hash(entry(i)));
  }
  static std::string entry(std::uint64_t i) { return R"({"entry":)" + std::to_string(i) + "}"; }
  std::string checkpoint(std::uint64_t size) const {
    return sign_checkpoint(
        {.origin = kOrigin, .size = size, .root = tree.root_at(size), .extensions = {}}, log);
  }
  std::string inclusion(std::uint64_t index, bool with_entry = true) const {
    InclusionProof proof{.index = index,
                         .entry_bytes = {},
                         .hashes = tree.inclusion_proof(index, 11),
                         .checkpoint_note = *cosign(checkpoint(11), witness, kSeenAt)};
    if (with_entry) proof.entry_bytes = entry(index);
    return encode_proof(proof);
  }
  std::string consistency() const {
    return encode_proof({.hashes = tree.consistency_proof(6, 11),
                         .first_checkpoint_note = checkpoint(6),
                         .second_checkpoint_note = *cosign(checkpoint(11), witness, kSeenAt)});
  }
  std::vector<VerifierKey> witnesses() const { return {witness.verifier()}; }
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end + 1 - begin));
    begin = end + 1;
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

// Each line, in turn: left out, doubled, cut by a character, replaced by its neighbour, and with a
// bit flipped at each place.
std::vector<std::pair<std::string, std::string>> alterations(const std::string& file) {
  std::vector<std::pair<std::string, std::string>> altered;
  const std::vector<std::string> lines = lines_of(file);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto add = [&](const std::string& how, const std::string& line) {
      std::vector<std::string> copy = lines;
      copy[i] = line;
      altered.emplace_back("line " + std::to_string(i + 1) + " " + how, joined(copy));
    };
    add("left out", "");
    add("doubled", lines[i] + lines[i]);
    add("cut", lines[i].substr(1));
    add("with a space at the end", lines[i].substr(0, lines[i].size() - 1) + " \n");
    add("with a carriage return", lines[i].substr(0, lines[i].size() - 1) + "\r\n");
    if (i + 1 < lines.size()) add("replaced by the next", lines[i + 1]);
    for (std::size_t byte = 0; byte < lines[i].size(); ++byte) {
      std::string flipped = lines[i];
      flipped[byte] = static_cast<char>(flipped[byte] ^ 1);
      add("with the lowest bit flipped in byte " + std::to_string(byte), flipped);
      flipped[byte] = static_cast<char>(lines[i][byte] ^ 0x80);
      add("with the highest bit flipped in byte " + std::to_string(byte), flipped);
    }
  }
  return altered;
}

template <class T>
FailureCode code_of(const Result<T>& result) {
  EXPECT_FALSE(result);
  return result ? FailureCode{} : result.error().code;
}

TEST(InclusionFile, EveryEntryIsProven) {
  const Sample sample;
  for (std::uint64_t i = 0; i < 11; ++i) {
    const Result<ProvenInclusion> proven =
        check_inclusion(sample.inclusion(i), sample.log.verifier(), sample.witnesses());
    ASSERT_TRUE(proven) << proven.error().message().en;
    EXPECT_EQ(proven->index, i);
    EXPECT_EQ(proven->entry_bytes, Sample::entry(i));
    EXPECT_EQ(proven->leaf, leaf_hash(Sample::entry(i)));
    EXPECT_EQ(proven->checkpoint.size, 11u);
    ASSERT_EQ(proven->witnesses.size(), 1u);
    EXPECT_EQ(proven->witnesses[0].posix_time_s, kSeenAt);
  }
}

TEST(InclusionFile, EveryAlteredLineFails) {
  const Sample sample;
  const std::string file = sample.inclusion(6);
  ASSERT_TRUE(check_inclusion(file, sample.log.verifier(), sample.witnesses()));
  for (const auto& [how, altered] : alterations(file))
    EXPECT_FALSE(check_inclusion(altered, sample.log.verifier(), sample.witnesses())) << how;
}

TEST(InclusionFile, EveryTruncationFails) {
  const Sample sample;
  const std::string file = sample.inclusion(6);
  for (std::size_t size = 0; size < file.size(); ++size)
    EXPECT_FALSE(check_inclusion(file.substr(0, size), sample.log.verifier(), sample.witnesses()))
        << size;
}

TEST(InclusionFile, TheEntryMayComeFromElsewhere) {
  const Sample sample;
  const VerifierKey& key = sample.log.verifier();
  const std::string bare = sample.inclusion(4, false);
  EXPECT_EQ(code_of(check_inclusion(bare, key)), FailureCode::entry_unknown);
  EXPECT_TRUE(check_inclusion(bare, key, {}, leaf_hash(Sample::entry(4))));
  EXPECT_EQ(code_of(check_inclusion(bare, key, {}, leaf_hash(Sample::entry(5)))),
            FailureCode::root_differs);
  EXPECT_TRUE(check_inclusion(sample.inclusion(4), key, {}, leaf_hash(Sample::entry(4))));
  EXPECT_EQ(code_of(check_inclusion(sample.inclusion(4), key, {}, leaf_hash("other"))),
            FailureCode::entry_differs);
}

TEST(InclusionFile, AnEmptyEntryIsNotAMissingOne) {
  MerkleTree tree;
  tree.append(leaf_hash(""));
  const SignerKey log(kOrigin, KeyType::note, Seed{1});
  const InclusionProof proof{
      .index = 0,
      .entry_bytes = "",
      .hashes = {},
      .checkpoint_note = sign_checkpoint(
          {.origin = kOrigin, .size = 1, .root = tree.root(), .extensions = {}}, log)};
  const Result<ProvenInclusion> proven = check_inclusion(encode_proof(proof), log.verifier());
  ASSERT_TRUE(proven) << proven.error().message().en;
  EXPECT_EQ(proven->entry_bytes, "");
}

TEST(InclusionFile, FailuresAreNamedWithTheLineOfTheFile) {
  const Sample sample;
  std::vector<std::string> lines = lines_of(sample.inclusion(6));
  // header, extra, index, 4 hashes, empty, origin, size, root, empty, 2 signatures
  ASSERT_EQ(lines.size(), 14u);
  const auto altered = [&](std::size_t line, const std::string& text) {
    std::vector<std::string> copy = lines;
    copy[line - 1] = text;
    return check_inclusion(joined(copy), sample.log.verifier(), sample.witnesses());
  };
  const auto expect = [](const Result<ProvenInclusion>& result, FailureCode code,
                         std::size_t line) {
    EXPECT_EQ(code_of(result), code);
    if (!result) {
      EXPECT_EQ(result.error().line, line) << result.error().message().en;
    }
  };
  using enum FailureCode;
  expect(altered(1, "c2sp.org/tlog-proof@v2\n"), header_unknown, 1);
  expect(altered(2, "extra *\n"), extra_malformed, 2);
  expect(altered(2, ""), entry_unknown, 0);
  expect(altered(3, "index 06\n"), index_malformed, 3);
  expect(altered(3, ""), index_malformed, 3);
  expect(altered(3, "index 11\n"), index_outside_tree, 0);
  expect(altered(3, "index 5\n"), root_differs, 0);
  expect(altered(4, ""), proof_too_short, 0);
  expect(altered(5, "abc\n"), hash_malformed, 5);
  expect(altered(10, "12\n"), signature_invalid, 13);
  expect(altered(13, ""), signature_absent, 0);
  expect(altered(14, "\u2014 x\n"), signature_line_malformed, 14);
  EXPECT_EQ(
      code_of(check_inclusion(joined({lines.begin(), lines.begin() + 7}), sample.log.verifier())),
      checkpoint_missing);
}

TEST(InclusionFile, AnotherLogsKeyDoesNotPass) {
  const Sample sample;
  const SignerKey same_name(kOrigin, KeyType::note, Seed{9});
  EXPECT_EQ(code_of(check_inclusion(sample.inclusion(0), same_name.verifier())),
            FailureCode::signature_absent);
  const SignerKey absent("registry.example/XBB01", KeyType::cosignature, Seed{3});
  const std::vector<VerifierKey> witnesses{absent.verifier()};
  EXPECT_EQ(code_of(check_inclusion(sample.inclusion(0), sample.log.verifier(), witnesses)),
            FailureCode::signature_absent);
}

TEST(ConsistencyFile, IsProven) {
  const Sample sample;
  const Result<ProvenConsistency> proven =
      check_consistency(sample.consistency(), sample.log.verifier(), sample.witnesses());
  ASSERT_TRUE(proven) << proven.error().message().en;
  EXPECT_EQ(proven->first.size, 6u);
  EXPECT_EQ(proven->second.size, 11u);
  EXPECT_EQ(proven->witnesses.size(), 1u);
}

TEST(ConsistencyFile, EveryAlteredLineFails) {
  const Sample sample;
  const std::string file = sample.consistency();
  for (const auto& [how, altered] : alterations(file))
    EXPECT_FALSE(check_consistency(altered, sample.log.verifier(), sample.witnesses())) << how;
}

TEST(ConsistencyFile, EveryTruncationFails) {
  const Sample sample;
  const std::string file = sample.consistency();
  for (std::size_t size = 0; size < file.size(); ++size)
    EXPECT_FALSE(check_consistency(file.substr(0, size), sample.log.verifier(), sample.witnesses()))
        << size;
}

TEST(ConsistencyFile, CheckpointsInTheWrongOrderOrOfAnotherTreeFail) {
  const Sample sample;
  const VerifierKey& key = sample.log.verifier();
  const auto file = [&](const std::string& first, const std::string& second) {
    return check_consistency(encode_proof({.hashes = sample.tree.consistency_proof(6, 11),
                                           .first_checkpoint_note = first,
                                           .second_checkpoint_note = second}),
                             key);
  };
  EXPECT_TRUE(file(sample.checkpoint(6), sample.checkpoint(11)));
  EXPECT_EQ(code_of(file(sample.checkpoint(11), sample.checkpoint(6))),
            FailureCode::sizes_out_of_order);
  EXPECT_EQ(code_of(file(sample.checkpoint(6), sample.checkpoint(6))), FailureCode::proof_too_long);
  const std::string forked = sign_checkpoint(
      {.origin = kOrigin, .size = 6, .root = sha256("fork"), .extensions = {}}, sample.log);
  EXPECT_EQ(code_of(file(forked, sample.checkpoint(11))), FailureCode::first_root_differs);
  EXPECT_EQ(code_of(file(sample.checkpoint(6), sample.checkpoint(11) + "\nmore\n")),
            FailureCode::section_unexpected);
}

TEST(ProofFile, TheFirstLineTellsTheKind) {
  const Sample sample;
  EXPECT_EQ(kind_of_proof(sample.inclusion(0)), ProofKind::inclusion);
  EXPECT_EQ(kind_of_proof(sample.consistency()), ProofKind::consistency);
  EXPECT_EQ(code_of(kind_of_proof("")), FailureCode::header_unknown);
  EXPECT_EQ(code_of(kind_of_proof("{}")), FailureCode::header_unknown);
  EXPECT_EQ(code_of(parse_consistency_proof(sample.inclusion(0))), FailureCode::header_unknown);
  EXPECT_EQ(code_of(parse_inclusion_proof(sample.consistency())), FailureCode::header_unknown);
}

}  // namespace
}  // namespace openitmo::journal
