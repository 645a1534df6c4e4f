#pragma once

#include <source_location>
#include <stdexcept>
#include <string>
#include <string_view>

namespace openitmo {

// A broken invariant: a programmer's mistake, never bad input. The single writer that meets one
// refuses the command, writes nothing more and says where; nothing loops or retries.
class InvariantBroken : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

// Throws InvariantBroken naming `statement` and the place unless `holds`. Always on, in every
// build. Design invariants are cited by number: check(a <= b, "invariant 2: cap of the
// authorization").
[[noreturn]] void broken_invariant(std::string_view statement, std::source_location where);
inline void check(bool holds, std::string_view statement,
                  std::source_location where = std::source_location::current()) {
  if (!holds) [[unlikely]]
    broken_invariant(statement, where);
}

}  // namespace openitmo
