#pragma once

#include <string>

#include "cli/words.h"

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

struct VerifyOptions {
  std::string folder;  // that `itmo run` wrote; or a journal, or its export
  std::string key;     // of a journal: verifier key, or a file that holds it; empty: beside it
  std::string since;   // of a journal: a file with a checkpoint that somebody kept; or empty
  bool recompute_quantities = true;
  Language language = Language::en;
};
int verify(const VerifyOptions& options);

struct TraceOptions {
  std::string unit;  // ITMO identifier
  std::string folder;
  int derivation_levels = 3;
  Language language = Language::en;
};
int trace(const TraceOptions& options);

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
  std::string proof;  // file
  std::string key;    // verifier key, or a file that holds it
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
  std::string journal;  // or its export
  std::string key;      // empty: beside it
  Language language = Language::en;
};
int holdings(const HoldingsOptions& options);

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
  std::string key;        // empty: beside the copy
  Language language = Language::en;
};
int restore(const RestoreOptions& options);

struct UnlockOptions {
  std::string journal;
  std::string witnessed;
  std::string key;  // empty: beside it
  Language language = Language::en;
};
int unlock(const UnlockOptions& options);

struct RecordOptions {
  std::string journal;  // the .itmo file
  std::string acts;     // a line of JSON each
  std::string key;      // file with the registry's signer key
  bool dry_run = false;
  Language language = Language::en;
};
// All acts of the file, or none; before that, what they change in the balances.
int record(const RecordOptions& options);

}  // namespace openitmo::cli
