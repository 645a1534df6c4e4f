#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "journal/store.h"
#include "journal/verify_log.h"
#include "ledger/events.h"
#include "quantity/language.h"

namespace openitmo::registry {

// The journal does not say what a journal must: an entry that does not decode, a checkpoint that
// does not fit. The operator restores a good copy; nothing is appended to this one.
class JournalUnreadable : public journal::StoreError {
 public:
  using journal::StoreError::StoreError;
};

inline constexpr Words kRestoreJournal{"restore the journal from a copy that verifies",
                                       "restaurez le journal depuis une copie qui se vérifie"};

// The entry that stands in the journal called `name`. Throws JournalUnreadable.
ledger::Entry decoded(std::uint64_t number, std::string_view bytes, const std::string& name);

// Reads the journal as verify_log_from() does and gives each entry decoded, in order, on the
// calling thread. Of a long journal another thread reads and hashes, and decodes too when it is
// ahead; so `visit` may not use the store. Throws JournalUnreadable, what the store throws and what
// `visit` throws: where several would, what comes first in the journal.
journal::Result<journal::VerifiedLog> read_entries(
    journal::Store& store, journal::LogStart start, const std::string& name,
    const std::function<void(const ledger::Entry&, const journal::Hash& leaf)>& visit);

}  // namespace openitmo::registry
