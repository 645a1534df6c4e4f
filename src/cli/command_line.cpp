#include "cli/command_line.h"

#include <memory>
#include <string>
#include <string_view>

namespace openitmo::cli {

namespace {

constexpr std::string_view kOption = "--lang";

// Headings with a space before their colon, as French has it.
class FrenchHelp : public CLI::Formatter {
 public:
  FrenchHelp() {
    label("Usage", "Utilisation ");
    label("OPTIONS", "OPTIONS");
    label("SUBCOMMAND", "SOUS-COMMANDE");
    label("Positionals", "Arguments");
    label("REQUIRED", "OBLIGATOIRE");
    label("Excludes", "Exclut ");
    label("TEXT", "TEXTE");
    label("INT", "ENTIER");
  }
  std::string make_group(std::string group, bool is_positional,
                         std::vector<const CLI::Option*> options) const override {
    return CLI::Formatter::make_group(group + " ", is_positional, std::move(options));
  }
};

// The part of `text` before and after the first `mark`; all of it and nothing where there is none.
std::pair<std::string, std::string> split(const std::string& text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string::npos) return {text, ""};
  return {text.substr(0, at), text.substr(at + mark.size())};
}

// The parser's errors are English sentences around the names of options.
std::string french_error(const CLI::Error& error) {
  const std::string said = error.what();
  switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
    case CLI::ExitCodes::RequiredError:
      if (said.starts_with("A subcommand")) return "il manque une sous-commande";
      return split(said, " is required").first + " manque";
    case CLI::ExitCodes::ExtrasError:
      return "argument inattendu : " + split(said, "expected: ").second;
    case CLI::ExitCodes::ExcludesError: {
      const auto [one, other] = split(said, " excludes ");
      return one + " exclut " + other;
    }
    case CLI::ExitCodes::ArgumentMismatch:
      return split(said, ":").first + " : il manque une valeur";
    case CLI::ExitCodes::ConversionError:
      return "cette valeur ne convient pas : " + split(said, ": ").second;
    case CLI::ExitCodes::ValidationError:
      return split(said, ":").first + " : cette valeur n'est pas admise";
    default:
      return "la ligne de commande n'est pas valable";
  }
}

}  // namespace

Language language_asked_for(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang=fr") return Language::fr;
    if (word == kOption && i + 1 < argc && std::string_view(argv[i + 1]) == "fr")
      return Language::fr;
  }
  return Language::en;
}

void speak(CLI::App& app, Language language) {
  if (language == Language::en) return;
  app.formatter(std::make_shared<FrenchHelp>());
  app.set_help_flag("-h,--help", "Afficher cette aide et quitter");
  app.failure_message([](const CLI::App*, const CLI::Error& error) {
    return "erreur : " + french_error(error) + "\nVoyez --help.\n";
  });
}

void add_language(CLI::App& command, Language& language) {
  const Words described("Language of what is shown", "Langue de ce qui est affiché");
  command
      .add_option_function<std::string>(
          std::string(kOption),
          [&language](const std::string& word) {
            language = word == "fr" ? Language::fr : Language::en;
          },
          std::string(described.in(language)))
      ->check([](const std::string& word) {
        return std::string(word == "en" || word == "fr" ? "" : "write en or fr");
      })
      ->option_text("en|fr");
}

}  // namespace openitmo::cli
