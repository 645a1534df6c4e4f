#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <string>

#include "journal/hash.h"
#include "journal/log_keys.h"
#include "ledger/commands.h"
#include "ledger/events.h"
#include "quantity/language.h"

// Transfers between registries: what one registry may record because the other proved that it
// stands in its journal. The proof is checked here, before `decide`; the journal keeps its place
// and hash.
namespace openitmo::registry {

// What the receiving registry records. `proof` is the sender's inclusion proof of the transfer, as
// a proof file; `sender_keys` are known from the agreement, not from the message. Fails, saying
// what is wrong, when the proof does not hold, or proves another kind of entry, or one sent
// elsewhere.
std::expected<ledger::AcquireUnits, Text> acquire_from_proof(const std::string& proof,
                                                             const journal::LogKeys& sender_keys,
                                                             RegistryId sender,
                                                             RegistryId receiver);

// The decline of what was offered, recorded on `today`: as expired when the sender's last day for
// it has passed. To be completed with the notice.
ledger::DeclineUnits decline_offer(const ledger::AcquireUnits& offer, Date today);

// An entry of this registry that sent units, by its place and hash.
struct SentEntry {
  RegistryId registry;
  std::uint64_t entry = 0;
  journal::Hash leaf{};
};

// What the sending registry records when the receiver proves its acquisition of what `sent` sent:
// the acquisition names that very entry, by registry, number and hash.
std::expected<ledger::ConfirmDelivery, Text> confirm_from_proof(
    const std::string& proof, const journal::LogKeys& receiver_keys, RegistryId receiver,
    const SentEntry& sent);

// What the sending registry records when the receiver proves that it declined what `sent` sent: the
// correction of that entry, to be completed with the account that the units return to and the
// document.
std::expected<ledger::CorrectEntry, Text> correct_from_proof(const std::string& proof,
                                                             const journal::LogKeys& receiver_keys,
                                                             RegistryId receiver,
                                                             const SentEntry& sent);

// What a registry may choose when it answers.
struct AnswerChoice {
  bool decline = false;       // what was sent
  std::string account;        // where acquired units go, or units that come back
  std::string authorization;  // the acquiring Party's
  Document document;          // notice of a decline, or ground of taking back
};

// The act that answers what `from` proves: an acquisition, or the decline, of units that it sent
// here; the confirmed delivery of units that it acquired from here; the correction that takes back
// units that it declined. `here` is this registry, `leaf_of` gives the hash of its entries, where
// there is one. Fails as the above do, and when a choice that the act needs is not made.
std::expected<ledger::Command, Text> answer_from_proof(
    const std::string& proof, const journal::LogKeys& keys, RegistryId from, RegistryId here,
    const std::function<std::optional<journal::Hash>(std::uint64_t)>& leaf_of, Date today,
    const AnswerChoice& choice);

}  // namespace openitmo::registry
