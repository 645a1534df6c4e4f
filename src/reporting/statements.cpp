#include "reporting/statements.h"

namespace openitmo::reporting {

const PartyStatement* Statements::find(std::string_view paragraph,
                                       CooperativeApproachId approach) const {
  const PartyStatement* of_all = nullptr;
  for (const PartyStatement& statement : statements) {
    if (statement.paragraph != paragraph) continue;
    if (!approach.empty() && statement.approach == approach) return &statement;
    if (statement.approach.empty()) of_all = &statement;
  }
  return of_all;
}

const ExpectedMitigation* Statements::expected_of(CooperativeApproachId approach) const {
  for (const ExpectedMitigation& one : expected)
    if (one.approach == approach) return &one;
  return nullptr;
}

const ReviewCase* Statements::review_of(const std::string& review) const {
  for (const ReviewCase& one : reviews)
    if (one.review == review) return &one;
  return nullptr;
}

const ReviewedRecommendation* ReviewCase::find_recommendation(const std::string& id) const {
  for (const ReviewedRecommendation& one : recommendations)
    if (one.id == id) return &one;
  return nullptr;
}

ReportText Statements::name_of(std::string_view id, std::string_view otherwise) const {
  const auto found = names.find(std::string(id));
  return found == names.end() ? ReportText::name(otherwise) : found->second;
}

}  // namespace openitmo::reporting
