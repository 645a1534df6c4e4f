#include <algorithm>
#include <fmt/format.h>

#include "ledger/rules.h"
#include "party/plain_code.h"

// What is submitted for the Article 6 technical expert review, and what comes of it.
namespace openitmo::ledger {

namespace {

// Entries are public for ever: a paragraph is a reference and no sentence.
constexpr std::size_t kParagraphMax = 30;

// Codes of reviews and recommendations are those of the log that has the words
// (docs/formats/review-log.md): no sentence, and no name of a person with its spaces.
Broken code_valid(std::string_view field, std::string_view code) {
  if (is_plain_code(code)) return std::nullopt;
  return refuse(
      RefusalCode::value_not_valid,
      {std::string(field), std::string(code),
       Words("a code of at most 64 letters, digits, \"-\", \"_\" and \".\", without words",
             "un code d'au plus 64 lettres, chiffres, « - », « _ » et « . », sans "
             "phrase")});
}

Broken paragraph_valid(std::string_view paragraph) {
  const bool is_reference =
      !paragraph.empty() && paragraph.size() <= kParagraphMax && paragraph[0] >= '0' &&
      paragraph[0] <= '9' &&
      paragraph.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyzCMAP()/.,- ") ==
          std::string_view::npos;
  if (is_reference) return std::nullopt;
  return refuse(RefusalCode::value_not_valid, {Text::name("paragraph"), std::string(paragraph),
                                               Words("a paragraph such as 18(h)(i), without words",
                                                     "un paragraphe comme 18(h)(i), sans phrase")});
}

Refusal no_report(std::uint64_t entry) {
  return refuse(RefusalCode::not_recorded,
                {Words("a report of the Party in entry", "un rapport de la Partie à l'écriture"),
                 fmt::format("{}", entry)});
}

// Every submission reviewed is a report of the Party that was there on the day of publication.
Broken reviewed_valid(const Question& question, const RecordReviewReport& command) {
  if (command.reviewed.empty())
    return refuse(RefusalCode::value_not_valid,
                  {Text::name("reviewed"), std::string(),
                   Words("the entry of at least one report that was reviewed",
                         "l'écriture d'au moins un rapport examiné")});
  for (const ReviewedSubmission& one : command.reviewed) {
    const SubmittedReport* report =
        question.ledger.reviews().find_submission(command.party, one.submission_entry);
    if (report == nullptr) return no_report(one.submission_entry);
    if (auto broken =
            not_before(question, report->effective, Words("the submission", "la soumission")))
      return broken;
  }
  return std::nullopt;
}

Broken recommendations_valid(const RecordReviewReport& command) {
  for (auto one = command.recommendations.begin(); one != command.recommendations.end(); ++one) {
    if (auto broken = code_valid("recommendation", one->recommendation)) return broken;
    const bool is_second =
        std::any_of(command.recommendations.begin(), one, [&](const ReviewRecommendation& other) {
          return other.recommendation == one->recommendation;
        });
    if (is_second)
      return refuse(RefusalCode::already_recorded,
                    {Words("recommendation", "recommandation"), one->recommendation});
    if (std::ranges::find(command.reviewed, one->submission_entry,
                          &ReviewedSubmission::submission_entry) == command.reviewed.end())
      return no_report(one->submission_entry);
    if (auto broken = paragraph_valid(one->paragraph)) return broken;
  }
  return std::nullopt;
}

// It is the Party's, can carry an answer, and the act is not dated before it.
Broken submission_answers(const Question& question, const AnswerRecommendation& command,
                          const RecommendationListing& listing) {
  const SubmittedReport* submission =
      question.ledger.reviews().find_submission(command.party, command.submission_entry);
  if (submission == nullptr) return no_report(command.submission_entry);
  if (!can_answer(*submission, listing))
    return refuse(RefusalCode::submission_cannot_answer,
                  {fmt::format("{}", command.submission_entry), command.recommendation,
                   listing.published.to_string()});
  return not_before(question, submission->effective, Words("the submission", "la soumission"));
}

}  // namespace

Result<Event> decide_on(const Question& question, const SubmitRegularInformation& command) {
  if (auto broken = party_served(question, command.party)) return std::unexpected(*broken);
  if (auto broken = text_given("report", command.report.sha256)) return std::unexpected(*broken);
  if (command.first_year > command.last_year)
    return std::unexpected(refuse(RefusalCode::value_not_valid,
                                  {Text::name("first_year"), year_text(command.first_year),
                                   Words("a first year not after the last",
                                         "une première année qui ne suit pas la "
                                         "dernière")}));
  if (question.date().year() < command.last_year)
    return std::unexpected(
        refuse(RefusalCode::value_not_valid, {Text::name("last_year"), year_text(command.last_year),
                                              Words("a year that is not after the submission",
                                                    "une année qui ne suit pas la "
                                                    "soumission")}));
  return command;
}

Result<Event> decide_on(const Question& question, const RecordReviewReport& command) {
  if (auto broken = party_served(question, command.party)) return std::unexpected(*broken);
  if (auto broken = code_valid("review", command.review)) return std::unexpected(*broken);
  if (auto broken = text_given("report", command.report.sha256)) return std::unexpected(*broken);
  if (question.ledger.reviews().find_report(command.party, command.review))
    return std::unexpected(refuse(RefusalCode::already_recorded,
                                  {Words("review report", "rapport d'examen"), command.review}));
  if (auto broken = reviewed_valid(question, command)) return std::unexpected(*broken);
  if (auto broken = recommendations_valid(command)) return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const AnswerRecommendation& command) {
  if (auto broken = party_served(question, command.party)) return std::unexpected(*broken);
  const Recommendation* known =
      question.ledger.reviews().find_recommendation(command.party, command.recommendation);
  if (known == nullptr)
    return std::unexpected(
        refuse(RefusalCode::not_recorded,
               {Words("recommendation", "recommandation"), command.recommendation}));
  if (auto broken = submission_answers(question, command, known->listings.back()))
    return std::unexpected(*broken);
  const bool same_again =
      known->state() != RecommendationState::open &&
      (known->state() == RecommendationState::done ||
       known->answers.back().record.submission_entry == command.submission_entry);
  if (same_again)
    return std::unexpected(refuse(RefusalCode::already_recorded,
                                  {Words("answer to recommendation", "réponse à la recommandation"),
                                   command.recommendation}));
  return command;
}

}  // namespace openitmo::ledger
