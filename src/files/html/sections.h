#pragma once

#include "files/html/report_page.h"

// The sections of the report in the order of the page; each begins with its heading of level 2.
// Empty where the run has nothing to show.
namespace openitmo::files {

Html summary_section(const Page& page);
Html pictures_section(const Page& page);
Html derivation_section(const Page& page);
Html verification_section(const Page& page);
Html balances_section(const Page& page);
Html reporting_section(const Page& page);
Html proof_section(const Page& page);
Html sources_section(const Page& page);

// Assumptions behind a Party's balances, one sentence each.
std::vector<std::string> assumption_sentences(const Page& page,
                                              const accounting::PartyAccounts& accounts);

// The official words of 4/CMA.6 para 29, in French with their translation.
std::string check_mark_words(const Page& page, reporting::CheckMark mark);

// "NDC method" words for tables and sentences.
std::string method_name(const Page& page, const accounting::MethodChoice& choice);
std::string method_name(const Page& page, AdjustmentMethod method);
std::string basis_name(const Page& page, Basis basis);

}  // namespace openitmo::files
