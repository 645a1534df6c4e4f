#include "reporting/review_difference.h"

#include <algorithm>

namespace openitmo::reporting {

namespace {

using ledger::ReviewRecommendation;

// Of the recommendations on both sides, and of those on one.
void add_recommendations(std::vector<LogDifference>& differences, const ReviewCase& review,
                         const std::vector<ReviewRecommendation>& recorded) {
  for (const ReviewedRecommendation& one : review.recommendations) {
    const auto same = std::ranges::find(recorded, one.id, &ReviewRecommendation::recommendation);
    if (same == recorded.end())
      differences.push_back({LogDifferenceKind::only_in_log, one.id, one.paragraph});
    else if (same->paragraph != one.paragraph)
      differences.push_back({LogDifferenceKind::paragraph, one.id, one.paragraph, same->paragraph});
  }
  for (const ReviewRecommendation& one : recorded)
    if (review.find_recommendation(one.recommendation) == nullptr)
      differences.push_back(
          {LogDifferenceKind::only_in_journal, one.recommendation, {}, one.paragraph});
}

}  // namespace

std::vector<LogDifference> log_differences(const ReviewCase& review, const ledger::Reviews& journal,
                                           Date today) {
  std::vector<LogDifference> differences;
  const auto* recorded = journal.find_report(review.party, review.review);
  if (recorded == nullptr || recorded->effective > today) return differences;
  const auto& published = review.days.published;
  if (published != recorded->effective)
    differences.push_back({LogDifferenceKind::published,
                           {},
                           published ? published->to_string() : "",
                           recorded->effective.to_string()});
  const std::string& sha256 = review.final_report.sha256;
  if (!sha256.empty() && sha256 != recorded->record.report.sha256)
    differences.push_back(
        {LogDifferenceKind::final_report, {}, sha256, recorded->record.report.sha256});
  add_recommendations(differences, review, recorded->record.recommendations);
  for (LogDifference& one : differences) one.entry = recorded->entry;
  return differences;
}

ReportText difference_text(const LogDifference& difference) {
  const auto& [kind, id, in_log, in_journal, entry] = difference;
  switch (kind) {
    case LogDifferenceKind::only_in_log:
      return ReportText(
          ReportWords{"Recommendation {0} on paragraph {1} stands in the log, not in the journal.",
                      "La recommandation {0} sur le paragraphe {1} figure dans le suivi, non dans "
                      "le journal.",
                      "La recomendación {0} sobre el párrafo {1} figura en el seguimiento, no en "
                      "el diario."},
          id, in_log);
    case LogDifferenceKind::only_in_journal:
      return ReportText(
          ReportWords{"Recommendation {0} on paragraph {1} stands in the journal, not in the log.",
                      "La recommandation {0} sur le paragraphe {1} figure dans le journal, non "
                      "dans le suivi.",
                      "La recomendación {0} sobre el párrafo {1} figura en el diario, no en el "
                      "seguimiento."},
          id, in_journal);
    case LogDifferenceKind::paragraph:
      return ReportText(
          ReportWords{"Recommendation {0} is on paragraph {1} in the log, {2} in the journal.",
                      "La recommandation {0} porte sur le paragraphe {1} dans le suivi, {2} dans "
                      "le journal.",
                      "La recomendación {0} es sobre el párrafo {1} en el seguimiento, {2} en el "
                      "diario."},
          id, in_log, in_journal);
    case LogDifferenceKind::published:
      return ReportText(
          ReportWords{"The day of publication is {0} in the log, {1} in the journal.",
                      "Le jour de la publication est {0} dans le suivi, {1} dans le journal.",
                      "El día de la publicación es {0} en el seguimiento, {1} en el diario."},
          in_log.empty() ? "-" : in_log, in_journal);
    case LogDifferenceKind::final_report:
      return ReportText(
          ReportWords{"The final report of the log has SHA-256 {0}, that of the journal {1}.",
                      "Le rapport final du suivi a le SHA-256 {0}, celui du journal {1}.",
                      "El informe final del seguimiento tiene el SHA-256 {0}, el del diario {1}."},
          in_log, in_journal);
  }
  return {};
}

}  // namespace openitmo::reporting
