#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "accounting/accounts.h"
#include "registry/monitoring_report.h"
#include "registry/programme.h"
#include "registry/registry.h"
#include "reporting/aef.h"
#include "reporting/cross_check.h"
#include "reporting/submission_check.h"

// The main job: carries out a programme's acts, from monitoring data to both Parties' balances.
namespace openitmo::registry {

// What became of one act in one registry.
struct ActOutcome {
  std::string act;    // its id
  std::string place;  // where it stands in the programme folder
  RegistryId registry;
  Date effective_date;
  std::optional<std::uint64_t> entry;  // the entry that records it
  Text refusal;                        // or why it was refused
};

// A proof that one registry gave another, by file name.
struct ExchangedProof {
  std::string name;  // such as SEN01-entry-57.proof
  std::string text;
};

struct Submission {
  RegistryId registry;
  std::uint64_t entry = 0;  // that records the submission
  reporting::AefSubmission aef;
  std::string content_sha256;  // of its csv text
};

// What the Article 6 database finds over some submissions; findings name positions among them.
struct DatabaseCheck {
  std::vector<reporting::AefSubmission> submissions;
  reporting::CrossCheckResult result;
  reporting::CheckMark mark() const { return reporting::mark_of(result.findings); }
};

// The state of one registry at the end of a run.
struct RegistryState {
  RegistryId registry;
  std::string origin;
  std::string verifier_key;
  std::uint64_t entry_count = 0;
  std::string root_hash;  // hex
  std::string checkpoint;
  ledger::Ledger ledger;
};

// A document of a Party that lies beside the report, by its path there.
struct PartyDocument {
  PartyId party;
  Text title;
  std::string language;  // "fr"
  std::string path;
};

struct ProgrammeRun {
  ProgrammeRun();  // these six are compiled once, as those of ledger::Command
  ProgrammeRun(const ProgrammeRun&);
  ProgrammeRun(ProgrammeRun&&) noexcept;
  ProgrammeRun& operator=(const ProgrammeRun&);
  ProgrammeRun& operator=(ProgrammeRun&&) noexcept;
  ~ProgrammeRun();

  std::vector<ComponentResult> results;
  std::vector<ActOutcome> outcomes;
  std::vector<ExchangedProof> proofs;
  std::vector<Submission> submissions;  // in the order in which they were made
  std::vector<RegistryState> registries;
  std::vector<accounting::PartyAccounts> accounts;  // one per Party, from its own registry
  DatabaseCheck first_check;                        // over version 1.0 of every Party and year
  DatabaseCheck final_check;                        // over all versions
  std::vector<PartyDocument> documents;             // written by who carries out the run
  bool refused() const;
};

enum class RunStage : std::uint8_t { quantify, acts, accounts, checks };

// How a run tells what it is doing; any may be left empty.
struct RunObserver {
  std::function<void(RunStage stage)> stage;  // begins
  std::function<void(std::size_t done, std::size_t total)> progress;
  std::function<void(const ActOutcome&)> act;
};

// Quantifies every component of a programme without acts, over its whole crediting period.
std::expected<std::vector<ComponentResult>, Text> quantify_all(const Programme& programme);

// Carries out the acts in order, each in the registries it names. A refused act is reported and the
// run goes on: what depends on it is refused in turn.
// Fails, with the text to show, when a component cannot be quantified.
std::expected<ProgrammeRun, Text> run_programme(const Programme& programme,
                                                const std::map<RegistryId, Registry*>& registries,
                                                const RunObserver& observer);

}  // namespace openitmo::registry
