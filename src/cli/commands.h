#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "cli/words.h"
#include "mrv/verification/size_choice.h"

// One function per subcommand of `itmo`, each in the file of its name. They return the exit code: 0
// done, 1 refused or different, 2 cannot be done (bad command line, bad input, disk), 3 a broken
// invariant.
namespace openitmo::cli {

inline constexpr int kDone = 0;
inline constexpr int kRefused = 1;
inline constexpr int kCannot = 2;
inline constexpr int kBroken = 3;

struct RunOptions {
  std::string programme;  // folder
  std::string output;     // folder; empty: out/<programme>
  Language language = Language::en;
};
int run(const RunOptions& options);

// Monte Carlo draws as a command line asks for them.
struct DrawsOptions {
  std::size_t draws_max = 0;  // 0: no draws
  std::uint64_t seed = 1;
  std::size_t threads = 0;  // 0: one for each core
};

inline constexpr std::size_t kDrawsMax = 2'000'000;

struct QuantifyOptions {
  std::string programme;  // folder
  std::string component;  // empty: all
  DrawsOptions draws;
  bool json = false;
  Language language = Language::en;
};
// Estimates with their uncertainty, by monitoring report.
int quantify(const QuantifyOptions& options);

inline constexpr std::size_t kInventoryDrawsMax = 200'000;

struct InventoryOptions {
  std::string folder;
  int year = 0;  // 0: every year
  DrawsOptions draws;
  bool json = false;
  bool csv = false;
  Language language = Language::en;
};
// The emissions of a Party's solid waste, by category, gas and year.
int inventory(const InventoryOptions& options);

struct InventoryBridgeOptions {
  std::string inventory;        // folder
  std::string programme;        // folder, or that `itmo run` wrote
  std::string format = "text";  // or html, json
  std::string output;           // file; empty: standard output
  Language language = Language::en;
};
// Whether the host's inventory falls by what it first transferred.
int inventory_bridge(const InventoryBridgeOptions& options);

struct VerifyOptions {
  std::string folder;  // that `itmo run` wrote; or a journal, or its export
  // Of a journal: its verifier keys, or files that hold them, in order; empty: beside it.
  std::vector<std::string> keys;
  std::string since;                   // of a journal: a file with a checkpoint that somebody kept
  std::vector<std::string> witnesses;  // verifier keys of those who must have cosigned that
  bool recompute_quantities = true;
  Language language = Language::en;
};
int verify(const VerifyOptions& options);

struct SignOpinionOptions {
  std::string journal;  // or its export
  std::string report;
  std::string verifier;  // entity
  std::string key;       // file with the verifier's signer key
  std::string conclusion;
  std::string statement;              // REFERENCE=FILE
  std::string materiality_threshold;  // in percent; empty: not stated
  std::string extrapolated_error;
  std::vector<std::string> registry_keys;
  std::string effective_date;  // empty: today
  bool note = false;           // the signed note alone
  std::string output;          // file; empty: standard output
  Language language = Language::en;
};
// A verifier's opinion, written from the journal's own data and signed.
int sign_opinion(const SignOpinionOptions& options);

struct TraceOptions {
  std::string unit;  // ITMO identifier
  std::string folder;
  int derivation_levels = 3;
  Language language = Language::en;
};
int trace(const TraceOptions& options);

struct ExplainOptions {
  std::string folder;           // of a programme, or that `itmo run` wrote
  std::string component;        // empty: all
  std::string figure;           // its symbol; empty: the emission reductions
  std::string of;               // waste type or the like; empty: any
  std::string period;           // such as 2024-03; empty: any
  int year = 0;                 // 0: any
  int depth = 0;                // 0: what suits the format
  std::string format = "text";  // or html, json
  std::string output;           // file; empty: standard output
  Language language = Language::en;
};
// How a figure came about.
int explain(const ExplainOptions& options);

struct RehearseOptions {
  std::string folder;     // of a programme, or that `itmo run` wrote
  std::string component;  // empty: all
  std::string report;     // empty: all
  bool json = false;
  Language language = Language::en;
};
// The questions that an examiner would likely ask, each with the place to answer it.
int rehearse(const RehearseOptions& options);

struct ReverifyOptions {
  std::string folder;  // of a programme, or that `itmo run` wrote
  // The same with other data or parameters, or parameters as "SYMBOL=VALUE".
  std::vector<std::string> with;
  std::string component;  // empty: all
  std::string report;     // empty: all
  bool json = false;
  Language language = Language::en;
};
// Recomputes with other data or parameters: each difference with its cause. 1 where there is one.
int reverify(const ReverifyOptions& options);

struct MonitoringReportOptions {
  std::string folder;  // of a programme, or that `itmo run` wrote
  std::string report;  // empty: every monitoring report
  std::string output;  // folder to write
  Language language = Language::en;
};
// Monitoring reports as pages and workbooks in English, French and Spanish.
int report_monitoring(const MonitoringReportOptions& options);

struct SampleOptions {
  std::string folder;  // of a programme, or that `itmo run` wrote
  std::string component;
  std::string report;
  std::string material = "waste_in";
  std::uint64_t seed = 0;
  mrv::verification::SizeRequest size;
  std::string output;  // folder; empty: out/sample-<component>-<report>
  Language language = Language::en;
};
// Draws weighbridge tickets for a verifier and writes the worksheet and the page of the bench.
int sample(const SampleOptions& options);

struct AssessOptions {
  std::string folder;     // of a programme, or that `itmo run` wrote
  std::string worksheet;  // filled in, csv or xlsx
  // 0 percent: the programme's own, or the CDM's.
  mrv::verification::Materiality materiality = {
      .percent = 0, .source = "--materiality", .confidence = mrv::Confidence::high};
  bool json = false;
  Language language = Language::en;
};
// What a filled worksheet says about the reductions. 1 where it does not show that the error lies
// below the threshold.
int assess(const AssessOptions& options);

struct DesignChangesOptions {
  std::string before;  // folders of programmes, or that `itmo run` wrote
  std::string after;
  bool json = false;
  Language language = Language::en;
};
// What changed in the design, and what of it needs a new validation. 1 where something did.
int design_changes(const DesignChangesOptions& options);

struct ProveOptions {
  std::string journal;    // the .itmo file
  std::string output;     // the proof file; empty: standard output
  long entry = -1;        // an inclusion proof of this entry, or
  long first_size = -1;   // a consistency proof between two checkpoints
  long second_size = -1;  // -1: the latest
  Language language = Language::en;
};
int prove(const ProveOptions& options);

struct CheckProofOptions {
  std::string proof;                   // file
  std::vector<std::string> keys;       // verifier keys, or files that hold them
  std::vector<std::string> witnesses;  // the same, of those who must have cosigned
  Language language = Language::en;
};
int check_proof(const CheckProofOptions& options);

struct ExportOptions {
  std::string journal;
  std::string output;  // empty: standard output
  Language language = Language::en;
};
int export_journal(const ExportOptions& options);

struct HoldingsOptions {
  std::string journal;            // or its export
  std::vector<std::string> keys;  // empty: beside it
  Language language = Language::en;
};
int holdings(const HoldingsOptions& options);

struct FindOptions {
  std::string journal;            // or its export
  std::string asked;              // an ITMO identifier, a serial, a code or a part of one
  std::vector<std::string> keys;  // empty: beside it
  bool json = false;
  Language language = Language::en;
};
int find(const FindOptions& options);

struct StatementOptions {
  std::string journal;
  std::string asked;  // as above; names one unit, account, component or activity
  std::string kind;   // which of them, where several have the name; empty: any
  std::string from;   // days, of an account's movements; empty: all
  std::string to;
  std::size_t lines_max = 50;
  std::vector<std::string> keys;  // empty: beside the journal
  bool json = false;
  Language language = Language::en;
};
int statement(const StatementOptions& options);

struct BackupOptions {
  std::string journal;
  std::string copy;
  Language language = Language::en;
};
int backup(const BackupOptions& options);

struct RestoreOptions {
  std::string copy;       // a backup, or an export
  std::string journal;    // to make
  std::string witnessed;  // a file with the newest checkpoint that is known; empty: stays locked
  std::vector<std::string> keys;  // empty: beside the copy
  Language language = Language::en;
};
int restore(const RestoreOptions& options);

struct UnlockOptions {
  std::string journal;
  std::string witnessed;
  std::vector<std::string> keys;  // empty: beside it
  Language language = Language::en;
};
int unlock(const UnlockOptions& options);

struct SnapshotOptions {
  std::string journal;
  std::string key;  // the registry's signer key
  Language language = Language::en;
};
// Writes what is needed to open the journal quickly.
int snapshot(const SnapshotOptions& options);

struct AnswerOptions {
  std::string journal;
  std::string proof;                   // file of the other registry
  std::string from;                    // its code, such as SEN01
  std::vector<std::string> from_keys;  // its verifier keys
  std::string key;                     // file with this registry's signer key
  bool decline = false;
  std::string account;
  std::string authorization;
  std::string document;   // file
  std::string reference;  // of the document
  bool dry_run = false;
  bool json = false;
  Language language = Language::en;
};
int answer(const AnswerOptions& options);

struct RecordOptions {
  std::string journal;  // the .itmo file
  std::string acts;     // a line of JSON each, or a table
  std::string act;      // that every row of a table asks for; empty: its column "act" says
  std::string key;      // file with the registry's signer key
  bool dry_run = false;
  bool keep_going = false;
  bool json = false;
  Language language = Language::en;
};
// All acts of the file, or none, or with keep_going those that are not refused; and what they
// change in accounts and balances.
int record(const RecordOptions& options);

struct NewKeyOptions {
  std::string name;      // in whose name it signs, such as registry.example/SEN01
  std::string output;    // file of the signer key; the verifier key lies beside it, ending in .vkey
  bool witness = false;  // a witness's key
  Language language = Language::en;
};
int new_key(const NewKeyOptions& options);

struct CreateOptions {
  std::string journal;  // to make
  std::string key;      // file with the registry's signer key
  Language language = Language::en;
};
int create(const CreateOptions& options);

struct ChangeKeyOptions {
  std::string journal;
  std::string key;   // file with the signer key until now; empty: lost or stolen
  std::string next;  // file with the next signer key
  bool stolen = false;
  std::string reference;  // of the document that makes it known
  std::string document;   // its file
  Language language = Language::en;
};
int change_key(const ChangeKeyOptions& options);

struct WitnessOptions {
  std::string folder;             // of the witness: its key, and what it cosigned last of each log
  std::string shown;              // journal, export, consistency proof, or a first checkpoint
  std::vector<std::string> keys;  // of the log
  std::string output;             // the cosigned checkpoint; empty: standard output
  Language language = Language::en;
};
int witness(const WitnessOptions& options);

struct ReconcileOptions {
  std::string journal;                  // or its export
  std::string other;                    // of the other registry
  std::vector<std::string> keys;        // of the first; empty: beside it
  std::vector<std::string> other_keys;  // of the second
  Language language = Language::en;
};
int reconcile(const ReconcileOptions& options);

struct ActOptions {
  std::string journal;
  std::string key;
  std::string act;
  std::map<std::string, std::string> values;  // of its fields, as texts
  std::string effective_date;                 // empty: today
  std::string command_id;                     // empty: made from what is asked
  std::string actor;
  bool dry_run = false;
  bool json = false;
  Language language = Language::en;
};
// One act whose fields are options of the command line.
int act(const ActOptions& options);

}  // namespace openitmo::cli
