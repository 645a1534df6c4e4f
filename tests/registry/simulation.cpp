#include "registry/simulation.h"

#include <algorithm>
#include <fmt/format.h>

#include "accounting/world.h"
#include "ledger/invariants.h"
#include "quantity/check.h"
#include "registry/entry_codec.h"
#include "registry/local_registry.h"

namespace openitmo::testing {

namespace {

using ledger::Command;
using registry::Registry;

const RegistryId kSender = *RegistryId::parse("XXA01");
const RegistryId kReceiver = *RegistryId::parse("XXB01");
constexpr std::uint64_t kUnits = 300;

}  // namespace

void FaultyStore::append_group(std::uint64_t first, std::span<const std::string_view> entries,
                               const journal::SavedCheckpoint& checkpoint) {
  const Fault fault = std::exchange(next, Fault::none);
  if (fault == Fault::before)
    throw journal::StoreFull({{"no room", "plus de place"}}, "simulation", {{"wait", "attendre"}});
  MemoryStore::append_group(first, entries, checkpoint);
  if (fault == Fault::after)
    throw journal::OutcomeUnknown({{"no answer", "pas de réponse"}}, "simulation",
                                  {{"open it again", "le rouvrir"}});
}

namespace {

// One registry: a store that lasts, and a process that does not.
class Node {
 public:
  Node(RegistryId id, const World& world) : id_(id) {
    std::vector<std::string> bytes;
    journal::MerkleTree tree;
    for (const ledger::Entry& entry : world.entries()) {
      bytes.push_back(registry::encode(entry.envelope, entry.event));
      tree.append(journal::leaf_hash(bytes.back()));
    }
    const std::vector<std::string_view> views(bytes.begin(), bytes.end());
    const auto key = test_key(id.to_string());
    const journal::Checkpoint checkpoint{key.verifier().name(), tree.size(), tree.root(), {}};
    store_.append_group(0, views, {tree.size(), journal::sign_checkpoint(checkpoint, key)});
    acknowledged_ = bytes;
    start();
  }

  Registry& registry() { return *registry_; }
  FaultyStore& store() { return store_; }
  journal::VerifierKey key() const { return test_key(id_.to_string()).verifier(); }

  // Power off and on: what was acknowledged is there, byte for byte.
  void start() {
    registry_.reset();
    registry_ = std::make_unique<Registry>(store_, test_key(id_.to_string()), id_.to_string());
    check(store_.entries().size() >= acknowledged_.size(), "an acknowledged entry is lost");
    for (std::size_t i = 0; i < acknowledged_.size(); ++i)
      check(store_.entries()[i] == acknowledged_[i], "an acknowledged entry has changed");
  }

  // Nothing when it was refused; throws what the store throws.
  std::optional<std::uint64_t> record(const std::string& id, const Command& command, Instant now) {
    ledger::Envelope envelope;
    envelope.recorded_at = now;
    envelope.effective_date = now.date();
    envelope.actor = "a-1";
    envelope.command_id = id;
    const auto entry = registry_->record(envelope, command);
    acknowledged_ = store_.entries();
    if (!entry) return std::nullopt;
    return entry->number;
  }

  // The first entry of an event type that answers `sent`, if any.
  template <class Event>
  std::optional<std::uint64_t> answer_to(std::uint64_t sent) const {
    for (std::uint64_t number = 0; number < store_.entries().size(); ++number) {
      const auto entry = registry::decode(number, store_.entries()[number]);
      const auto* event = std::get_if<Event>(&entry->event);
      if (event && event->sent.entry == sent) return number;
    }
    return std::nullopt;
  }

 private:
  RegistryId id_;
  FaultyStore store_;
  std::unique_ptr<Registry> registry_;
  std::vector<std::string> acknowledged_;
};

World sender_world() {
  World world({"XAA", "XBB"});
  for (const char* code : {"XAA", "XBB"}) world.must(World::ndc(code, 2021, 2030));
  world.at(Date(2025, 2, 1));
  world.issue({.host = "XAA", .quantity_t_co2eq = kUnits});
  return world;
}

World receiver_world() {
  World world({"XBB", "XAA"}, {.registry = "XXB01"});
  for (const char* code : {"XAA", "XBB"}) world.must(World::ndc(code, 2021, 2030));
  world.at(Date(2025, 2, 1));
  world.authorize({.host = "XBB", .id = "RECEIVED"});
  return world;
}

class Simulation {
 public:
  explicit Simulation(const SimulationSettings& settings)
      : settings_(settings), random_(settings.seed) {}

  SimulationOutcome run() {
    try {
      for (int step = 0; step < settings_.steps; ++step) {
        faults_ = true;
        one_step();
      }
      faults_ = false;
      settle();
      judge();
    } catch (const InvariantBroken& broken) {
      outcome_.broken = broken.what();
    }
    return outcome_;
  }

 private:
  struct Message {
    bool to_receiver = true;
    std::uint64_t sent = 0;  // the sender's entry it is about
    std::string proof;
  };

  std::uint64_t pick(std::uint64_t below) { return random_() % below; }
  bool chance(std::uint64_t percent) { return faults_ && pick(100) < percent; }
  Instant now() { return Instant(start_ + std::chrono::minutes(++minutes_)); }

  // Runs `work` on a node whose next write may fail; a process whose store does not answer ends.
  template <class Work>
  void guarded(Node& node, const Work& work) {
    if (chance(8))
      node.store().next = pick(2) == 0 ? FaultyStore::Fault::before : FaultyStore::Fault::after;
    try {
      work();
    } catch (const journal::OutcomeUnknown&) {
      ++outcome_.failed_writes;
      restart(node);
    } catch (const journal::StoreError&) {
      ++outcome_.failed_writes;
    }
    node.store().next = FaultyStore::Fault::none;
    if (chance(3)) restart(node);
  }

  void restart(Node& node) {
    ++outcome_.restarts;
    node.start();
  }

  void one_step() {
    switch (pick(4)) {
      case 0:
        return guarded(sender_, [&] { send(); });
      case 1:
        return remind();
      default:
        return deliver_any();
    }
  }

  void send() {
    ledger::FirstTransfer command;
    command.units.account = World::account_of("XAA");
    command.units.vintage = Vintage(2024);
    command.units.quantity_t_co2eq = TonnesCo2eq(1 + pick(20));
    command.to_party = party_id("XBB");
    command.to_registry = kReceiver;
    const auto entry = sender_.record(fmt::format("send-{}", minutes_), command, now());
    if (entry) post_transfer(*entry);
  }

  void post_transfer(std::uint64_t entry) {
    post({true, entry, sender_.registry().inclusion_proof(entry)});
  }

  // The network loses and repeats what it is given.
  void post(const Message& message) {
    if (chance(20)) {
      ++outcome_.messages_lost;
      return;
    }
    network_.push_back(message);
    if (!chance(15)) return;
    ++outcome_.messages_repeated;
    network_.push_back(message);
  }

  // The sender sends again what is still in transit; a careless one takes it back instead.
  void remind() {
    const auto& in_transit = sender_.registry().ledger().in_transit();
    if (in_transit.empty()) return;
    const std::uint64_t entry =
        std::next(in_transit.begin(), static_cast<std::ptrdiff_t>(pick(in_transit.size())))->first;
    if (!settings_.careless_sender || pick(4) != 0) return post_transfer(entry);
    ledger::ForeignEntry unproven;
    unproven.registry = kReceiver;
    guarded(sender_, [&] { take_back(entry, unproven); });
  }

  void take_back(std::uint64_t entry, const ledger::ForeignEntry& declined) {
    sender_.record(fmt::format("correct-{}", entry),
                   ledger::CorrectEntry{.corrected_entry = entry,
                                        .cause = ledger::CorrectionCause::declined,
                                        .account = World::account_of("XAA"),
                                        .declined = declined,
                                        .document = document("DECLINED")},
                   now());
  }

  void deliver_any() {
    if (network_.empty()) return;
    const auto at = network_.begin() + static_cast<std::ptrdiff_t>(pick(network_.size()));
    const Message message = std::move(*at);
    network_.erase(at);
    if (message.to_receiver)
      guarded(receiver_, [&] { receive(message); });
    else
      guarded(sender_, [&] { conclude(message); });
  }

  // The receiver answers once, and repeats its answer whenever it is asked again.
  void receive(const Message& message) {
    auto answer = known_answer(message.sent);
    if (!answer) answer = first_answer(message);
    if (answer) post({false, message.sent, receiver_.registry().inclusion_proof(*answer)});
  }

  std::optional<std::uint64_t> known_answer(std::uint64_t sent) const {
    const auto acquired = receiver_.answer_to<ledger::AcquireUnits>(sent);
    return acquired ? acquired : receiver_.answer_to<ledger::DeclineUnits>(sent);
  }

  std::optional<std::uint64_t> first_answer(const Message& message) {
    auto offer = registry::acquire_from_proof(message.proof, sender_.key(), kSender, kReceiver);
    check(offer.has_value(), "a proof made by the sender holds");
    if (pick(5) == 0) {
      ++outcome_.declined;
      return receiver_.record(fmt::format("decline-{}", message.sent),
                              ledger::DeclineUnits{offer->to_party, offer->sent, document("NO")},
                              now());
    }
    offer->to_account = World::account_of("XBB");
    offer->authorization = "RECEIVED";
    ++outcome_.acquired;
    return receiver_.record(fmt::format("acquire-{}", message.sent), *offer, now());
  }

  void conclude(const Message& message) {
    const registry::SentEntry sent{kSender, message.sent,
                                   sender_.registry().tree().leaf(message.sent)};
    if (const auto confirm =
            registry::confirm_from_proof(message.proof, receiver_.key(), kReceiver, sent)) {
      sender_.record(fmt::format("confirm-{}", message.sent), *confirm, now());
      return;
    }
    const auto correct =
        registry::correct_from_proof(message.proof, receiver_.key(), kReceiver, sent);
    check(correct.has_value(), "an answer of the receiver confirms or declines");
    take_back(message.sent, correct->declined);
  }

  // Nothing fails any more: all that is under way arrives.
  void settle() {
    for (int round = 0; round < 1000; ++round) {
      while (!network_.empty()) deliver_any();
      const auto& in_transit = sender_.registry().ledger().in_transit();
      if (in_transit.empty()) return;
      post_transfer(in_transit.begin()->first);
    }
    check(false, "what is in transit arrives once nothing fails");
  }

  void judge() {
    const ledger::Ledger* ledgers[] = {&sender_.registry().ledger(),
                                       &receiver_.registry().ledger()};
    for (const ledger::Ledger* ledger : ledgers) ledger::check_invariants(*ledger);
    const auto units = accounting::check_world(ledgers);
    const auto at_home =
        accounting::holdings_of(*ledgers[0], party_id("XAA")).held_not_first_transferred_t_co2eq;
    check(units.first_transferred_t_co2eq + at_home == TonnesCo2eq(kUnits),
          "every unit is at home or first transferred");
    check(units.held_t_co2eq == accounting::holdings_of(*ledgers[1], party_id("XBB")).held(),
          "what was first transferred is held by the receiver");
  }

  SimulationSettings settings_;
  std::mt19937_64 random_;
  SimulationOutcome outcome_;
  bool faults_ = true;
  std::chrono::sys_days start_ = Date(2025, 3, 1).days();
  int minutes_ = 0;
  Node sender_{kSender, sender_world()};
  Node receiver_{kReceiver, receiver_world()};
  std::vector<Message> network_;
};

}  // namespace

SimulationOutcome simulate(const SimulationSettings& settings) {
  return Simulation(settings).run();
}

}  // namespace openitmo::testing
