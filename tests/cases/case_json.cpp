#include "case_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <stdexcept>

#include "quantity/decimal.h"

namespace openitmo::cases {

namespace {

constexpr std::array<std::string_view, 11> kExplanations{"note",
                                                         "issue",
                                                         "rule",
                                                         "not_1000",
                                                         "sop_base",
                                                         "warning",
                                                         "accounting_first",
                                                         "scope",
                                                         "released_when",
                                                         "alert_before_cut_off",
                                                         "requires"};

bool explains(std::string_view key) {
  return std::find(kExplanations.begin(), kExplanations.end(), key) != kExplanations.end();
}

bool negative_key(std::string_view key) {
  return key.starts_with("wrong_") || key.starts_with("published_");
}

// A choice that the case marks as the one that no longer adds up.
bool negative_value(const value& expected) {
  if (!expected.is_object()) return false;
  const value* equal = expected.as_object().if_contains("equals_addition");
  return equal && equal->is_bool() && !equal->as_bool();
}

bool is_year(std::string_view key) {
  return key.size() == 4 &&
         std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_year_map(const value& v) {
  return v.is_object() && !v.as_object().empty() &&
         std::all_of(v.as_object().begin(), v.as_object().end(),
                     [](const auto& item) { return is_year(item.key()); });
}

std::string decimal_text(const value& number) {
  if (number.is_string()) return std::string(number.as_string());
  if (number.is_int64()) return fmt::format("{}", number.as_int64());
  if (number.is_uint64()) return fmt::format("{}", number.as_uint64());
  return fmt::format("{}", number.as_double());
}

std::int64_t integer(std::string_view text) {
  std::int64_t result = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
  if (error != std::errc() || end != text.data() + text.size())
    throw std::runtime_error(fmt::format("not a whole number: {}", text));
  return result;
}

// The exact amount behind a produced number; nothing if it is none.
std::optional<Rational> produced_amount(const value& v) {
  if (v.is_int64()) return Rational(v.as_int64(), 1);
  if (!v.is_string()) return std::nullopt;
  const std::string text(v.as_string());
  const auto slash = text.find('/');
  if (slash == std::string::npos) return std::nullopt;
  return Rational(integer(text.substr(0, slash)), integer(text.substr(slash + 1)));
}

bool same_number(const Rational& produced, const value& expected) {
  if (expected.is_number()) return exact_of(expected) == produced;
  const std::string text = decimal_text(expected);
  const auto point = text.find('.');
  const int places = point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
  return produced.to_decimal(places) == text;
}

bool same(const value& produced, const value& expected);

bool same_year_maps(const object& produced, const object& expected) {
  const value zero(std::int64_t{0});
  const auto covers = [&](const object& a, const object& b) {
    for (const auto& [year, amount] : a) {
      const value* other = b.if_contains(year);
      if (&a == &expected ? !same(other ? *other : zero, amount)
                          : !same(amount, other ? *other : zero))
        return false;
    }
    return true;
  };
  return covers(expected, produced) && covers(produced, expected);
}

bool same_objects(const object& produced, const object& expected) {
  for (const auto& [key, wanted] : expected) {
    const value* found = produced.if_contains(key);
    if (!found || !same(*found, wanted)) return false;
  }
  return true;
}

bool same(const value& produced, const value& expected) {
  if (const auto amount = produced_amount(produced))
    return (expected.is_number() || expected.is_string()) && same_number(*amount, expected);
  if (is_year_map(expected) && produced.is_object())
    return same_year_maps(produced.as_object(), expected.as_object());
  if (produced.is_object() && expected.is_object())
    return same_objects(produced.as_object(), expected.as_object());
  if (!produced.is_array() || !expected.is_array()) return produced == expected;
  const auto& a = produced.as_array();
  const auto& b = expected.as_array();
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

// Whether a value that must not be produced was: as one of the figures, or as a set of them.
bool was_produced(const object& produced, const value& negative) {
  for (const auto& [key, figure] : produced)
    if (same(figure, negative)) return true;
  return negative.is_object() && same_objects(produced, negative.as_object());
}

}  // namespace

std::vector<Case> read_cases(const std::string& text) {
  json::error_code error;
  const value file = json::parse(text, error);
  if (error) throw std::runtime_error("not JSON: " + error.message());
  if (!file.is_object() || !file.as_object().contains("examples"))
    throw std::runtime_error("no \"examples\": give a file in the format of the worked examples");
  std::vector<Case> cases;
  for (const value& example : at(file.as_object(), "examples").as_array()) {
    const object& one = example.as_object();
    cases.push_back({text_at(one, "id"), text_at(one, "method"), at(one, "inputs").as_object(),
                     at(one, "expected").as_object()});
  }
  return cases;
}

Outcome compare(const object& produced, const object& expected) {
  int compared = 0;
  for (const auto& [key, wanted] : expected) {
    if (explains(key)) continue;
    const bool negative = negative_key(key) || negative_value(wanted);
    const value* found = produced.if_contains(key);
    if (negative) {
      if (was_produced(produced, wanted))
        return {Verdict::fail, fmt::format("{}: produced {}, which must not be", std::string(key),
                                           json::serialize(wanted))};
    } else if (!found) {
      return {Verdict::not_yet_supported, fmt::format("no figure for {}", std::string(key))};
    } else if (!same(*found, wanted)) {
      return {Verdict::fail, fmt::format("{}: {}, expected {}", std::string(key),
                                         json::serialize(*found), json::serialize(wanted))};
    }
    ++compared;
  }
  if (compared == 0) return {Verdict::not_yet_supported, "nothing to compare"};
  return {Verdict::pass, fmt::format("{} values", compared)};
}

value json_of(const Rational& amount) {
  if (amount.is_integer()) return amount.numerator();
  return value(fmt::format("{}/{}", amount.numerator(), amount.denominator()));
}

value tonnes_of_kilograms(const Rational& kilograms) {
  if (kilograms.numerator() % 1000 == 0)
    return json_of(Rational(kilograms.numerator() / 1000, kilograms.denominator()));
  return json_of(Rational(kilograms.numerator(), kilograms.denominator() * 1000));
}

value json_of(TonnesCo2eq tonnes) { return static_cast<std::int64_t>(tonnes.value()); }

const value& at(const object& inputs, std::string_view key) {
  const value* found = inputs.if_contains(key);
  if (!found) throw std::runtime_error(fmt::format("the case has no \"{}\"", key));
  return *found;
}

std::uint64_t quantity_of(const value& number) {
  if (!number.is_int64() || number.as_int64() < 0)
    throw std::runtime_error("not a quantity: " + json::serialize(number));
  return static_cast<std::uint64_t>(number.as_int64());
}

std::int64_t whole_at(const object& inputs, std::string_view key) {
  const value& found = at(inputs, key);
  if (!found.is_int64()) throw std::runtime_error(fmt::format("\"{}\" is not a whole number", key));
  return found.as_int64();
}

std::uint64_t quantity_at(const object& inputs, std::string_view key) {
  return quantity_of(at(inputs, key));
}

int year_at(const object& inputs, std::string_view key) {
  return static_cast<int>(whole_at(inputs, key));
}

std::string text_at(const object& inputs, std::string_view key) {
  const value& found = at(inputs, key);
  if (!found.is_string()) throw std::runtime_error(fmt::format("\"{}\" is not a text", key));
  return std::string(found.as_string());
}

Date date_of(const value& text) {
  const auto date = text.is_string() ? Date::parse(std::string(text.as_string())) : std::nullopt;
  if (!date) throw std::runtime_error("not a date: " + json::serialize(text));
  return *date;
}

Date date_at(const object& inputs, std::string_view key) { return date_of(at(inputs, key)); }

Rational exact_of(const value& number) {
  const std::string text = decimal_text(number);
  const auto point = text.find('.');
  const int places = point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
  std::int64_t scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  const auto scaled = parse_scaled(text, places);
  if (!scaled) throw std::runtime_error("not a decimal number: " + text);
  return {*scaled, scale};
}

std::vector<std::pair<int, std::int64_t>> by_year(const value& map) {
  std::vector<std::pair<int, std::int64_t>> years;
  for (const auto& [year, amount] : map.as_object())
    years.emplace_back(static_cast<int>(integer(std::string(year))), amount.as_int64());
  std::sort(years.begin(), years.end());
  return years;
}

}  // namespace openitmo::cases
