#pragma once

#include <vector>

#include "reporting/report_parts.h"

// The reports of a Party by the outlines of 6/CMA.4, made from ledger, accounts and statements.
// Pure: the same inputs give the same document. What an outline asks for and nobody said is missing
// at its place (official_document.h).
namespace openitmo::reporting {

// 2/CMA.3 annex para 18, about all cooperative approaches of the Party.
OfficialDocument initial_report(const ReportInputs& inputs);

// Para 19: what is due for a further approach, 18(g) to (i). With `earlier`, an earlier state of
// the same report, first what changed since.
OfficialDocument updated_initial_report(const ReportInputs& inputs, CooperativeApproachId approach,
                                        const OfficialDocument* earlier);

// Paras 21 to 23, annex 4 of the biennial transparency report, about the years of `span`.
// `earlier` is the initial report as it was submitted; null: none was.
OfficialDocument regular_information(const ReportInputs& inputs, const accounting::Period& span,
                                     const OfficialDocument* earlier);

// The Party's approaches, in order of their codes.
std::vector<CooperativeApproachId> approaches_of(const ledger::Ledger& ledger, PartyId party);

// Whether an approach, the NDC, an inventory or a statement is fictitious: then every output that
// is made from them says so, also one of a moment before the approach was recorded.
bool is_demonstration(const ReportInputs& inputs);

// Moment, assumptions and the entries named: the same for every document of this folder.
void complete_document(OfficialDocument& document, const ReportInputs& inputs);

}  // namespace openitmo::reporting
