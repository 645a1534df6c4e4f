#include <algorithm>

#include "reporting/controlled_values.h"
#include "reporting/party_reports.h"
#include "reporting/recommendations.h"
#include "reporting/review_calendar.h"
#include "reporting/review_difference.h"
#include "reporting/review_documents.h"

namespace openitmo::reporting {

namespace {

using ledger::SubmittedReport;

ReportText step_text(ReviewStep step) {
  static constexpr ReportWords kSteps[] = {
      {"Dates of the review week agreed", "Dates de la semaine d'examen convenues",
       "Fechas de la semana de examen acordadas"},
      {"Review team composed", "Équipe d'examen constituée", "Equipo examinador constituido"},
      {"Preliminary questions sent to the Party", "Questions préliminaires envoyées à la Partie",
       "Preguntas preliminares enviadas a la Parte"},
      {"All questions answered", "Réponses données à toutes les questions",
       "Todas las preguntas respondidas"},
      {"Draft report received by the Party", "Projet de rapport reçu par la Partie",
       "Proyecto de informe recibido por la Parte"},
      {"Comments on the draft", "Observations sur le projet", "Observaciones sobre el proyecto"},
      {"Final report", "Rapport final", "Informe final"},
      {"Report published", "Rapport publié", "Informe publicado"}};
  return kSteps[static_cast<std::size_t>(step)];
}

ReportText duty_text(ReviewDuty duty) {
  static constexpr ReportWords kDuties[] = {
      {"Party", "Partie", "Parte"},
      {"secretariat", "secrétariat", "secretaría"},
      {"review team", "équipe d'examen", "equipo examinador"}};
  return kDuties[static_cast<std::size_t>(duty)];
}

ReportText state_text(ReviewStepState state) {
  static constexpr ReportWords kStates[] = {{"done", "fait", "hecho"},
                                            {"done late", "fait en retard", "hecho con retraso"},
                                            {"open", "à faire", "pendiente"},
                                            {"LATE", "EN RETARD", "CON RETRASO"},
                                            {"not used", "non utilisé", "no utilizado"}};
  return kStates[static_cast<std::size_t>(state)];
}

ReportText day_or(const std::optional<Date>& day, const ReportWords& otherwise) {
  return day ? day_text(*day) : ReportText(otherwise);
}

constexpr ReportWords kNoDay{"–", "–", "–"};

Block form_block(const ReviewCase& review) {
  static constexpr ReportWords kForms[] = {
      {"A desk review", "Un examen sur dossier", "Un examen documental"},
      {"A centralized review", "Un examen centralisé", "Un examen centralizado"}};
  return Sentence{ReportText(
      ReportWords{"{0}, in the week of {1} to {2} (6/CMA.4, annex II, paragraphs 13 to 21).",
                  "{0}, dans la semaine du {1} au {2} (6/CMA.4, annexe II, paragraphes 13 à 21).",
                  "{0}, en la semana del {1} al {2} (6/CMA.4, anexo II, párrafos 13 a 21)."},
      ReportText(kForms[static_cast<std::size_t>(review.form)]), day_text(review.days.week),
      day_text(last_day_of_week(review.days.week)))};
}

// What the platform says, in its words; only the team calls anything significant or persistent.
void add_status(Blocks& blocks, const ReportInputs& in, bool is_published) {
  bool is_pending = false;
  for (const CooperativeApproachId approach : approaches_of(in.ledger, in.party())) {
    const ledger::ApproachState* state = in.ledger.find_approach(approach);
    const auto status = state->review_status(in.party());
    if (!status) continue;
    is_pending = is_pending || *status == ReviewStatus::pending;
    const auto told = state->review_statuses.find(in.party());
    EntryNumbers entries;
    if (told != state->review_statuses.end()) entries.push_back(told->second.entry);
    blocks.push_back(Sentence{ReportText(ReportWords{"Marking of the platform for {0}: \"{1}\".",
                                                     "Mention de la plateforme pour {0} : « {1} ».",
                                                     "Mención de la plataforma para {0}: «{1}»."},
                                         approach.view(), official_words(*status)),
                              entries});
  }
  if (is_published && is_pending)
    blocks.push_back(Sentence{ReportWords{
        "The report is published: take its marking over from the platform with itmo import-carp.",
        "Le rapport est publié : reprenez sa mention de la plateforme avec itmo import-carp.",
        "El informe está publicado: tome su mención de la plataforma con itmo import-carp."}});
}

// 6/CMA.4 annex II para 12; which of the two periods the secretariat uses is not decided.
Block period_block(const SubmittedReport& report) {
  return Sentence{
      ReportText(
          ReportWords{"The report of entry {0} is reviewed after the calendar period in which "
                      "it was submitted: from {1} where that is three months, from {2} where "
                      "it is six (6/CMA.4, annex II, paragraph 12).",
                      "Le rapport de l'écriture {0} est examiné après la période civile où "
                      "il a été soumis : dès le {1} si elle est de trois mois, dès le {2} si "
                      "elle est de six (6/CMA.4, annexe II, paragraphe 12).",
                      "El informe de la entrada {0} se examina después del período civil en "
                      "que se presentó: desde el {1} si es de tres meses, desde el {2} si es "
                      "de seis (6/CMA.4, anexo II, párrafo 12)."},
          report.entry, day_text(reviewed_from(report.effective, 3)),
          day_text(reviewed_from(report.effective, 6))),
      {report.entry}};
}

Block difference_block(const LogDifference& difference) {
  return Sentence{ReportText(ReportWords{"LOG AND JOURNAL DIFFER: {0}",
                                         "LE SUIVI ET LE JOURNAL DIFFÈRENT : {0}",
                                         "EL SEGUIMIENTO Y EL DIARIO DIFIEREN: {0}"},
                             difference_text(difference)),
                  {difference.entry}};
}

DocumentSection standing(const ReportInputs& in, const ReviewCase& review) {
  DocumentSection section{
      .number = "1",
      .heading = ReportWords{"What is reviewed", "Ce qui est examiné", "Qué se examina"}};
  section.blocks.push_back(form_block(review));
  std::vector<const SubmittedReport*> reports;
  const auto* recorded = in.ledger.reviews().find_report(in.party(), review.review);
  add_status(section.blocks, in, recorded != nullptr);
  if (recorded == nullptr)
    reports = not_reviewed(in);
  else
    for (const auto& one : recorded->record.reviewed)
      reports.push_back(in.ledger.reviews().find_submission(in.party(), one.submission_entry));
  if (recorded != nullptr)
    section.blocks.push_back(Sentence{
        ReportText(ReportWords{"Its report was published on {0}; the journal names it by SHA-256 "
                               "{1}.",
                               "Son rapport a été publié le {0} ; le journal le nomme par SHA-256 "
                               "{1}.",
                               "Su informe se publicó el {0}; el diario lo nombra por SHA-256 "
                               "{1}."},
                   day_text(recorded->effective), recorded->record.report.sha256),
        {recorded->entry}});
  for (const LogDifference& one : log_differences(review, in.ledger.reviews(), in.date))
    section.blocks.push_back(difference_block(one));
  if (!reports.empty()) section.blocks.push_back(submission_table(reports));
  for (const SubmittedReport* one : reports)
    if (one->kind != ledger::ReportKind::regular_information)
      section.blocks.push_back(period_block(*one));
  return section;
}

DocumentSection calendar(const ReportInputs& in, const ReviewCase& review) {
  DataTable table{
      .caption = ReportWords{"6/CMA.4, annex II, paragraph 21", "6/CMA.4, annexe II, paragraphe 21",
                             "6/CMA.4, anexo II, párrafo 21"},
      .columns = {ReportWords{"Step", "Étape", "Etapa"},
                  ReportWords{"By whom", "Par qui", "Por quién"},
                  ReportWords{"Due by", "Au plus tard", "A más tardar"},
                  ReportWords{"Done", "Fait le", "Hecho"}, ReportWords{"State", "État", "Estado"}},
      .text_columns = 5};
  for (const ReviewDeadline& one : review_calendar(review, in.date))
    table.rows.push_back({words_cell(step_text(one.step)), words_cell(duty_text(one.duty)),
                          words_cell(day_or(one.due, kNoDay)), words_cell(day_or(one.done, kNoDay)),
                          words_cell(state_text(one.state))});
  return {.number = "2",
          .heading = ReportWords{"Calendar", "Calendrier", "Calendario"},
          .blocks = {table}};
}

ReportText answer_text(const ReportInputs& in, const ReviewAnswer& answer) {
  if (!answer.confidential.empty() && !in.with_confidential)
    return ReportText(ReportWords{"Confidential; basis: {0}", "Confidentiel ; fondement : {0}",
                                  "Confidencial; fundamento: {0}"},
                      in_any_language(answer.confidential));
  ReportText said = in_any_language(answer.text);
  if (!answer.confidential.empty())
    said = ReportText(ReportWords{"Confidential ({0}): {1}", "Confidentiel ({0}) : {1}",
                                  "Confidencial ({0}): {1}"},
                      in_any_language(answer.confidential), said);
  if (answer.evidence.reference.empty()) return said;
  return ReportText(
      ReportWords{"{0} ({1}, SHA-256 {2})", "{0} ({1}, SHA-256 {2})", "{0} ({1}, SHA-256 {2})"},
      said, answer.evidence.reference, answer.evidence.sha256.substr(0, 16));
}

DocumentSection questions(const ReportInputs& in, const ReviewCase& review) {
  DocumentSection section{.number = "3",
                          .heading = ReportWords{"Questions and answers", "Questions et réponses",
                                                 "Preguntas y respuestas"}};
  if (review.questions.empty()) {
    section.blocks.push_back(Sentence{ReportWords{
        "No question is noted.", "Aucune question n'est notée.", "No hay preguntas anotadas."}});
    return section;
  }
  DataTable table{.columns = {ReportWords{"Question", "Question", "Pregunta"},
                              ReportWords{"Paragraph", "Paragraphe", "Párrafo"},
                              ReportWords{"Asked", "Posée le", "Formulada"},
                              ReportWords{"What is asked", "Ce qui est demandé", "Qué se pregunta"},
                              ReportWords{"Answered", "Réponse le", "Respondida"},
                              ReportWords{"Answer", "Réponse", "Respuesta"}},
                  .text_columns = 6};
  static constexpr ReportWords kOwed{"not answered", "sans réponse", "sin respuesta"};
  for (const ReviewQuestion& one : review.questions) {
    std::string paragraph = one.paragraph;
    if (!one.approach.empty()) paragraph = fmt::format("{}, {}", paragraph, one.approach.view());
    table.rows.push_back(
        {code_cell(one.id), code_cell(paragraph), words_cell(day_text(one.asked)),
         words_cell(in_any_language(one.text)),
         words_cell(one.answer ? day_text(one.answer->given) : ReportText(kNoDay)),
         words_cell(one.answer ? answer_text(in, *one.answer) : ReportText(kOwed))});
  }
  section.blocks.push_back(table);
  return section;
}

// What the journal knows of it.
TableCell recommendation_cell(const ReportInputs& in, const ReviewCase& review,
                              const ReviewedRecommendation& one) {
  const auto* known = in.ledger.reviews().find_recommendation(in.party(), one.id);
  if (known == nullptr && in.ledger.reviews().find_report(in.party(), review.review) != nullptr)
    return words_cell(ReportWords{"not there", "absente", "no figura"});
  if (known == nullptr)
    return words_cell(
        ReportWords{"not published yet", "pas encore publiée", "todavía no publicada"});
  EntryNumbers entries{known->listings.back().entry};
  if (known->state() != ledger::RecommendationState::open)
    entries.push_back(known->answers.back().entry);
  return words_cell(recommendation_state_text(known->state()), entries);
}

DocumentSection recommendations(const ReportInputs& in, const ReviewCase& review,
                                CaseReaders readers) {
  DocumentSection section{
      .number = "4",
      .heading = ReportWords{"Recommendations", "Recommandations", "Recomendaciones"}};
  if (!shows_recommendations(in, review.review, readers)) {
    section.blocks.push_back(Sentence{ReportWords{
        "The journal has no report of this review yet; recommendations are shown from then on.",
        "Le journal n'a pas encore de rapport de cet examen ; les recommandations sont montrées "
        "dès lors.",
        "El diario todavía no tiene ningún informe de este examen; las recomendaciones se muestran "
        "desde entonces."}});
    return section;
  }
  if (review.recommendations.empty()) {
    section.blocks.push_back(
        Sentence{ReportWords{"No recommendation is noted.", "Aucune recommandation n'est notée.",
                             "No hay recomendaciones anotadas."}});
    return section;
  }
  DataTable table{
      .columns = {ReportWords{"Recommendation", "Recommandation", "Recomendación"},
                  ReportWords{"Paragraph", "Paragraphe", "Párrafo"},
                  ReportWords{"What is recommended", "Ce qui est recommandé", "Qué se recomienda"},
                  ReportWords{"In the journal", "Dans le journal", "En el diario"},
                  ReportWords{"What the Party answers", "Ce que répond la Partie",
                              "Qué responde la Parte"}},
      .text_columns = 5,
      .notes = {ReportWords{
          "A Party answers in its next updated initial report or regular information, whichever "
          "comes first (4/CMA.6, paragraphs 43 and 44).",
          "Une Partie répond dans son prochain rapport initial mis à jour ou ses prochaines "
          "informations régulières, selon ce qui vient en premier (4/CMA.6, paragraphes 43 et 44).",
          "La Parte responde en su próximo informe inicial actualizado o información periódica, lo "
          "que llegue antes (4/CMA.6, párrafos 43 y 44)."}}};
  for (const ReviewedRecommendation& one : review.recommendations) {
    ReportText response = ReportWords{"–", "–", "–"};
    if (one.response)
      response = ReportText(
          ReportWords{"{0}: {1}", "{0} : {1}", "{0}: {1}"},
          recommendation_state_text(one.response->done ? ledger::RecommendationState::done
                                                       : ledger::RecommendationState::not_done),
          answer_text(in, one.response->answer));
    table.rows.push_back({code_cell(one.id), code_cell(one.paragraph),
                          words_cell(in_any_language(one.text)),
                          recommendation_cell(in, review, one), words_cell(response)});
  }
  section.blocks.push_back(table);
  return section;
}

}  // namespace

std::vector<const SubmittedReport*> not_reviewed(const ReportInputs& in) {
  std::vector<const SubmittedReport*> reports;
  for (const SubmittedReport& one : in.ledger.reviews().submissions()) {
    if (one.party != in.party()) continue;
    const bool reviewed =
        std::ranges::any_of(in.ledger.reviews().reports(), [&](const auto& report) {
          return report.record.party == one.party &&
                 std::ranges::find(report.record.reviewed, one.entry,
                                   &ledger::ReviewedSubmission::submission_entry) !=
                     report.record.reviewed.end();
        });
    if (!reviewed) reports.push_back(&one);
  }
  return reports;
}

ReportText subject_text(const SubmittedReport& report) {
  if (report.kind != ledger::ReportKind::regular_information)
    return ReportText::name(report.approach.view());
  return ReportText(ReportWords{"{0} to {1}", "{0} à {1}", "{0} a {1}"}, report.first_year.value(),
                    report.last_year.value());
}

DataTable submission_table(const std::vector<const SubmittedReport*>& reports) {
  DataTable table{.columns = {ReportWords{"Report", "Rapport", "Informe"},
                              ReportWords{"About", "Sujet", "Sobre"},
                              ReportWords{"Submitted", "Soumis le", "Presentado"},
                              ReportWords{"SHA-256", "SHA-256", "SHA-256"}},
                  .text_columns = 4};
  for (const SubmittedReport* one : reports)
    table.rows.push_back({words_cell(report_kind_text(one->kind), {one->entry}),
                          words_cell(subject_text(*one)), words_cell(day_text(one->effective)),
                          code_cell(one->report.sha256)});
  return table;
}

bool shows_recommendations(const ReportInputs& in, const std::string& review, CaseReaders readers) {
  return readers == CaseReaders::party_and_team ||
         in.ledger.reviews().find_report(in.party(), review) != nullptr;
}

OfficialDocument review_case_document(const ReportInputs& in, const ReviewCase& review,
                                      CaseReaders readers) {
  OfficialDocument document{.kind = DocumentKind::review_case};
  document.title =
      ReportText(ReportWords{"Review {0} of {1}", "Examen {0} : {1}", "Examen {0}: {1}"},
                 review.review, party_text(in, in.party()));
  document.subtitle = ReportWords{
      "Article 6 technical expert review, decision 6/CMA.4, annex II",
      "Examen technique par des experts au titre de l'article 6, décision 6/CMA.4, annexe II",
      "Examen técnico por expertos del artículo 6, decisión 6/CMA.4, anexo II"};
  const ReviewCase known = known_on(review, in.date);
  document.sections = {standing(in, known), calendar(in, known), questions(in, known),
                       recommendations(in, known, readers)};
  complete_document(document, in);
  document.assumptions.clear();  // it shows no figures
  document.demonstration = document.demonstration || review.basis == Basis::fictitious;
  return document;
}

}  // namespace openitmo::reporting
