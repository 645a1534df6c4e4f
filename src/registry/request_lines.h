#pragma once

#include <expected>
#include <string_view>

#include "quantity/language.h"
#include "registry/registry.h"

// Acts as lines of JSON (NDJSON), for import in bulk: docs/formats/act-lines.md.
//
//   {"act":"use","command_id":"use-2023","effective_date":"2025-11-20","account":"CHE-STATE",
//    "vintage":2023,"quantity_t_co2eq":100,"party":"CHE","purpose":"ndc","year":2024}
namespace openitmo::registry {

// The act of one line, without the time of recording. `command_id` is asked for: sending the same
// line again is then safe. Keys whose value may be empty (texts, lists, optional figures) may be
// left out. Fails, saying what is wrong and what would be right, for anything else: not JSON, an
// unknown act or key, a key that is missing or of another kind.
std::expected<Request, Text> parse_act_line(std::string_view line);

// The line, without its end, that parse_act_line reads as this act.
std::string act_line(const Request& request);

}  // namespace openitmo::registry
