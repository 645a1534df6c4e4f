#pragma once

#include "quantity/language.h"

namespace openitmo::files::words {

inline constexpr Words reporting_section{"What each Party reported",
                                         "Ce que chaque Partie a déclaré"};
inline constexpr Words reporting_intro{
    "Annual information in the agreed electronic format (AEF), generated from the journals. Each "
    "submission is frozen at an entry; its hash stands in the journal.",
    "Informations annuelles au format électronique convenu (AEF), produites à partir des journaux. "
    "Chaque soumission est figée à une écriture ; son empreinte est dans le journal."};
inline constexpr Words submissions_caption{"Submissions in the order in which they were made",
                                           "Soumissions dans l'ordre où elles ont été faites"};
inline constexpr Words submission_name{"Submission", "Soumission"};
inline constexpr Words submission_date{"Date", "Date"};
inline constexpr Words submission_entry{"Journal entry", "Écriture"};
inline constexpr Words submission_actions{"Actions", "Actions"};
inline constexpr Words submission_authorizations{"Authorizations", "Autorisations"};
inline constexpr Words submission_holdings{"Holdings (t CO₂ eq)", "Avoirs (t éq. CO₂)"};
inline constexpr Words submission_entities{"Entities", "Entités"};
inline constexpr Words submission_hash{"SHA-256", "SHA-256"};
inline constexpr Words documents_heading{"Reports of the Parties", "Rapports des Parties"};
inline constexpr Words documents_intro{
    "Drawn from the journals, the accounts and what each Party states; each figure names its "
    "entries.",
    "Établis d'après les journaux, les comptes et ce que déclare chaque Partie ; chaque chiffre "
    "nomme ses écritures."};
inline constexpr Words checks_heading{"Consistency checks", "Contrôles de cohérence"};
inline constexpr Words checks_intro{
    "The checks that the Article 6 database makes across the submissions of all Parties, in the "
    "official words of 4/CMA.6, paragraph 29.",
    "Les contrôles que fait la base de données de l'article 6 sur les soumissions de toutes les "
    "Parties, dans les mots officiels (en anglais) de 4/CMA.6, paragraphe 29."};
inline constexpr Words check_first{"First versions (1.0)", "Premières versions (1.0)"};
inline constexpr Words check_final{"Last versions", "Dernières versions"};
inline constexpr Words check_result{"Result", "Résultat"};
inline constexpr Words check_replaced{"replaced by a later version",
                                      "remplacée par une version "
                                      "ultérieure"};
inline constexpr Words check_findings{"Findings: {0}", "Constats : {0}"};
inline constexpr Words check_no_findings{"Nothing was found.", "Rien n'a été relevé."};
inline constexpr Words finding_rule{"Rule", "Règle"};
inline constexpr Words finding_place{"Place", "Endroit"};
inline constexpr Words finding_what{"What does not agree", "Ce qui ne concorde pas"};
inline constexpr Words finding_remedy{"What would be right", "Ce qui serait juste"};
inline constexpr Words finding_effect{"Effect", "Effet"};
inline constexpr Words effect_inconsistent{"inconsistency", "incohérence"};
inline constexpr Words effect_not_available{"information not available",
                                            "information non disponible"};
inline constexpr Words effect_warning{"remark, without effect", "remarque, sans effet"};
inline constexpr Words findings_more{"{0} further findings are not shown here.",
                                     "{0} autres constats ne sont pas montrés ici."};
inline constexpr Words mark_consistent{
    "“Checked, no inconsistencies identified”",
    "« Checked, no inconsistencies identified » (contrôlé, aucune incohérence relevée)"};
inline constexpr Words mark_inconsistent{
    "“Checked, inconsistencies identified”",
    "« Checked, inconsistencies identified » (contrôlé, incohérences relevées)"};
inline constexpr Words mark_not_available{
    "“Null, information for check not available”",
    "« Null, information for check not available » (information non disponible pour le contrôle)"};

}  // namespace openitmo::files::words
