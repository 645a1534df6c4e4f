#include "vector_inputs.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <stdexcept>

namespace openitmo::vectors {

namespace {

// Years, months and counts; a series of more entries is a slip of the pen.
constexpr double kIntegerMax = 100'000;

double number(const json::value& value, const std::string& place) {
  if (!value.is_number()) throw std::runtime_error(fmt::format("{} is not a number", place));
  return value.to_number<double>();
}

}  // namespace

std::string Inputs::place(std::string_view key) const { return fmt::format("{}/{}", path_, key); }

const json::value& Inputs::at(std::string_view key) const {
  const json::value* value = object_.if_contains(key);
  if (value == nullptr) throw std::runtime_error(fmt::format("input {} is missing", place(key)));
  return *value;
}

bool Inputs::has_all(std::initializer_list<std::string_view> keys) const {
  return std::ranges::all_of(keys, [&](std::string_view key) { return has(key); });
}

double Inputs::real(std::string_view key) const { return number(at(key), place(key)); }

double Inputs::real_or(std::string_view key, double otherwise) const {
  return has(key) ? real(key) : otherwise;
}

bool Inputs::flag(std::string_view key) const {
  const json::value& value = at(key);
  return value.is_bool() ? value.get_bool() : number(value, place(key)) != 0;
}

std::string Inputs::text(std::string_view key) const {
  const json::value& value = at(key);
  if (!value.is_string()) throw std::runtime_error(fmt::format("{} is not a text", place(key)));
  return std::string(value.get_string());
}

std::vector<double> Inputs::list(std::string_view key) const {
  const json::value& value = at(key);
  if (!value.is_array()) throw std::runtime_error(fmt::format("{} is not a list", place(key)));
  std::vector<double> numbers;
  for (const json::value& element : value.get_array())
    numbers.push_back(number(element, place(key)));
  return numbers;
}

std::vector<int> Inputs::integers(std::string_view key) const {
  std::vector<int> integers;
  for (const double value : list(key)) {
    if (value != std::floor(value) || std::fabs(value) > kIntegerMax)
      throw std::runtime_error(fmt::format("{} is not a list of integers", place(key)));
    integers.push_back(static_cast<int>(value));
  }
  return integers;
}

mrv::Series<double> Inputs::series(std::string_view key) const {
  if (at(key).is_array()) return list(key);
  return real(key);
}

mrv::Series<double> Inputs::series_or(std::string_view key, double otherwise) const {
  return has(key) ? series(key) : mrv::Series<double>(otherwise);
}

Inputs Inputs::object(std::string_view key) const {
  const json::value& value = at(key);
  if (!value.is_object()) throw std::runtime_error(fmt::format("{} is not an object", place(key)));
  return Inputs(value.get_object(), place(key));
}

std::vector<Inputs> Inputs::objects(std::string_view key) const {
  const json::value& value = at(key);
  if (!value.is_array()) throw std::runtime_error(fmt::format("{} is not a list", place(key)));
  std::vector<Inputs> objects;
  for (const json::value& element : value.get_array()) {
    if (!element.is_object())
      throw std::runtime_error(fmt::format("{} is not a list of objects", place(key)));
    objects.emplace_back(element.get_object(), place(key));
  }
  return objects;
}

std::vector<std::string> Inputs::keys() const {
  std::vector<std::string> keys;
  for (const auto& entry : object_) keys.emplace_back(entry.key());
  return keys;
}

}  // namespace openitmo::vectors
