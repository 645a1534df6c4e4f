#pragma once

#include "quantity/language.h"

namespace openitmo::files::words {

inline constexpr Words derivation_section{"How the tonnes were calculated",
                                          "Comment les tonnes ont été calculées"};
inline constexpr Words derivation_intro{
    "Emission reductions (ER) are baseline emissions (BE) less project emissions (PE) less leakage "
    "(LE). Every figure can be followed down to a row of monitoring data, a default value or an "
    "assumption. Sources are quoted as they stand.",
    "Les réductions d'émissions (ER) sont les émissions de référence (BE) moins les émissions du "
    "projet (PE) moins les fuites (LE). Chaque chiffre se suit jusqu'à une ligne de données de "
    "suivi, une valeur par défaut ou une hypothèse. Les sources sont citées telles quelles."};
inline constexpr Words derivation_of{"{0}, {1} to {2}", "{0}, du {1} au {2}"};
inline constexpr Words derivation_method{
    "{0} {1}; decay model: {2}; climate: {3}; baseline disposal site: {4}; global warming "
    "potentials: {5}; calculated by {6}.",
    "{0} {1} ; modèle de décomposition : {2} ; climat : {3} ; décharge de référence : {4} ; "
    "potentiels de réchauffement : {5} ; calculé par {6}."};
inline constexpr Words derivation_method_metered{
    "{0} {1}; global warming potentials: {2}; calculated by {3}.",
    "{0} {1} ; potentiels de réchauffement : {2} ; calculé par {3}."};
inline constexpr Words derivation_hashes{
    "Report {0}. Result SHA-256 {1}; monitoring data SHA-256 {2}.",
    "Rapport {0}. SHA-256 du résultat {1} ; SHA-256 des données de suivi {2}."};
inline constexpr Words terms_caption{"t CO₂ eq by calendar year", "t éq. CO₂ par année civile"};
inline constexpr Words term_symbol{"Symbol", "Symbole"};
inline constexpr Words term_what{"What it is", "De quoi il s'agit"};
inline constexpr Words term_equation{"Equation", "Équation"};
inline constexpr Words term_from{"{0}; from {1}", "{0} ; à partir de {1}"};
inline constexpr Words term_amount{"{0}, {1}", "{0}, {1}"};
inline constexpr Words term_deduction{"Conservative deduction", "Déduction prudente"};
inline constexpr Words term_claimed{"Claimed emission reductions",
                                    "Réductions d'émissions revendiquées"};
inline constexpr Words er_kept{"… rounded down to the kilogram, once",
                               "… arrondies une fois au kilogramme inférieur"};

inline constexpr Words leaves_caption{"What the tonnes hang on", "De quoi dépendent les tonnes"};
inline constexpr Words leaves_note{
    "Share: how strongly the tonnes of that year hang on the figure (|x·∂ER/∂x| over the sum of "
    "all). It ranks; it does not split the tonnes.",
    "Part : à quel point les tonnes de l'année dépendent du chiffre (|x·∂ER/∂x| sur la somme de "
    "tous). Elle classe ; elle ne répartit pas les tonnes."};
inline constexpr Words leaf_kind{"Kind", "Nature"};
inline constexpr Words leaf_value{"Value", "Valeur"};
inline constexpr Words leaf_source{"Source", "Source"};
inline constexpr Words leaf_share{"Share {0}", "Part {0}"};
inline constexpr Words leaf_range{"{0} to {1}", "{0} à {1}"};
inline constexpr Words leaf_rows{"{0}: {1} rows in {2}", "{0} : {1} lignes dans {2}"};
inline constexpr Words leaf_others{"{0} further figures", "{0} autres chiffres"};
inline constexpr Words kind_measured{"measured", "mesuré"};
inline constexpr Words kind_default{"default", "par défaut"};
inline constexpr Words kind_assumed{"assumed", "supposé"};
inline constexpr Words confidence{"{0}; confidence {1}", "{0} ; confiance {1}"};
inline constexpr Words confidence_high{"high", "élevée"};
inline constexpr Words confidence_medium{"medium", "moyenne"};
inline constexpr Words confidence_low{"low", "faible"};
inline constexpr Words kinds_unit{"% of what the tonnes hang on",
                                  "% de ce dont dépendent les tonnes"};
inline constexpr Words kinds_title{"Measured, default and assumed figures, by year",
                                   "Chiffres mesurés, par défaut et supposés, par année"};

inline constexpr Words tree_year{"Step by step: {0}", "Pas à pas : {0}"};
inline constexpr Words tree_more{"… and {0} more of this kind, {1} to {2}",
                                 "… et {0} autres de ce genre, {1} à {2}"};
inline constexpr Words tree_more_plain{"… and {0} more", "… et {0} autres"};
inline constexpr Words tree_above{"(shown above)", "(montré plus haut)"};
inline constexpr Words tree_deeper{"(made from {0} further figures)",
                                   "(fait de {0} autres chiffres)"};
inline constexpr Words tree_note{"The result file of the run holds the complete tree.",
                                 "Le fichier de résultat de l'exécution contient l'arbre complet."};
inline constexpr Words warnings_heading{"Noted by the calculation", "Relevé par le calcul"};

}  // namespace openitmo::files::words
