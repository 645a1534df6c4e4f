#pragma once

#include <map>
#include <string>
#include <vector>

#include "journal/store.h"
#include "registry/programme.h"
#include "registry/registry.h"

// Recomputing everything that a run or a registry claims: journals, quantities, proofs,
// submissions. Trusts nothing that is stored but the verifier keys, which the caller brings.
namespace openitmo::registry {

// One thing that differs: where, what, in one line each.
struct VerifyFinding {
  std::string where;
  std::string what;
  bool operator==(const VerifyFinding&) const = default;
};

struct JournalToVerify {
  RegistryId registry;
  journal::Store* store = nullptr;
  journal::VerifierKey key;
  std::string name;                        // what findings call it
  std::vector<std::string> file_problems;  // damage that the database itself reports
};

struct VerifyInput {
  std::vector<JournalToVerify> journals;
  const Programme* programme = nullptr;            // read from the evidence; null: unreadable
  std::map<std::string, std::string> evidence;     // path -> sha256 of the bytes as they are
  std::map<std::string, std::string> listed;       // path -> sha256 when the run was made
  std::map<std::string, std::string> manifests;    // "<report>-<component>" -> text
  std::map<std::string, std::string> results;      // "<report>-<component>" -> json text
  std::map<std::string, std::string> proofs;       // file name -> text
  std::map<std::string, std::string> submissions;  // file stem -> csv text
  bool recompute_quantities = true;
};

struct VerifyReport {
  std::vector<VerifyFinding> findings;
  std::uint64_t entry_count = 0;
  std::uint64_t checkpoint_count = 0;
  std::uint64_t result_count = 0;  // quantities recomputed from monitoring data
  std::uint64_t issuance_count = 0;
  std::uint64_t document_count = 0;
  std::uint64_t proof_count = 0;
  std::uint64_t submission_count = 0;
  bool passed() const { return findings.empty(); }
};

// Checks, in this order, and goes on after each finding:
// 1. every journal: database, entries, leaf hashes, checkpoints, signatures, order, invariants;
// 2. every evidence file against its hash in the journal, naming the file that was altered;
// 3. every quantity of every monitoring report, from the monitoring data;
// 4. every issuance: exact result, deficit brought forward, tonnes, deficit carried on;
// 5. every proof that one registry took from another, and that both journals tell the same;
// 6. every AEF submission, drawn again at the entry where it froze.
VerifyReport verify(const VerifyInput& input);

}  // namespace openitmo::registry
