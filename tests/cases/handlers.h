#pragma once

#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "case_json.h"

// Each handler knows one shape of inputs: the method words of a case and the keys that must be
// there. None knows a case by its id.
namespace openitmo::cases {

// Thrown by a handler whose inputs ask for something that the product does not do.
class NotYetSupported : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Handler {
  std::vector<std::string_view> methods;
  std::vector<std::string_view> needs;
  // What the program makes of the inputs, under the names that cases use. Throws for inputs that it
  // cannot read.
  object (*run)(const Case& one);
};

std::span<const Handler> balance_handlers();
std::span<const Handler> summary_handlers();
std::span<const Handler> acceptance_handlers();
std::span<const Handler> life_cycle_handlers();
std::span<const Handler> arithmetic_handlers();
std::span<const Handler> reporting_handlers();
std::span<const Handler> safeguard_handlers();
std::span<const Handler> terms_handlers();
std::span<const Handler> mitigation_handlers();

// The word of the case files for a refusal; the refusal's own name where they have none.
std::string field_word(int refusal_code);

}  // namespace openitmo::cases
