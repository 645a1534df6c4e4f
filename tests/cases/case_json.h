#pragma once

#include <boost/json.hpp>
#include <string>
#include <vector>

#include "quantity/date.h"
#include "quantity/rational.h"
#include "quantity/tonnes.h"

// A case file, and how what the program produced is compared with what a case expects.
namespace openitmo::cases {

namespace json = boost::json;
using json::object;
using json::value;

struct Case {
  std::string id;
  std::string method;
  object inputs;
  object expected;
};
// Throws std::runtime_error naming what is wrong with the text.
std::vector<Case> read_cases(const std::string& text);

enum class Verdict { pass, fail, not_yet_supported };
struct Outcome {
  Verdict verdict = Verdict::not_yet_supported;
  std::string detail;
};
// Every expected figure must be in `produced` with the same value. Numbers compare exactly (a text
// with decimals to that many places); in maps by year a year left out is 0. Keys wrong_* and
// published_* are values that must not be produced. Sentences that only explain are not compared.
Outcome compare(const object& produced, const object& expected);

// Amounts as JSON: whole numbers as such, fractions exactly as "numerator/denominator".
value json_of(const Rational& amount);
value tonnes_of_kilograms(const Rational& kilograms);
value json_of(TonnesCo2eq tonnes);

// Inputs. Missing or mistyped keys throw std::runtime_error with the key's name.
const value& at(const object& inputs, std::string_view key);
std::int64_t whole_at(const object& inputs, std::string_view key);
std::uint64_t quantity_at(const object& inputs, std::string_view key);
int year_at(const object& inputs, std::string_view key);
std::string text_at(const object& inputs, std::string_view key);
Date date_at(const object& inputs, std::string_view key);
std::uint64_t quantity_of(const value& number);
Date date_of(const value& text);
// A JSON number or decimal text as an exact fraction: 0.05 is 1/20.
Rational exact_of(const value& number);
// {"2024": 50} in order of years.
std::vector<std::pair<int, std::int64_t>> by_year(const value& map);

}  // namespace openitmo::cases
