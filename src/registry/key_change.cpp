#include "registry/key_change.h"

#include <algorithm>
#include <array>

#include "quantity/check.h"
#include "registry/entry_codec.h"

namespace openitmo::registry {

namespace {

std::string signed_note(const journal::Checkpoint& checkpoint, const journal::SignerKey* signer,
                        const journal::SignerKey& next) {
  return signer ? journal::sign_handover(checkpoint, *signer, next)
                : journal::sign_checkpoint(checkpoint, next);
}

}  // namespace

ledger::Result<ledger::Entry> change_key(journal::Store& store, const journal::LogKeys& keys,
                                         const journal::SignerKey* signer,
                                         const journal::SignerKey& next, const KeyChange& change,
                                         const std::string& name) {
  check((signer != nullptr) == (change.reason == ledger::KeyChangeReason::rotation),
        "the old key signs in a rotation, and only then");
  Replayed now = replay_journal(store, keys, name, [](const ledger::Entry&) {});
  check(std::ranges::find(now.keys, next.verifier()) == now.keys.end(), "the next key is another");
  check(!signer || signer->verifier() == now.keys.back(), "the key whose turn it is hands over");
  const auto event =
      ledger::decide(now.ledger, change.envelope,
                     ledger::KeyChanged{change.reason, next.verifier().text(), change.document});
  if (!event) return std::unexpected(event.error());
  const ledger::Entry entry{now.tree.size(), change.envelope, *event};
  const std::string bytes = encode(entry.envelope, entry.event);
  now.tree.append(journal::leaf_hash(bytes));
  const journal::Checkpoint checkpoint{
      next.verifier().name(), now.tree.size(), now.tree.root(), {}};
  store.append_group(entry.number, std::array{std::string_view(bytes)},
                     {checkpoint.size, signed_note(checkpoint, signer, next)});
  return entry;
}

}  // namespace openitmo::registry
