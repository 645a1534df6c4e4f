#include "comparison.h"

#include <cmath>
#include <fmt/format.h>

namespace openitmo::vectors {

namespace json = boost::json;

namespace {

class Comparison {
 public:
  explicit Comparison(const json::object& tolerance) : tolerance_(tolerance) {}

  void compare(const std::string& name, const json::value& expected, const json::value* found) {
    if (found == nullptr) return differ(name, "is not calculated", expected);
    if (expected.is_number()) return compare_number(name, expected, *found);
    if (expected.is_object()) return compare_object(name, expected.get_object(), *found);
    if (expected.is_array()) return compare_array(name, expected.get_array(), *found);
    if (expected != *found) differ(name, json::serialize(*found), expected);
  }

  std::vector<std::string> take() { return std::move(differences_); }

 private:
  void differ(const std::string& name, const std::string& found, const json::value& expected) {
    differences_.push_back(
        fmt::format("{} {}, expected {}", name, found, json::serialize(expected)));
  }

  void compare_number(const std::string& name, const json::value& expected,
                      const json::value& found) {
    if (!found.is_number()) return differ(name, json::serialize(found), expected);
    const double a = found.to_number<double>();
    const double b = expected.to_number<double>();
    if (!(std::fabs(a - b) <= allowed(name, b)))
      differences_.push_back(fmt::format("{} {}, expected {}", name, a, b));
  }

  double allowed(const std::string& name, double expected) const {
    const json::value* type = tolerance_.if_contains("type");
    const bool is_relative = type != nullptr && *type == "relative";
    const bool is_exact = type != nullptr && *type == "exact";
    const json::value* value = tolerance_.if_contains(name.substr(0, name.find('/')));
    if (value == nullptr) value = tolerance_.if_contains("value");
    if (is_exact || value == nullptr) return 0;
    if (is_relative && expected == 0) return 1e-9;
    return value->to_number<double>() * (is_relative ? std::fabs(expected) : 1);
  }

  void compare_object(const std::string& name, const json::object& expected,
                      const json::value& found) {
    if (!found.is_object()) return differ(name, json::serialize(found), expected);
    for (const auto& entry : expected)
      compare(fmt::format("{}/{}", name, std::string_view(entry.key())), entry.value(),
              found.get_object().if_contains(entry.key()));
  }

  void compare_array(const std::string& name, const json::array& expected,
                     const json::value& found) {
    if (!found.is_array() || found.get_array().size() != expected.size())
      return differ(name, json::serialize(found), expected);
    for (std::size_t i = 0; i < expected.size(); ++i)
      compare(fmt::format("{}/{}", name, i), expected[i], &found.get_array()[i]);
  }

  const json::object& tolerance_;
  std::vector<std::string> differences_;
};

}  // namespace

std::vector<std::string> differences(const json::object& expected, const json::object& calculated,
                                     const json::object& tolerance) {
  Comparison comparison(tolerance);
  for (const auto& entry : expected)
    comparison.compare(std::string(entry.key()), entry.value(),
                       calculated.if_contains(entry.key()));
  return comparison.take();
}

}  // namespace openitmo::vectors
