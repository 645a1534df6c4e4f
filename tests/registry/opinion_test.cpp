#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "registry/local_registry.h"
#include "registry/request_lines.h"
#include "registry/sign_opinion.h"
#include "registry/verify.h"

// Signed opinions of verifiers, through the registry and again when its journal is verified.
namespace openitmo {
namespace {

using ledger::RefusalCode;
using testing::document;

const Date kToday(2025, 3, 1);
const std::string kReport = "REPORT-1";
const std::string kVerifier = "ENTITY-VERIFIER";

journal::SignerKey key(const std::string& name) {
  return {"verifier.example/" + name, journal::KeyType::note, journal::sha256(name)};
}

RecordOpinionKey recorded(const journal::SignerKey& signer) {
  return {kVerifier, signer.verifier().text(), document("KEY")};
}

testing::World verified_world() {
  testing::World world({"XAA", "XBB"});
  for (const char* code : {"XAA", "XBB"}) world.must(testing::World::ndc(code, 2021, 2030));
  world.at(Date(2025, 2, 1));
  world.issue({.host = "XAA", .vintage = 2024, .quantity_t_co2eq = 500});
  world.at(kToday);
  return world;
}

ConcludeVerification conclusion(const ledger::Ledger& ledger, const journal::SignerKey& signer) {
  ConcludeVerification made{.report = kReport,
                            .verifier = kVerifier,
                            .positive = true,
                            .statement = document("STATEMENT")};
  made.opinion = registry::sign_opinion(ledger, made, signer);
  return made;
}

struct Kept {
  TemporaryFolder folder;
  testing::LocalRegistry local;

  explicit Kept(const testing::World& world)
      : local(testing::open_with_history(folder.path(), "XXA01", world)) {}

  std::optional<RefusalCode> record(const std::string& id, const ledger::Command& command) {
    const auto entry = local->record({.recorded_at = *Instant::parse("2025-03-01T12:00:00Z"),
                                      .effective_date = kToday,
                                      .actor = "a",
                                      .command_id = id,
                                      .command_sha256 = {}},
                                     command);
    if (entry) return std::nullopt;
    return entry.error().code;
  }

  // What a verification of the journal says of opinions.
  std::vector<std::string> said_of_opinions(std::uint64_t& checked) {
    registry::VerifyInput input;
    input.journals.push_back({.registry = local->ledger().registry()->registry,
                              .store = local.store.get(),
                              .key = local->verifier(),
                              .name = "XXA01.itmo",
                              .file_problems = {}});
    input.recompute_quantities = false;
    const auto report = registry::verify(input);
    checked = report.opinion_count;
    std::vector<std::string> said;
    for (const auto& finding : report.findings.all())
      if (finding.what.en.find("opinion") != std::string::npos) said.push_back(finding.what.en);
    return said;
  }
};

TEST(Opinion, IsRecordedWhenTheKeyInForceSignedIt) {
  Kept kept(verified_world());
  ASSERT_EQ(kept.record("k1", recorded(key("one"))), std::nullopt);
  const auto& ledger = kept.local->ledger();
  EXPECT_EQ(kept.record("v1", conclusion(ledger, key("two"))), RefusalCode::opinion_not_signed);
  const auto signed_by_one = conclusion(ledger, key("one"));
  EXPECT_EQ(kept.record("v1", signed_by_one), std::nullopt);
  EXPECT_EQ(kept.record("v1", signed_by_one), std::nullopt) << "a retry is answered as before";
  ASSERT_EQ(kept.record("k2", recorded(key("two"))), std::nullopt);
  EXPECT_EQ(kept.record("v2", conclusion(ledger, key("one"))), RefusalCode::opinion_not_signed);
  EXPECT_EQ(kept.record("v2", conclusion(ledger, key("two"))), std::nullopt);
  std::uint64_t checked = 0;
  EXPECT_THAT(kept.said_of_opinions(checked), ::testing::IsEmpty());
  EXPECT_EQ(checked, 2u);
}

TEST(Opinion, AlteredNotesAreNotRecorded) {
  Kept kept(verified_world());
  ASSERT_EQ(kept.record("k1", recorded(key("one"))), std::nullopt);
  const auto good = conclusion(kept.local->ledger(), key("one"));
  const auto code_of = [&](const std::string& opinion) {
    auto altered = good;
    altered.opinion = opinion;
    return kept.record("v1", altered);
  };
  const std::string& note = good.opinion;
  EXPECT_EQ(code_of(note.substr(0, note.find("\n\n") + 2)), RefusalCode::opinion_not_signed);
  EXPECT_EQ(code_of(note.substr(0, note.find("\n\n") + 1)), RefusalCode::opinion_differs);
  EXPECT_EQ(code_of(note.substr(0, note.size() - 1)), RefusalCode::opinion_not_signed);
  EXPECT_EQ(code_of("more\n" + note), RefusalCode::opinion_differs);
  EXPECT_EQ(code_of(note + "\nmore\n"), RefusalCode::opinion_differs);
  EXPECT_EQ(code_of("\n"), RefusalCode::opinion_differs);
  for (std::size_t i = 0; i < note.size(); i += 7) {
    std::string flipped = note;
    flipped[i] = static_cast<char>(flipped[i] ^ 1);
    EXPECT_NE(code_of(flipped), std::nullopt) << "byte " << i;
  }
  EXPECT_EQ(code_of(note), std::nullopt);
}

TEST(Opinion, OnlyAKeyForNotesIsRecorded) {
  Kept kept(verified_world());
  const journal::SignerKey witness("w.example", journal::KeyType::cosignature,
                                   journal::sha256("w"));
  EXPECT_EQ(kept.record("k1", recorded(witness)), RefusalCode::value_not_valid);
  EXPECT_EQ(kept.record("k1", RecordOpinionKey{kVerifier, "text", document("KEY")}),
            RefusalCode::value_not_valid);
}

// A registry could write an entry past its own rules; who verifies its journal sees it.
TEST(Opinion, AJournalWithAWrongOneDoesNotVerify) {
  const auto said_of = [](auto&& alter) {
    testing::World world = verified_world();
    world.must(recorded(key("one")));
    world.record(alter(conclusion(world.ledger(), key("one")), world));
    std::uint64_t checked = 0;
    return Kept(world).said_of_opinions(checked);
  };
  EXPECT_THAT(said_of([](auto right, const auto&) { return right; }), ::testing::IsEmpty());
  EXPECT_THAT(said_of([](auto, const testing::World& world) {
                return conclusion(world.ledger(), key("two"));
              }),
              ::testing::ElementsAre(::testing::HasSubstr("329 opinion_not_signed")));
  EXPECT_THAT(said_of([](auto other, const auto&) {
                other.materiality_threshold_percent = "5";
                return other;
              }),
              ::testing::ElementsAre(::testing::HasSubstr("328 opinion_differs")));
  EXPECT_THAT(said_of([](auto none, const auto&) {
                none.opinion.clear();
                return none;
              }),
              ::testing::ElementsAre(::testing::HasSubstr("326 opinion_missing")));
}

TEST(Opinion, TravelsAsAnActLine) {
  const testing::World world = verified_world();
  registry::Request request;
  request.envelope.effective_date = kToday;
  request.envelope.command_id = "v \"1\"";
  request.command = conclusion(world.ledger(), key("one"));
  const std::string line = registry::act_line(request);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  const auto read = registry::parse_act_line(line);
  ASSERT_TRUE(read) << read.error().en;
  EXPECT_EQ(read->envelope.command_id, request.envelope.command_id);
  EXPECT_EQ(read->envelope.effective_date, kToday);
  EXPECT_EQ(registry::content_sha256(kToday, read->command),
            registry::content_sha256(kToday, request.command));
}

}  // namespace
}  // namespace openitmo
