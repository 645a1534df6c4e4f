#include "reporting/recommendations.h"

#include <algorithm>

namespace openitmo::reporting {

namespace {

using ledger::Recommendation;
using ledger::RecommendationState;

constexpr std::string_view kParagraph = "4/CMA.6, 43-44";

Block made_block(const ReportInputs& in, const Recommendation& recommendation) {
  const ledger::RecommendationListing& last = recommendation.listings.back();
  EntryNumbers entries;
  for (const auto& listing : recommendation.listings) entries.push_back(listing.entry);
  return Sentence{
      ReportText(ReportWords{"Recommendation {0} of review {1}, published on {2}, on paragraph "
                             "{3}: {4}",
                             "Recommandation {0} de l'examen {1}, publié le {2}, sur le "
                             "paragraphe {3} : {4}",
                             "Recomendación {0} del examen {1}, publicado el {2}, sobre el párrafo "
                             "{3}: {4}"},
                 recommendation.id(), last.review, day_text(last.published), last.record.paragraph,
                 recommendation_text(in.statements, recommendation)),
      entries};
}

void add_answer(Blocks& blocks, const ReportInputs& in, const Recommendation& recommendation) {
  const RecommendationResponse* response = response_to(in.statements, recommendation);
  if (response == nullptr || is_blank(response->answer.text.in(in.language))) {
    blocks.push_back(MissingPart{
        std::string(kParagraph),
        ReportText(ReportWords{"the answer to recommendation {0} on paragraph {1}",
                               "la réponse à la recommandation {0} sur le paragraphe {1}",
                               "la respuesta a la recomendación {0} sobre el párrafo {1}"},
                   recommendation.id(), recommendation.listings.back().record.paragraph),
        ReportText(
            ReportWords{"a response in the log of review {0}: done or not, and how or why "
                        "not, in the language of the report",
                        "une réponse dans le suivi de l'examen {0} : fait ou non, et "
                        "comment ou pourquoi, dans la langue du rapport",
                        "una respuesta en el seguimiento del examen {0}: cumplida o no, y cómo "
                        "o por qué no, en el idioma del informe"},
            recommendation.listings.back().review)});
    return;
  }
  blocks.push_back(Sentence{
      ReportText(ReportWords{"The Party's answer: {0}.", "Réponse de la Partie : {0}.",
                             "Respuesta de la Parte: {0}."},
                 recommendation_state_text(response->done ? RecommendationState::done
                                                          : RecommendationState::not_done))});
  const ReviewAnswer& answer = response->answer;
  if (!answer.confidential.empty()) {
    blocks.push_back(ConfidentialPart{answer.confidential, std::string(kParagraph), {}});
    if (!in.with_confidential) return;
  }
  const ReviewCase* review = in.statements.review_of(recommendation.listings.back().review);
  blocks.push_back(StatedText{answer.text, review->basis, review->source, answer.evidence, false});
}

DataTable answered_table(const std::vector<const Recommendation*>& answered) {
  DataTable table{
      .caption = ReportWords{"Answered in earlier submissions",
                             "Réponses données dans des soumissions antérieures",
                             "Respondidas en presentaciones anteriores"},
      .columns = {ReportWords{"Recommendation", "Recommandation", "Recomendación"},
                  ReportWords{"Paragraph", "Paragraphe", "Párrafo"},
                  ReportWords{"Answer", "Réponse", "Respuesta"},
                  ReportWords{"In the submission of entry", "Dans la soumission de l'écriture",
                              "En la presentación de la entrada"}},
      .text_columns = 4};
  for (const Recommendation* one : answered) {
    const auto& answer = one->answers.back();
    table.rows.push_back({code_cell(one->id()), code_cell(one->listings.back().record.paragraph),
                          words_cell(recommendation_state_text(one->state()), {answer.entry}),
                          code_cell(std::to_string(answer.record.submission_entry),
                                    {answer.record.submission_entry})});
  }
  return table;
}

void place_before_annexes(std::vector<DocumentSection>& sections, DocumentSection section) {
  const auto annex = std::ranges::find_if(
      sections, [](const DocumentSection& one) { return one.number.starts_with("Annex"); });
  sections.insert(annex, std::move(section));
}

}  // namespace

ReportText in_any_language(const ReportText& text) {
  const auto readable = [&](ReportLanguage language) {
    if (!is_blank(text.in(language))) return text.in(language);
    for (const ReportLanguage other : kReportLanguages)
      if (!is_blank(text.in(other))) return text.in(other);
    return std::string();
  };
  return ReportText::of(readable(ReportLanguage::en), readable(ReportLanguage::fr),
                        readable(ReportLanguage::es));
}

const RecommendationResponse* response_to(const Statements& statements,
                                          const Recommendation& recommendation) {
  const ReviewCase* review = statements.review_of(recommendation.listings.back().review);
  const auto* known = review ? review->find_recommendation(recommendation.id()) : nullptr;
  return known && known->response ? &*known->response : nullptr;
}

// Of the last report that has it in words: one that repeats it may say it otherwise.
ReportText recommendation_text(const Statements& statements, const Recommendation& recommendation) {
  for (auto listing = recommendation.listings.rbegin(); listing != recommendation.listings.rend();
       ++listing) {
    const ReviewCase* review = statements.review_of(listing->review);
    const auto* known = review ? review->find_recommendation(recommendation.id()) : nullptr;
    if (known == nullptr) continue;
    return in_any_language(known->text);
  }
  return ReportWords{"its words stand in the review report",
                     "son texte figure dans le rapport d'examen",
                     "su texto figura en el informe del examen"};
}

ReportText recommendation_state_text(RecommendationState state) {
  switch (state) {
    case RecommendationState::open:
      return ReportWords{"not answered", "sans réponse", "sin respuesta"};
    case RecommendationState::done:
      return ReportWords{"done", "fait", "cumplida"};
    case RecommendationState::not_done:
      return ReportWords{"not done", "non fait", "no cumplida"};
  }
  return {};
}

ReportText report_kind_text(ledger::ReportKind kind) {
  switch (kind) {
    case ledger::ReportKind::initial_report:
      return ReportWords{"initial report", "rapport initial", "informe inicial"};
    case ledger::ReportKind::revised_initial_report:
      return ReportWords{"revised initial report", "rapport initial révisé",
                         "informe inicial revisado"};
    case ledger::ReportKind::updated_initial_report:
      return ReportWords{"updated initial report", "rapport initial mis à jour",
                         "informe inicial actualizado"};
    case ledger::ReportKind::regular_information:
      return ReportWords{"regular information", "informations régulières", "información periódica"};
  }
  return {};
}

DataTable recommendation_table(const ReportInputs& in) {
  DataTable table{
      .columns = {ReportWords{"Recommendation", "Recommandation", "Recomendación"},
                  ReportWords{"Review", "Examen", "Examen"},
                  ReportWords{"Paragraph", "Paragraphe", "Párrafo"},
                  ReportWords{"What is recommended", "Ce qui est recommandé", "Qué se recomienda"},
                  ReportWords{"Answer", "Réponse", "Respuesta"}},
      .text_columns = 5};
  for (const Recommendation* one : in.ledger.reviews().recommendations_of(in.party())) {
    EntryNumbers answered;
    if (one->state() != RecommendationState::open) answered.push_back(one->answers.back().entry);
    table.rows.push_back({code_cell(one->id()),
                          code_cell(one->listings.back().review, {one->listings.back().entry}),
                          code_cell(one->listings.back().record.paragraph),
                          words_cell(recommendation_text(in.statements, *one)),
                          words_cell(recommendation_state_text(one->state()), answered)});
  }
  return table;
}

void add_recommendations(OfficialDocument& document, const ReportInputs& in) {
  const auto own = in.ledger.reviews().recommendations_of(in.party());
  if (own.empty()) return;
  static constexpr ReportWords kHeading{
      "Answers to recommendations of the Article 6 technical expert review",
      "Réponses aux recommandations de l'examen technique par des experts au titre de l'article 6",
      "Respuestas a las recomendaciones del examen técnico por expertos del artículo 6"};
  DocumentSection section{.paragraph = std::string(kParagraph), .heading = kHeading};
  std::vector<const Recommendation*> answered;
  for (const Recommendation* one : own) {
    if (one->state() != RecommendationState::open) {
      answered.push_back(one);
      continue;
    }
    section.blocks.push_back(made_block(in, *one));
    add_answer(section.blocks, in, *one);
  }
  if (!answered.empty()) section.blocks.push_back(answered_table(answered));
  place_before_annexes(document.sections, std::move(section));
}

}  // namespace openitmo::reporting
