#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accounting/rule_replay.h"
#include "quantity/language.h"

// Rule replay for people and for machines.
namespace openitmo::accounting {

// "averaging, restated uniformly, numerator by vintage".
Text words_of(const MethodChoice& choice);
Text words_of(ElapsedYears rule);

// How many figures differ, and whether the NDC would be achieved otherwise.
Text replay_sentence(const RuleReplay& replay);

// With a head row, in t CO2 eq with three decimals; of each figure that differs, what it is, what
// it would be and the difference.
std::vector<std::vector<std::string>> replay_rows(const RuleReplay& replay, Language language);

// Schema openitmo/rule-replay/1: every year, also those that agree; exact figures in kg CO2 eq as
// "numerator/denominator", null where unknown.
std::string replay_json(const RuleReplay& replay, std::string_view demonstration);

}  // namespace openitmo::accounting
