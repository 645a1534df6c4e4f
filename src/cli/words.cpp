#include "cli/words.h"

#include <array>

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
    Sentence{"report_file", "report for ministers", "rapport pour les ministres"},
    Sentence{"aef_files", "AEF workbooks and csv", "classeurs AEF et csv"},
    Sentence{"journal_files", "journals", "journaux"},
    Sentence{"proof_files", "proofs", "preuves"},
    Sentence{"next", "Check it yourself", "Vérifiez vous-même"},
    Sentence{"in_t", "t CO2 eq", "t éq. CO2"},
    Sentence{"in_kt", "kt CO2 eq", "kt éq. CO2"},
    Sentence{"refused_acts", "acts were refused; each is shown above with its reason",
             "actes ont été refusés ; chacun figure ci-dessus avec sa raison"},
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
    Sentence{"recorded", "recorded", "enregistré"},
    Sentence{"row", "row", "ligne"},
    Sentence{"rows_of", "rows", "lignes"},
    Sentence{"table", "Table", "Tableau"},
    Sentence{"error", "error", "erreur"},
};

}  // namespace

std::string_view say(Language language, std::string_view key) {
  for (const Sentence& sentence : kSentences)
    if (sentence.key == key) return language == Language::fr ? sentence.fr : sentence.en;
  check(false, "every sentence of the terminal has both languages");
  return "";
}

}  // namespace openitmo::cli
