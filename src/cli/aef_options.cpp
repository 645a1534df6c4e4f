#include "cli/aef_options.h"

#include "cli/query_options.h"

namespace openitmo::cli {

void add_check_aef_options(CLI::App& command, CheckAefOptions& options, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option(said({"submissions", "soumissions"}), options.path,
                  said({"Folder with submissions, or one file: .xlsx, .csv or .json",
                        "Dossier de soumissions, ou un fichier : .xlsx, .csv ou .json"}))
      ->required();
  command
      .add_option("--profile", options.profile,
                  said({"Spelling that the files follow (default: told by their columns)",
                        "Orthographe que suivent les fichiers (par défaut : d'après leurs "
                        "colonnes)"}))
      ->check(CLI::IsMember({"xlsx_checker", "nomenclature_2026", "cad_trust"}))
      ->option_text("xlsx_checker|nomenclature_2026|cad_trust");
  command
      .add_option("--lines", options.lines_max,
                  said({"Show at most so many findings (default: 50)",
                        "Afficher au plus tant de constats (par défaut : 50)"}))
      ->option_text(said({"NUMBER", "NOMBRE"}));
  command
      .add_option("-o", options.output,
                  said({"Also write pages, a workbook and JSON into this folder",
                        "Écrire aussi des pages, un classeur et du JSON dans ce dossier"}))
      ->option_text(said({"FOLDER", "DOSSIER"}));
  add_json(command, options.json, language);
}

}  // namespace openitmo::cli
