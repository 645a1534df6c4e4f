#include <cstdint>
#include <string>

#include "files/toml/document.h"
#include "quantity/check.h"

namespace {

using namespace openitmo;

// Asks every key for every type; a wrong one is noted, never fatal.
void ask_all(const files::TomlTable& table, int depth) {
  if (depth > 8) return;
  for (const std::string& key : table.keys()) {
    const std::string decimal = table.decimal(key);
    check(decimal.find_first_not_of("0123456789.-") == std::string::npos, "decimals are plain");
    table.string(key);
    table.integer(key, 0, 10);
    table.boolean(key);
    table.date(key);
    table.instant(key);
    table.strings(key);
    table.integers(key);
    for (const files::TomlTable& inner : table.tables(key)) ask_all(inner, depth + 1);
    ask_all(table.table(key), depth + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const files::Source source{.path = "f.toml",
                             .bytes = std::string(reinterpret_cast<const char*>(bytes), size)};
  const auto document = files::TomlDocument::parse(source);
  if (!document) {
    check(!document.error().to_text(Language::en).empty(), "a refusal has a reason");
    return 0;
  }
  ask_all(document->root(), 0);
  document->finish().to_text(Language::en);
  return 0;
}
