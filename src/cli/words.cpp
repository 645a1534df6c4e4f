#include "cli/words.h"

#include <utility>

namespace openitmo::cli {

namespace {

constexpr std::pair<std::string_view, std::string_view> kEntryTypes[] = {
    {"cooperative_approach_recorded", "démarche concertée inscrite"},
    {"activity_recorded", "activité inscrite"},
    {"component_included", "composant inclus"},
    {"validation_concluded", "validation conclue"},
    {"additionality_concluded", "additionnalité conclue"},
    {"itmos_authorized", "autorisation d'ITMO"},
    {"monitoring_report_submitted", "rapport de suivi soumis"},
    {"verification_concluded", "vérification conclue"},
    {"finding_raised", "constat émis"},
    {"finding_answered", "réponse à un constat"},
    {"finding_returned", "constat renvoyé"},
    {"finding_closed", "constat clôturé"},
    {"opinion_key_recorded", "clé d'avis inscrite"},
    {"examination_concluded", "examen conclu"},
    {"recognition_requested", "reconnaissance demandée"},
    {"units_issued", "délivrance d'unités"},
    {"metric_units_issued", "délivrance d'unités d'une autre métrique"},
    {"units_transferred", "transfert d'unités"},
    {"units_acquired", "acquisition d'unités"},
    {"delivery_confirmed", "réception confirmée"},
    {"units_moved", "changement de compte"},
    {"units_used", "utilisation d'unités"},
    {"units_cancelled", "annulation d'unités"},
    {"units_declined", "unités refusées"},
    {"entry_corrected", "écriture corrigée"},
    {"units_withdrawn", "retrait d'unités"},
    {"hold_placed", "unités retenues"},
    {"remedy_opened", "réparation ouverte"},
    {"remedy_settled", "réparation réglée"},
    {"registry_opened", "ouverture du registre"},
    {"party_recorded", "Partie inscrite"},
    {"participation_recorded", "responsabilité inscrite"},
    {"ndc_recorded", "CDN inscrite"},
    {"inventory_recorded", "inventaire inscrit"},
    {"initial_report_submitted", "rapport initial soumis"},
    {"entity_recorded", "entité inscrite"},
    {"entity_authorized", "entité autorisée"},
    {"sdg_indicator_recorded", "indicateur ODD inscrit"},
    {"account_opened", "ouverture de compte"},
    {"aef_submitted", "AEF soumis"},
    {"ndc_period_dates_set", "dates de la période fixées"},
    {"hold_lifted", "retenue levée"},
    {"recognition_suspended", "reconnaissance suspendue"},
    {"recognition_resumed", "reconnaissance reprise"},
    {"first_transfer_clarified", "premier transfert précisé"},
    {"review_status_recorded", "statut d'examen inscrit"},
    {"check_result_recorded", "résultat du contrôle inscrit"},
    {"regular_information_submitted", "informations régulières soumises"},
    {"review_report_recorded", "rapport d'examen inscrit"},
    {"recommendation_answered", "réponse à une recommandation"},
    {"key_changed", "changement de clé"},
};

}  // namespace

std::string_view entry_type_words(Language language, std::string_view type) {
  if (language == Language::en) return type;
  for (const auto& [code, words] : kEntryTypes)
    if (code == type) return words;
  return type;
}

}  // namespace openitmo::cli
