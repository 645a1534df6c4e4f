#pragma once

#include <expected>
#include <string>

#include "journal/key.h"
#include "ledger/commands.h"

// Transfers between registries: what one registry may record because the other proved that it
// stands in its journal. The proof is checked here, before `decide`; the journal keeps its place
// and hash.
namespace openitmo::registry {

// What the receiving registry records. `proof` is the sender's inclusion proof of the transfer, as
// a proof file; `sender_key` is known from the agreement, not from the message. Fails, saying what
// is wrong, when the proof does not hold, or proves another kind of entry, or one sent elsewhere.
std::expected<ledger::AcquireUnits, std::string> acquire_from_proof(
    const std::string& proof, const journal::VerifierKey& sender_key, RegistryId sender,
    RegistryId receiver);

// What the sending registry records when the receiver proves its acquisition of the units that
// `transfer_entry` sent.
std::expected<ledger::ConfirmDelivery, std::string> confirm_from_proof(
    const std::string& proof, const journal::VerifierKey& receiver_key, RegistryId receiver,
    std::uint64_t transfer_entry);

}  // namespace openitmo::registry
