#pragma once

#include <optional>

#include "reporting/report_parts.h"

namespace openitmo::reporting {

// The letter by which a Party authorizes the use of ITMOs, with every element of 4/CMA.6 para 5 in
// the order of its letters: what a version of the authorization says, and what the Party states
// ("5(g)", "5(j)", "5(l)"). Letters that the text qualifies take a reasoned blank (rulebook R-031).
// `version` empty: the last one. Nothing where the Party has no such authorization.
std::optional<OfficialDocument> authorization_letter(const ReportInputs& inputs,
                                                     const std::string& authorization,
                                                     std::optional<std::uint32_t> version = {});

// All versions of an authorization, what each changed, and what was first transferred under it.
std::optional<OfficialDocument> authorization_statement(const ReportInputs& inputs,
                                                        const std::string& authorization);

}  // namespace openitmo::reporting
