#pragma once

#include <optional>
#include <string>
#include <vector>

#include "party/codes.h"
#include "party/document.h"
#include "party/names.h"
#include "quantity/date.h"
#include "quantity/report_text.h"

// The log of one Article 6 technical expert review of a Party (6/CMA.4 annex II): its days, what
// was asked and answered, what was recommended. The words stand here and not in the journal, which
// names the same review and recommendations by their codes. Read from a file by
// files/programme/review_cases.h. No names of persons.
namespace openitmo::reporting {

enum class ReviewForm : std::uint8_t { desk, centralized };

// When a centralized review is asked for (6/CMA.4 annex II para 17).
enum class CentralizedReason : std::uint8_t { first_btr, ndc_achievement, simultaneous };

// The Party may mark what it says as confidential and then gives the basis (annex II para 22).
struct ReviewAnswer {
  Date given{};  // of the answer to a question
  ReportText text{};
  ReportText confidential{};  // the basis; empty: public
  Document evidence{};
};

struct ReviewQuestion {
  std::string id{};
  Date asked{};
  std::string paragraph{};           // of the outline
  CooperativeApproachId approach{};  // empty: the Party as a whole
  ReportText text{};
  std::optional<ReviewAnswer> answer{};
};

// What the Party reports back in the next updated initial report or regular information.
struct RecommendationResponse {
  bool done = false;
  ReviewAnswer answer{};  // how, or why not
};

struct ReviewedRecommendation {
  std::string id{};
  std::string paragraph{};
  ReportText text{};
  std::optional<RecommendationResponse> response{};
};

// What is not known yet is empty.
struct ReviewDays {
  Date week{};                           // first day of the review week
  std::optional<Date> btr_week{};        // the same of the Article 13 review
  std::optional<Date> dates_agreed{};    // secretariat and Party
  std::optional<Date> team_composed{};   // secretariat
  std::optional<Date> draft_received{};  // by the Party
  std::optional<Date> comments_sent{};   // by the Party
  std::optional<Date> final_report{};    // team
  std::optional<Date> published{};
};

struct ReviewCase {
  PartyId party{};
  std::string review{};  // the code by which the journal names its report
  ReviewForm form = ReviewForm::desk;
  std::vector<CentralizedReason> reasons{};
  Basis basis = Basis::published;
  std::string source{};
  ReviewDays days{};
  Document draft{};         // empty reference: none
  Document final_report{};  // the same
  std::vector<ReviewQuestion> questions{};
  std::vector<ReviewedRecommendation> recommendations{};

  // Null where the report made none of this id.
  const ReviewedRecommendation* find_recommendation(const std::string& id) const;
};

}  // namespace openitmo::reporting

namespace openitmo {
template <>
struct EnumNames<reporting::ReviewForm> {
  static constexpr std::array<std::string_view, 2> names{"desk", "centralized"};
};
template <>
struct EnumNames<reporting::CentralizedReason> {
  static constexpr std::array<std::string_view, 3> names{"first_btr", "ndc_achievement",
                                                         "simultaneous"};
};
}  // namespace openitmo
