#include "files/aef/aef_columns.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <map>
#include <string>
#include <tuple>
#include <unordered_set>

#include "reporting/cell_values.h"

namespace openitmo::files {

namespace {

using reporting::AefProfile;
using reporting::AefTable;
using reporting::folded;

constexpr std::size_t kNamesMin = 3;

using Names = std::map<std::string, AefName>;

// Early CAD Trust code spelt two keys so.
constexpr std::pair<std::string_view, std::string_view> kMisspelt[] = {
    {"Cooperative", "Coopoerative"}, {"Authozied", "Authorized"}};

Names names_of(AefTable table) {
  Names names;
  for (const auto& field : reporting::aef_fields(table)) {
    names.try_emplace(folded(field.label), AefName{field.number, AefProfile::xlsx_checker});
    names.try_emplace(folded(field.technical_name),
                      AefName{field.number, AefProfile::nomenclature_2026});
    names.try_emplace(folded(field.machine_key), AefName{field.number, AefProfile::cad_trust});
    for (const auto& [right, wrong] : kMisspelt) {
      std::string key(field.machine_key);
      if (const auto at = key.find(right); at != std::string::npos)
        names.try_emplace(folded(key.replace(at, right.size(), wrong)),
                          AefName{field.number, AefProfile::cad_trust});
    }
  }
  return names;
}

const Names& known_names(AefTable table) {
  static const auto kNames = [] {
    std::array<Names, reporting::kAefTableCount> all;
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = names_of(static_cast<AefTable>(i));
    return all;
  }();
  return kNames[static_cast<std::size_t>(table)];
}

// The names of all tables, and how they begin and end, which tells most other texts.
struct AllNames {
  std::unordered_set<std::string> names;
  std::bitset<256 * 256> ends;

  static std::size_t ends_of(std::string_view name) {
    const auto lower = [](char c) {
      const char folded = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      return std::size_t{static_cast<unsigned char>(folded)};
    };
    return lower(name.front()) * 256 + lower(name.back());
  }
};

bool is_name_of_any_table(std::string_view text) {
  static const auto kAll = [] {
    AllNames all;
    for (std::size_t i = 0; i < reporting::kAefTableCount; ++i)
      for (const auto& [name, field] : known_names(static_cast<AefTable>(i))) {
        all.names.insert(name);
        all.ends.set(AllNames::ends_of(name));
      }
    return all;
  }();
  constexpr std::string_view kSpaces = " \t\n\xC2\xA0";  // the last two: a no-break space
  const auto first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return false;
  const auto last = text.find_last_not_of(kSpaces);
  if (!kAll.ends.test(AllNames::ends_of(text.substr(first, last - first + 1)))) return false;
  return kAll.names.contains(folded(text));
}

// Asked of every row of a file: told by its first cells, before tables are compared.
bool may_be_header(std::span<const Cell> row) {
  std::ptrdiff_t unknown_left =
      std::ranges::count_if(row, [](const Cell& c) { return c.kind != Cell::Kind::empty; }) / 2;
  for (const Cell& cell : row) {
    if (cell.kind == Cell::Kind::empty) continue;
    const bool is_figure = !cell.text.empty() && cell.text[0] >= '0' && cell.text[0] <= '9';
    if ((is_figure || !is_name_of_any_table(cell.text)) && --unknown_left < 0) return false;
  }
  return true;
}

// Most names; the profile in which most of them are.
struct Candidate {
  AefHeader header;
  std::size_t named = 0;
  std::array<std::size_t, 3> of_profile{};
};

Candidate candidate(AefTable table, std::span<const Cell> row) {
  Candidate found{.header = {.table = table, .columns = {}, .unknown = {}}};
  found.header.columns.resize(reporting::aef_fields(table).size());
  for (std::uint32_t column = 0; column < row.size(); ++column) {
    if (row[column].kind == Cell::Kind::empty) continue;
    const auto name = aef_name(table, row[column].text);
    if (!name || found.header.columns[name->field - 1U]) {
      found.header.unknown.push_back(column);
      continue;
    }
    found.header.columns[name->field - 1U] = column;
    ++found.of_profile[static_cast<std::size_t>(name->profile)];
    ++found.named;
  }
  const auto most = std::ranges::max_element(found.of_profile);
  found.header.profile = static_cast<AefProfile>(most - found.of_profile.begin());
  return found;
}

}  // namespace

std::optional<AefName> aef_name(AefTable table, std::string_view text) {
  const Names& names = known_names(table);
  const auto found = names.find(folded(text));
  return found == names.end() ? std::nullopt : std::optional(found->second);
}

std::optional<AefHeader> aef_header(std::span<const Cell> row, std::optional<AefTable> announced) {
  if (!may_be_header(row)) return std::nullopt;
  // Columns of Table 4 stand in Table 3 too: what was announced wins, then the smaller table.
  const auto fits = [&](const Candidate& one) {
    return std::tuple(one.named, one.header.table == announced, -std::ssize(one.header.columns));
  };
  Candidate best;
  for (std::size_t i = 0; i < reporting::kAefTableCount; ++i)
    if (Candidate one = candidate(static_cast<AefTable>(i), row); fits(one) > fits(best))
      best = std::move(one);
  if (best.named < kNamesMin || best.named <= best.header.unknown.size()) return std::nullopt;
  return best.header;
}

std::optional<AefTable> announced_table(std::string_view text) {
  std::string words = folded(text);
  std::erase(words, ' ');
  if (words.starts_with("table")) words.erase(1, 4);
  if (words.size() < 2 || words[0] != 't' || words[1] < '1' || words[1] > '5') return std::nullopt;
  if (words.size() > 2 && words[2] >= '0' && words[2] <= '9') return std::nullopt;
  return static_cast<AefTable>(words[1] - '1');
}

}  // namespace openitmo::files
