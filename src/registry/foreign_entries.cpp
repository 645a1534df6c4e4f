#include "registry/foreign_entries.h"

namespace openitmo::registry {

const ledger::ForeignEntry* foreign_of(const ledger::Entry& entry) {
  if (const auto* acquired = std::get_if<ledger::AcquireUnits>(&entry.event))
    return &acquired->sent;
  if (const auto* confirmed = std::get_if<ledger::ConfirmDelivery>(&entry.event))
    return &confirmed->received;
  if (const auto* declined = std::get_if<ledger::DeclineUnits>(&entry.event))
    return &declined->sent;
  if (const auto* corrected = std::get_if<ledger::EntryCorrected>(&entry.event))
    return corrected->declined.registry.empty() ? nullptr : &corrected->declined;
  if (const auto* withdrawn = std::get_if<ledger::WithdrawUnits>(&entry.event))
    return withdrawn->withdrawn_there.registry.empty() ? nullptr : &withdrawn->withdrawn_there;
  return nullptr;
}

bool tells_the_same(const journal::MerkleTree& tree, const ledger::ForeignEntry& foreign) {
  return foreign.tree_size <= tree.size() && foreign.entry < tree.size() &&
         journal::to_hex(tree.leaf(foreign.entry)) == foreign.leaf_hash &&
         journal::to_hex(tree.root_at(foreign.tree_size)) == foreign.root_hash;
}

}  // namespace openitmo::registry
