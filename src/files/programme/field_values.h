#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/toml/document.h"
#include "ledger/itmo_identifier.h"
#include "mrv/derivation.h"
#include "party/codes.h"
#include "party/names.h"
#include "quantity/tonnes.h"
#include "registry/programme.h"

// Values of the domain as programme files write them. A value that is wrong is noted at its key.
namespace openitmo::files {

// Every set of quantity/gwp.h, the one of the Paris Agreement first.
inline constexpr std::array<std::string_view, 4> kGwpSetNames{"AR5", "AR4", "AR5_with_feedback",
                                                              "AR6_nonfossil"};

// An amount of emissions whose unit stands in its key: for `name` "emissions_kg_co2eq" one of
// emissions_kg_co2eq, emissions_t_co2eq, emissions_kt_co2eq and emissions_mt_co2eq, in decimal
// text. Nothing when none is there, which is a problem where it is `required`.
std::optional<KilogramsCo2eq> read_kilograms(const TomlTable& table, std::string_view name,
                                             bool required);

// How much a unit act takes: quantity_t_co2eq = 120, quantity = "all" or share = "0.02", exactly
// one.
registry::QuantityRule read_quantity_rule(const TomlTable& table);

CalendarYear read_year(const TomlTable& table, std::string_view key);
// The year that a key of a table names, such as 2024 in [expected_t_co2eq]; nothing for another
// key.
std::optional<CalendarYear> year_of_key(const TomlTable& table, const std::string& key);

// { en = "...", fr = "..." }
Text read_text(const TomlTable& table, std::string_view key);

// "H", "M" or "L".
std::string read_confidence(const TomlTable& table);
mrv::Confidence confidence_of(std::string_view letter);
// A [[source]]: what the figure is in both languages, where it stands, and how far to trust it.
registry::FigureSource read_figure_source(const TomlTable& table);

std::optional<ledger::ItmoIdentifier> read_identifier(const TomlTable& table, std::string_view key);

// An id that becomes a file name: 1 to 64 letters A-Z and a-z, digits, "-", "_" and ".", the first
// a letter or a digit, the last no ".", and no name that a system keeps for a device, such as con.
std::string read_id(const TomlTable& table, std::string_view key);

void refuse_code(const TomlTable& table, std::string_view key, std::string_view text,
                 std::string_view pattern);

// A code such as a Party's SEN; empty text is a value that was refused before.
template <std::size_t Size, const char* Pattern>
Code<Size, Pattern> code_of(const TomlTable& table, std::string_view key, std::string_view text) {
  const auto code = Code<Size, Pattern>::parse(text);
  if (!code && !text.empty()) refuse_code(table, key, text, Pattern);
  return code.value_or(Code<Size, Pattern>());
}

template <NamedEnum Enum>
Enum read_enum(const TomlTable& table, std::string_view key) {
  return parse_enum<Enum>(table.choice(key, EnumNames<Enum>::names)).value_or(Enum{});
}

}  // namespace openitmo::files
