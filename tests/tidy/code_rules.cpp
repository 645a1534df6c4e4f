#include "code_rules.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <regex>
#include <set>

namespace openitmo::tidy {

namespace {

const std::set<std::string> kDomainFolders{"quantity", "party",      "mrv",       "activity",
                                           "ledger",   "accounting", "reporting", "journal"};

bool is_domain(const TextFile& file) { return kDomainFolders.contains(file.src_folder()); }

bool is_this_test(const TextFile& file) { return file.path.starts_with("tests/tidy/"); }

// An exception to a rule: the files whose path starts so, and why.
struct Exception {
  std::string_view path;
  std::string_view reason;
};

template <std::size_t Size>
bool excepted(const std::array<Exception, Size>& exceptions, const TextFile& file) {
  return std::ranges::any_of(exceptions,
                             [&](const auto& e) { return file.path.starts_with(e.path); });
}

// Calls `visit(line number, match)` for each match of `pattern` in `text`, line by line.
template <class Visit>
void for_each_match(std::string_view text, const std::regex& pattern, const Visit& visit) {
  std::size_t number = 0;
  for (const auto line : lines_of(text)) {
    ++number;
    const std::string copy(line);
    for (std::sregex_iterator at(copy.begin(), copy.end(), pattern), end; at != end; ++at)
      visit(number, *at);
  }
}

struct Include {
  std::size_t line;
  std::string target;
};

std::vector<Include> quoted_includes(const TextFile& file) {
  static const std::regex pattern(R"re(^\s*#\s*include\s+"([^"]+)")re");
  std::vector<Include> includes;
  for_each_match(
      without_comments(file.text, false), pattern,
      [&](std::size_t line, const auto& match) { includes.push_back({line, match[1].str()}); });
  return includes;
}

std::string first_part(const std::string& path) { return path.substr(0, path.find('/')); }

// Folder -> the folders it may include, itself among them, from the LINKS of src/CMakeLists.txt.
using Directions = std::map<std::string, std::set<std::string>>;

std::vector<std::string> words_of(const std::string& text) {
  static const std::regex word(R"([^\s()]+)");
  return {std::sregex_token_iterator(text.begin(), text.end(), word), {}};
}

Directions directions_of(const TextFile& cmake) {
  static const std::regex library(R"(openitmo_folder\(([^)]*)\))");
  Directions directions;
  std::map<std::string, std::string> folder_of;
  for (std::sregex_iterator at(cmake.text.begin(), cmake.text.end(), library), end; at != end;
       ++at) {
    const auto words = words_of((*at)[1].str());
    if (words.size() < 2) continue;
    const std::string folder = first_part(words[1]);
    folder_of[words[0]] = folder;
    auto& allowed = directions[folder];
    allowed.insert(folder);
    bool linking = false;
    for (std::size_t i = 2; i < words.size(); ++i) {
      if (words[i] == "LINKS" || words[i] == "USES") linking = words[i] == "LINKS";
      // Libraries are listed in reading order, so what a linked folder may include is known.
      if (linking && folder_of.contains(words[i]))
        allowed.insert(directions[folder_of[words[i]]].begin(),
                       directions[folder_of[words[i]]].end());
    }
  }
  return directions;
}

// What no link may ever allow: who includes -> what.
const std::map<std::string, std::set<std::string>> kNever{
    {"mrv", {"ledger", "activity", "accounting", "reporting", "journal", "registry"}},
    {"activity", {"ledger", "mrv"}},
    {"ledger", {"mrv", "journal", "registry"}},
    {"journal", {"party", "mrv", "activity", "ledger", "accounting", "reporting", "registry"}},
    {"registry", {"storage", "files", "http", "cli"}},
};

bool never(const std::string& from, const std::string& to) {
  const auto found = kNever.find(from);
  return found != kNever.end() && found->second.contains(to);
}

void check_include(const Repository& repository, const Directions& directions, const TextFile& file,
                   const Include& include, Findings& findings) {
  const std::string from = file.src_folder();
  const std::string to = first_part(include.target);
  if (file.is_test() && find_file(repository, "tests/" + include.target)) return;
  if (!find_file(repository, "src/" + include.target)) {
    findings.push_back(
        {file.path, include.line,
         fmt::format("\"{}\" is no file below src/; includes start there", include.target)});
  } else if (!directions.at(from).contains(to) || never(from, to)) {
    findings.push_back({file.path, include.line,
                        fmt::format("src/{} must not include src/{}; see the order in "
                                    "ARCHITECTURE.md",
                                    from, to)});
  }
}

}  // namespace

Findings include_directions(const Repository& repository) {
  Findings findings;
  const TextFile* cmake = find_file(repository, "src/CMakeLists.txt");
  if (!cmake) return {{"src/CMakeLists.txt", 0, "is missing; it says which folder links which"}};
  const Directions directions = directions_of(*cmake);
  for (const TextFile& file : repository) {
    const std::string folder = file.src_folder();
    if (folder.empty() || !file.is_cpp()) continue;
    if (!directions.contains(folder)) {
      findings.push_back({file.path, 0, "its folder has no openitmo_folder in src/CMakeLists.txt"});
      continue;
    }
    for (const Include& include : quoted_includes(file))
      check_include(repository, directions, file, include, findings);
  }
  return findings;
}

Findings floating_point(const Repository& repository) {
  static const std::regex word(R"(\b(double|float)\b)");
  static constexpr std::array kExceptions{
      Exception{"src/mrv/", "estimates are real numbers; ledger and balances are not"},
      Exception{"src/quantity/rounding.", "where real numbers become kilograms, once"},
      Exception{"src/accounting/overselling", "a simulation"},
      Exception{"src/accounting/outlook.h", "what the simulation draws from"},
      Exception{"src/files/cell.h", "a cell of a workbook or CSV file, as it was read"},
      Exception{"src/files/monitoring/", "reads monitoring data, which are real numbers"},
      Exception{"src/files/inventory/", "reads waste statistics, which are real numbers"},
      Exception{"src/files/programme/", "reads parameters of the MRV from TOML"},
      Exception{"src/files/toml/", "TOML has floating-point values"},
      Exception{"src/files/aef/", "writes cells of a workbook, whose numbers are doubles"},
      Exception{"src/files/xlsx/", "numbers in a workbook are doubles by its format"},
      Exception{"src/files/html/", "draws charts; prints estimates of the MRV"},
  };
  Findings findings;
  for (const TextFile& file : repository) {
    if (file.src_folder().empty() || !file.is_cpp() || file.is_test()) continue;
    if (excepted(kExceptions, file)) continue;
    for_each_match(without_comments(file.text, true), word,
                   [&](std::size_t line, const auto& match) {
                     findings.push_back({file.path, line,
                                         fmt::format("{} outside mrv; use integers, Rational or "
                                                     "Decimal, or list the file with its reason",
                                                     match.str())});
                   });
  }
  return findings;
}

Findings impure_calls(const Repository& repository) {
  static const std::regex impure(
      R"(<(iostream|fstream|filesystem|random|locale|ctime|thread)>|)"
      R"(\b(system_clock|steady_clock|high_resolution_clock|utc_clock|localtime|gmtime|)"
      R"(random_device|mt19937|randombytes_buf|setlocale|getenv|fopen|ifstream|ofstream|)"
      R"(directory_iterator|strtod|atof)\b|)"
      R"(\b(std::(stod|stof|locale|cout|cerr|cin|time|rand|tolower|toupper|isalpha|isalnum|)"
      R"(isspace|isdigit))\b|\b(printf|srand)\s*\()");
  Findings findings;
  for (const TextFile& file : repository) {
    if (!is_domain(file) || !file.is_cpp() || file.is_test()) continue;
    for_each_match(
        without_comments(file.text, true), impure, [&](std::size_t line, const auto& match) {
          findings.push_back({file.path, line,
                              fmt::format("{} in a domain folder, which knows no clock, "
                                          "randomness, locale or file; pass the value in",
                                          match.str())});
        });
  }
  return findings;
}

// The words are put together here so that this file does not break its own rules.
Findings leftover_markers(const Repository& repository) {
  static const std::regex marker(std::string(R"(\b(TO)") + "DO|FIX" + "ME|XX" + "X|HA" + "CK|not " +
                                 "implemented|Not" + "Implemented|GTEST_" + "SKIP|DIS" +
                                 R"(ABLED_\w+)\b)");
  Findings findings;
  for (const TextFile& file : repository) {
    const bool code = file.path.starts_with("src/") || file.path.starts_with("tests/") ||
                      file.path.starts_with("bench/") || file.path.starts_with("tools/");
    if (!code && !file.is_page()) continue;
    for_each_match(file.text, marker, [&](std::size_t line, const auto& match) {
      findings.push_back(
          {file.path, line, fmt::format("\"{}\" is left; do it or take it out", match.str())});
    });
  }
  return findings;
}

namespace {

// Blanks that part camelCase and snake_case, so that whole words can be looked for.
std::string parted(std::string_view text) {
  std::string words;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool hump =
        i > 0 && std::isupper(c) && std::islower(static_cast<unsigned char>(text[i - 1]));
    if (hump) words += ' ';
    words += c == '_' ? ' ' : static_cast<char>(c);
  }
  return words;
}

void find_words(const TextFile& file, const std::regex& words, std::string_view instead,
                Findings& findings) {
  for_each_match(parted(file.text), words, [&](std::size_t line, const auto& match) {
    findings.push_back({file.path, line, fmt::format("\"{}\": {}", match.str(), instead)});
  });
}

}  // namespace

Findings banned_words(const Repository& repository) {
  static const std::regex trade(R"(\b(retire|retires|retired|retirement|retiring|sell|sells|)"
                                R"(selling|seller|sold)\b)",
                                std::regex::icase);
  static const std::regex burn(R"(\b(burn|burns|burned|burnt|burning|mint|minted|minting)\b)",
                               std::regex::icase);
  static const std::regex country(R"(\b(country|countries)\b)", std::regex::icase);
  static constexpr std::array kCountryFields{
      Exception{"src/party/records.h", "an entity's country of incorporation, AEF Table 5"},
      Exception{"src/reporting/annual_information.cpp", "the same, of AEF Table 5"},
      Exception{"src/reporting/approach_part.cpp", "an entity's country of incorporation"},
      Exception{"src/reporting/submission_reading.cpp", "the same, read from a file"},
      Exception{"src/reporting/aef", "the AEF field of that name"},
      Exception{"src/reporting/controlled_values", "the AEF field of that name"},
  };
  Findings findings;
  for (const TextFile& file : repository) {
    if (file.src_folder().empty() || !file.is_cpp()) continue;
    find_words(file, trade, "ITMOs are used, cancelled and transferred; see docs/glossary.md",
               findings);
    if (file.src_folder() != "mrv" && file.src_folder() != "files")
      find_words(file, burn, "units are issued and cancelled; see docs/glossary.md", findings);
    if (is_domain(file) && file.src_folder() != "mrv" && !excepted(kCountryFields, file))
      find_words(file, country, "say Party; see docs/glossary.md", findings);
  }
  return findings;
}

Findings vague_names(const Repository& repository) {
  static const std::regex vague("(.*_)?(util|utils|common|helper|helpers|misc|stuff)(_.*)?");
  Findings findings;
  for (const TextFile& file : repository) {
    if (is_this_test(file)) continue;
    std::string path = file.folder() + "/" + file.stem();
    std::ranges::replace(path, '/', ' ');
    for (const std::string& part : words_of(path))
      if (std::regex_match(part, vague))
        findings.push_back(
            {file.path, 0, fmt::format("\"{}\" says nothing; name it after its subject", part)});
  }
  return findings;
}

namespace {

// Whether `word` names the file with a variable in it, as ${subject}_fuzz.cpp does, and what the
// variable must then be is a word of the same CMakeLists.txt.
bool names_with_variable(const std::string& word, const std::string& name,
                         const std::vector<std::string>& words) {
  static const std::regex variable(R"(\$\{\w+\})");
  if (!word.ends_with(".cpp") || !std::regex_search(word, variable)) return false;
  std::smatch match;
  if (!std::regex_match(name, match, std::regex(std::regex_replace(word, variable, "(\\w+)"))))
    return false;
  return std::ranges::count(words, match[1].str()) > 0;
}

bool builds(const TextFile& cmake, const std::string& name) {
  if (cmake.text.find("GLOB") != std::string::npos) return true;
  const auto words = words_of(cmake.text);
  return std::ranges::any_of(words, [&](const std::string& word) {
    return word == name || word.ends_with("/" + name) || names_with_variable(word, name, words);
  });
}

// Whether a CMakeLists.txt of the file's folder or of one above it builds it.
bool is_built(const Repository& repository, const TextFile& file) {
  std::string folder = file.folder();
  while (!folder.empty()) {
    const TextFile* cmake = find_file(repository, folder + "/CMakeLists.txt");
    if (cmake && builds(*cmake, file.stem() + file.extension())) return true;
    const auto end = folder.rfind('/');
    folder = end == std::string::npos ? "" : folder.substr(0, end);
  }
  return false;
}

}  // namespace

Findings dead_files(const Repository& repository) {
  std::map<std::string, std::set<std::string>> users;  // included path -> stems of who includes it
  for (const TextFile& file : repository)
    if (file.is_cpp())
      for (const Include& include : quoted_includes(file))
        users["src/" + include.target].insert(file.folder() + "/" + file.stem());

  Findings findings;
  for (const TextFile& file : repository) {
    if (!file.is_cpp()) continue;
    if (file.path.starts_with("src/") && file.is_header()) {
      auto by = users[file.path];
      by.erase(file.folder() + "/" + file.stem());
      by.erase(file.folder() + "/" + file.stem() + "_test");
      if (by.empty())
        findings.push_back({file.path, 0, "nobody but its own source and test includes it"});
    }
    if (!file.path.starts_with("src/") && !file.is_header() && !is_built(repository, file))
      findings.push_back({file.path, 0, "no CMakeLists.txt names it, so it is never built"});
  }
  return findings;
}

Findings machine_paths(const Repository& repository) {
  static const std::regex path(std::string(R"((^|[^\w./])/(wo)") + "rk|tmp/bu" + "ild[\\w-]*|ro" +
                               "ot|ho" + R"(me/\w+)(/|\b(?![.\w-]))|\.lib)" + R"(rary\b)");
  Findings findings;
  for (const TextFile& file : repository)
    for_each_match(file.text, path, [&](std::size_t line, const auto& match) {
      findings.push_back(
          {file.path, line, fmt::format("\"{}\" exists on one machine only", match.str())});
    });
  return findings;
}

}  // namespace openitmo::tidy
