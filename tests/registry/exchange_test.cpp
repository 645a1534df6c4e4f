#include "registry/exchange.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger_world/ledger_world.h"
#include "registry/entry_codec.h"
#include "registry/local_registry.h"

namespace openitmo {
namespace {

using testing::LocalRegistry;

const RegistryId kHere = *RegistryId::parse("XXA01");
const RegistryId kThere = *RegistryId::parse("XXB01");

// A registry whose journal holds a world's history and one transfer to another registry.
struct Sender {
  TemporaryFolder folder;
  LocalRegistry local;
  std::uint64_t transfer = 0;

  explicit Sender(RegistryId to = kThere) {
    testing::World world({"XAA", "XBB"});
    for (const char* code : {"XAA", "XBB"}) world.must(testing::World::ndc(code, 2021, 2030));
    world.at(Date(2025, 2, 1));
    const auto units = world.issue({.host = "XAA", .vintage = 2024, .quantity_t_co2eq = 500});
    auto command = world.first_transfer(units, 200, "XBB");
    command.to_registry = to;
    command.to_account = "";
    command.accept_by = Date(2025, 2, 20);
    world.must(command);
    local = testing::open_with_history(folder.path(), "XXA01", world);
    transfer = local->tree().size() - 1;
  }
};

TEST(Exchange, TheReceiverRecordsWhatTheProofShows) {
  Sender sender;
  const std::string proof = sender.local->inclusion_proof(sender.transfer);
  const auto acquired =
      registry::acquire_from_proof(proof, sender.local->verifier(), kHere, kThere);
  ASSERT_TRUE(acquired) << acquired.error().en;
  ASSERT_EQ(acquired->ranges.size(), 1u);
  EXPECT_EQ(acquired->ranges[0].quantity_t_co2eq().value(), 200u);
  EXPECT_EQ(acquired->from_party.view(), "XAA");
  EXPECT_EQ(acquired->to_party.view(), "XBB");
  EXPECT_EQ(acquired->sent.entry, sender.transfer);
  EXPECT_EQ(acquired->accept_by, Date(2025, 2, 20));
}

TEST(Exchange, AnOfferIsDeclinedAsExpiredAfterItsLastDay) {
  Sender sender;
  const auto offer = registry::acquire_from_proof(sender.local->inclusion_proof(sender.transfer),
                                                  sender.local->verifier(), kHere, kThere);
  ASSERT_TRUE(offer);
  const auto in_time = registry::decline_offer(*offer, Date(2025, 2, 20));
  EXPECT_EQ(in_time.cause, ledger::DeclineCause::not_taken);
  const auto late = registry::decline_offer(*offer, Date(2025, 2, 21));
  EXPECT_EQ(late.cause, ledger::DeclineCause::expired);
  EXPECT_EQ(late.sent, offer->sent);
  EXPECT_EQ(late.to_party, offer->to_party);

  testing::World world({"XBB", "XAA"}, {.registry = "XXB01"});
  world.must(testing::World::ndc("XBB", 2021, 2030));
  world.must(testing::World::ndc("XAA", 2021, 2030));
  world.at(Date(2025, 2, 20));
  EXPECT_FALSE(world.act(late));  // it is not late yet
  world.at(Date(2025, 2, 21));
  ledger::AcquireUnits command = *offer;
  command.to_account = testing::World::account_of("XBB");
  command.authorization = world.authorize({.host = "XBB"});
  const auto refused = world.act(command);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ledger::RefusalCode::offer_expired);
  EXPECT_TRUE(world.act(late));
}

TEST(Exchange, AnAlteredProofIsRefused) {
  Sender sender;
  const std::string proof = sender.local->inclusion_proof(sender.transfer);
  for (std::size_t at = 0; at < proof.size(); at += 7) {
    std::string altered = proof;
    altered[at] = altered[at] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(registry::acquire_from_proof(altered, sender.local->verifier(), kHere, kThere))
        << "byte " << at;
  }
}

TEST(Exchange, AProofOfAnotherKindOrForAnotherRegistryIsRefused) {
  Sender sender;
  const auto refused = registry::acquire_from_proof(sender.local->inclusion_proof(0),
                                                    sender.local->verifier(), kHere, kThere);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().en, ::testing::HasSubstr("is no transfer"));
  const auto elsewhere =
      registry::acquire_from_proof(sender.local->inclusion_proof(sender.transfer),
                                   sender.local->verifier(), kHere, *RegistryId::parse("XXC01"));
  ASSERT_FALSE(elsewhere);
  EXPECT_THAT(elsewhere.error().en, ::testing::HasSubstr("to XXB01, not to XXC01"));
}

TEST(Exchange, AProofUnderAnotherKeyIsRefused) {
  Sender sender;
  EXPECT_FALSE(registry::acquire_from_proof(sender.local->inclusion_proof(sender.transfer),
                                            testing::test_key("XXB01").verifier(), kHere, kThere));
}

// The receiver's registry, told what the sender proved.
struct Receiver {
  TemporaryFolder folder;
  LocalRegistry local;
  std::uint64_t answer = 0;

  explicit Receiver(const ledger::AcquireUnits& acquired, bool takes = true) {
    testing::World world({"XBB", "XAA"}, {.registry = "XXB01"});
    for (const char* code : {"XAA", "XBB"}) world.must(testing::World::ndc(code, 2021, 2030));
    world.at(Date(2025, 2, 2));
    ledger::AcquireUnits command = acquired;
    command.to_account = testing::World::account_of("XBB");
    command.authorization = world.authorize({.host = "XBB"});
    if (takes)
      world.must(command);
    else
      world.must(ledger::DeclineUnits{command.to_party, command.sent, testing::document("NO")});
    local = testing::open_with_history(folder.path(), "XXB01", world);
    answer = local->tree().size() - 1;
  }
};

TEST(Exchange, TheSenderConfirmsOnlyTheVeryEntryThatItSent) {
  Sender sender;
  const auto acquired = registry::acquire_from_proof(sender.local->inclusion_proof(sender.transfer),
                                                     sender.local->verifier(), kHere, kThere);
  ASSERT_TRUE(acquired);
  Receiver receiver(*acquired);
  const std::string proof = receiver.local->inclusion_proof(receiver.answer);
  const auto confirm = [&](const registry::SentEntry& sent) {
    return registry::confirm_from_proof(proof, receiver.local->verifier(), kThere, sent)
        .has_value();
  };
  const journal::Hash leaf = sender.local->tree().leaf(sender.transfer);
  EXPECT_TRUE(confirm({kHere, sender.transfer, leaf}));
  EXPECT_FALSE(confirm({kHere, sender.transfer - 1, leaf}));
  EXPECT_FALSE(confirm({kThere, sender.transfer, leaf}));
  EXPECT_FALSE(confirm({kHere, sender.transfer, sender.local->tree().leaf(0)}));
}

TEST(Exchange, TheSenderTakesBackWhatTheReceiverDeclined) {
  Sender sender;
  const auto offered = registry::acquire_from_proof(sender.local->inclusion_proof(sender.transfer),
                                                    sender.local->verifier(), kHere, kThere);
  ASSERT_TRUE(offered);
  Receiver declines(*offered, false), takes(*offered);
  const registry::SentEntry sent{kHere, sender.transfer,
                                 sender.local->tree().leaf(sender.transfer)};
  const auto correct = [&](const Receiver& receiver, const registry::SentEntry& of) {
    return registry::correct_from_proof(receiver.local->inclusion_proof(receiver.answer),
                                        receiver.local->verifier(), kThere, of);
  };
  auto correction = correct(declines, sent);
  ASSERT_TRUE(correction) << correction.error().en;
  EXPECT_EQ(correction->corrected_entry, sender.transfer);
  EXPECT_EQ(correction->cause, ledger::CorrectionCause::declined);
  EXPECT_FALSE(correct(takes, sent));
  EXPECT_FALSE(correct(declines, {kHere, sender.transfer - 1, sent.leaf}));

  correction->account = testing::World::account_of("XAA");
  correction->document = testing::document("BACK");
  ledger::Envelope envelope{.recorded_at = *Instant::parse("2025-03-01T00:00:00Z"),
                            .effective_date = Date(2025, 3, 1),
                            .actor = "a-1",
                            .command_id = "back",
                            .command_sha256 = {}};
  const auto recorded = sender.local->record(envelope, *correction);
  ASSERT_TRUE(recorded) << ledger::message(recorded.error()).en;
  const auto& ledger = sender.local->ledger();
  EXPECT_TRUE(ledger.in_transit().empty());
  EXPECT_EQ(ledger.authorizations().front().first_transferred_t_co2eq, TonnesCo2eq(0));
}

}  // namespace
}  // namespace openitmo
