#pragma once

#include <string>
#include <string_view>

namespace openitmo::mrv {

// A calendar month, or a calendar year where `month` is 0, or nothing where `year` is 0.
struct Period {
  int year = 0;
  unsigned month = 0;
  auto operator<=>(const Period&) const = default;
};

// "2026", "2026-03" or "".
std::string to_string(Period period);

// What an equation calls one of its quantities. `symbol` and `equation` as printed in the
// methodology; `of` is the waste type or the like that an index of the symbol stands for. Only
// views: for a plain `double` a label costs nothing.
struct Label {
  std::string_view symbol;
  std::string_view unit;
  std::string_view equation = {};
  std::string_view of = {};
  Period period = {};
};

}  // namespace openitmo::mrv
