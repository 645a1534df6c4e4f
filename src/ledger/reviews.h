#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ledger/recorded.h"
#include "ledger/review_acts.h"
#include "party/names.h"
#include "party/records.h"

namespace openitmo::ledger {

// What the Article 6 technical expert review reviews; not AEF rows, which the secretariat checks
// (6/CMA.4 annex II para 2).
enum class ReportKind : std::uint8_t {
  initial_report,
  revised_initial_report,  // about an approach whose report no review report names yet
  updated_initial_report,  // every other that comes after one of the Party
  regular_information,
};

// A report that was sent. One that is promised with the next biennial transparency report is none.
struct SubmittedReport {
  ReportKind kind = ReportKind::initial_report;
  PartyId party;
  CooperativeApproachId approach;  // of an initial or updated initial report
  CalendarYear first_year;         // of regular information
  CalendarYear last_year;
  Document report;
  Date effective;
  std::uint64_t entry = 0;
};

enum class RecommendationState : std::uint8_t { open, done, not_done };

// Where a review report makes or repeats it.
struct RecommendationListing {
  std::string review;
  ReviewRecommendation record;
  Date published;
  std::uint64_t entry = 0;
};

struct Recommendation {
  PartyId party;
  std::vector<RecommendationListing> listings;            // at least one; later ones repeat it
  std::vector<Recorded<AnswerRecommendation>> answers{};  // in order of entries

  // A later report that repeats it opens it again.
  RecommendationState state() const;
  const std::string& id() const { return listings.front().record.recommendation; }
};

// What was submitted for review, what the reviews recommended, and what was answered. State only.
class Reviews {
 public:
  void record(const SubmitInitialReport& record, Date effective, std::uint64_t entry);
  void record(const SubmitRegularInformation& record, Date effective, std::uint64_t entry);
  void record(const RecordReviewReport& record, Date effective, std::uint64_t entry);
  void record(const AnswerRecommendation& record, Date effective, std::uint64_t entry);

  // In order of entries.
  const std::vector<SubmittedReport>& submissions() const { return submissions_; }
  const std::vector<Recorded<RecordReviewReport>>& reports() const { return reports_; }

  // By id.
  std::vector<const Recommendation*> recommendations_of(PartyId party) const;
  // Null where the entry recorded no report of the Party.
  const SubmittedReport* find_submission(PartyId party, std::uint64_t entry) const;
  const Recorded<RecordReviewReport>* find_report(PartyId party, const std::string& review) const;
  const Recommendation* find_recommendation(PartyId party, const std::string& id) const;
  // The first submission that could carry an answer: an updated initial report or regular
  // information sent after the last review that lists it. Null: none yet.
  const SubmittedReport* next_submission(const Recommendation& recommendation) const;

  // The whole state, for a snapshot.
  static void members(auto& self, auto&& visit) {
    visit(self.submissions_);
    visit(self.reports_);
    visit(self.recommendations_);
  }

 private:
  ReportKind kind_of(const SubmitInitialReport& record) const;

  std::vector<SubmittedReport> submissions_;
  std::vector<Recorded<RecordReviewReport>> reports_;
  std::map<std::pair<PartyId, std::string>, Recommendation> recommendations_;  // by Party and id
};

// An updated initial report or regular information that came after the listing (4/CMA.6 para 44).
// A revised initial report belongs to the review that goes on (para 36).
bool can_answer(const SubmittedReport& submission, const RecommendationListing& listing);

}  // namespace openitmo::ledger

namespace openitmo {
template <>
struct EnumNames<ledger::ReportKind> {
  static constexpr std::array<std::string_view, 4> names{
      "initial_report", "revised_initial_report", "updated_initial_report", "regular_information"};
};
template <>
struct EnumNames<ledger::RecommendationState> {
  static constexpr std::array<std::string_view, 3> names{"open", "done", "not_done"};
};
}  // namespace openitmo
