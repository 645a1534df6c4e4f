#include "cli/explain_options.h"

#include <CLI/CLI.hpp>

#include "cli/query_options.h"

namespace openitmo::cli {

namespace {

class Options {
 public:
  Options(CLI::App& command, Language language) : command_(command), language_(language) {}

  std::string said(const Words& words) const { return std::string(words.in(language_)); }

  template <class Value>
  CLI::Option* add(const std::string& name, Value& value, const Words& described) const {
    return command_.add_option(name, value, said(described));
  }

 private:
  CLI::App& command_;
  Language language_;
};

void add_folder(const Options& to, std::string& folder) {
  to.add(to.said({"folder", "dossier"}), folder,
         {"Programme or inventory folder, or folder that `itmo run` wrote",
          "Dossier de programme ou d'inventaire, ou dossier écrit par `itmo run`"})
      ->required();
}

void add_place(const Options& to, std::string& folder, std::string& component) {
  add_folder(to, folder);
  to.add(to.said({"component", "composant"}), component,
         {"One component (default: all)", "Un composant (par défaut : tous)"});
}

}  // namespace

void add_explain_options(CLI::App& command, ExplainOptions& options, Language language) {
  const Options to(command, language);
  add_place(to, options.folder, options.component);
  to.add(to.said({"figure", "chiffre"}), options.figure,
         {"Its symbol, such as BE_CH4_SWDS, PE or W_j,x (default: ER)",
          "Son symbole, comme BE_CH4_SWDS, PE ou W_j,x (par défaut : ER)"});
  to.add("--of", options.of,
         {"Of this waste type or the like, where several have the symbol",
          "De ce type de déchet ou semblable, quand plusieurs ont ce symbole"})
      ->option_text(to.said({"WORD", "MOT"}));
  to.add("--period", options.period,
         {"Of this period, such as 2024 or 2024-03", "De cette période, comme 2024 ou 2024-03"})
      ->option_text(to.said({"PERIOD", "PÉRIODE"}));
  to.add("--year", options.year,
         {"In the result of this year (default: every year)",
          "Dans le résultat de cette année (par défaut : chaque année)"})
      ->option_text(to.said({"YEAR", "ANNÉE"}));
  to.add("--depth", options.depth,
         {"How many levels (default: 3 as text, all in html; json has all)",
          "Combien de niveaux (par défaut : 3 en texte, tous en html ; json a tout)"})
      ->check(CLI::Range(1, 1000))
      ->option_text(to.said({"NUMBER", "NOMBRE"}));
  to.add("--format", options.format,
         {"How to show it (default: text)", "Comment le montrer (par défaut : text)"})
      ->check(CLI::IsMember({"text", "html", "json"}))
      ->option_text("text|html|json");
  to.add("-o,--output", options.output,
         {"File to write (default: standard output)",
          "Fichier à écrire (par défaut : sortie standard)"})
      ->option_text(to.said({"FILE", "FICHIER"}));
}

void add_rehearse_options(CLI::App& command, RehearseOptions& options, Language language) {
  const Options to(command, language);
  add_place(to, options.folder, options.component);
  to.add("--report", options.report,
         {"About this monitoring report (default: all)",
          "Sur ce rapport de suivi (par défaut : tous)"})
      ->option_text(to.said({"REPORT", "RAPPORT"}));
  add_json(command, options.json, language);
}

void add_reverify_options(CLI::App& command, ReverifyOptions& options, Language language) {
  const Options to(command, language);
  add_place(to, options.folder, options.component);
  to.add("--with", options.with,
         {"The same programme or run with other data or parameters, or SYMBOL=VALUE",
          "Le même programme ou la même exécution avec d'autres données ou paramètres, ou "
          "SYMBOLE=VALEUR"})
      ->option_text(to.said({"FOLDER|SYMBOL=VALUE", "DOSSIER|SYMBOLE=VALEUR"}))
      ->expected(1)
      ->take_all()
      ->required();
  to.add("--report", options.report,
         {"Of this monitoring report (default: all)", "De ce rapport de suivi (par défaut : tous)"})
      ->option_text(to.said({"REPORT", "RAPPORT"}));
  add_json(command, options.json, language);
}

void add_report_monitoring_options(CLI::App& command, MonitoringReportOptions& options,
                                   Language language) {
  const Options to(command, language);
  add_folder(to, options.folder);
  to.add("--report", options.report,
         {"This monitoring report (default: all)", "Ce rapport de suivi (par défaut : tous)"})
      ->option_text(to.said({"REPORT", "RAPPORT"}));
  to.add("-o,--output", options.output, {"Folder to write", "Dossier à écrire"})
      ->option_text(to.said({"FOLDER", "DOSSIER"}))
      ->required();
}

}  // namespace openitmo::cli
