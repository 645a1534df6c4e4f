#pragma once

#include <expected>
#include <string>

#include "journal/hash.h"
#include "journal/log_keys.h"
#include "ledger/commands.h"
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

// The refusal of what was offered, recorded on `today`: as expired when the sender's last day for
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

}  // namespace openitmo::registry
