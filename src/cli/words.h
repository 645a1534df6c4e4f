#pragma once

#include <string_view>

#include "quantity/language.h"

namespace openitmo::cli {

// An entry's type in words: "units_issued" in English, "délivrance d'unités" in French.
std::string_view entry_type_words(Language language, std::string_view type);

// The headings and short words of the terminal; longer sentences stand where they are said.
namespace words {

inline constexpr Words kDemonstration{"DEMONSTRATION, fictitious data",
                                      "DÉMONSTRATION, données fictives"};
inline constexpr Words kRead{"Reading the programme folder", "Lecture du dossier du programme"};
inline constexpr Words kQuantify{
    "Quantifying emission reductions from monitoring data",
    "Quantification des réductions d'émissions à partir des données de suivi"};
inline constexpr Words kWrite{"Writing workbooks, proofs and the report",
                              "Écriture des classeurs, des preuves et du rapport"};
inline constexpr Words kFiles{"files", "fichiers"};
inline constexpr Words kRows{"weighbridge tickets", "tickets de pesée"};
inline constexpr Words kComponent{"component", "composant"};
inline constexpr Words kVintage{"vintage", "millésime"};
inline constexpr Words kReductions{"reductions", "réductions"};
inline constexpr Words kIssued{"issued", "délivrées"};
inline constexpr Words kDeficit{"deficit carried", "déficit reporté"};
inline constexpr Words kPublished{"published", "publié"};
inline constexpr Words kDifference{"difference", "écart"};
inline constexpr Words kParty{"Party", "Partie"};
inline constexpr Words kYear{"year", "année"};
inline constexpr Words kEmissions{"emissions", "émissions"};
inline constexpr Words kFirstTransferred{"first transferred", "premier transfert"};
inline constexpr Words kUsed{"used", "utilisé"};
inline constexpr Words kAdjustment{"adjustment", "ajustement"};
inline constexpr Words kBalance{"balance", "bilan"};
inline constexpr Words kUnknown{"unknown", "inconnu"};
inline constexpr Words kFirstVersion{"First versions (1.0)", "Premières versions (1.0)"};
inline constexpr Words kLastVersion{"Last versions", "Dernières versions"};
inline constexpr Words kNoInconsistency{"Checked, no inconsistencies identified",
                                        "Contrôlé, aucune incohérence relevée"};
inline constexpr Words kInconsistency{"Checked, inconsistencies identified",
                                      "Contrôlé, incohérences relevées"};
inline constexpr Words kNotAvailable{"Null, information for check not available",
                                     "Nul, informations de contrôle non disponibles"};
inline constexpr Words kWritten{"Written to", "Écrit dans"};
inline constexpr Words kAefFiles{"AEF workbooks and csv", "classeurs AEF et csv"};
inline constexpr Words kPartyDocuments{"initial reports, regular information and CTF Table 4",
                                       "rapports initiaux, informations régulières et tableau "
                                       "CTF 4"};
inline constexpr Words kJournalFiles{"journals", "journaux"};
inline constexpr Words kProofFiles{"proofs", "preuves"};
inline constexpr Words kNext{"Check it yourself", "Vérifiez vous-même"};
inline constexpr Words kInT{"t CO2 eq", "t éq. CO2"};
inline constexpr Words kRefusedAct{"act was refused; it is shown above with its reason",
                                   "acte a été refusé ; il figure ci-dessus avec sa raison"};
inline constexpr Words kRefusedActs{
    "acts were refused; each is shown above with its reason",
    "actes ont été refusés ; chacun figure ci-dessus avec sa raison"};
inline constexpr Words kDisplayT{
    "Figures in t CO2 eq. Results and deficits are rounded for display, units are exact. "
    "Rows stand in the order of issuance; the deficit is the activity's, carried from "
    "row to row.",
    "Chiffres en t éq. CO2. Résultats et déficits sont arrondis à l'affichage, les unités "
    "sont exactes. Les lignes suivent l'ordre de délivrance ; le déficit est celui de "
    "l'activité, reporté de ligne en ligne."};
inline constexpr Words kDisplayKt{"Figures in kt CO2 eq (1 kt = 1000 t)",
                                  "Chiffres en kt éq. CO2 (1 kt = 1000 t)"};
inline constexpr Words kReportFileEn{"report for ministers, English",
                                     "rapport pour les ministres, anglais"};
inline constexpr Words kReportFileFr{"report for ministers, French",
                                     "rapport pour les ministres, français"};
inline constexpr Words kBalanceFile{"adjustments and balances, kg CO2 eq",
                                    "ajustements et bilans, kg éq. CO2"};
inline constexpr Words kResultFiles{"quantified results with their derivation",
                                    "résultats quantifiés avec leur calcul"};
inline constexpr Words kEvidenceFiles{"the programme folder as it was read",
                                      "le dossier du programme tel qu'il a été lu"};
inline constexpr Words kKeyFiles{"keys of the registries", "clés des registres"};
inline constexpr Words kReproduced{"Published figures reproduced within 0.5 t CO2 eq in every year",
                                   "Chiffres publiés reproduits à 0,5 t éq. CO2 près chaque année"};
inline constexpr Words kNotReproduced{"Published figures NOT reproduced",
                                      "Chiffres publiés NON reproduits"};
inline constexpr Words kVerified{"Everything was recomputed and agrees",
                                 "Tout a été recalculé et concorde"};
inline constexpr Words kCheckedJournals{"entries replayed, with checkpoints",
                                        "écritures rejouées, avec points de contrôle"};
inline constexpr Words kCheckedResults{"quantities recomputed from monitoring data",
                                       "quantités recalculées à partir des données de suivi"};
inline constexpr Words kCheckedIssuances{"issuances recomputed", "délivrances recalculées"};
inline constexpr Words kCheckedOpinions{"signed opinions of verifiers checked",
                                        "avis signés de vérificateurs contrôlés"};
inline constexpr Words kCheckedDocuments{"documents found by their hash",
                                         "documents retrouvés par leur empreinte"};
inline constexpr Words kCheckedProofs{"proofs between registries checked",
                                      "preuves entre registres contrôlées"};
inline constexpr Words kCheckedSubmissions{"AEF submissions drawn again",
                                           "soumissions AEF refaites"};
inline constexpr Words kUnit{"Unit", "Unité"};
inline constexpr Words kStanding{"Where it is now", "Où elle se trouve"};
inline constexpr Words kFoundation{"What it rests on", "Ce sur quoi elle repose"};
inline constexpr Words kMitigation{"How the mitigation was measured, verified and issued",
                                   "Comment l'atténuation a été mesurée, vérifiée et délivrée"};
inline constexpr Words kRowsBehind{"Monitoring rows behind its vintage and component",
                                   "Lignes de suivi derrière son millésime et son composant"};
inline constexpr Words kDerivation{"Derivation of the reductions", "Calcul des réductions"};
inline constexpr Words kLife{"Its life", "Sa vie"};
inline constexpr Words kAefRows{"AEF rows that show it", "Lignes de l'AEF qui la montrent"};
inline constexpr Words kEntry{"entry", "écriture"};
inline constexpr Words kRecorded{"recorded on", "enregistré le"};
inline constexpr Words kRow{"row", "ligne"};
inline constexpr Words kRowsOf{"rows", "lignes"};
inline constexpr Words kTable{"Table", "Tableau"};
inline constexpr Words kError{"error", "erreur"};
inline constexpr Words kActs{"Carrying out the acts in the registries",
                             "Exécution des actes dans les registres"};
inline constexpr Words kAccounts{"Corresponding adjustments and emissions balances",
                                 "Ajustements correspondants et bilans d'émissions"};
inline constexpr Words kChecks{
    "Checks of the Article 6 database across both Parties",
    "Contrôles de la base de données de l'article 6 entre les deux Parties"};

}  // namespace words

}  // namespace openitmo::cli
