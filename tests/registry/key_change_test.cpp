#include "registry/key_change.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "journal/export.h"
#include "registry/local_registry.h"
#include "registry/replay_export.h"

namespace openitmo {
namespace {

using journal::LogKeys;
using journal::SignerKey;
using ledger::KeyChangeReason;
using testing::document;
using testing::open_registry;
using testing::World;

constexpr const char* kName = "XXA01";

SignerKey key(std::uint8_t number) {
  return {"openitmo.example/XXA01", journal::KeyType::note, journal::Seed{number}};
}

// A journal with a world's history, signed by the key of test_key(kName).
class KeyChange : public ::testing::Test {
 protected:
  KeyChange() {
    World world({"XAA", "XBB"});
    now_ = world.entries().back().envelope;
    store_ = testing::open_with_history(folder_.path(), kName, world).store;
  }

  ledger::Envelope next_envelope() {
    now_.command_id += "-next";
    return now_;
  }
  ledger::Result<ledger::Entry> change(const LogKeys& keys, const SignerKey* signer,
                                       const SignerKey& next, KeyChangeReason reason) {
    return registry::change_key(*store_, keys, signer, next,
                                {next_envelope(), reason, document("KEY")}, kName);
  }
  void record_with(SignerKey signer, std::vector<journal::VerifierKey> earlier = {}) {
    registry::Registry registry(*store_, std::move(signer), kName, [&] { return earlier; });
    const auto entry = registry.record(next_envelope(), RecordParty{*PartyId::parse("XCC"), "C"});
    ASSERT_TRUE(entry) << message(entry.error()).en;
  }
  registry::Replayed replay(LogKeys keys) {
    return registry::replay_journal(*store_, std::move(keys), kName, [](const ledger::Entry&) {});
  }
  std::string problem_with(LogKeys keys) {
    try {
      replay(std::move(keys));
      return "";
    } catch (const registry::JournalUnreadable& error) {
      return error.what();
    }
  }

  TemporaryFolder folder_;
  SignerKey first_ = testing::test_key(kName);
  ledger::Envelope now_;
  std::unique_ptr<storage::SqliteStore> store_;
};

TEST_F(KeyChange, AfterARotationTheNextKeySignsAndTheFirstKeyIsEnoughToVerify) {
  const auto changed = change(first_.verifier(), &first_, key(2), KeyChangeReason::rotation);
  ASSERT_TRUE(changed) << message(changed.error()).en;
  record_with(key(2), {first_.verifier()});
  const auto replayed = replay(first_.verifier());
  EXPECT_EQ(replayed.keys, (std::vector{first_.verifier(), key(2).verifier()}));
  EXPECT_EQ(replayed.tree.size(), changed->number + 2);
}

TEST_F(KeyChange, TheOldKeyOpensNothingAnyMore) {
  ASSERT_TRUE(change(first_.verifier(), &first_, key(2), KeyChangeReason::rotation));
  try {
    registry::Registry registry(*store_, testing::test_key(kName), kName);
    FAIL() << "opened";
  } catch (const registry::JournalUnreadable& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("turn of the key " + key(2).verifier().text()));
  }
}

TEST_F(KeyChange, ALostKeyIsFollowedOnlyByThoseWhoWereBroughtTheNext) {
  ASSERT_TRUE(change(first_.verifier(), nullptr, key(2), KeyChangeReason::lost));
  record_with(key(2), {first_.verifier()});
  EXPECT_THAT(problem_with(first_.verifier()), ::testing::HasSubstr("signature_absent"));
  EXPECT_EQ(problem_with(LogKeys({first_.verifier(), key(2).verifier()})), "");
}

TEST_F(KeyChange, KeysFollowOneAnother) {
  const SignerKey second = key(2), third = key(3);
  ASSERT_TRUE(change(first_.verifier(), &first_, second, KeyChangeReason::rotation));
  ASSERT_TRUE(change(first_.verifier(), nullptr, third, KeyChangeReason::stolen));
  ASSERT_TRUE(change(LogKeys({first_.verifier(), third.verifier()}), &third, key(4),
                     KeyChangeReason::rotation));
  EXPECT_EQ(replay(LogKeys({first_.verifier(), third.verifier()})).keys.size(), 4U);
}

TEST_F(KeyChange, AnEntryAndItsCheckpointNameTheSameKey) {
  registry::Replayed now = replay(first_.verifier());
  const std::string bytes = registry::encode(
      next_envelope(),
      ledger::KeyChanged{.verifier_key = key(3).verifier().text(), .document = document("KEY")});
  now.tree.append(journal::leaf_hash(bytes));
  const journal::Checkpoint head{first_.verifier().name(), now.tree.size(), now.tree.root(), {}};
  const std::string_view entry = bytes;
  store_->append_group(now.tree.size() - 1, {&entry, 1},
                       {head.size, journal::sign_handover(head, first_, key(2))});
  EXPECT_THAT(problem_with(first_.verifier()), ::testing::HasSubstr("but it did not sign"));
}

TEST_F(KeyChange, NoKeyTakesItsTurnWithoutAnEntry) {
  registry::Registry registry(*store_, testing::test_key(kName), kName);
  const auto& tree = registry.tree();
  const std::string bytes = registry::encode(next_envelope(), RecordParty{});
  journal::MerkleTree grown = tree;
  grown.append(journal::leaf_hash(bytes));
  const journal::Checkpoint head{first_.verifier().name(), grown.size(), grown.root(), {}};
  const std::string_view entry = bytes;
  store_->append_group(tree.size(), {&entry, 1},
                       {head.size, journal::sign_handover(head, first_, key(2))});
  EXPECT_THAT(problem_with(first_.verifier()), ::testing::HasSubstr("no entry says"));
}

TEST_F(KeyChange, ATextWithoutADocumentIsRefused) {
  const auto refused =
      registry::change_key(*store_, first_.verifier(), &first_, key(2),
                           {next_envelope(), KeyChangeReason::rotation, Document{}}, kName);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ledger::RefusalCode::value_not_valid);
}

TEST_F(KeyChange, AnExportTellsTheSame) {
  ASSERT_TRUE(change(first_.verifier(), &first_, key(2), KeyChangeReason::rotation));
  std::string text;
  const auto written =
      journal::write_export(*store_, {kName, first_.verifier().name(), first_.verifier().id()},
                            [&](std::string_view piece) { text += piece; });
  ASSERT_TRUE(written);
  const auto replayed =
      registry::replay_export([&](const auto& take) { take(text); }, first_.verifier(), kName, {});
  EXPECT_EQ(replayed.keys.size(), 2U);
  EXPECT_EQ(replayed.newest_checkpoint, store_->latest_checkpoint()->note);
}

}  // namespace
}  // namespace openitmo
