#pragma once

#include "quantity/language.h"

namespace openitmo::files::words {

inline constexpr Words overselling_document{"Overselling view", "Vue de survente"};
inline constexpr Words overselling_title{"What {} can still authorize",
                                         "Ce que {} peut encore autoriser"};
inline constexpr Words overselling_stages{"Margin to the level of the NDC, t CO2 eq",
                                          "Marge jusqu'au niveau de la CDN, t éq. CO2"};
inline constexpr Words overselling_stages_note{
    "Margin is the level less emissions, less what is first transferred, plus what is used; below "
    "zero the NDC is missed. Each row holds what stands above it. Estimate: every figure at its "
    "stated value. Interval and share: {} draws, seed {}.",
    "La marge est le niveau moins les émissions, moins les premiers transferts, plus ce qui est "
    "utilisé ; sous zéro la CDN est manquée. Chaque ligne contient celles au-dessus. Estimation : "
    "chaque chiffre à sa valeur donnée. Intervalle et part : {} tirages, graine {}."};
inline constexpr Words overselling_stages_chart{
    "For each stage the middle of the margin and the ends of 95 % of the draws.",
    "Pour chaque étape, le milieu de la marge et les bouts de 95 % des tirages."};
inline constexpr Words overselling_middle{"middle", "milieu"};
inline constexpr Words overselling_low{"97.5 % lie above", "97,5 % sont au-dessus"};
inline constexpr Words overselling_high{"97.5 % lie below", "97,5 % sont au-dessous"};
inline constexpr Words overselling_curve{
    "How likely the NDC is met, against what is authorized further",
    "Avec quelle probabilité la CDN est atteinte, selon ce qui est encore autorisé"};
inline constexpr Words overselling_curve_axis{"t CO2 eq authorized further; % of draws",
                                              "t éq. CO2 encore autorisées ; % des tirages"};
inline constexpr Words overselling_met{"NDC met, % of draws", "CDN atteinte, % des tirages"};
inline constexpr Words overselling_authorizable{"What can still be authorized, t CO2 eq",
                                                "Ce qui peut encore être autorisé, t éq. CO2"};
inline constexpr Words overselling_variance{"What makes it uncertain", "Ce qui rend incertain"};
inline constexpr Words overselling_terms{"What the margin is made of, t CO2 eq",
                                         "De quoi est faite la marge, t éq. CO2"};
inline constexpr Words overselling_assumptions{"Assumptions", "Hypothèses"};
inline constexpr Words overselling_all_years_move{
    "All inventory years move together, and so do all projected years; everything else is "
    "independent.",
    "Toutes les années d'inventaire varient ensemble, et de même toutes les années projetées ; "
    "tout "
    "le reste est indépendant."};
inline constexpr Words overselling_delivered{
    "Of what is authorized, the delivered share is first transferred with a vintage that this NDC "
    "counts; where nothing is stated, all of it.",
    "De ce qui est autorisé, la part livrée fait l'objet d'un premier transfert avec un millésime "
    "que cette CDN compte ; sans indication, la totalité."};
inline constexpr Words overselling_simulation{
    "A simulation: no figure of it enters a balance or a report of what happened. Whether the NDC "
    "is achieved is judged on the reported inventory alone.",
    "Une simulation : aucun de ses chiffres n'entre dans un bilan ou un rapport de ce qui a eu "
    "lieu. L'atteinte de la CDN se juge sur le seul inventaire déclaré."};

}  // namespace openitmo::files::words
