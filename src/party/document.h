#pragma once

#include <string>

namespace openitmo {

// A document by its hash: the bytes stay beside the journal, so that they can be withheld or
// erased. `sha256` is 64 lower-case hex digits.
struct Document {
  std::string reference;  // a short code such as SEN-INITIAL-REPORT-2022; never free text
  std::string sha256;

  static constexpr void fields(auto&& self, auto&& visit) {
    visit("reference", self.reference);
    visit("sha256", self.sha256);
  }
  bool operator==(const Document&) const = default;
};

// How far a recorded figure can be trusted; every view shows it beside the figure.
enum class Basis { published, assumed, fictitious };

}  // namespace openitmo

#include "party/names.h"

template <>
struct openitmo::EnumNames<openitmo::Basis> {
  static constexpr std::array<std::string_view, 3> names{"published", "assumed", "fictitious"};
};
