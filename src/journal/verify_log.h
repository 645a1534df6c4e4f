#pragma once

#include <cstdint>
#include <functional>

#include "journal/frontier.h"
#include "journal/log_keys.h"
#include "journal/store.h"

namespace openitmo::journal {

// What is known of a log up to some entry: the keys whose turn it was, and the tree.
struct LogStart {
  LogKeys keys;
  Frontier tree = {};
};

struct VerifiedLog {
  std::uint64_t size = 0;
  Hash root{};
  std::uint64_t checkpoint_count = 0;  // that were opened
  std::vector<VerifierKey> keys;       // that signed, in order; the last one's turn it is
};

// Reads the whole log once, in order, in O(log n) memory, and recomputes what every saved
// checkpoint says: its signature, its size and the root over all entries before it. That each root
// is that of one growing tree is invariant 10. `visit` sees each entry, verified against its leaf
// hash but not yet against a checkpoint.
//
// Refusals: those of LogKeys::open, with the size of the checkpoint named;
// checkpoint_size_differs, checkpoint_beyond_entries, root_differs (naming the entries in doubt),
// entries_not_covered. Throws what the store throws.
Result<VerifiedLog> verify_log(
    Store& store, LogKeys log,
    const std::function<void(const StoredEntry&)>& visit = [](const StoredEntry&) {});
// The same of what comes behind `start`, on the word of who verified what is before.
Result<VerifiedLog> verify_log_from(Store& store, LogStart start,
                                    const std::function<void(const StoredEntry&)>& visit);

}  // namespace openitmo::journal
