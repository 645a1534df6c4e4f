#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/commands.h"
#include "files/problem.h"
#include "journal/store.h"
#include "quantity/check.h"

namespace {

using openitmo::cli::Language;

// The one place where what the operator or the programmer must act on is caught.
template <class Options>
int guarded(int (*command)(const Options&), const Options& options) {
  try {
    return command(options);
  } catch (const openitmo::InvariantBroken& error) {
    fmt::print(stderr, "{}\n", error.what());
    return openitmo::cli::kBroken;
  } catch (const openitmo::journal::StoreError& error) {
    fmt::print(stderr, "{}: {}\n", openitmo::cli::say(options.language, "error"), error.what());
  } catch (const openitmo::files::FileError& error) {
    fmt::print(stderr, "{}: {}\n", openitmo::cli::say(options.language, "error"), error.what());
  } catch (const std::filesystem::filesystem_error& error) {
    fmt::print(stderr, "{}: {}\n", openitmo::cli::say(options.language, "error"), error.what());
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}: {}\n", openitmo::cli::say(options.language, "error"), error.what());
    return openitmo::cli::kBroken;
  }
  return openitmo::cli::kCannot;
}

void add_language(CLI::App& command, Language& language) {
  static const std::map<std::string, Language> kLanguages{{"en", Language::en},
                                                          {"fr", Language::fr}};
  command.add_option("--lang", language, "Language of what is shown: en or fr")
      ->transform(CLI::CheckedTransformer(kLanguages));
}

void add_key(CLI::App& command, std::string& key) {
  command.add_option("--key", key,
                     "Verifier key of the registry, or a file with it (default: beside it)");
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{
      "OpenITMO: registry, MRV engine and accounting for Article 6.2 of the Paris Agreement"};
  app.require_subcommand(1);
  app.set_version_flag("--version", OPENITMO_VERSION);
  int code = 0;

  openitmo::cli::RunOptions run;
  auto* run_command = app.add_subcommand(
      "run", "Carry out a programme folder, from monitoring data to both Parties' balances");
  run_command->add_option("programme", run.programme, "Programme folder")->required();
  run_command->add_option("-o,--output", run.output, "Folder to write (default: out/<programme>)");
  add_language(*run_command, run.language);
  run_command->callback([&] { code = guarded(openitmo::cli::run, run); });

  openitmo::cli::VerifyOptions verify;
  auto* verify_command = app.add_subcommand(
      "verify", "Replay the journals, recompute every quantity and say what differs");
  verify_command
      ->add_option("folder", verify.folder,
                   "Folder that `itmo run` wrote, or a journal, or its export")
      ->required();
  add_key(*verify_command, verify.key);
  verify_command->add_option("--since", verify.since,
                             "Checkpoint that somebody kept: did the journal only grow since?");
  bool journals_only = false;
  verify_command->add_flag("--without-recomputation", journals_only,
                           "Do not recompute quantities from monitoring data");
  add_language(*verify_command, verify.language);
  verify_command->callback([&] {
    verify.recompute_quantities = !journals_only;
    code = guarded(openitmo::cli::verify, verify);
  });

  openitmo::cli::TraceOptions trace;
  auto* trace_command = app.add_subcommand("trace", "Print the life of one unit, both ways");
  trace_command->add_option("unit", trace.unit, "ITMO identifier, such as CA9999-SEN01-SEN-1-2023")
      ->required();
  trace_command->add_option("folder", trace.folder, "Folder that `itmo run` wrote")->required();
  trace_command->add_option("--levels", trace.derivation_levels,
                            "How deep to show the derivation (default: 3)");
  add_language(*trace_command, trace.language);
  trace_command->callback([&] { code = guarded(openitmo::cli::trace, trace); });

  openitmo::cli::ProveOptions prove;
  auto* prove_command = app.add_subcommand("prove", "Write a proof that anyone can check");
  prove_command->add_option("journal", prove.journal, "Journal file, such as SEN01.itmo")
      ->required();
  auto* entry = prove_command->add_option("--entry", prove.entry, "Prove that this entry stands");
  auto* from = prove_command->add_option("--from", prove.first_size,
                                         "Prove that the journal only grew from this size on");
  prove_command->add_option("--to", prove.second_size, "... to this size (default: the latest)");
  entry->excludes(from);
  prove_command->add_option("-o,--output", prove.output, "Proof file (default: standard output)");
  add_language(*prove_command, prove.language);
  prove_command->callback([&] { code = guarded(openitmo::cli::prove, prove); });

  openitmo::cli::CheckProofOptions check;
  auto* check_command =
      app.add_subcommand("check-proof", "Check a proof file; needs no database and no network");
  check_command->add_option("proof", check.proof, "Proof file")->required();
  check_command->add_option("--key", check.key, "Verifier key of the registry, or a file with it")
      ->required();
  add_language(*check_command, check.language);
  check_command->callback([&] { code = guarded(openitmo::cli::check_proof, check); });

  openitmo::cli::ExportOptions exporting;
  auto* export_command =
      app.add_subcommand("export", "Write a journal as text that anyone can verify");
  export_command->add_option("journal", exporting.journal, "Journal file, such as SEN01.itmo")
      ->required();
  export_command->add_option("-o,--output", exporting.output,
                             "File to write (default: standard output)");
  add_language(*export_command, exporting.language);
  export_command->callback([&] { code = guarded(openitmo::cli::export_journal, exporting); });

  openitmo::cli::HoldingsOptions holdings;
  auto* holdings_command =
      app.add_subcommand("holdings", "Verify a journal and print who holds which units");
  holdings_command->add_option("journal", holdings.journal, "Journal file, or its export")
      ->required();
  add_key(*holdings_command, holdings.key);
  add_language(*holdings_command, holdings.language);
  holdings_command->callback([&] { code = guarded(openitmo::cli::holdings, holdings); });

  openitmo::cli::BackupOptions backup;
  auto* backup_command =
      app.add_subcommand("backup", "Copy a journal, also while it is being written");
  backup_command->add_option("journal", backup.journal, "Journal file")->required();
  backup_command->add_option("copy", backup.copy, "File to make")->required();
  add_language(*backup_command, backup.language);
  backup_command->callback([&] { code = guarded(openitmo::cli::backup, backup); });

  openitmo::cli::RestoreOptions restore;
  auto* restore_command = app.add_subcommand(
      "restore", "Make a journal from a backup or an export; locked until it is compared");
  restore_command->add_option("copy", restore.copy, "Backup, or export")->required();
  restore_command->add_option("journal", restore.journal, "Journal file to make")->required();
  restore_command->add_option("--witnessed", restore.witnessed,
                              "The newest checkpoint that a witness or anybody else has");
  add_key(*restore_command, restore.key);
  add_language(*restore_command, restore.language);
  restore_command->callback([&] { code = guarded(openitmo::cli::restore, restore); });

  openitmo::cli::UnlockOptions unlock;
  auto* unlock_command = app.add_subcommand(
      "unlock", "Compare a restored journal with the newest checkpoint and let it be written");
  unlock_command->add_option("journal", unlock.journal, "Restored journal file")->required();
  unlock_command
      ->add_option("--witnessed", unlock.witnessed,
                   "The newest checkpoint that a witness or anybody else has")
      ->required();
  add_key(*unlock_command, unlock.key);
  add_language(*unlock_command, unlock.language);
  unlock_command->callback([&] { code = guarded(openitmo::cli::unlock, unlock); });

  CLI11_PARSE(app, argc, argv);
  return code;
}
