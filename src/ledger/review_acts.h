#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "party/codes.h"
#include "party/document.h"
#include "party/names.h"
#include "quantity/date.h"

// Acts about the Article 6 technical expert review (2/CMA.3 annex paras 25-28; 6/CMA.4 annex II).
// Questions, answers and the words of recommendations lie beside the journal; here stand the codes
// and hashes by which anyone can tell that they are the ones.
namespace openitmo::ledger {

// Regular information was sent: annex 4 of a biennial transparency report (2/CMA.3 annex paras
// 21-23).
struct SubmitRegularInformation {
  static constexpr const char* kType = "regular_information_submitted";
  PartyId party;
  CalendarYear first_year;
  CalendarYear last_year;
  Document report;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("first_year", self.first_year);
    visit("last_year", self.last_year);
    visit("report", self.report);
  }
};

struct ReviewedSubmission {
  std::uint64_t submission_entry = 0;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("submission_entry", self.submission_entry);
  }
};

// One that an earlier report made already is repeated (6/CMA.4 annex II para 6).
struct ReviewRecommendation {
  std::string recommendation;
  std::uint64_t submission_entry = 0;  // of the report that it is about
  std::string paragraph;               // of the outline: "18(h)(i)"
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("recommendation", self.recommendation);
    visit("submission_entry", self.submission_entry);
    visit("paragraph", self.paragraph);
  }
};

// The final report of a review was made public on the effective date (6/CMA.4 annex II paras 5,
// 21(h)). Whether an inconsistency is significant or persistent stands in the marking of the
// platform alone (RecordReviewStatus).
struct RecordReviewReport {
  static constexpr const char* kType = "review_report_recorded";
  PartyId party;
  std::string review;
  Document report;
  std::vector<ReviewedSubmission> reviewed;
  std::vector<ReviewRecommendation> recommendations;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("review", self.review);
    visit("report", self.report);
    visit("reviewed", self.reviewed);
    visit("recommendations", self.recommendations);
  }
};

enum class RecommendationAnswer { done, not_done };

// The Party reported back on a recommendation in the submission that the entry recorded (4/CMA.6
// paras 43-44). How it was addressed, or why not, stands there.
struct AnswerRecommendation {
  static constexpr const char* kType = "recommendation_answered";
  PartyId party;
  std::string recommendation;
  RecommendationAnswer answer = RecommendationAnswer::done;
  std::uint64_t submission_entry = 0;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("recommendation", self.recommendation);
    visit("answer", self.answer);
    visit("submission_entry", self.submission_entry);
  }
};

}  // namespace openitmo::ledger

namespace openitmo {
template <>
struct EnumNames<ledger::RecommendationAnswer> {
  static constexpr std::array<std::string_view, 2> names{"done", "not_done"};
};
}  // namespace openitmo
