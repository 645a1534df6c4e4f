#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <charconv>
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

// A bound as the parser shows it: "0.010000" -> "0,01".
std::string french_figure(std::string figure) {
  const std::size_t point = figure.find('.');
  if (point == std::string::npos) return figure;
  while (figure.back() == '0') figure.pop_back();
  if (figure.back() == '.')
    figure.pop_back();
  else
    figure[point] = ',';
  return figure;
}

// "Value 0 not in range 1 to 1000" and "x not in {a,b}" are the parser's; other sentences are those
// of whoever checked, in the language asked for.
std::string french_validation(const std::string& said) {
  const auto [option, why] = split(said, ": ");
  if (const auto [value, range] = split(why, " not in range "); !range.empty()) {
    const auto [least, most] = split(range, " to ");
    return option + " : écrivez un nombre de " + french_figure(least) + " à " + french_figure(most);
  }
  if (const auto [value, set] = split(why, " not in {"); !set.empty())
    return option + " : « " + value +
           " » n'est pas admis ; valeurs admises : " + set.substr(0, set.find('}'));
  return option + " : " + why;
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
      return french_validation(said);
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
      ->check([language](const std::string& word) {
        if (word == "en" || word == "fr") return std::string();
        return std::string(Words("write en or fr", "écrivez en ou fr").in(language));
      })
      ->option_text("en|fr");
}

std::function<std::string(const std::string&)> whole_number(std::uint64_t least, std::uint64_t most,
                                                            Language language) {
  return [=](const std::string& text) {
    std::uint64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (error == std::errc() && stopped == end && number >= least && number <= most)
      return std::string();
    return Text({"write a whole number from {} to {}", "écrivez un nombre entier de {} à {}"},
                least, most)
        .in(language);
  };
}

}  // namespace openitmo::cli
