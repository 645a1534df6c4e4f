#include <algorithm>
#include <fmt/format.h>

#include "activity/opinion.h"
#include "ledger/opinion_rules.h"
#include "ledger/rules.h"
#include "quantity/decimal.h"

// Keys of verifiers and the opinions that they sign. Signatures themselves are checked in
// registry/decide_act.h: this folder knows no cryptography.
namespace openitmo::ledger {

namespace {

constexpr int kPercentDigits = 9;
constexpr std::string_view kSignatureStart = "\u2014 ";  // of a signature line, C2SP signed-note

std::string_view line_around(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  return text.substr(start, text.find('\n', start) - start);
}

Refusal differs(std::string_view opinion, std::size_t at, Figure due) {
  const auto lines_before =
      std::count(opinion.begin(), opinion.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  return refuse(
      RefusalCode::opinion_differs,
      {fmt::format("{}", lines_before + 1), std::string(line_around(opinion, at)), std::move(due)});
}

// The note is `text`, an empty line and signature lines.
Broken note_says(std::string_view opinion, const std::string& text) {
  const std::string due = text + "\n";
  const auto [end, due_end] = std::ranges::mismatch(opinion, due);
  const auto at = static_cast<std::size_t>(end - opinion.begin());
  if (due_end != due.end())
    return differs(opinion, at,
                   std::string(line_around(due, static_cast<std::size_t>(due_end - due.begin()))));
  for (std::size_t start = at; start < opinion.size();) {
    if (!opinion.substr(start).starts_with(kSignatureStart))
      return differs(opinion, start, Words("a signature line", "une ligne de signature"));
    start = std::min(opinion.find('\n', start), opinion.size() - 1) + 1;
  }
  return std::nullopt;
}

Broken percent_valid(std::string_view field, const std::string& text, bool below_zero) {
  if (text.empty()) return std::nullopt;
  const auto value = parse_scaled(text, kPercentDigits);
  if (value && (below_zero || *value >= 0)) return std::nullopt;
  return refuse(RefusalCode::value_not_valid,
                {Text::name(std::string(field)), text,
                 Words("a decimal number such as 2.5", "un nombre décimal comme 2.5")});
}

}  // namespace

Broken error_within_threshold(const ConcludeVerification& command) {
  const std::string& threshold = command.materiality_threshold_percent;
  const std::string& error = command.extrapolated_error_percent;
  if (auto broken = percent_valid("materiality_threshold_percent", threshold, false)) return broken;
  if (auto broken = percent_valid("extrapolated_error_percent", error, true)) return broken;
  if (!command.positive || threshold.empty() || error.empty()) return std::nullopt;
  const std::int64_t most = *parse_scaled(threshold, kPercentDigits);
  const std::int64_t found = *parse_scaled(error, kPercentDigits);
  if (found <= most && found >= -most) return std::nullopt;
  return refuse(RefusalCode::value_not_valid,
                {Text::name("extrapolated_error_percent"), error,
                 Text({"at most the threshold of {} % for a positive conclusion",
                       "au plus le seuil de {} % pour une conclusion positive"},
                      threshold)});
}

Broken broken_opinion(const activity::Activities& activities, Date date,
                      const ConcludeVerification& conclusion, bool demonstration) {
  const bool has_key = activities.opinion_key(conclusion.verifier, date) != nullptr;
  if (conclusion.opinion.empty()) {
    if (!has_key) return std::nullopt;
    return refuse(RefusalCode::opinion_missing, {conclusion.verifier, conclusion.report});
  }
  if (!has_key)
    return refuse(RefusalCode::opinion_key_missing, {conclusion.verifier, date.to_string()});
  return note_says(conclusion.opinion,
                   activity::opinion_text(activities, conclusion, demonstration));
}

bool is_demonstration(const Ledger& ledger, const std::string& report) {
  const auto& activities = ledger.activities();
  const auto& submission = activities.find_report(report)->submission;
  const auto* activity = activities.find_activity(submission.activity);
  return ledger.find_approach(activity->record.approach)->record.record.demonstration;
}

Result<Event> decide_on(const Question& question, const RecordOpinionKey& command) {
  if (auto broken = entity_known(question, command.entity)) return std::unexpected(*broken);
  if (auto broken = text_given("verifier_key", command.verifier_key))
    return std::unexpected(*broken);
  if (auto broken = text_given("document", command.document.sha256))
    return std::unexpected(*broken);
  for (const auto& [entity, keys] : question.ledger.activities().opinion_keys())
    for (const activity::OpinionKey& key : keys) {
      if (key.record.verifier_key == command.verifier_key)
        return std::unexpected(refuse(RefusalCode::already_recorded,
                                      {Words("opinion key", "clé d'avis"), command.verifier_key}));
      if (entity == command.entity)
        if (auto broken =
                not_before(question, key.effective, Words("the key before", "la clé précédente")))
          return std::unexpected(*broken);
    }
  return command;
}

}  // namespace openitmo::ledger
