#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "accounting/overselling.h"
#include "quantity/language.h"

// The overselling view for people and for machines; t CO2 eq.
namespace openitmo::accounting {

using TextRows = std::vector<std::vector<std::string>>;
// How a table writes tonnes: a page has another minus sign than a terminal.
using ShowTonnes = std::function<std::string(double t)>;
std::string shown_tonnes(double t);

Text words_of(MarginStage stage);
// What the target is and how transfers weigh on it.
Text target_sentence(const OversellingView& view);
// What a host should take from it: how likely the NDC is met with all that is authorized, and what
// more it can authorize at the highest confidence asked for that leaves anything.
Text overselling_sentence(const OversellingView& view);

// With a head row each. Stages: margin at the stated values, interval of 95 % of the draws, share
// of draws in which the NDC is met. Terms: as they enter the margin, how uncertain, where from.
TextRows stage_rows(const OversellingView& view, Language language,
                    const ShowTonnes& tonnes = shown_tonnes);
TextRows authorizable_rows(const OversellingView& view, Language language);
TextRows variance_rows(const OversellingView& view, Language language);
TextRows term_rows(const OversellingView& view, Language language,
                   const ShowTonnes& tonnes = shown_tonnes);

// Schema openitmo/overselling/1; fixed key order, real numbers as decimal strings.
std::string overselling_json(const OversellingView& view, const OversellingRequest& request,
                             std::string_view demonstration);

}  // namespace openitmo::accounting
