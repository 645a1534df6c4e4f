#include <CLI/CLI.hpp>
#include <filesystem>
#include <fmt/format.h>

#include "cli/act_options.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/explain_options.h"
#include "cli/journal_options.h"
#include "cli/key_options.h"
#include "cli/quantify_options.h"
#include "cli/query_options.h"
#include "quantity/check.h"
#include "quantity/operator_error.h"

namespace {

using openitmo::Language;
using openitmo::Text;
using openitmo::Words;

void show_error(Language language, const Text& error) {
  fmt::print(stderr, "{}\n", Text({"error: {}", "erreur : {}"}, error).in(language));
}

// The one place where what the operator or the programmer must act on is caught.
template <class Options>
int guarded(int (*command)(const Options&), const Options& options) {
  try {
    return command(options);
  } catch (const openitmo::InvariantBroken& error) {
    show_error(options.language,
               {{"{}", "un invariant du programme n'est pas respecté (« {} »)"}, error.what()});
    return openitmo::cli::kBroken;
  } catch (const openitmo::OperatorError& error) {
    show_error(options.language, error.text());
  } catch (const std::filesystem::filesystem_error& error) {
    show_error(options.language, {{"{}: {}", "{} : {}"},
                                  error.path1().string(),
                                  openitmo::system_cause(error.code().value())});
  } catch (const std::exception& error) {
    show_error(options.language, {{"{}", "défaut du programme (« {} »)"}, error.what()});
    return openitmo::cli::kBroken;
  }
  return openitmo::cli::kCannot;
}

// The subcommands with their options, described in one language.
class CommandLine {
 public:
  explicit CommandLine(Language language)
      : language_(language),
        app_(said({"OpenITMO: registry, MRV engine and accounting for Article 6.2 of the Paris "
                   "Agreement",
                   "OpenITMO : registre, moteur MRV et comptabilité pour l'article 6.2 de l'Accord "
                   "de Paris"})) {
    openitmo::cli::speak(app_, language);
    app_.require_subcommand(1);
    app_.footer(
        said({"Exit code: 0 done; 1 something was refused or differs; 2 it could not be "
              "done, or the command line is wrong; 3 an invariant broke.",
              "Code de sortie : 0 fait ; 1 quelque chose est refusé ou diffère ; 2 c'était "
              "impossible, ou la ligne de commande est erronée ; 3 un invariant est "
              "violé."}));
    app_.set_version_flag("--version", OPENITMO_VERSION,
                          said({"Display program version information and exit",
                                "Afficher la version du programme et quitter"}));
    openitmo::cli::add_language(app_, language_);
    add_run();
    add_quantify();
    add_verify();
    add_trace();
    add_explain();
    add_rehearse();
    add_reverify();
    add_report_monitoring();
    add_prove();
    add_check_proof();
    add_act();
    add_answer();
    add_record();
    add_export();
    add_holdings();
    add_find();
    add_statement();
    add_backup();
    add_restore();
    add_unlock();
    add_snapshot();
    add_witness();
    add_new_key();
    add_create();
    add_change_key();
    add_reconcile();
  }

  // CLI11 has exit codes of its own for each way in which a command line can be wrong; here they
  // are all what cannot be done.
  int parse(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError) &&
          innermost().get_require_subcommand_min() > 0)
        return help_with_subcommands(innermost());
      return app_.exit(error) == 0 ? openitmo::cli::kDone : openitmo::cli::kCannot;
    }
    return code_;
  }

 private:
  // The command or subcommand that the command line got to.
  CLI::App& innermost() {
    CLI::App* command = &app_;
    while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
    return *command;
  }

  int help_with_subcommands(const CLI::App& command) {
    if (const auto unknown = command.remaining(); !unknown.empty())
      show_error(language_, {{"there is no subcommand {}", "il n'y a pas de sous-commande {}"},
                             unknown.front()});
    fmt::print(stderr, "{}", command.help());
    return openitmo::cli::kCannot;
  }

  std::string said(const Words& words) const { return std::string(words.in(language_)); }

  CLI::App* add_command(const char* name, const Words& described) {
    CLI::App* command = app_.add_subcommand(name, said(described));
    command->group(said({"Subcommands", "Sous-commandes "}));
    openitmo::cli::add_language(*command, language_);
    return command;
  }

  template <class Options>
  void on_call(CLI::App* command, int (*carry_out)(const Options&), Options& options) {
    command->callback([this, carry_out, &options] {
      options.language = language_;
      code_ = guarded(carry_out, options);
    });
  }

  void add_run() {
    auto* command = add_command(
        "run", {"Carry out a programme folder, from monitoring data to both Parties' balances",
                "Exécuter un dossier de programme, des données de suivi aux bilans des deux "
                "Parties"});
    command
        ->add_option("programme", run_.programme,
                     said({"Programme folder", "Dossier du programme"}))
        ->required();
    command->add_option("-o,--output", run_.output,
                        said({"Folder to write (default: out/<programme>)",
                              "Dossier à écrire (par défaut : out/<programme>)"}));
    on_call(command, openitmo::cli::run, run_);
  }

  void add_quantify() {
    auto* command = add_command(
        "quantify", {"Quantify emission reductions and their uncertainty; writes nothing",
                     "Quantifier les réductions d'émissions et leur incertitude ; n'écrit rien"});
    openitmo::cli::add_quantify_options(*command, quantify_, language_);
    on_call(command, openitmo::cli::quantify, quantify_);
  }

  void add_verify() {
    auto* command = add_command(
        "verify", {"Replay the journals, recompute every quantity and say what differs",
                   "Rejouer les journaux, recalculer chaque quantité et dire ce qui diffère"});
    command
        ->add_option(said({"folder", "dossier"}), verify_.folder,
                     said({"Folder that `itmo run` wrote, or a journal, or its export",
                           "Dossier écrit par `itmo run`, ou un journal, ou son export"}))
        ->required();
    openitmo::cli::add_keys(*command, verify_.keys, language_);
    command->add_option("--since", verify_.since,
                        said({"Checkpoint that somebody kept: did the journal only grow since?",
                              "Point de contrôle que quelqu'un a gardé : le journal n'a-t-il fait "
                              "que croître depuis ?"}));
    openitmo::cli::add_witnesses(*command, verify_.witnesses, language_);
    command->add_flag("!--without-recomputation", verify_.recompute_quantities,
                      said({"Do not recompute quantities from monitoring data",
                            "Ne pas recalculer les quantités à partir des données de suivi"}));
    on_call(command, openitmo::cli::verify, verify_);
  }

  void add_trace() {
    auto* command = add_command("trace", {"Print the life of one unit, both ways",
                                          "Afficher la vie d'une unité, dans les deux sens"});
    command
        ->add_option(said({"unit", "unité"}), trace_.unit,
                     said({"ITMO identifier, such as CA9999-SEN01-SEN-1-2023",
                           "Identifiant d'ITMO, comme CA9999-SEN01-SEN-1-2023"}))
        ->required();
    command
        ->add_option(said({"folder", "dossier"}), trace_.folder,
                     said({"Folder that `itmo run` wrote", "Dossier écrit par `itmo run`"}))
        ->required();
    command->add_option("--levels", trace_.derivation_levels,
                        said({"How deep to show the derivation (default: 3)",
                              "Profondeur de la dérivation affichée (par défaut : 3)"}));
    on_call(command, openitmo::cli::trace, trace_);
  }

  void add_explain() {
    auto* command = add_command("explain", {"Show how a figure came about, down to rows of data",
                                            "Montrer d'où vient un chiffre, jusqu'aux lignes de "
                                            "données"});
    openitmo::cli::add_explain_options(*command, explain_, language_);
    on_call(command, openitmo::cli::explain, explain_);
  }

  void add_rehearse() {
    auto* command = add_command(
        "rehearse",
        {"Ask what an examiner would likely ask about the results",
         "Poser les questions qu'un examinateur poserait sans doute sur les résultats"});
    openitmo::cli::add_rehearse_options(*command, rehearse_, language_);
    on_call(command, openitmo::cli::rehearse, rehearse_);
  }

  void add_reverify() {
    auto* command = add_command(
        "reverify", {"Recompute with other data or parameters: each difference with its cause",
                     "Recalculer avec d'autres données ou paramètres : chaque écart et sa cause"});
    openitmo::cli::add_reverify_options(*command, reverify_, language_);
    on_call(command, openitmo::cli::reverify, reverify_);
  }

  void add_report_monitoring() {
    auto* command =
        add_command("report-monitoring",
                    {"Write monitoring reports in English, French and Spanish, with workbooks",
                     "Écrire les rapports de suivi en anglais, français et espagnol, avec "
                     "classeurs"});
    openitmo::cli::add_report_monitoring_options(*command, report_monitoring_, language_);
    on_call(command, openitmo::cli::report_monitoring, report_monitoring_);
  }

  void add_prove() {
    auto* command = add_command("prove", {"Write a proof that anyone can check",
                                          "Écrire une preuve que chacun peut contrôler"});
    openitmo::cli::add_prove_options(*command, prove_, language_);
    on_call(command, openitmo::cli::prove, prove_);
  }

  void add_check_proof() {
    auto* command = add_command(
        "check-proof", {"Check a proof file; needs no database and no network",
                        "Contrôler un fichier de preuve ; sans base de données ni réseau"});
    command
        ->add_option(said({"proof", "preuve"}), check_.proof,
                     said({"Proof file", "Fichier de preuve"}))
        ->required();
    openitmo::cli::add_keys(*command, check_.keys, language_, openitmo::cli::kKeys)->required();
    openitmo::cli::add_witnesses(*command, check_.witnesses, language_);
    on_call(command, openitmo::cli::check_proof, check_);
  }

  void add_act() {
    auto* command = add_command("act", {"Record one act, with its fields as options",
                                        "Enregistrer un acte, ses champs donnés en options"});
    command->require_subcommand(1);
    openitmo::cli::add_acts(*command, act_, language_, [this] {
      act_.language = language_;
      code_ = guarded(openitmo::cli::act, act_);
    });
    command->footer(said({"itmo act ACT --help explains an act and its options.",
                          "itmo act ACTE --help explique un acte et ses options."}));
  }

  void add_answer() {
    auto* command = add_command(
        "answer", {"Answer what another registry proves: acquire, decline, confirm or take back",
                   "Répondre à ce qu'un autre registre prouve : acquérir, refuser, confirmer ou "
                   "reprendre"});
    openitmo::cli::add_answer_options(*command, answer_, language_);
    on_call(command, openitmo::cli::answer, answer_);
  }

  void add_record() {
    auto* command = add_command(
        "record", {"Record acts from a file in a registry's journal: all of them, or none",
                   "Enregistrer les actes d'un fichier au journal d'un registre : tous, ou aucun"});
    openitmo::cli::add_record_options(*command, record_, language_);
    on_call(command, openitmo::cli::record, record_);
  }

  void add_export() {
    auto* command = add_command("export", {"Write a journal as text that anyone can verify",
                                           "Écrire un journal en texte que chacun peut vérifier"});
    openitmo::cli::add_journal(*command, export_.journal, language_);
    command->add_option("-o,--output", export_.output,
                        said({"File to write (default: standard output)",
                              "Fichier à écrire (par défaut : sortie standard)"}));
    on_call(command, openitmo::cli::export_journal, export_);
  }

  void add_holdings() {
    auto* command = add_command("holdings", {"Verify a journal and print who holds which units",
                                             "Vérifier un journal et afficher qui détient quelles "
                                             "unités"});
    openitmo::cli::add_journal_or_export(*command, holdings_.journal, language_);
    openitmo::cli::add_keys(*command, holdings_.keys, language_);
    on_call(command, openitmo::cli::holdings, holdings_);
  }

  void add_find() {
    auto* command = add_command("find", {"Find a unit, account, component, activity, "
                                         "authorization or entity",
                                         "Trouver une unité, un compte, un composant, une "
                                         "activité, une autorisation ou une entité"});
    openitmo::cli::add_find_options(*command, find_, language_);
    openitmo::cli::add_keys(*command, find_.keys, language_);
    on_call(command, openitmo::cli::find, find_);
  }

  void add_statement() {
    auto* command = add_command(
        "statement", {"Print the statement of a unit, account, component or activity",
                      "Afficher le relevé d'une unité, d'un compte, d'un composant ou d'une "
                      "activité"});
    openitmo::cli::add_journal(*command, statement_.journal, language_);
    openitmo::cli::add_statement_options(*command, statement_, language_);
    openitmo::cli::add_keys(*command, statement_.keys, language_);
    on_call(command, openitmo::cli::statement, statement_);
  }

  void add_backup() {
    auto* command = add_command("backup", {"Copy a journal, also while it is being written",
                                           "Copier un journal, même pendant qu'il s'écrit"});
    openitmo::cli::add_journal(*command, backup_.journal, language_);
    command
        ->add_option(said({"copy", "copie"}), backup_.copy,
                     said({"File to make", "Fichier à créer"}))
        ->required();
    on_call(command, openitmo::cli::backup, backup_);
  }

  void add_restore() {
    auto* command = add_command(
        "restore", {"Make a journal from a backup or an export; locked until it is compared",
                    "Créer un journal depuis une sauvegarde ou un export ; verrouillé jusqu'à sa "
                    "comparaison"});
    command
        ->add_option(said({"copy", "copie"}), restore_.copy,
                     said({"Backup, or export", "Sauvegarde, ou export"}))
        ->required();
    command
        ->add_option("journal", restore_.journal,
                     said({"Journal file to make", "Fichier du journal à créer"}))
        ->required();
    openitmo::cli::add_witnessed(*command, restore_.witnessed, language_);
    openitmo::cli::add_keys(*command, restore_.keys, language_);
    on_call(command, openitmo::cli::restore, restore_);
  }

  void add_unlock() {
    auto* command = add_command(
        "unlock", {"Compare a restored journal with the newest checkpoint and let it be written",
                   "Comparer un journal restauré au dernier point de contrôle et permettre d'y "
                   "écrire"});
    openitmo::cli::add_journal(*command, unlock_.journal, language_);
    openitmo::cli::add_witnessed(*command, unlock_.witnessed, language_)->required();
    openitmo::cli::add_keys(*command, unlock_.keys, language_);
    on_call(command, openitmo::cli::unlock, unlock_);
  }

  void add_snapshot() {
    auto* command =
        add_command("snapshot", {"Write the file by which a long journal opens quickly",
                                 "Écrire le fichier grâce auquel un long journal s'ouvre vite"});
    openitmo::cli::add_journal(*command, snapshot_.journal, language_);
    openitmo::cli::add_signer_key(*command, snapshot_.key, language_)->required();
    on_call(command, openitmo::cli::snapshot, snapshot_);
  }

  void add_witness() {
    auto* command = add_command(
        "witness", {"Cosign a registry's newest checkpoint, if its journal has only grown",
                    "Cosigner le dernier point de contrôle d'un registre, si son journal n'a fait "
                    "que croître"});
    openitmo::cli::add_witness_options(*command, witness_, language_);
    on_call(command, openitmo::cli::witness, witness_);
  }

  void add_new_key() {
    auto* command = add_command("new-key", {"Make a key with which a registry or a witness signs",
                                            "Créer une clé de signature d'un registre ou d'un "
                                            "témoin"});
    openitmo::cli::add_new_key_options(*command, new_key_, language_);
    on_call(command, openitmo::cli::new_key, new_key_);
  }

  void add_create() {
    auto* command = add_command(
        "create", {"Make an empty journal for a registry", "Créer le journal vide d'un registre"});
    openitmo::cli::add_create_options(*command, create_, language_);
    on_call(command, openitmo::cli::create, create_);
  }

  void add_change_key() {
    auto* command =
        add_command("change-key", {"Record that another key signs a journal from here on",
                                   "Enregistrer qu'une autre clé signe un journal à partir d'ici"});
    openitmo::cli::add_change_key_options(*command, change_key_, language_);
    on_call(command, openitmo::cli::change_key, change_key_);
  }

  void add_reconcile() {
    auto* command =
        add_command("reconcile", {"Compare what two registries say that they sent each other",
                                  "Comparer ce que deux registres disent s'être envoyé"});
    openitmo::cli::add_reconcile_options(*command, reconcile_, language_);
    on_call(command, openitmo::cli::reconcile, reconcile_);
  }

  Language language_;
  CLI::App app_;
  int code_ = 0;
  openitmo::cli::RunOptions run_;
  openitmo::cli::QuantifyOptions quantify_;
  openitmo::cli::VerifyOptions verify_;
  openitmo::cli::TraceOptions trace_;
  openitmo::cli::ExplainOptions explain_;
  openitmo::cli::RehearseOptions rehearse_;
  openitmo::cli::ReverifyOptions reverify_;
  openitmo::cli::MonitoringReportOptions report_monitoring_;
  openitmo::cli::ProveOptions prove_;
  openitmo::cli::CheckProofOptions check_;
  openitmo::cli::ActOptions act_;
  openitmo::cli::AnswerOptions answer_;
  openitmo::cli::RecordOptions record_;
  openitmo::cli::ExportOptions export_;
  openitmo::cli::HoldingsOptions holdings_;
  openitmo::cli::FindOptions find_;
  openitmo::cli::StatementOptions statement_;
  openitmo::cli::BackupOptions backup_;
  openitmo::cli::RestoreOptions restore_;
  openitmo::cli::UnlockOptions unlock_;
  openitmo::cli::SnapshotOptions snapshot_;
  openitmo::cli::WitnessOptions witness_;
  openitmo::cli::NewKeyOptions new_key_;
  openitmo::cli::CreateOptions create_;
  openitmo::cli::ChangeKeyOptions change_key_;
  openitmo::cli::ReconcileOptions reconcile_;
};

}  // namespace

int main(int argc, char** argv) {
  return CommandLine(openitmo::cli::language_asked_for(argc, argv)).parse(argc, argv);
}
