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
  // One report about several approaches is recorded for each of them.
  const bool is_further = std::ranges::any_of(submissions_, [&](const SubmittedReport& earlier) {
    return earlier.party == record.party && earlier.kind != ReportKind::regular_information &&
           earlier.report.sha256 != record.report.sha256;
  });
  submissions_.push_back(
      {.kind = is_further ? ReportKind::updated_initial_report : ReportKind::initial_report,
       .party = record.party,
       .approach = record.approach,
       .first_year = {},
       .last_year = {},
       .report = record.report,
       .effective = effective,
       .entry = entry});
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
  return submission.kind != ReportKind::initial_report && submission.entry > listing.entry &&
         submission.effective >= listing.published;
}

}  // namespace openitmo::ledger
