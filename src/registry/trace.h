#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/refusal.h"
#include "registry/monitoring_report.h"
#include "reporting/aef.h"

// The life of one unit, from the monitoring rows behind it to the AEF rows that show it.
namespace openitmo::registry {

// One journal to look in.
struct JournalToTrace {
  RegistryId registry;
  std::vector<ledger::Entry> entries;
  ledger::Ledger ledger;  // at the end of them
};

// An entry that touched the unit, or that its life rests on.
struct TraceStep {
  RegistryId registry;
  std::uint64_t entry = 0;
  Instant recorded_at;
  Date effective_date;
  std::string type;  // of the entry, as the journal writes it
  std::string what;  // figures that matter, "quantity_t_co2eq 120 to CHE"
};

// An AEF row that contains the unit.
struct TraceRow {
  std::string submission;  // file stem
  int table = 3;           // 3 or 4
  std::size_t row = 0;     // of the table, from 1
  std::string what;
};

struct Trace {
  ledger::ItmoIdentifier unit;
  std::string component;
  std::string report;
  std::string standing;               // per registry: in which account, used by whom, sent where
  std::vector<TraceStep> foundation;  // approach, activity, component, validation, authorization
  std::vector<TraceStep> mitigation;  // report, verification, examinations, issuance
  std::vector<TraceStep> life;        // transfers, acquisitions, moves, use, cancellation
  std::vector<TraceRow> rows;
};

// Nothing when no journal knows the unit. `language` is that of the texts in it.
std::optional<Trace> trace(const std::vector<JournalToTrace>& journals,
                           const std::vector<reporting::AefSubmission>& submissions,
                           const ledger::ItmoIdentifier& unit, Language language);

}  // namespace openitmo::registry
