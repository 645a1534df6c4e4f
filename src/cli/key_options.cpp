#include "cli/key_options.h"

#include <CLI/CLI.hpp>

#include "cli/journal_options.h"
#include "cli/query_options.h"

namespace openitmo::cli {

void add_prove_options(CLI::App& command, ProveOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  add_journal(command, options.journal, language);
  auto* entry = command.add_option(
      "--entry", options.entry,
      said({"Prove that this entry stands", "Prouver que cette écriture s'y trouve"}));
  auto* from = command.add_option("--from", options.first_size,
                                  said({"Prove that the journal only grew from this size on",
                                        "Prouver que le journal n'a fait que croître depuis "
                                        "cette taille"}));
  command.add_option("--to", options.second_size,
                     said({"... to this size (default: the latest)",
                           "... jusqu'à cette taille (par défaut : la dernière)"}));
  entry->excludes(from);
  command.add_option("-o,--output", options.output,
                     said({"Proof file (default: standard output)",
                           "Fichier de preuve (par défaut : sortie standard)"}));
}

void add_check_proof_options(CLI::App& command, CheckProofOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option(said({"proof", "preuve"}), options.proof,
                  said({"Proof file", "Fichier de preuve"}))
      ->required();
  add_keys(command, options.keys, language, kKeys)->required();
  add_witnesses(command, options.witnesses, language);
}

void add_witness_options(CLI::App& command, WitnessOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option(said({"folder", "dossier"}), options.folder,
                  said({"The witness's folder: witness.key, and what it cosigned last",
                        "Le dossier du témoin : witness.key, et ce qu'il a cosigné en dernier"}))
      ->required();
  command
      .add_option(said({"shown", "présenté"}), options.shown,
                  said({"Journal, its export, a consistency proof from the checkpoint cosigned "
                        "last, or a first checkpoint",
                        "Journal, son export, une preuve de cohérence depuis le dernier point "
                        "de contrôle cosigné, ou un premier point de contrôle"}))
      ->required();
  add_keys(command, options.keys, language, kKeys)->required();
  add_output(command, options.output, language,
             {"File for the cosigned checkpoint (default: standard output)",
              "Fichier du point de contrôle cosigné (par défaut : sortie standard)"});
}

void add_new_key_options(CLI::App& command, NewKeyOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option(said({"name", "nom"}), options.name,
                  said({"In whose name it signs, such as registry.example/SEN01",
                        "Au nom de qui elle signe, comme registre.example/SEN01"}))
      ->required();
  add_output(command, options.output, language,
             {"File of the signer key, to be kept secret; the verifier key comes beside it",
              "Fichier de la clé de signature, à garder secret ; la clé de vérification est "
              "mise à côté"})
      ->required();
  command.add_flag("--witness", options.witness,
                   said({"For a witness, not for a registry", "Pour un témoin, pas un registre"}));
}

void add_create_options(CLI::App& command, CreateOptions& options, Language language) {
  add_journal(command, options.journal, language);
  add_signer_key(command, options.key, language)->required();
}

void add_change_key_options(CLI::App& command, ChangeKeyOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  add_journal(command, options.journal, language);
  command.add_option("--key", options.key,
                     said({"File with the signer key until now; left out when it was lost or "
                           "stolen",
                           "Fichier de la clé de signature jusqu'ici ; à omettre si elle est "
                           "perdue ou volée"}));
  command
      .add_option("--next", options.next,
                  said({"File with the next signer key", "Fichier de la clé suivante"}))
      ->required();
  command.add_flag("--stolen", options.stolen,
                   said({"Without --key: it was stolen (default: it was lost)",
                         "Sans --key : elle a été volée (par défaut : elle est perdue)"}));
  command
      .add_option("--document", options.document,
                  said({"The document that makes the change known",
                        "Le document qui fait connaître le changement"}))
      ->required();
  command
      .add_option("--reference", options.reference,
                  said({"A short code for it, such as SEN-KEY-2027",
                        "Un code court pour lui, "
                        "comme SEN-CLE-2027"}))
      ->required();
}

void add_answer_options(CLI::App& command, AnswerOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  add_journal(command, options.journal, language);
  command
      .add_option(
          said({"proof", "preuve"}), options.proof,
          said({"The other registry's proof of its entry, as `itmo prove --entry` writes it",
                "La preuve de l'écriture de l'autre registre, écrite par `itmo prove "
                "--entry`"}))
      ->required();
  command
      .add_option("--from", options.from,
                  said({"Code of the other registry, such as SEN01",
                        "Code de l'autre registre, comme SEN01"}))
      ->required();
  command.add_option("--from-key", options.from_keys, said(kKeys))
      ->allow_extra_args(false)
      ->required();
  add_signer_key(command, options.key, language)->required();
  command.add_option("--to-account", options.account,
                     said({"Account for the units that arrive, or come back",
                           "Compte des unités qui arrivent, ou reviennent"}));
  command.add_option("--authorization", options.authorization,
                     said({"Authorization of the acquiring Party, for units that arrive",
                           "Autorisation de la Partie acquéreuse, pour des unités qui arrivent"}));
  command.add_flag("--decline", options.decline,
                   said({"Decline the units that were sent", "Refuser les unités envoyées"}));
  auto* document =
      command.add_option("--document", options.document,
                         said({"The notice of a decline, or the ground of taking back, as a file",
                               "L'avis d'un refus, ou le motif d'une reprise, en fichier"}));
  command
      .add_option("--reference", options.reference,
                  said({"A short code for it", "Un code court pour ce document"}))
      ->needs(document);
  command.add_flag("--dry-run", options.dry_run,
                   said({"Only show what would change", "Montrer seulement ce qui changerait"}));
  add_json(command, options.json, language);
}

void add_reconcile_options(CLI::App& command, ReconcileOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  add_journal_or_export(command, options.journal, language);
  command
      .add_option(said({"other", "autre"}), options.other,
                  said({"The same of the other registry", "Le même, de l'autre registre"}))
      ->required();
  add_keys(command, options.keys, language);
  command
      .add_option("--other-key", options.other_keys,
                  said({"The same for the other registry", "De même pour l'autre registre"}))
      ->allow_extra_args(false);
}

}  // namespace openitmo::cli
