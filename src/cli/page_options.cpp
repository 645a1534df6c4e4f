#include "cli/page_options.h"

#include <CLI/CLI.hpp>

#include "cli/journal_options.h"
#include "files/output.h"

namespace openitmo::cli {

void add_page(CLI::App& command, std::string& format, std::string& output, Language language) {
  const auto said = [&](const Words& words) { return std::string(words.in(language)); };
  command
      .add_option(
          "--format", format,
          said({"How to show it (default: text)", "Comment le montrer (par défaut : text)"}))
      ->check(CLI::IsMember({"text", "html", "json"}))
      ->option_text("text|html|json");
  add_output(command, output, language,
             {"File to write; of html and json (default: standard output)",
              "Fichier à écrire ; de html et json (par défaut : sortie standard)"})
      ->option_text(said({"FILE", "FICHIER"}));
}

void refuse_output_of_text(const std::string& format, const std::string& output) {
  if (output.empty() || format == "html" || format == "json") return;
  throw files::FileError(output,
                         Words("the text is shown, not written to a file",
                               "le texte s'affiche, il ne s'écrit pas dans un fichier"),
                         Words("add --format html or --format json, or leave out -o",
                               "ajoutez --format html ou --format json, ou omettez -o"));
}

}  // namespace openitmo::cli
