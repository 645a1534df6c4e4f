#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <regex>
#include <set>
#include <sstream>
#include <string>

// docs/formats/ names every key that the programmes and inventories use.
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// Tables whose keys are data: actors, names, years, and options, which the pages of the
// methodologies explain.
bool has_keys_of_its_own(const std::string& table) {
  static const std::set<std::string> kTables{"actors", "names", "options", "expected_t_co2eq",
                                             "published.emission_reductions_t_co2eq"};
  return kTables.contains(table);
}

void add_keys(const fs::path& path, std::set<std::string>& keys) {
  static const std::regex kTable(R"(^\[+([A-Za-z0-9_.-]+)\]+)");
  static const std::regex kKey(R"((?:^|[{,] ?)([a-z][a-z0-9_]*) = )");
  std::string table;
  std::istringstream lines(read_file(path));
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (line.starts_with("#")) continue;
    if (std::regex_search(line, match, kTable)) {
      table = match[1];
      keys.insert(table);
      continue;
    }
    if (has_keys_of_its_own(table)) continue;
    for (std::sregex_iterator key(line.begin(), line.end(), kKey), end; key != end; ++key)
      keys.insert((*key)[1]);
  }
}

TEST(FormatPage, ExplainsEveryKeyInUse) {
  const fs::path root(OPENITMO_SOURCE_DIR);
  std::string pages;
  for (const fs::directory_entry& page : fs::directory_iterator(root / "docs" / "formats"))
    pages += read_file(page.path());
  std::set<std::string> keys;
  for (const fs::path& folder : {root / "programmes", root / "tests" / "programmes" / "valid"})
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
      if (entry.path().extension() == ".toml") add_keys(entry.path(), keys);
  EXPECT_GT(keys.size(), 80U);
  for (const std::string& key : keys)
    EXPECT_TRUE(pages.contains("`" + key + "`") || pages.contains("[" + key + "]`") ||
                pages.contains("[" + key + "]]`"))
        << key << " is not explained";
}

}  // namespace
