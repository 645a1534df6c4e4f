#include "ledger/reviews.h"

#include <algorithm>

#include "quantity/check.h"

namespace openitmo::ledger {

RecommendationState Recommendation::state() const {
  if (answers.empty() || answers.back().entry < listings.back().entry)
    return RecommendationState::open;
  return answers.back().record.answer == RecommendationAnswer::done ? RecommendationState::done
                                                                    : RecommendationState::not_done;
}

void Reviews::record(const SubmitInitialReport& record, Date effective, std::uint64_t entry) {
  if (record.report.sha256.empty()) return;
  submissions_.push_back({.kind = kind_of(record),
                          .party = record.party,
                          .approach = record.approach,
                          .first_year = {},
                          .last_year = {},
                          .report = record.report,
                          .effective = effective,
                          .entry = entry});
}

ReportKind Reviews::kind_of(const SubmitInitialReport& record) const {
  const auto is_reviewed = [&](std::uint64_t entry) {
    return std::ranges::any_of(reports_, [&](const Recorded<RecordReviewReport>& report) {
      return std::ranges::find(report.record.reviewed, entry,
                               &ReviewedSubmission::submission_entry) !=
             report.record.reviewed.end();
    });
  };
  ReportKind kind = ReportKind::initial_report;
  for (const SubmittedReport& earlier : submissions_) {
    // One report about several approaches is recorded for each of them.
    if (earlier.party != record.party || earlier.kind == ReportKind::regular_information ||
        earlier.report.sha256 == record.report.sha256)
      continue;
    if (earlier.approach == record.approach && !is_reviewed(earlier.entry))
      return ReportKind::revised_initial_report;
    kind = ReportKind::updated_initial_report;
  }
  return kind;
}

void Reviews::record(const SubmitRegularInformation& record, Date effective, std::uint64_t entry) {
  submissions_.push_back({.kind = ReportKind::regular_information,
                          .party = record.party,
                          .approach = {},
                          .first_year = record.first_year,
                          .last_year = record.last_year,
                          .report = record.report,
                          .effective = effective,
                          .entry = entry});
}

void Reviews::record(const RecordReviewReport& record, Date effective, std::uint64_t entry) {
  reports_.push_back({record, effective, entry});
  for (const ReviewRecommendation& one : record.recommendations) {
    Recommendation& known = recommendations_[{record.party, one.recommendation}];
    known.party = record.party;
    known.listings.push_back({record.review, one, effective, entry});
  }
}

void Reviews::record(const AnswerRecommendation& record, Date effective, std::uint64_t entry) {
  const auto known = recommendations_.find({record.party, record.recommendation});
  check(known != recommendations_.end(), "an answered recommendation was made");
  known->second.answers.push_back({record, effective, entry});
}

std::vector<const Recommendation*> Reviews::recommendations_of(PartyId party) const {
  std::vector<const Recommendation*> own;
  for (auto at = recommendations_.lower_bound({party, ""});
       at != recommendations_.end() && at->first.first == party; ++at)
    own.push_back(&at->second);
  return own;
}

const SubmittedReport* Reviews::find_submission(PartyId party, std::uint64_t entry) const {
  const auto found = std::ranges::lower_bound(submissions_, entry, {}, &SubmittedReport::entry);
  const bool is_one = found != submissions_.end() && found->entry == entry && found->party == party;
  return is_one ? &*found : nullptr;
}

const Recorded<RecordReviewReport>* Reviews::find_report(PartyId party,
                                                         const std::string& review) const {
  const auto found = std::ranges::find_if(reports_, [&](const auto& one) {
    return one.record.party == party && one.record.review == review;
  });
  return found == reports_.end() ? nullptr : &*found;
}

const Recommendation* Reviews::find_recommendation(PartyId party, const std::string& id) const {
  const auto found = recommendations_.find({party, id});
  return found == recommendations_.end() ? nullptr : &found->second;
}

const SubmittedReport* Reviews::next_submission(const Recommendation& recommendation) const {
  const auto found = std::ranges::find_if(submissions_, [&](const SubmittedReport& one) {
    return one.party == recommendation.party && can_answer(one, recommendation.listings.back());
  });
  return found == submissions_.end() ? nullptr : &*found;
}

bool can_answer(const SubmittedReport& submission, const RecommendationListing& listing) {
  const bool is_of_later_review = submission.kind == ReportKind::updated_initial_report ||
                                  submission.kind == ReportKind::regular_information;
  return is_of_later_review && submission.entry > listing.entry &&
         submission.effective >= listing.published;
}

}  // namespace openitmo::ledger
