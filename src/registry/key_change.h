#pragma once

#include <string>

#include "registry/registry.h"

// Another key for a registry. From the next entry on it signs; the registry is opened with it then.
namespace openitmo::registry {

struct KeyChange {
  ledger::Envelope envelope;
  ledger::KeyChangeReason reason = ledger::KeyChangeReason::rotation;
  Document document;
};

// Records the change in an entry of its own. In a rotation `signer` and `next` both sign its
// checkpoint, so that everybody who trusts the old key can follow. A key that was lost or stolen
// cannot vouch for the next: `signer` is null, `next` signs alone, and everybody who verifies must
// be brought it. `keys` are those that signed so far.
//
// Refused as an act is (recorded_at_goes_back, value_not_valid, ...). Throws what replaying the
// journal or writing it throws. Broken invariants: a signer exactly in a rotation; `next` has the
// name of the others and is none of them.
ledger::Result<ledger::Entry> change_key(journal::Store& store, const journal::LogKeys& keys,
                                         const journal::SignerKey* signer,
                                         const journal::SignerKey& next, const KeyChange& change,
                                         const std::string& name);

}  // namespace openitmo::registry
