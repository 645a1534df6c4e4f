#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "quantity/language.h"

namespace openitmo {

// What the operator can act on: disk, file, another process. Says where, what happened and what to
// do, in both languages; what() is the English. Thrown by adapters, caught once in main.
class OperatorError : public std::runtime_error {
 public:
  OperatorError(std::string_view where, const Text& what_happened, const Text& remedy);
  const Text& text() const { return text_; }

 private:
  explicit OperatorError(Text text) : std::runtime_error(text.en), text_(std::move(text)) {}
  Text text_;
};

// The cause that the system gives as a number (errno): "the disk is full". A rare one is told in
// the system's own words, which are English.
Text system_cause(int error_number);

}  // namespace openitmo
