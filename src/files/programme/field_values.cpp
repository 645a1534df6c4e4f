#include "files/programme/field_values.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "party/plain_code.h"
#include "quantity/decimal.h"

namespace openitmo::files {
namespace {

constexpr std::string_view kKilogramSuffix = "_kg_co2eq";

struct AmountUnit {
  std::string_view suffix;
  int decimals;  // of a kilogram
};
constexpr std::array<AmountUnit, 4> kAmountUnits{
    {{"_kg_co2eq", 0}, {"_t_co2eq", 3}, {"_kt_co2eq", 6}, {"_mt_co2eq", 9}}};

bool is_accepted_amount_key(std::string_view key, std::string_view stem) {
  for (const AmountUnit& unit : kAmountUnits)
    if (key == fmt::format("{}{}", stem, unit.suffix)) return true;
  return false;
}

// emissions_gg_co2eq beside emissions_kt_co2eq: a unit that is not accepted is named as such,
// instead of as a misspelt key whose nearest neighbour is a thousand times off.
bool refuse_other_unit(const TomlTable& table, std::string_view stem) {
  bool refused = false;
  for (const std::string& key : table.keys()) {
    if (!key.starts_with(fmt::format("{}_", stem)) || is_accepted_amount_key(key, stem)) continue;
    if (key.find("co2") == std::string::npos) continue;
    static_cast<void>(table.has(key));
    table.refuse(key,
                 {{"the unit in the key is not one of kg, t, kt, mt",
                   "l'unité dans la clé n'est pas l'une de kg, t, kt, mt"}},
                 {{"write {0}_kt_co2eq or {0}_mt_co2eq (1 Gg is 1 kt, 1 Tg is 1 Mt)",
                   "écrivez {0}_kt_co2eq ou {0}_mt_co2eq (1 Gg vaut 1 kt, 1 Tg vaut 1 Mt)"},
                  stem});
    refused = true;
  }
  return refused;
}

// Such names open a device on Windows, whatever ending they have.
bool names_a_device(std::string_view id) {
  std::string stem(id.substr(0, id.find('.')));
  for (char& c : stem)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  static constexpr std::array<std::string_view, 4> kNames{"con", "prn", "aux", "nul"};
  if (std::find(kNames.begin(), kNames.end(), stem) != kNames.end()) return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) &&
         stem.back() >= '0' && stem.back() <= '9';
}

bool may_name_a_file(std::string_view id) { return is_plain_code(id) && !names_a_device(id); }

KilogramsCo2eq scaled_amount(const TomlTable& table, std::string_view key, const std::string& text,
                             int decimals) {
  if (text.empty()) return {};
  const std::optional<std::int64_t> kilograms = parse_scaled(text, decimals);
  if (!kilograms)
    table.refuse(key,
                 {{"{} is finer than a kilogram or too large",
                   "{} est plus fin qu'un kilogramme, ou trop grand"},
                  in_quotes(text)},
                 {{"write at most {} decimals", "écrivez au plus {} décimales"}, decimals});
  return KilogramsCo2eq(kilograms.value_or(0));
}

}  // namespace

std::optional<KilogramsCo2eq> read_kilograms(const TomlTable& table, std::string_view name,
                                             bool required) {
  const std::string_view stem = name.substr(0, name.size() - kKilogramSuffix.size());
  std::optional<KilogramsCo2eq> amount;
  std::string first_key;
  for (const AmountUnit& unit : kAmountUnits) {
    const std::string key = fmt::format("{}{}", stem, unit.suffix);
    const std::optional<std::string> text = table.optional_decimal(key);
    if (!table.has(key)) continue;
    if (!first_key.empty()) {
      table.refuse(
          key,
          {{"the amount stands already in {}", "la quantité se trouve déjà dans {}"}, first_key},
          {{"keep one of the two", "gardez l'un des deux"}});
      continue;
    }
    first_key = key;
    amount = scaled_amount(table, key, text.value_or(""), unit.decimals);
  }
  const bool refused = refuse_other_unit(table, stem);
  if (required && !amount && !refused)
    table.refuse(fmt::format("{}_kt_co2eq", stem), {{"the key is missing", "la clé manque"}},
                 {{"add it with a decimal number in quotes, or {}_mt_co2eq",
                   "ajoutez-la avec un nombre décimal entre guillemets, ou {}_mt_co2eq"},
                  stem});
  return amount;
}

std::string read_id(const TomlTable& table, std::string_view key) {
  std::string id = table.string(key);
  if (!id.empty() && !may_name_a_file(id))
    table.refuse(key,
                 {{"{} cannot be an id, because ids become file names",
                   "{} ne peut pas être un id, car les ids deviennent des noms de fichier"},
                  in_quotes(id)},
                 {{"use 1 to 64 of A-Z, a-z, 0-9, \"-\", \"_\" and \".\", the first a letter or a "
                   "digit, and no name of a device such as con",
                   "prenez 1 à 64 signes parmi A-Z, a-z, 0-9, « - », « _ » et « . », d'abord une "
                   "lettre ou un chiffre, et aucun nom d'appareil tel que con"}});
  return id;
}

registry::QuantityRule read_quantity_rule(const TomlTable& table) {
  const auto tonnes = table.optional_integer("quantity_t_co2eq", 1);
  const auto word = table.optional_string("quantity");
  const auto share = table.optional_decimal("share");
  const int given = static_cast<int>(table.has("quantity_t_co2eq")) +
                    static_cast<int>(table.has("quantity")) + static_cast<int>(table.has("share"));
  const bool refused = refuse_other_unit(table, "quantity");
  if (given == 0 && !refused)
    table.refuse(
        "quantity", {{"the quantity is missing", "la quantité manque"}},
        {{"give one of quantity_t_co2eq = 120, quantity = \"all\" and share = \"0.02\"",
          "donnez l'une de quantity_t_co2eq = 120, quantity = \"all\" et share = \"0.02\""}});
  if (given > 1)
    table.refuse(table.has("share") ? "share" : "quantity",
                 {{"the quantity is given twice", "la quantité est donnée deux fois"}},
                 {{"keep one of quantity_t_co2eq, quantity and share",
                   "gardez l'une de quantity_t_co2eq, quantity et share"}});
  if (tonnes) return TonnesCo2eq(static_cast<std::uint64_t>(*tonnes));
  if (word && *word != "all")
    table.refuse("quantity",
                 {{"{} is not a quantity", "{} n'est pas une quantité"}, in_quotes(*word)},
                 {{"write \"all\", or whole tonnes as quantity_t_co2eq = 120",
                   "écrivez \"all\", ou des tonnes entières comme quantity_t_co2eq = 120"}});
  if (!share) return registry::AllOfThem{};
  constexpr int kShareDecimals = 9;
  constexpr std::int64_t kOne = 1'000'000'000;
  const auto scaled = parse_scaled(*share, kShareDecimals);
  if (!scaled || *scaled <= 0 || *scaled > kOne) {
    table.refuse("share", {{"{} is not a share", "{} n'est pas une part"}, in_quotes(*share)},
                 {{"write a share above 0 and up to 1, such as \"0.02\" for 2 %",
                   "écrivez une part supérieure à 0 et d'au plus 1, comme \"0.02\" pour 2 %"}});
    return registry::AllOfThem{};
  }
  return Rational(*scaled, kOne);
}

namespace {
constexpr int kYearMin = 1990;
constexpr int kYearMax = 2100;
}  // namespace

CalendarYear read_year(const TomlTable& table, std::string_view key) {
  return CalendarYear(static_cast<int>(table.integer(key, kYearMin, kYearMax)));
}

std::optional<CalendarYear> year_of_key(const TomlTable& table, const std::string& key) {
  const auto year = parse_scaled(key, 0);
  if (year && *year >= kYearMin && *year <= kYearMax) return CalendarYear(static_cast<int>(*year));
  static_cast<void>(table.has(key));
  table.refuse(key, {{"{} is not a year", "{} n'est pas une année"}, in_quotes(key)},
               {{"name each figure by its year, as 2024",
                 "nommez chaque chiffre par son année, comme 2024"}});
  return std::nullopt;
}

Text read_text(const TomlTable& table, std::string_view key) {
  const TomlTable text = table.table(key);
  return Text::of(text.string("en"), text.string("fr"));
}

std::string read_confidence(const TomlTable& table) {
  static constexpr std::array<std::string_view, 3> kConfidences{"H", "M", "L"};
  return table.choice("confidence", kConfidences);
}

mrv::Confidence confidence_of(std::string_view letter) {
  if (letter == "H") return mrv::Confidence::high;
  return letter == "M" ? mrv::Confidence::medium : mrv::Confidence::low;
}

registry::FigureSource read_figure_source(const TomlTable& table) {
  return {.figure = read_text(table, "figure"),
          .source = table.string("source"),
          .confidence = read_confidence(table)};
}

std::optional<ledger::ItmoIdentifier> read_identifier(const TomlTable& table,
                                                      std::string_view key) {
  const std::optional<std::string> text = table.optional_string(key);
  if (!text) return std::nullopt;
  const auto identifier = ledger::ItmoIdentifier::parse(*text);
  if (!identifier)
    table.refuse(
        key,
        {{"{} is not an ITMO identifier", "{} n'est pas un identifiant d'ITMO"}, in_quotes(*text)},
        {{"write it as CA9999-SEN01-SEN-1-2024", "écrivez-le comme CA9999-SEN01-SEN-1-2024"}});
  return identifier;
}

void refuse_code(const TomlTable& table, std::string_view key, std::string_view text,
                 std::string_view pattern) {
  const Words example =
      pattern == kPartyPattern
          ? Words("three capital letters, such as SEN", "trois lettres majuscules, comme SEN")
      : pattern == kRegistryPattern
          ? Words("a registry, such as SEN01", "un registre, comme SEN01")
          : Words("a cooperative approach, such as CA9999", "une démarche concertée, comme CA9999");
  table.refuse(key,
               {{"{} does not have the right form", "{} n'a pas la bonne forme"}, in_quotes(text)},
               {{"write {}", "écrivez {}"}, example});
}

}  // namespace openitmo::files
