#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "mrv/scalar/series.h"

// Typed reading of a vector's inputs. A missing key or a wrong type throws std::runtime_error that
// names the key.
namespace openitmo::vectors {

namespace json = boost::json;

class Inputs {
 public:
  explicit Inputs(const json::object& object, std::string path = {})
      : object_(object), path_(std::move(path)) {}

  bool has(std::string_view key) const { return object_.contains(key); }
  bool has_all(std::initializer_list<std::string_view> keys) const;
  double real(std::string_view key) const;
  double real_or(std::string_view key, double otherwise) const;
  bool flag(std::string_view key) const;
  std::string text(std::string_view key) const;
  std::vector<double> list(std::string_view key) const;
  std::vector<int> integers(std::string_view key) const;
  // A list, or one number that holds throughout.
  mrv::Series<double> series(std::string_view key) const;
  mrv::Series<double> series_or(std::string_view key, double otherwise) const;
  Inputs object(std::string_view key) const;
  std::vector<Inputs> objects(std::string_view key) const;
  std::vector<std::string> keys() const;

 private:
  const json::value& at(std::string_view key) const;
  std::string place(std::string_view key) const;

  const json::object& object_;
  std::string path_;
};

}  // namespace openitmo::vectors
