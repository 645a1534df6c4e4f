#pragma once

#include <filesystem>
#include <memory>

#include "accounting/accounts.h"
#include "journal/hash.h"
#include "journal/log_keys.h"
#include "reporting/entry_index.h"

namespace openitmo::cli {

// What a document is made from, as known at one entry of a journal.
struct ReportState {
  ledger::Ledger ledger;
  reporting::EntryIndex entries;
  accounting::PartyAccounts accounts;
  std::uint64_t tree_size = 0;  // entries that it knows
  journal::Hash root{};         // of the journal's tree over them
};

// The state made by the first `entry_count` entries, with the accounts of the NDC period that holds
// `period_year` (see ndc_period.h). Throws registry::JournalUnreadable where the
// journal is damaged, files::FileError where the registry does not serve the Party.
std::unique_ptr<ReportState> report_state(const std::filesystem::path& journal,
                                          const journal::LogKeys& keys, const std::string& party,
                                          std::uint64_t entry_count, int period_year = 0);

}  // namespace openitmo::cli
