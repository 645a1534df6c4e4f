#include "cli/bench_options.h"

#include <CLI/CLI.hpp>
#include <limits>

#include "cli/command_line.h"
#include "cli/query_options.h"
#include "mrv/verification/sample_size.h"

namespace openitmo::cli {

namespace {

constexpr Words kNumber{"NUMBER", "NOMBRE"};
constexpr Words kPercentWord{"PERCENT", "POURCENT"};
constexpr Words kFolderWord{"folder", "dossier"};
constexpr Words kProgrammeFolder{"Programme folder, or folder that `itmo run` wrote",
                                 "Dossier de programme, ou dossier écrit par `itmo run`"};
constexpr auto kSmallestPercent = 0.01;
// More tickets than any weighbridge writes; what the period has is looked at later.
constexpr std::uint64_t kSizeMax = 1'000'000'000;

std::string said(const Words& words, Language language) { return std::string(words.in(language)); }

void add_sizes(CLI::App& command, SampleOptions& options, Language language) {
  const std::string number = said(kNumber, language), percent = said(kPercentWord, language);
  auto* size = command.add_option(
      "--size", options.size.size,
      said({"So many tickets (default: as many as the materiality threshold asks for)",
            "Tant de tickets (par défaut : autant que le seuil de signification le demande)"},
           language));
  size->check(whole_number(mrv::verification::kSampleMin, kSizeMax, language))->option_text(number);
  command
      .add_option("--confidence", options.size.confidence,
                  said({"Confidence of what the size is to show (default: 95)",
                        "Confiance en ce que la taille doit montrer (par défaut : 95)"},
                       language))
      ->check(CLI::Range(50.0, 99.9))
      ->option_text(percent);
  command
      .add_option("--precision", options.size.precision,
                  said({"Know the share of wrong tickets within so many percentage points",
                        "Connaître la part des tickets erronés à tant de points près"},
                       language))
      ->check(CLI::Range(kSmallestPercent, 50.0))
      ->option_text(percent)
      ->excludes(size);
  command
      .add_option("--materiality", options.size.materiality.percent,
                  said({"Exclude an error of so many percent of the reductions",
                        "Exclure une erreur de tant de pour cent des réductions"},
                       language))
      ->check(CLI::Range(kSmallestPercent, 100.0))
      ->option_text(percent)
      ->excludes("--precision")
      ->excludes(size);
  command
      .add_option("--expected-errors", options.size.expected_errors,
                  said({"Share of wrong tickets that is assumed (default: 50 for a precision, else "
                        "0)",
                        "Part supposée de tickets erronés (par défaut : 50 pour une précision, "
                        "sinon 0)"},
                       language))
      ->check(CLI::Range(0.0, 100.0))
      ->option_text(percent);
}

}  // namespace

void add_sample_options(CLI::App& command, SampleOptions& options, Language language) {
  command.add_option(said(kFolderWord, language), options.folder, said(kProgrammeFolder, language))
      ->required();
  command
      .add_option(said({"component", "composant"}, language), options.component,
                  said({"The component that is verified", "Le composant vérifié"}, language))
      ->required();
  command
      .add_option(
          "--report", options.report,
          said({"The monitoring report that is verified", "Le rapport de suivi vérifié"}, language))
      ->option_text(said({"REPORT", "RAPPORT"}, language));
  command
      .add_option("--seed", options.seed,
                  said({"Which tickets: the same seed, the same tickets",
                        "Quels tickets : même graine, mêmes tickets"},
                       language))
      ->required()
      ->check(whole_number(0, std::numeric_limits<std::uint64_t>::max(), language))
      ->option_text(said(kNumber, language));
  command
      .add_option("--material", options.material,
                  said({"Of which material (default: waste_in)",
                        "De quelle matière (par défaut : waste_in)"},
                       language))
      ->check(CLI::IsMember({"waste_in", "residue_out", "compost_out"}))
      ->option_text("waste_in|residue_out|compost_out");
  add_sizes(command, options, language);
  command
      .add_option("-o,--output", options.output,
                  said({"Folder to write (default: out/sample-<component>-<report>)",
                        "Dossier à écrire (par défaut : out/sample-<composant>-<rapport>)"},
                       language))
      ->option_text(said({"FOLDER", "DOSSIER"}, language));
}

void add_assess_options(CLI::App& command, AssessOptions& options, Language language) {
  command.add_option(said(kFolderWord, language), options.folder, said(kProgrammeFolder, language))
      ->required();
  command
      .add_option(said({"worksheet", "feuille"}, language), options.worksheet,
                  said({"Worksheet of `itmo sample`, filled in (csv or xlsx)",
                        "Feuille de `itmo sample`, remplie (csv ou xlsx)"},
                       language))
      ->required();
  command
      .add_option("--materiality", options.materiality.percent,
                  said({"Threshold, percent of the reductions (default: the programme's own, or "
                        "that of the CDM)",
                        "Seuil, en pour cent des réductions (par défaut : celui du programme, ou "
                        "du MDP)"},
                       language))
      ->check(CLI::Range(kSmallestPercent, 100.0))
      ->option_text(said(kPercentWord, language));
  add_json(command, options.json, language);
}

void add_design_changes_options(CLI::App& command, DesignChangesOptions& options,
                                Language language) {
  command
      .add_option(said({"old", "ancien"}, language), options.before,
                  said({"The programme as it was validated", "Le programme tel qu'il fut validé"},
                       language))
      ->required();
  command
      .add_option(said({"new", "nouveau"}, language), options.after,
                  said({"The programme as it is now", "Le programme tel qu'il est"}, language))
      ->required();
  add_json(command, options.json, language);
}

}  // namespace openitmo::cli
