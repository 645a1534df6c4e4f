#pragma once

#include <set>
#include <string>

#include "ledger/refusal.h"

// A scenario is a text that a registry officer can read: an act per line with its outcome, then
// what must be true. docs/testing.md explains the words.
//
//   on 2025-03-01
//   first_transfer account=X vintage=2023 quantity_t_co2eq=60 to_party=XBB ... -> recorded
//   first_transfer account=X vintage=2023 quantity_t_co2eq=60 to_party=XBB ... ->
//   already_first_transferred holdings XBB 60
namespace openitmo::scenarios {

struct Outcome {
  bool passed = true;
  std::string failure;                     // "file:line: what was expected and what happened"
  std::set<ledger::RefusalCode> refusals;  // those that occurred as expected
  int acts = 0;
};

// Runs one scenario file against the real ledger. Each recorded act goes through the entry codec
// and back, the ledger through a snapshot and back, and all invariants are checked after it.
Outcome run_scenario(const std::string& path);

}  // namespace openitmo::scenarios
