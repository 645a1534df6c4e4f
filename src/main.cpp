#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <system_error>

#include "cli/accounting_options.h"
#include "cli/act_options.h"
#include "cli/aef_options.h"
#include "cli/bench_options.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/explain_options.h"
#include "cli/inventory_options.h"
#include "cli/keeping_options.h"
#include "cli/key_options.h"
#include "cli/quantify_options.h"
#include "cli/query_options.h"
#include "cli/report_options.h"
#include "cli/review_options.h"
#include "cli/run_options.h"
#include "cli/sign_opinion_options.h"
#include "quantity/check.h"
#include "quantity/nearest.h"
#include "quantity/operator_error.h"

namespace {

using openitmo::Language;
using openitmo::Text;
using openitmo::Words;

void show_error(Language language, const Text& error) {
  fmt::print(stderr, "{}\n", Text({"error: {}", "erreur : {}"}, error).in(language));
}

// What was printed arrived, or it was not done.
void flush_output() {
  const bool failed_before = std::ferror(stdout) != 0;
  if (std::fflush(stdout) == 0 && !failed_before) return;
  throw std::system_error(failed_before ? EIO : errno, std::generic_category());
}

// The one place where what the operator or the programmer must act on is caught.
template <class Options>
int guarded(int (*command)(const Options&), const Options& options) {
  try {
    const int code = command(options);
    flush_output();
    return code;
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
  } catch (const std::system_error& error) {
    const Text cause = openitmo::system_cause(error.code().value());
    show_error(options.language,
               std::ferror(stdout) != 0
                   ? Text({"writing to standard output: {}", "écriture sur la sortie : {}"}, cause)
                   : Text({"the system refuses: {}", "le système refuse : {}"}, cause));
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
    add_programmes();
    add_bench();
    add_reporting();
    add_registry();
    add_keeping();
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

  static std::string nearest_subcommand(const CLI::App& command, std::string_view word) {
    std::vector<std::string> names;
    for (const CLI::App* one : command.get_subcommands([](const CLI::App*) { return true; }))
      names.push_back(one->get_name());
    const std::vector<std::string_view> views(names.begin(), names.end());
    return std::string(openitmo::nearest(word, views));
  }

  int help_with_subcommands(const CLI::App& command) {
    if (const auto unknown = command.remaining(); !unknown.empty()) {
      Text error({"there is no subcommand {}", "il n'y a pas de sous-commande {}"},
                 unknown.front());
      if (const std::string near = nearest_subcommand(command, unknown.front()); !near.empty()) {
        show_error(language_,
                   error += Text({"; did you mean {}?", " ; vouliez-vous dire {} ?"}, near));
        return openitmo::cli::kCannot;
      }
      show_error(language_, error);
    }
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
  void add(const char* name, const Words& described,
           void (*add_options)(CLI::App&, Options&, Language), int (*carry_out)(const Options&)) {
    CLI::App* command = add_command(name, described);
    auto options = std::make_shared<Options>();
    add_options(*command, *options, language_);
    command->callback([this, carry_out, options] {
      options->language = language_;
      code_ = guarded(carry_out, *options);
    });
  }

  void add_programmes() {
    add("run",
        {"Carry out a programme folder, from monitoring data to both Parties' balances",
         "Exécuter un dossier de programme, des données de suivi aux bilans des deux Parties"},
        openitmo::cli::add_run_options, openitmo::cli::run);
    add("quantify",
        {"Quantify emission reductions and their uncertainty; writes nothing",
         "Quantifier les réductions d'émissions et leur incertitude ; n'écrit rien"},
        openitmo::cli::add_quantify_options, openitmo::cli::quantify);
    add("inventory",
        {"Compute the emissions of a Party's or city's solid waste, by category, gas and year",
         "Calculer les émissions des déchets solides d'une Partie ou d'une ville, par catégorie, "
         "gaz et année"},
        openitmo::cli::add_inventory_options, openitmo::cli::inventory);
    add("inventory-bridge",
        {"Show whether the host's inventory falls by what it first transferred, and why not",
         "Montrer si l'inventaire de l'hôte baisse de ce qui a eu un premier transfert, sinon "
         "pourquoi"},
        openitmo::cli::add_inventory_bridge_options, openitmo::cli::inventory_bridge);
    add("overselling",
        {"Show how likely a Party's NDC is met with all that it authorized, and what more it can "
         "authorize",
         "Montrer avec quelle probabilité la CDN d'une Partie est atteinte avec tout ce qu'elle a "
         "autorisé, et ce qu'elle peut encore autoriser"},
        openitmo::cli::add_overselling_options, openitmo::cli::overselling);
    add("replay-rules",
        {"Show what would differ under another averaging convention, year axis, method or GWP set",
         "Montrer ce qui différerait selon une autre convention de moyenne, un autre axe des "
         "années, une autre méthode ou un autre jeu de PRP"},
        openitmo::cli::add_replay_rules_options, openitmo::cli::replay_rules);
    add("dashboard",
        {"Write the page of one Party: what is due, balance, holdings, authorizations, "
         "inconsistencies",
         "Écrire la page d'une Partie : échéances, bilan, détentions, autorisations, incohérences"},
        openitmo::cli::add_dashboard_options, openitmo::cli::dashboard);
    add("public-page",
        {"Write the page for the public: who transferred, who used, what was corrected",
         "Écrire la page pour le public : qui a transféré, qui a utilisé, ce qui a été corrigé"},
        openitmo::cli::add_public_page_options, openitmo::cli::public_page);
    add("verify",
        {"Replay the journals, recompute every quantity and say what differs",
         "Rejouer les journaux, recalculer chaque quantité et dire ce qui diffère"},
        openitmo::cli::add_verify_options, openitmo::cli::verify);
    add("trace",
        {"Print the life of one unit, both ways",
         "Afficher la vie d'une unité, dans les deux sens"},
        openitmo::cli::add_trace_options, openitmo::cli::trace);
    add("explain",
        {"Show how a figure came about, down to rows of data",
         "Montrer d'où vient un chiffre, jusqu'aux lignes de données"},
        openitmo::cli::add_explain_options, openitmo::cli::explain);
    add("rehearse",
        {"Ask what an examiner would likely ask about the results",
         "Poser les questions qu'un examinateur poserait sans doute sur les résultats"},
        openitmo::cli::add_rehearse_options, openitmo::cli::rehearse);
    add("reverify",
        {"Recompute with other data or parameters: each difference with its cause",
         "Recalculer avec d'autres données ou paramètres : chaque écart et sa cause"},
        openitmo::cli::add_reverify_options, openitmo::cli::reverify);
    add("report-monitoring",
        {"Write monitoring reports in English, French and Spanish, with workbooks",
         "Écrire les rapports de suivi en anglais, français et espagnol, avec classeurs"},
        openitmo::cli::add_report_monitoring_options, openitmo::cli::report_monitoring);
  }

  void add_reporting() {
    add("draw-aef",
        {"Draw a Party's annual information (AEF) from a journal, now or as it was sent",
         "Établir les informations annuelles (AEF) d'une Partie depuis un journal, aujourd'hui ou "
         "telles qu'envoyées"},
        openitmo::cli::add_draw_aef_options, openitmo::cli::draw_aef);
    add("draw-report",
        {"Draw a document that a Party sends: initial report, regular information, ...",
         "Établir un document qu'une Partie envoie : rapport initial, informations régulières, "
         "..."},
        openitmo::cli::add_draw_report_options, openitmo::cli::draw_report);
    add("check-certificate",
        {"Check a certificate of use or cancellation; needs no database and no network",
         "Contrôler un certificat d'utilisation ou d'annulation ; sans base de données ni réseau"},
        openitmo::cli::add_check_certificate_options, openitmo::cli::check_certificate);
    add_reviews();
    add("convert-aef",
        {"Write a submission as another file: xlsx, csv or json, in one of three profiles",
         "Écrire une soumission dans un autre fichier : xlsx, csv ou json, selon l'un de trois "
         "profils"},
        openitmo::cli::add_convert_aef_options, openitmo::cli::convert_aef);
    add("compare-aef",
        {"Show what changed between two versions of a submission",
         "Montrer ce qui a changé entre deux versions d'une soumission"},
        openitmo::cli::add_compare_aef_options, openitmo::cli::compare_aef);
    add("check-aef",
        {"Check submissions in the agreed electronic format, each by itself",
         "Contrôler des soumissions au format électronique agréé, chacune pour elle-même"},
        openitmo::cli::add_check_aef_options, openitmo::cli::check_aef);
    add("check-submissions",
        {"Check submissions of many Parties against each other, as the Article 6 database does",
         "Contrôler les soumissions de plusieurs Parties entre elles, comme la base de données de "
         "l'article 6"},
        openitmo::cli::add_check_aef_options, openitmo::cli::check_submissions);
    add("import-carp",
        {"Record identifiers, check results and review statuses from the central platform (CARP)",
         "Enregistrer identifiants, résultats de contrôle et statuts d'examen de la plateforme "
         "centralisée (CARP)"},
        openitmo::cli::add_import_carp_options, openitmo::cli::import_carp);
  }

  void add_reviews() {
    add("review-case",
        {"Show where the technical expert review of a Party's reports stands, and what is late",
         "Montrer où en est l'examen technique des rapports d'une Partie, et ce qui est en retard"},
        openitmo::cli::add_review_case_options, openitmo::cli::review_case);
    add("review-package",
        {"Write the folder that reviewers get: what was submitted, frozen, and what is open",
         "Écrire le dossier destiné aux examinateurs : ce qui fut soumis, arrêté, et ce qui reste "
         "ouvert"},
        openitmo::cli::add_review_package_options, openitmo::cli::review_package);
    add("check-package",
        {"Check a folder for reviewers by its hashes, and make it again from the journal",
         "Contrôler un dossier d'examen par ses empreintes, et le refaire d'après le journal"},
        openitmo::cli::add_check_package_options, openitmo::cli::check_package);
  }

  void add_bench() {
    add("sample",
        {"Draw weighbridge tickets for a verifier, with a worksheet and their scans",
         "Tirer des tickets de pesée pour un vérificateur, avec une feuille et leurs scans"},
        openitmo::cli::add_sample_options, openitmo::cli::sample);
    add("assess",
        {"Estimate from a filled worksheet how wrong the reductions are",
         "Estimer d'après une feuille remplie de combien les réductions sont fausses"},
        openitmo::cli::add_assess_options, openitmo::cli::assess);
    add("design-changes",
        {"Show what changed in the design, and what of it needs a new validation",
         "Montrer ce qui a changé dans la conception, et ce qui demande une nouvelle validation"},
        openitmo::cli::add_design_changes_options, openitmo::cli::design_changes);
  }

  void add_registry() {
    add("prove",
        {"Write a proof that anyone can check", "Écrire une preuve que chacun peut contrôler"},
        openitmo::cli::add_prove_options, openitmo::cli::prove);
    add("check-proof",
        {"Check a proof file; needs no database and no network",
         "Contrôler un fichier de preuve ; sans base de données ni réseau"},
        openitmo::cli::add_check_proof_options, openitmo::cli::check_proof);
    add_act();
    add("answer",
        {"Answer what another registry proves: acquire, decline, confirm or take back",
         "Répondre à ce qu'un autre registre prouve : acquérir, refuser, confirmer ou reprendre"},
        openitmo::cli::add_answer_options, openitmo::cli::answer);
    add("sign-opinion",
        {"Sign a verifier's opinion on a monitoring report, from what the journal says",
         "Signer l'avis d'un vérificateur sur un rapport de suivi, d'après ce que dit le journal"},
        openitmo::cli::add_sign_opinion_options, openitmo::cli::sign_opinion);
    add("record",
        {"Record acts from a file in a registry's journal: all of them, or none",
         "Enregistrer les actes d'un fichier au journal d'un registre : tous, ou aucun"},
        openitmo::cli::add_record_options, openitmo::cli::record);
    add("export",
        {"Write a journal as text that anyone can verify",
         "Écrire un journal en texte que chacun peut vérifier"},
        openitmo::cli::add_export_options, openitmo::cli::export_journal);
    add("holdings",
        {"Verify a journal and print who holds which units",
         "Vérifier un journal et afficher qui détient quelles unités"},
        openitmo::cli::add_holdings_options, openitmo::cli::holdings);
    add("find",
        {"Find a unit, account, component, activity, authorization or entity",
         "Trouver une unité, un compte, un composant, une activité, une autorisation ou une "
         "entité"},
        openitmo::cli::add_find_options, openitmo::cli::find);
    add("statement",
        {"Print the statement of a unit, account, component or activity",
         "Afficher le relevé d'une unité, d'un compte, d'un composant ou d'une activité"},
        openitmo::cli::add_statement_options, openitmo::cli::statement);
  }

  void add_keeping() {
    add("backup",
        {"Copy a journal, also while it is being written",
         "Copier un journal, même pendant qu'il s'écrit"},
        openitmo::cli::add_backup_options, openitmo::cli::backup);
    add("restore",
        {"Make a journal from a backup or an export; locked until it is compared",
         "Créer un journal depuis une sauvegarde ou un export ; verrouillé jusqu'à sa comparaison"},
        openitmo::cli::add_restore_options, openitmo::cli::restore);
    add("unlock",
        {"Compare a restored journal with the newest checkpoint and let it be written",
         "Comparer un journal restauré au dernier point de contrôle et permettre d'y écrire"},
        openitmo::cli::add_unlock_options, openitmo::cli::unlock);
    add("snapshot",
        {"Write the file by which a long journal opens quickly",
         "Écrire le fichier grâce auquel un long journal s'ouvre vite"},
        openitmo::cli::add_snapshot_options, openitmo::cli::snapshot);
    add("witness",
        {"Cosign a registry's newest checkpoint, if its journal has only grown",
         "Cosigner le dernier point de contrôle d'un registre, si son journal n'a fait que "
         "croître"},
        openitmo::cli::add_witness_options, openitmo::cli::witness);
    add("new-key",
        {"Make a key with which a registry or a witness signs",
         "Créer une clé de signature d'un registre ou d'un témoin"},
        openitmo::cli::add_new_key_options, openitmo::cli::new_key);
    add("create", {"Make an empty journal for a registry", "Créer le journal vide d'un registre"},
        openitmo::cli::add_create_options, openitmo::cli::create);
    add("change-key",
        {"Record that another key signs a journal from here on",
         "Enregistrer qu'une autre clé signe un journal à partir d'ici"},
        openitmo::cli::add_change_key_options, openitmo::cli::change_key);
    add("reconcile",
        {"Compare what two registries say that they sent each other",
         "Comparer ce que deux registres disent s'être envoyé"},
        openitmo::cli::add_reconcile_options, openitmo::cli::reconcile);
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

  Language language_;
  CLI::App app_;
  int code_ = 0;
  openitmo::cli::ActOptions act_;
};

}  // namespace

int main(int argc, char** argv) {
  return CommandLine(openitmo::cli::language_asked_for(argc, argv)).parse(argc, argv);
}
