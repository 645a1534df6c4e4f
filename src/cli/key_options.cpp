#include "cli/key_options.h"

#include "cli/journal_options.h"

namespace openitmo::cli {

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

void add_reconcile_options(CLI::App& command, ReconcileOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option("journal", options.journal,
                  said({"Journal file, or its export", "Fichier du journal, ou son export"}))
      ->required();
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
