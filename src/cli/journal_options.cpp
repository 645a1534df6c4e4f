#include "cli/journal_options.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "files/output.h"

namespace openitmo::cli {

namespace {

std::string in(Language language, const Words& words) { return std::string(words.in(language)); }

}  // namespace

CLI::Option* add_signer_key(CLI::App& command, std::string& key, Language language) {
  return command.add_option("--key", key,
                            in(language, {"File with the registry's signer key",
                                          "Fichier de la clé de signature du registre"}));
}

CLI::Option* add_output(CLI::App& command, std::string& output, Language language,
                        const Words& described) {
  return command.add_option("-o,--output", output, in(language, described));
}

void write_output(const std::string& output, const std::string& text) {
  if (output.empty()) {
    fmt::print("{}", text);
    return;
  }
  files::write_file(output, text);
  fmt::print("{}\n", output);
}

void add_journal(CLI::App& command, std::string& journal, Language language) {
  command
      .add_option("journal", journal,
                  in(language,
                     {"Journal file, such as SEN01.itmo", "Fichier du journal, comme SEN01.itmo"}))
      ->required();
}

void add_journal_or_export(CLI::App& command, std::string& journal, Language language) {
  command
      .add_option(
          "journal", journal,
          in(language, {"Journal file, or its export", "Fichier du journal, ou son export"}))
      ->required();
}

CLI::Option* add_keys(CLI::App& command, std::vector<std::string>& keys, Language language,
                      const Words& described) {
  return command.add_option("--key", keys, in(language, described))->allow_extra_args(false);
}

void add_witnesses(CLI::App& command, std::vector<std::string>& witnesses, Language language) {
  command
      .add_option(
          "--witness", witnesses,
          in(language, {"Verifier key of a witness who must have cosigned it, or a file with it",
                        "Clé de vérification d'un témoin qui doit l'avoir cosigné, ou un "
                        "fichier qui la contient"}))
      ->allow_extra_args(false);
}

CLI::Option* add_witnessed(CLI::App& command, std::string& checkpoint, Language language) {
  return command.add_option(
      "--witnessed", checkpoint,
      in(language, {"The newest checkpoint that a witness or anybody else has",
                    "Le dernier point de contrôle connu d'un témoin ou de "
                    "quelqu'un d'autre"}));
}

void add_at_entry(CLI::App& command, std::uint64_t& entry_count, Language language) {
  command
      .add_option("--at-entry", entry_count,
                  in(language, {"As known at so many entries of the journal",
                                "Tel que connu à tant d'écritures du journal"}))
      ->option_text(in(language, {"NUMBER", "NOMBRE"}));
}

void add_date(CLI::App& command, std::string& date, Language language, const Words& described) {
  command.add_option("--date", date, in(language, described))
      ->option_text(in(language, {"DAY", "JOUR"}));
}

}  // namespace openitmo::cli
