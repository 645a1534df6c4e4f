#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "cli/read_acts.h"
#include "cli/terminal.h"
#include "registry/effect.h"

// What `itmo act` and `itmo record` have in common: look, show, record.
namespace openitmo::cli {

struct RecordingOptions {
  std::string journal;
  std::string key;
  bool dry_run = false;
  bool keep_going = false;  // records the good acts though others are refused
  bool json = false;
  Language language = Language::en;
};

// What became of the acts of a file.
struct Outcome {
  std::vector<ledger::Result<ledger::Entry>> answers;  // one an act, in order
  std::uint64_t entry_count_before = 0;                // answers below it were recorded earlier
  registry::Effect effect;
  bool recorded = false;
  std::size_t refused = 0;
  // Of the units acted on: the metrics of cooperative approaches that do not count in t CO2 eq.
  std::map<CooperativeApproachId, std::string> metrics;
  bool demonstration = false;  // one of the registry's approaches is
  // To which units are sent though no entry here comes from them: perhaps a typing error.
  std::vector<RegistryId> unheard_of;
  bool has_old_snapshot = false;  // far more entries than the snapshot has
};

// Rehearses the acts, and records them unless it is a dry run or something is refused or wrong and
// `keep_going` is not set. Shows progress.
Outcome carry_out(const RecordingOptions& options, const ActFile& acts, Terminal& terminal);

// For the end, when the caller is answered: renews the snapshot where it is old. What was recorded
// is recorded whether or not this works.
void refresh_old_snapshot(const RecordingOptions& options, const Outcome& outcome);

// Of each registry in `unheard_of`, what it would mean if there were none of that code.
void show_unheard_of(Terminal& terminal, const Outcome& outcome);

// Balances that change and accounts that are touched, before and after.
void show_effect(Terminal& terminal, const registry::Effect& effect);

// All of it as one line of JSON (docs/formats/act-lines.md).
std::string outcome_json(const RecordingOptions& options, const ActFile& acts,
                         const Outcome& outcome);

// 0 when nothing was refused, 1 otherwise; 2 when nothing was recorded because a line is no act.
int exit_code(const ActFile& acts, const Outcome& outcome);

}  // namespace openitmo::cli
