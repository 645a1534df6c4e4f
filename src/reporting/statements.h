#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "party/codes.h"
#include "party/document.h"
#include "quantity/date.h"
#include "quantity/report_text.h"
#include "quantity/tonnes.h"
#include "reporting/review_case.h"

// What a Party states in its own words, by paragraph; figures that a journal knows are never among
// it. Read from a file by files/programme/statements.h.
namespace openitmo::reporting {

struct PartyStatement {
  std::string paragraph;  // "18(h)(i)", or "18(g) description" where the letter has several
  CooperativeApproachId approach;  // empty: all of them, or the Party as a whole
  ReportText text;                 // empty in a language in which it does not stand
  ReportText not_applicable;       // the reason, in place of a text
  ReportText confidential;         // the basis for protecting it; empty: public
  Basis basis = Basis::published;
  std::string source;
  Document evidence;
};

// Expected before the start, added up over the components of the programme that it names.
struct ExpectedMitigation {
  CooperativeApproachId approach;
  std::map<CalendarYear, TonnesCo2eq> yearly_t_co2eq;
  std::vector<std::string> files;  // from which the figures were read
};

struct Statements {
  PartyId party;
  std::map<std::string, ReportText> names;  // of Parties, approaches, entities, indicators
  std::vector<PartyStatement> statements;
  std::vector<ExpectedMitigation> expected;
  std::vector<ReviewCase> reviews{};  // in the order of their weeks

  // The one about the approach, or else about all. Null where none stands.
  const PartyStatement* find(std::string_view paragraph, CooperativeApproachId approach) const;
  const ExpectedMitigation* expected_of(CooperativeApproachId approach) const;
  // Null where no file has the log of this review.
  const ReviewCase* review_of(const std::string& review) const;
  // As the Party calls it, or `otherwise`.
  ReportText name_of(std::string_view id, std::string_view otherwise) const;
};

}  // namespace openitmo::reporting
