#pragma once

#include "quantity/language.h"

namespace openitmo::files::words {

inline constexpr Words check_document{"Consistency of annual information (AEF)",
                                      "Cohérence des informations annuelles (AEF)"};
inline constexpr Words check_title{"Check of {0} submissions by {1} Parties",
                                   "Contrôle de {0} soumissions de {1} Parties"};
inline constexpr Words check_intro{
    "What the Article 6 database would find in these submissions, each by itself and all against "
    "each other (2/CMA.3, annex, paragraphs 32-34; 4/CMA.6, paragraphs 28-33). Results are in the "
    "words of 4/CMA.6, paragraph 29.",
    "Ce que la base de données de l'article 6 trouverait dans ces soumissions, chacune pour "
    "elle-même et toutes entre elles (2/CMA.3, annexe, paragraphes 32-34 ; 4/CMA.6, paragraphes "
    "28-33). Les résultats sont dans les mots de 4/CMA.6, paragraphe 29."};
inline constexpr Words check_submissions{"Submissions", "Soumissions"};
inline constexpr Words check_submission{"Submission", "Soumission"};
inline constexpr Words check_file{"File", "Fichier"};
inline constexpr Words check_result{"Result", "Résultat"};
inline constexpr Words check_inconsistencies{"Inconsistencies", "Incohérences"};
inline constexpr Words check_not_available{"Not available", "Non disponible"};
inline constexpr Words check_warnings{"Warnings", "Avertissements"};
inline constexpr Words check_pairs{"Between Parties", "Entre Parties"};
inline constexpr Words check_pairs_caption{"Findings that concern two Parties",
                                           "Constats qui concernent deux Parties"};
inline constexpr Words check_findings{"Findings", "Constats"};
inline constexpr Words check_none{"Nothing was found.", "Rien n'a été constaté."};
inline constexpr Words check_rule{"Rule", "Règle"};
inline constexpr Words check_effect{"Effect", "Effet"};
inline constexpr Words check_place{"Place", "Endroit"};
inline constexpr Words check_against{"Against", "Contre"};
inline constexpr Words check_what{"What was found", "Ce qui est constaté"};
inline constexpr Words check_remedy{"What would be right", "Ce qui serait juste"};
inline constexpr Words check_rest{
    "{0} of {1} findings are shown; the workbook and the JSON have all of them.",
    "{0} constats sur {1} sont montrés ; le classeur et le JSON les ont tous."};
inline constexpr Words check_unreadable{"Files that could not be read", "Fichiers illisibles"};

}  // namespace openitmo::files::words
