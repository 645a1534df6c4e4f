#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ledger/recorded.h"
#include "ledger/review_acts.h"
#include "party/records.h"

namespace openitmo::ledger {

// What the Article 6 technical expert review reviews; not AEF rows, which the secretariat checks
// (6/CMA.4 annex II para 2).
enum class ReportKind : std::uint8_t {
  initial_report,
  updated_initial_report,  // every one that comes after another document of the Party
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
  // By Party and id.
  const std::map<std::pair<PartyId, std::string>, Recommendation>& recommendations() const {
    return recommendations_;
  }

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
  std::vector<SubmittedReport> submissions_;
  std::vector<Recorded<RecordReviewReport>> reports_;
  std::map<std::pair<PartyId, std::string>, Recommendation> recommendations_;
};

// An updated initial report or regular information that came after the listing (4/CMA.6 para 44).
bool can_answer(const SubmittedReport& submission, const RecommendationListing& listing);

}  // namespace openitmo::ledger
