#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "quantity/language.h"
#include "registry/registry.h"

// Acts whose fields are given as texts: cells of a table, options of a command line.
//
// A list's elements stand apart by "," and a list of records by ";", a record's fields by "/":
// "CHE,SEN", "CA9999-SEN01-SEN-1-2023/CA9999-SEN01-SEN-9-2023". A document is written
// REFERENCE/SHA256, or REFERENCE=FILE to have the file hashed. What starts with "[" or "{" is JSON.
namespace openitmo::registry {

struct GivenText {
  std::string_view key;   // act, command_id, effective_date, actor, or a field of the act
  std::string_view text;  // empty: left out
};

// What is wrong with the text of `key`; an empty key: with the act as a whole.
struct WrongText {
  std::string key;
  Text text;
};

// The SHA-256 of a file in hex; nothing where it cannot be read.
using HashOfFile = std::function<std::optional<std::string>(std::string_view path)>;

// The act without the time of recording. What must be given is as in request_lines.h.
std::expected<Request, WrongText> parse_act_texts(std::span<const GivenText> given,
                                                  const HashOfFile& hash_of_file);

}  // namespace openitmo::registry
