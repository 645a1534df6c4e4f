#pragma once

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "quantity/check.h"

namespace openitmo::mrv {

// One figure of a year, t CO2 eq. `key` is that of its description (methodology.h).
template <class S>
struct Term {
  std::string_view key;
  S value;
};

// What a methodology gives for one calendar year of one component, in the order of its document.
// The last is ER, which may be negative.
template <class S>
class YearTerms {
 public:
  YearTerms() = default;
  YearTerms(std::vector<Term<S>> terms) : terms_(std::move(terms)) {}

  const std::vector<Term<S>>& list() const { return terms_; }
  bool has(std::string_view key) const { return find(key) != terms_.end(); }
  // `key` must be one of the terms.
  const S& at(std::string_view key) const {
    const auto term = find(key);
    check(term != terms_.end(), "a methodology yields the terms that it describes");
    return term->value;
  }
  const S& ER() const { return at("ER"); }

 private:
  auto find(std::string_view key) const {
    return std::ranges::find(terms_, key, [](const Term<S>& term) { return term.key; });
  }

  std::vector<Term<S>> terms_;
};

}  // namespace openitmo::mrv
