#include "cli/words.h"

#include <array>
#include <utility>

#include "quantity/check.h"

namespace openitmo::cli {

namespace {

struct Sentence {
  std::string_view key;
  std::string_view en;
  std::string_view fr;
};

constexpr std::array kSentences{
    Sentence{"demonstration", "DEMONSTRATION, fictitious data", "DÉMONSTRATION, données fictives"},
    Sentence{"read", "Reading the programme folder", "Lecture du dossier du programme"},
    Sentence{"quantify", "Quantifying emission reductions from monitoring data",
             "Quantification des réductions d'émissions à partir des données de suivi"},
    Sentence{"acts", "Carrying out the acts in the registries",
             "Exécution des actes dans les registres"},
    Sentence{"accounts", "Corresponding adjustments and emissions balances",
             "Ajustements correspondants et bilans d'émissions"},
    Sentence{"checks", "Checks of the Article 6 database across both Parties",
             "Contrôles de la base de données de l'article 6 entre les deux Parties"},
    Sentence{"write", "Writing workbooks, proofs and the report",
             "Écriture des classeurs, des preuves et du rapport"},
    Sentence{"files", "files", "fichiers"},
    Sentence{"rows", "weighbridge tickets", "tickets de pesage"},
    Sentence{"component", "component", "composant"},
    Sentence{"vintage", "vintage", "millésime"},
    Sentence{"baseline", "baseline", "référence"},
    Sentence{"project", "project", "projet"},
    Sentence{"leakage", "leakage", "fuites"},
    Sentence{"reductions", "reductions", "réductions"},
    Sentence{"issued", "issued", "émises"},
    Sentence{"deficit", "deficit carried", "déficit reporté"},
    Sentence{"published", "published", "publié"},
    Sentence{"difference", "difference", "écart"},
    Sentence{"refused", "refused", "refusé"},
    Sentence{"entries", "entries", "écritures"},
    Sentence{"party", "Party", "Partie"},
    Sentence{"year", "year", "année"},
    Sentence{"emissions", "emissions", "émissions"},
    Sentence{"first_transferred", "first transferred", "premier transfert"},
    Sentence{"used", "used", "utilisé"},
    Sentence{"adjustment", "adjustment", "ajustement"},
    Sentence{"balance", "balance", "bilan"},
    Sentence{"unknown", "unknown", "inconnu"},
    Sentence{"assumption", "assumption", "hypothèse"},
    Sentence{"holdings", "held", "détenu"},
    Sentence{"first_version", "First versions (1.0)", "Premières versions (1.0)"},
    Sentence{"last_version", "Last versions", "Dernières versions"},
    Sentence{"no_inconsistency", "Checked, no inconsistencies identified",
             "Contrôlé, aucune incohérence constatée"},
    Sentence{"inconsistency", "Checked, inconsistencies identified",
             "Contrôlé, incohérences constatées"},
    Sentence{"not_available", "Null, information for check not available",
             "Nul, informations de contrôle non disponibles"},
    Sentence{"written", "Written to", "Écrit dans"},
    Sentence{"aef_files", "AEF workbooks and csv", "classeurs AEF et csv"},
    Sentence{"journal_files", "journals", "journaux"},
    Sentence{"proof_files", "proofs", "preuves"},
    Sentence{"next", "Check it yourself", "Vérifiez vous-même"},
    Sentence{"in_t", "t CO2 eq", "t éq. CO2"},
    Sentence{"in_kt", "kt CO2 eq", "kt éq. CO2"},
    Sentence{"refused_act", "act was refused; it is shown above with its reason",
             "acte a été refusé ; il figure ci-dessus avec sa raison"},
    Sentence{"refused_acts", "acts were refused; each is shown above with its reason",
             "actes ont été refusés ; chacun figure ci-dessus avec sa raison"},
    Sentence{"display_t",
             "Figures in t CO2 eq. Results and deficits are rounded for display, units are exact. "
             "Rows stand in the order of issuance; the deficit is the activity's, carried from "
             "row to row.",
             "Chiffres en t éq. CO2. Résultats et déficits sont arrondis à l'affichage, les unités "
             "sont exactes. Les lignes suivent l'ordre de délivrance ; le déficit est celui de "
             "l'activité, reporté de ligne en ligne."},
    Sentence{"display_kt", "Figures in kt CO2 eq (1 kt = 1000 t)",
             "Chiffres en kt éq. CO2 (1 kt = 1000 t)"},
    Sentence{"report_file_en", "report for ministers, English",
             "rapport pour les ministres, anglais"},
    Sentence{"report_file_fr", "report for ministers, French",
             "rapport pour les ministres, français"},
    Sentence{"balance_file", "adjustments and balances, kg CO2 eq",
             "ajustements et bilans, kg éq. CO2"},
    Sentence{"result_files", "quantified results with their derivation",
             "résultats quantifiés avec leur calcul"},
    Sentence{"evidence_files", "the programme folder as it was read",
             "le dossier du programme tel qu'il a été lu"},
    Sentence{"key_files", "keys of the registries", "clés des registres"},
    Sentence{"reproduced", "Published figures reproduced within 0.5 t CO2 eq in every year",
             "Chiffres publiés reproduits à 0,5 t éq. CO2 près chaque année"},
    Sentence{"not_reproduced", "Published figures NOT reproduced",
             "Chiffres publiés NON reproduits"},
    Sentence{"verified", "Everything was recomputed and agrees",
             "Tout a été recalculé et concorde"},
    Sentence{"differs", "differences were found", "différences ont été trouvées"},
    Sentence{"checked_journals", "entries replayed, with checkpoints",
             "écritures rejouées, avec points de contrôle"},
    Sentence{"checked_results", "quantities recomputed from monitoring data",
             "quantités recalculées à partir des données de suivi"},
    Sentence{"checked_issuances", "issuances recomputed", "délivrances recalculées"},
    Sentence{"checked_documents", "documents found by their hash",
             "documents retrouvés par leur empreinte"},
    Sentence{"checked_proofs", "proofs between registries checked",
             "preuves entre registres contrôlées"},
    Sentence{"checked_submissions", "AEF submissions drawn again", "soumissions AEF refaites"},
    Sentence{"unit", "Unit", "Unité"},
    Sentence{"standing", "Where it is now", "Où elle se trouve"},
    Sentence{"foundation", "What it rests on", "Ce sur quoi elle repose"},
    Sentence{"mitigation", "How the mitigation was measured, verified and issued",
             "Comment l'atténuation a été mesurée, vérifiée et délivrée"},
    Sentence{"rows_behind", "Monitoring rows behind its vintage and component",
             "Lignes de suivi derrière son millésime et son composant"},
    Sentence{"derivation", "Derivation of the reductions", "Calcul des réductions"},
    Sentence{"life", "Its life", "Sa vie"},
    Sentence{"aef_rows", "AEF rows that show it", "Lignes de l'AEF qui la montrent"},
    Sentence{"entry", "entry", "écriture"},
    Sentence{"effective", "effective", "effet"},
    Sentence{"recorded", "recorded on", "enregistré le"},
    Sentence{"row", "row", "ligne"},
    Sentence{"rows_of", "rows", "lignes"},
    Sentence{"table", "Table", "Tableau"},
    Sentence{"error", "error", "erreur"},
};

constexpr std::pair<std::string_view, std::string_view> kEntryTypes[] = {
    {"cooperative_approach_recorded", "démarche concertée inscrite"},
    {"activity_recorded", "activité inscrite"},
    {"component_included", "composant inclus"},
    {"validation_concluded", "validation conclue"},
    {"additionality_concluded", "additionnalité conclue"},
    {"itmos_authorized", "autorisation d'ITMO"},
    {"monitoring_report_submitted", "rapport de suivi soumis"},
    {"verification_concluded", "vérification conclue"},
    {"examination_concluded", "examen conclu"},
    {"recognition_requested", "reconnaissance demandée"},
    {"units_issued", "délivrance d'unités"},
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
};

}  // namespace

std::string_view say(Language language, std::string_view key) {
  for (const Sentence& sentence : kSentences)
    if (sentence.key == key) return language == Language::fr ? sentence.fr : sentence.en;
  check(false, "every sentence of the terminal has both languages");
  return "";
}

std::string_view either(Language language, std::string_view en, std::string_view fr) {
  return language == Language::fr ? fr : en;
}

std::string_view entry_type_words(Language language, std::string_view type) {
  if (language == Language::en) return type;
  for (const auto& [code, words] : kEntryTypes)
    if (code == type) return words;
  return type;
}

}  // namespace openitmo::cli
