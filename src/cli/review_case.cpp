#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/document_file.h"
#include "cli/journal_file.h"
#include "cli/report_language.h"
#include "cli/review_commands.h"
#include "cli/review_state.h"
#include "cli/terminal.h"
#include "files/html/official_html.h"
#include "files/problem.h"
#include "files/programme/review_cases.h"
#include "party/demonstration.h"
#include "reporting/party_reports.h"
#include "reporting/recommendations.h"
#include "reporting/review_calendar.h"
#include "reporting/review_difference.h"
#include "reporting/review_documents.h"

namespace openitmo::cli {

namespace {

namespace json = boost::json;
using ledger::RecommendationState;
using reporting::LogDifference;
using reporting::ReviewCase;
using reporting::ReviewDeadline;
using reporting::ReviewStepState;

constexpr Words kSteps[] = {
    {"dates of the week agreed", "dates de la semaine convenues"},
    {"review team composed", "équipe d'examen constituée"},
    {"preliminary questions", "questions préliminaires"},
    {"all questions answered", "réponse à toutes les questions"},
    {"draft report", "projet de rapport"},
    {"comments of the Party", "observations de la Partie"},
    {"final report", "rapport final"},
    {"published", "publié"},
};
constexpr Words kStates[] = {{"done", "fait"},
                             {"done late", "fait en retard"},
                             {"open", "à faire"},
                             {"LATE", "EN RETARD"},
                             {"not used", "non utilisé"}};
constexpr Words kAnswers[] = {
    {"NOT ANSWERED", "SANS RÉPONSE"}, {"done", "fait"}, {"not done", "non fait"}};

template <class Enum>
const Words& words_of(const Words* words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

std::string day(const std::optional<Date>& date) { return date ? date->to_string() : "-"; }

const ReviewCase& asked_case(const ReviewState& state, const ReviewCaseOptions& options) {
  const auto& reviews = state.statements.reviews;
  if (options.review.empty() && !reviews.empty()) return reviews.back();
  if (const ReviewCase* found = state.statements.review_of(options.review)) return *found;
  std::string known;
  for (const ReviewCase& one : reviews)
    known += fmt::format("{}{}", known.empty() ? "" : ", ", one.review);
  throw files::FileError(
      options.review.empty() ? options.statements : options.review,
      Words("there is no log of such a review", "il n'y a pas de suivi d'un tel examen"),
      known.empty() ? Text({"write one into {}", "écrivez-en un dans {}"},
                           files::reviews_path(state.known->accounts.party))
                    : Text({"name one of {}", "nommez l'un de {}"}, known));
}

std::vector<const ledger::Recommendation*> own_recommendations(const ReviewState& state) {
  return state.known->ledger.reviews().recommendations_of(state.known->accounts.party);
}

// A submission went out that should have answered it.
bool is_passed_over(const ReviewState& state, const ledger::Recommendation& one) {
  return one.state() == RecommendationState::open &&
         state.known->ledger.reviews().next_submission(one) != nullptr;
}

json::array differences_json(const std::vector<LogDifference>& differences) {
  json::array told;
  for (const LogDifference& one : differences) {
    json::object difference{{"what", name_of(one.kind)}, {"entry", one.entry}};
    if (!one.recommendation.empty()) difference["recommendation"] = one.recommendation;
    if (!one.in_log.empty()) difference["in_log"] = one.in_log;
    if (!one.in_journal.empty()) difference["in_journal"] = one.in_journal;
    told.push_back(std::move(difference));
  }
  return told;
}

json::object case_json(const ReviewState& state, const ReviewCase& review,
                       const std::vector<ReviewDeadline>& calendar,
                       const std::vector<LogDifference>& differences, bool demonstration) {
  json::array steps;
  for (const ReviewDeadline& one : calendar) {
    json::object step{{"step", name_of(one.step)}, {"state", name_of(one.state)}};
    if (one.due) step["due"] = one.due->to_string();
    if (one.done) step["done"] = one.done->to_string();
    steps.push_back(std::move(step));
  }
  json::array questions;
  for (const auto& one : review.questions) {
    json::object question{
        {"id", one.id}, {"paragraph", one.paragraph}, {"asked", one.asked.to_string()}};
    if (const auto due = reporting::answer_due(review, one)) question["due"] = due->to_string();
    if (one.answer) question["answered"] = one.answer->given.to_string();
    questions.push_back(std::move(question));
  }
  json::array recommendations;
  for (const ledger::Recommendation* one : own_recommendations(state)) {
    const auto& last = one->listings.back();
    json::object made{{"id", one->id()},
                      {"review", last.review},
                      {"paragraph", last.record.paragraph},
                      {"published_entry", last.entry},
                      {"state", name_of(one->state())},
                      {"passed_over", is_passed_over(state, *one)}};
    if (one->state() != RecommendationState::open)
      made["submission_entry"] = one->answers.back().record.submission_entry;
    recommendations.push_back(std::move(made));
  }
  return {{"party", review.party.view()},
          {"review", review.review},
          {"form", name_of(review.form)},
          {"demonstration", demonstration},
          {"week", review.days.week.to_string()},
          {"calendar", std::move(steps)},
          {"questions", std::move(questions)},
          {"recommendations", std::move(recommendations)},
          {"differences", differences_json(differences)}};
}

void show_calendar(Terminal& terminal, const ReviewCase& review,
                   const std::vector<ReviewDeadline>& calendar) {
  terminal.line(
      terminal.say(Text({"Review {} of {}, week of {}", "Examen {} : {}, semaine du {}"},
                        review.review, review.party.view(), review.days.week.to_string())));
  std::vector<std::vector<std::string>> rows{
      {std::string(terminal.say(Words("step", "étape"))),
       std::string(terminal.say(Words("due by", "au plus tard"))),
       std::string(terminal.say(Words("done", "fait le"))),
       std::string(terminal.say(Words("state", "état")))}};
  for (const ReviewDeadline& one : calendar)
    rows.push_back({std::string(terminal.say(words_of(kSteps, one.step))), day(one.due),
                    day(one.done), std::string(terminal.say(words_of(kStates, one.state)))});
  terminal.table(rows, {false, false, false, false});
}

void show_questions(Terminal& terminal, const ReviewCase& review) {
  terminal.line("");
  const auto answered = static_cast<std::size_t>(std::ranges::count_if(
      review.questions, [](const auto& question) { return question.answer.has_value(); }));
  terminal.line(terminal.say(
      Text({"Questions: {}, of which {} are answered", "Questions : {}, dont {} avec réponse"},
           review.questions.size(), answered)));
  for (const auto& one : review.questions)
    if (!one.answer)
      terminal.line(terminal.say(
          Text({"  {} on {}, asked on {}: not answered", "  {} sur {}, posée le {} : sans réponse"},
               one.id, one.paragraph, one.asked.to_string())));
}

void show_recommendations(Terminal& terminal, const ReviewState& state) {
  const auto own = own_recommendations(state);
  terminal.line("");
  terminal.line(terminal.say(Text(
      {"Recommendations in the journal: {}", "Recommandations dans le journal : {}"}, own.size())));
  for (const ledger::Recommendation* one : own) {
    const auto& last = one->listings.back();
    terminal.line(terminal.say(Text(
        {"  {} ({}, para. {}, entry {}): {}", "  {} ({}, par. {}, écriture {}) : {}"}, one->id(),
        last.review, last.record.paragraph, last.entry, Text(words_of(kAnswers, one->state())))));
    if (is_passed_over(state, *one))
      terminal.line(terminal.say(
          Text({"    the submission of entry {} should have answered it; the next review repeats "
                "it",
                "    la soumission de l'écriture {} aurait dû y répondre ; le prochain examen la "
                "réitère"},
               state.known->ledger.reviews().next_submission(*one)->entry)));
  }
}

void show_differences(Terminal& terminal, const std::vector<LogDifference>& differences,
                      ReportLanguage language) {
  if (differences.empty()) return;
  terminal.line("");
  terminal.line(terminal.say(Text({"The log is not what the journal has in entry {}:",
                                   "Le suivi n'est pas ce que le journal a à l'écriture {} :"},
                                  differences.front().entry)));
  for (const LogDifference& one : differences)
    terminal.line(fmt::format("  {}", reporting::difference_text(one).in(language)));
}

// A step of the review, or the answer to a recommendation.
bool is_late(const ReviewState& state, const std::vector<ReviewDeadline>& calendar) {
  const auto own = own_recommendations(state);
  return std::ranges::any_of(
             calendar,
             [](const ReviewDeadline& one) { return one.state == ReviewStepState::overdue; }) ||
         std::ranges::any_of(own, [&](const auto* one) { return is_passed_over(state, *one); });
}

}  // namespace

int review_case(const ReviewCaseOptions& options) {
  const auto keys = keys_of_journal(options.journal, options.keys);
  const auto state = review_state(options.journal, keys, options.party, options.statements,
                                  options.at_entry, options.date, options.language);
  if (state == nullptr) return kCannot;
  const ReviewCase review = reporting::known_on(asked_case(*state, options), state->date);
  const ReportLanguage language = report_language_of(options.report_language, options.language);
  const auto calendar = reporting::review_calendar(review, state->date);
  const auto differences =
      reporting::log_differences(review, state->known->ledger.reviews(), state->date);
  const auto document =
      review_case_document(state->inputs(language, options.with_confidential), review);
  if (!options.output.empty())
    write_document(files::official_html(document, language), options.output,
                   options.with_confidential ? files::Readers::owner : files::Readers::by_umask);
  Terminal terminal(options.language);
  if (options.json) {
    terminal.line(
        json::serialize(case_json(*state, review, calendar, differences, document.demonstration)));
  } else {
    if (document.demonstration) terminal.banner(terminal.say(words::kDemonstration));
    show_calendar(terminal, review, calendar);
    show_questions(terminal, review);
    show_recommendations(terminal, *state);
    show_differences(terminal, differences, report_language_of("", options.language));
  }
  return is_late(*state, calendar) || !differences.empty() ? kRefused : kDone;
}

}  // namespace openitmo::cli
