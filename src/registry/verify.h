#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "journal/store.h"
#include "registry/programme.h"
#include "registry/registry.h"
#include "registry/run_programme.h"
#include "registry/verify_sentences.h"

// Recomputing everything that a run or a registry claims: journals, quantities, proofs,
// submissions. Trusts nothing that is stored but the verifier keys, which the caller brings.
namespace openitmo::registry {

// One thing that differs: where, what, in one line each.
struct VerifyFinding {
  Text where;
  Text what;
  bool operator==(const VerifyFinding&) const = default;
};

// Findings, each once.
class VerifyFindings {
 public:
  void add(Text where, Text what) { add_once({std::move(where), std::move(what)}); }
  void add(const std::string& where, Text what) { add(Text::name(where), std::move(what)); }
  void add_all(const VerifyFindings& others);
  const std::vector<VerifyFinding>& all() const { return findings_; }
  bool empty() const { return findings_.empty(); }

 private:
  void add_once(VerifyFinding finding);

  std::vector<VerifyFinding> findings_;
};

struct JournalToVerify {
  RegistryId registry;
  journal::Store* store = nullptr;
  journal::VerifierKey key;
  std::string name;                 // what findings call it, "<registry>.itmo"
  std::vector<Text> file_problems;  // damage that the database itself reports
};

struct VerifyInput {
  std::vector<JournalToVerify> journals;
  const Programme* programme = nullptr;            // read from the evidence; null: unreadable
  std::vector<Text> programme_problems;            // why it is unreadable
  std::set<std::string> files;                     // path of every file of the run's folder
  std::map<std::string, std::string> evidence;     // path -> sha256 of the bytes as they are
  std::map<std::string, std::string> listed;       // path -> sha256 when the run was made
  std::map<std::string, std::string> manifests;    // "<report>-<component>" -> text
  std::map<std::string, std::string> results;      // "<report>-<component>" -> json text
  std::map<std::string, std::string> proofs;       // file name -> text
  std::map<std::string, std::string> submissions;  // file stem -> csv text
  bool recompute_quantities = true;
};

// What the journals and the evidence give again, for comparing with the files made of it.
struct Rederived {
  std::vector<Submission> submissions;  // of every journal that could be replayed
  // Absent when a journal is missing or cannot be replayed, or when there need be none.
  std::optional<std::vector<accounting::PartyAccounts>> accounts;
  // The whole run, from the evidence and with the journals' keys and checkpoints. Empty unless
  // journals and evidence are whole and agree.
  std::optional<ProgrammeRun> run;
};

// A result names the version of the time zone data that its readings were placed with. Where the
// stored results of a component name another one than this machine has, it is taken into
// `programme`, so that the results made again say what the stored ones say: then they agree if all
// else does, and only then. A note for each component.
VerifyFindings take_time_zone_data(Programme& programme,
                                   const std::map<std::string, std::string>& results);

struct VerifyReport {
  VerifyFindings findings;
  Rederived rederived;
  std::uint64_t entry_count = 0;
  std::uint64_t checkpoint_count = 0;
  std::uint64_t result_count = 0;  // quantities recomputed from monitoring data
  std::uint64_t issuance_count = 0;
  std::uint64_t opinion_count = 0;  // of verifiers, signed
  std::uint64_t document_count = 0;
  std::uint64_t proof_count = 0;
  std::uint64_t submission_count = 0;
  bool passed() const { return findings.empty(); }
};

// Checks, in this order, and goes on after each finding:
// 1. every registry of the programme has its journal; every journal: database, entries, leaf
//    hashes, checkpoints, signatures, order, invariants; all journals together: invariants 4, 7;
// 2. every evidence file against its hash in the journal, naming the file that was altered;
// 3. every quantity of every monitoring report, from the monitoring data; of a programme without
//    registries, every result and its list of files;
// 4. every issuance: exact result, deficit brought forward, tonnes, deficit carried on;
// 5. every opinion of a verifier: its text from the entries before it, and its signature;
// 6. every proof that one registry took from another, and that both journals tell the same;
// 7. every AEF submission, drawn again at the entry where it froze;
// 8. the acts of the evidence, carried out again, give the entries of the journals (but for what
//    depends on the registries' keys);
// 9. every file of the folder belongs to the run.
// Files that the caller alone can make (workbooks, balances, reports) it compares by `rederived`.
VerifyReport verify(const VerifyInput& input);

}  // namespace openitmo::registry
