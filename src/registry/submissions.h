#pragma once

#include <span>
#include <vector>

#include "ledger/ledger.h"
#include "reporting/aef.h"

namespace openitmo::registry {

// A submission of a journal, drawn again as it was when it froze.
struct DrawnSubmission {
  std::uint64_t entry = 0;  // that records the submission
  ledger::SubmitAef record;
  reporting::AefSubmission aef;
};

// All submissions that a journal records, in order. Pure: the same entries give the same bytes.
std::vector<DrawnSubmission> draw_submissions(std::span<const ledger::Entry> entries);

// The state known before entry `entry_count`; of the acts on units, only those that take effect by
// `until`. Other records are always in it: an act may not be dated before the acts on its units,
// but may be before the record of, say, its account.
bool in_view(const ledger::Entry& entry, std::optional<Date> until);
ledger::Ledger state_of(std::span<const ledger::Entry> entries, std::uint64_t entry_count,
                        std::optional<Date> until = std::nullopt);

}  // namespace openitmo::registry
