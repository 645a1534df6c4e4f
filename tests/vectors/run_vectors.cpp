#include <array>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "calculators.h"
#include "comparison.h"

// run_vectors FILE: calculates every vector of the file with the equations of src/mrv and compares.
// A line per case; exit code 0 if none fails, 1 if one does, 2 if the file cannot be read.
namespace openitmo::vectors {
namespace {

enum class Outcome { pass, fail, not_yet_supported };

const json::object& object_at(const json::object& vector, std::string_view key) {
  const json::value* value = vector.if_contains(key);
  if (value == nullptr || !value->is_object())
    throw std::runtime_error(fmt::format("'{}' is missing or not an object", key));
  return value->get_object();
}

std::string name_of(const json::object& vector, std::size_t position) {
  const json::value* id = vector.if_contains("id");
  return id != nullptr && id->is_string() ? std::string(id->get_string())
                                          : fmt::format("vector {}", position + 1);
}

Outcome not_yet_supported(const std::string& id, std::string_view why) {
  fmt::print("{} not yet supported ({})\n", id, why);
  return Outcome::not_yet_supported;
}

// Results that the vector names and nobody calculates; they are taken out of `expected`.
std::vector<std::string> take_unknown(json::object& expected, const json::object& calculated) {
  std::vector<std::string> unknown;
  for (const auto& entry : expected)
    if (!calculated.contains(entry.key())) unknown.emplace_back(entry.key());
  for (const std::string& name : unknown) expected.erase(name);
  return unknown;
}

Outcome run(const json::object& vector, const std::string& id) {
  const Inputs inputs(object_at(vector, "inputs"), "/inputs");
  json::object expected = object_at(vector, "expected");
  if (expected.empty()) throw std::runtime_error("'expected' is empty");
  const json::object& tolerance = object_at(vector, "tolerance");
  const Calculator* calculator = find_calculator(inputs);
  if (calculator == nullptr) return not_yet_supported(id, "inputs of an unknown shape");
  const json::object calculated = calculator->calculate(inputs);
  const std::vector<std::string> unknown = take_unknown(expected, calculated);
  const std::vector<std::string> wrong = differences(expected, calculated, tolerance);
  if (!wrong.empty()) {
    fmt::print("{} fail ({})\n", id, fmt::join(wrong, "; "));
    return Outcome::fail;
  }
  if (!unknown.empty())
    return not_yet_supported(id, fmt::format("no result {}", fmt::join(unknown, ", ")));
  fmt::print("{} pass\n", id);
  return Outcome::pass;
}

Outcome run_guarded(const json::value& vector, std::size_t position) {
  std::string id = fmt::format("vector {}", position + 1);
  try {
    if (!vector.is_object()) throw std::runtime_error("not an object");
    id = name_of(vector.get_object(), position);
    return run(vector.get_object(), id);
  } catch (const std::exception& error) {
    fmt::print("{} fail ({})\n", id, error.what());
    return Outcome::fail;
  }
}

int run_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  boost::system::error_code error;
  const json::value document = json::parse(text.str(), error);
  const json::object* root = document.if_object();
  const json::value* vectors = root == nullptr ? nullptr : root->if_contains("vectors");
  if (!file || error || vectors == nullptr || !vectors->is_array()) {
    fmt::print(stderr, "{} is not a file of test vectors: {}\n", path,
               !file   ? "it cannot be read"
               : error ? error.message()
                       : "it has no list 'vectors'");
    return 2;
  }
  std::array<std::size_t, 3> counts{};
  for (std::size_t i = 0; i < vectors->get_array().size(); ++i)
    ++counts[static_cast<std::size_t>(run_guarded(vectors->get_array()[i], i))];
  fmt::print("{} passed, {} failed, {} not yet supported\n", counts[0], counts[1], counts[2]);
  return counts[1] == 0 ? 0 : 1;
}

}  // namespace
}  // namespace openitmo::vectors

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: run_vectors FILE\n");
    return 2;
  }
  return openitmo::vectors::run_file(argv[1]);
}
