#pragma once

#include "cli/cli11.h"
#include "cli/commands.h"

// The options of the subcommands about proofs, keys, witnesses and the other registry, described in
// `language`.
namespace openitmo::cli {

void add_prove_options(CLI::App& command, ProveOptions& options, Language language);
void add_check_proof_options(CLI::App& command, CheckProofOptions& options, Language language);
void add_witness_options(CLI::App& command, WitnessOptions& options, Language language);
void add_new_key_options(CLI::App& command, NewKeyOptions& options, Language language);
void add_create_options(CLI::App& command, CreateOptions& options, Language language);
void add_change_key_options(CLI::App& command, ChangeKeyOptions& options, Language language);
void add_answer_options(CLI::App& command, AnswerOptions& options, Language language);
void add_reconcile_options(CLI::App& command, ReconcileOptions& options, Language language);

}  // namespace openitmo::cli
