#pragma once

#include "reporting/report_parts.h"

// Recommendations of the Article 6 technical expert review in what the Party sends (4/CMA.6 paras
// 43-44; 6/CMA.4 annex II paras 6, 25).
namespace openitmo::reporting {

// Puts the Party's answers to recommendations that are open into an updated initial report or
// regular information, before its annexes: done or not, with how and why. One without answer is
// missing. Earlier answers stand in a table. Nothing where no review recommended anything.
void add_recommendations(OfficialDocument& document, const ReportInputs& in);

// The response that the log of the review with the last listing gives; null where none does.
const RecommendationResponse* response_to(const Statements& statements,
                                          const ledger::Recommendation& recommendation);

// Its words in that log; the code where it does not stand there.
ReportText recommendation_text(const Statements& statements,
                               const ledger::Recommendation& recommendation);
ReportText recommendation_state_text(ledger::RecommendationState state);
ReportText report_kind_text(ledger::ReportKind kind);
// One table of the Party's recommendations, each with its review, state and entries.
DataTable recommendation_table(const ReportInputs& in);

// In a language in which a text does not stand, the first one in which it does.
ReportText in_any_language(const ReportText& text);

}  // namespace openitmo::reporting
