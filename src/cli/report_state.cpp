#include "cli/report_state.h"

#include <algorithm>

#include "cli/journal_file.h"
#include "cli/ndc_period.h"
#include "cli/served_party.h"

namespace openitmo::cli {

std::unique_ptr<ReportState> report_state(const std::filesystem::path& journal,
                                          const journal::LogKeys& keys, const std::string& party,
                                          std::uint64_t entry_count, int period_year) {
  auto state = std::make_unique<ReportState>();
  const auto replayed = replay_file(journal, keys, [&](const ledger::Entry& entry) {
    if (entry.number >= entry_count) return;
    state->ledger.apply(entry);
    state->entries.note(entry);
  });
  refuse_damaged(replayed, journal);
  state->tree_size = std::min(entry_count, replayed.state.tree.size());
  state->root = replayed.state.tree.root_at(state->tree_size);
  const PartyId served = served_party(state->ledger, journal.string(), party);
  state->accounts = accounting::account(state->ledger, served,
                                        settings_of_period(state->ledger, served, period_year));
  return state;
}

}  // namespace openitmo::cli
