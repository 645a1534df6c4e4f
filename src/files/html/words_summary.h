#pragma once

#include "quantity/language.h"

namespace openitmo::files::words {

inline constexpr Words document_kind{
    "Report on a cooperative approach under Article 6.2",
    "Rapport sur une démarche concertée au titre de l'article 6.2"};
inline constexpr Words document_kind_mrv{"Quantified emission reductions",
                                         "Réductions d'émissions quantifiées"};
inline constexpr Words page{"Page", "Page"};
inline constexpr Words contents{"Contents", "Sommaire"};
inline constexpr Words summary_heading{"In short", "En bref"};
inline constexpr Words summary_line{
    "From {0} to {1}, {2} components measured net emission reductions of {3} t CO₂ eq. {4} t were "
    "issued as units. Host Party ({5}): {6} t were first transferred to another Party and {7} t "
    "cancelled for overall mitigation. Acquiring Party ({8}): {9} t are used towards its NDC.",
    "Du {0} au {1}, {2} composants ont mesuré des réductions nettes d'émissions de {3} t éq. CO₂. "
    "{4} t ont été délivrées comme unités. Partie hôte ({5}) : {6} t ont été transférées pour la "
    "première fois à une autre Partie et {7} t annulées pour l'atténuation globale. Partie "
    "acquéreuse ({8}) : {9} t sont utilisées pour sa CDN."};
inline constexpr Words summary_kept_negative{
    "For now the host Party ({1}) has added {0} t more to its emissions balance than all sites "
    "together have reduced: the activity still carries the deficit of first years, which is "
    "deducted from later vintages before anything is issued.",
    "Pour l'instant, la Partie hôte ({1}) a ajouté à son bilan des émissions {0} t de plus que "
    "tous "
    "les sites ensemble n'ont réduit : l'activité porte encore le déficit de premières années, "
    "qui est déduit des millésimes suivants avant toute délivrance."};
inline constexpr Words summary_line_mrv{
    "From {0} to {1}, {2} component(s) reduced emissions by {3} t CO₂ eq. Nothing is issued or "
    "transferred in this programme.",
    "Du {0} au {1}, {2} composant(s) ont réduit les émissions de {3} t éq. CO₂. Rien n'est délivré "
    "ni transféré dans ce programme."};
inline constexpr Words summary_line_declared{
    "For {0} to {1} and {2} component(s), emission reductions of {3} t CO₂ eq follow from declared "
    "amounts; nothing was measured. Nothing is issued or transferred in this programme.",
    "Du {0} au {1} et pour {2} composant(s), des réductions d'émissions de {3} t éq. CO₂ découlent "
    "de quantités déclarées ; rien n'a été mesuré. Rien n'est délivré ni transféré dans ce "
    "programme."};
inline constexpr Words summary_kept{
    "{0} t stay with the host Party ({1}): they lower its own emissions balance and went to "
    "nobody.",
    "{0} t restent à la Partie hôte ({1}) : elles abaissent son propre bilan des émissions et "
    "n'ont "
    "été cédées à personne."};
inline constexpr Words card_measured{"Measured", "Mesuré"};
inline constexpr Words card_calculated{"Calculated", "Calculé"};
inline constexpr Words card_calculated_note{"net emission reductions, from declared amounts",
                                            "réductions nettes d'émissions, d'après des quantités "
                                            "déclarées"};
inline constexpr Words card_issued{"Issued", "Délivré"};
inline constexpr Words card_transferred{"First transferred", "Transféré"};
inline constexpr Words card_used{"Used", "Utilisé"};
inline constexpr Words card_kept{"Kept by the host", "Gardé par l'hôte"};
inline constexpr Words card_measured_note{"net emission reductions, year by year",
                                          "réductions nettes d'émissions, année par année"};
inline constexpr Words card_issued_note{"whole tonnes, after the activity's deficit",
                                        "tonnes entières, déficit de l'activité déduit"};
inline constexpr Words card_transferred_note{"by {0}, added to its balance",
                                             "{0} : ajouté à son bilan"};
inline constexpr Words card_used_note{"by {0}, subtracted from its balance",
                                      "{0} : soustrait de son bilan"};
inline constexpr Words card_kept_note_negative{"{0}: deficits still to be made good",
                                               "{0} : déficits encore à compenser"};
inline constexpr Words card_kept_note{"{0}: measured and not transferred",
                                      "{0} : mesuré et non transféré"};

inline constexpr Words keep_caption{"How the figures hang together",
                                    "Comment les chiffres s'enchaînent"};
inline constexpr Words keep_measured{"Measured emission reductions, net",
                                     "Réductions mesurées, nettes"};
inline constexpr Words keep_transferred{"− first transferred to another Party",
                                        "− premiers transferts à une autre Partie"};
inline constexpr Words keep_omge{"− cancelled for overall mitigation: counts for nobody",
                                 "− annulé pour l'atténuation globale : ne compte pour personne"};
inline constexpr Words keep_oimp{"− first transferred for other international purposes",
                                 "− premiers transferts à d'autres fins internationales"};
inline constexpr Words keep_result{"= kept by the host Party", "= gardé par la Partie hôte"};
inline constexpr Words keep_units{"of which units still held", "dont unités encore détenues"};
inline constexpr Words keep_not_issued{
    "of which not issued (parts of tonnes; deficits count as negative)",
    "dont non délivré (fractions de tonne ; les déficits comptent en négatif)"};

inline constexpr Words state_double{"Nothing is counted twice.", "Rien n'est compté deux fois."};
inline constexpr Words state_double_text{
    "{0} t were added by those who first transferred them, {1} t subtracted by those who used "
    "them; over all journals no unit lives in two places.",
    "{0} t ont été ajoutées par ceux qui les ont transférées, {1} t soustraites par ceux qui les "
    "ont utilisées ; dans l'ensemble des journaux, aucune unité ne vit à deux endroits."};
inline constexpr Words state_checks{"The Article 6 database's checks.",
                                    "Contrôles de la base de données de l'article 6."};
inline constexpr Words state_checks_text{"First versions: {0}. Last versions: {1}.",
                                         "Premières versions : {0}. Dernières versions : {1}."};
inline constexpr Words state_refused{"Acts refused: {0} of {1}.", "Actes refusés : {0} sur {1}."};
inline constexpr Words state_refused_none{"No act was refused.", "Aucun acte n'a été refusé."};
inline constexpr Words state_refused_text{"The reasons are at the end of this page.",
                                          "Les raisons sont à la fin de cette page."};
inline constexpr Words state_recorded{"Every act is recorded: {0} entries.",
                                      "Chaque acte est enregistré : {0} écritures."};
inline constexpr Words state_proof{"Everything can be checked.", "Tout peut être vérifié."};
inline constexpr Words state_proof_text{
    "{0} journal entries, all covered by the registries' signatures; the last sections say how, "
    "without trust in who "
    "runs the registries.",
    "{0} écritures, toutes couvertes par les signatures des registres ; les dernières sections "
    "disent comment, sans "
    "devoir se fier à qui tient les registres."};

}  // namespace openitmo::files::words
