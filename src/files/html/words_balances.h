#pragma once

#include "quantity/language.h"

namespace openitmo::files::words {

// Pictures.
inline constexpr Words balances_caption{"Emissions balances before and after adjustment",
                                        "Bilans des émissions avant et après ajustement"};
inline constexpr Words balances_reading{
    "Above, each Party's inventory and its emissions balance. At this scale they look alike, so "
    "the "
    "adjustment that makes the difference stands below on a scale of its own: what was first "
    "transferred is added, what was used is subtracted.",
    "En haut, l'inventaire de chaque Partie et son bilan des émissions. À cette échelle ils se "
    "ressemblent ; l'ajustement qui fait la différence est donc montré en dessous à sa propre "
    "échelle : ce qui a été transféré pour la première fois est ajouté, ce qui a été utilisé est "
    "soustrait."};
inline constexpr Words balances_heading{"{0}: emissions", "{0} : émissions"};
inline constexpr Words adjustments_heading{"{0}: corresponding adjustment",
                                           "{0} : ajustement correspondant"};
inline constexpr Words adjustments_heading_indicative{
    "{0}: corresponding adjustment (indicative until the period is over)",
    "{0} : ajustement correspondant (indicatif jusqu'à la fin de la période)"};
inline constexpr Words inventory{"Inventory", "Inventaire"};
inline constexpr Words balance{"Balance", "Bilan"};
inline constexpr Words trajectory{"Trajectory", "Trajectoire"};
inline constexpr Words adjustment{"Adjustment", "Ajustement"};

inline constexpr Words double_caption{"The Parties' total: nothing is counted twice",
                                      "Le total des Parties : rien n'est compté deux fois"};
inline constexpr Words double_reading{
    "{0} t were added to the balance of the Parties that first transferred them, {1} t subtracted "
    "from the balance of the Parties that used them. What is subtracted was added before, unit for "
    "unit; the remaining {2} t lower nobody's balance. Without corresponding adjustments the same "
    "{1} t would count for both sides.",
    "{0} t ont été ajoutées au bilan des Parties qui les ont transférées pour la première fois, "
    "{1} t soustraites du bilan des Parties qui les ont utilisées. Ce qui est soustrait avait été "
    "ajouté, unité par unité ; les {2} t restantes n'abaissent le bilan de personne. Sans "
    "ajustement correspondant, les mêmes {1} t compteraient des deux côtés."};
inline constexpr Words totals_heading{"Total of the Parties: {0}", "Total des Parties : {0}"};
inline constexpr Words total_before{"Before: sum of inventories", "Avant : somme des inventaires"};
inline constexpr Words total_after{"After: with what was added and subtracted",
                                   "Après : avec ce qui a été ajouté et soustrait"};
inline constexpr Words flows_heading{"What each Party adds (+) and subtracts (−), by year",
                                     "Ce que chaque Partie ajoute (+) et soustrait (−), par année"};
inline constexpr Words net{"Net of all Parties", "Net de toutes les Parties"};
inline constexpr Words bridge_heading{"All years together", "Toutes les années ensemble"};
inline constexpr Words bridge_added{"Added (first transferred)", "Ajouté (premier transfert)"};
inline constexpr Words bridge_subtracted{"Subtracted (used towards an NDC)",
                                         "Soustrait (utilisé pour une CDN)"};
inline constexpr Words bridge_left{"Lowers nobody's balance", "N'abaisse le bilan de personne"};
inline constexpr Words left_held{"Held, not used", "Détenu, non utilisé"};
inline constexpr Words left_on_the_way{"On the way", "En chemin"};
inline constexpr Words left_cancelled{"Cancelled", "Annulé"};
inline constexpr Words left_oimp{"Used for other purposes", "Utilisé à d'autres fins"};
inline constexpr Words inventories_missing{"Inventory missing: {0}", "Inventaire manquant : {0}"};
inline constexpr Words double_averaging_note{
    "Totals after adjustment follow the flows of each year, because only flows offset one another "
    "year by year; the balance that a Party reports under averaging spreads them over the period.",
    "Les totaux après ajustement suivent les flux de chaque année, car seuls les flux se "
    "compensent "
    "année par année ; le bilan qu'une Partie déclare par moyenne les étale sur la période."};

// Tables.
inline constexpr Words balances_section{"Corresponding adjustments and emissions balances",
                                        "Ajustements correspondants et bilans des émissions"};
inline constexpr Words balances_intro{
    "Emissions balance = inventory + first transferred − used (2/CMA.3, annex, paragraph 8). "
    "Inventories, balances and trajectories in kt CO₂ eq, quantities and adjustments in t CO₂ eq.",
    "Bilan des émissions = inventaire + premiers transferts − utilisations (2/CMA.3, annexe, "
    "paragraphe 8). Inventaires, bilans et trajectoires en kt éq. CO₂, quantités et ajustements en "
    "t éq. CO₂."};
inline constexpr Words no_ndc{"No NDC of this Party is recorded, so no balance can be given.",
                              "Aucune CDN de cette Partie n'est enregistrée : aucun bilan ne peut "
                              "être donné."};
inline constexpr Words ndc_line{"{0}, version {1}, {2}–{3}, target year {4}. Method: {5} ({6}).",
                                "{0}, version {1}, {2}–{3}, année cible {4}. Méthode : {5} ({6})."};
inline constexpr Words kt{"{0} (kt)", "{0} (kt)"};
inline constexpr Words in_t{"{0} (t)", "{0} (t)"};
inline constexpr Words basis{"Basis", "Nature"};
inline constexpr Words basis_published{"published", "publié"};
inline constexpr Words basis_assumed{"assumed", "supposé"};
inline constexpr Words basis_fictitious{"fictitious", "fictif"};
inline constexpr Words first_transferred{"First transferred", "Premiers transferts"};
inline constexpr Words first_transferred_oimp{"First transferred, other purposes",
                                              "Premiers transferts, autres fins"};
inline constexpr Words used{"Used", "Utilisé"};
inline constexpr Words indicative_mark{"{0} *", "{0} *"};
inline constexpr Words indicative_note{
    "* Indicative: under averaging the adjustment counts in the target year, once the period is "
    "over (2/CMA.3, annex, paragraph 7(a)(ii)).",
    "* Indicatif : avec la moyenne, l'ajustement compte dans l'année cible, une fois la période "
    "achevée (2/CMA.3, annexe, paragraphe 7 a) ii))."};
inline constexpr Words unknown_inventory{"not known: no inventory", "inconnu : pas d'inventaire"};
inline constexpr Words unknown_not_elapsed{"not known: year not elapsed",
                                           "inconnu : année non écoulée"};
inline constexpr Words unknown_period{"not known before the period is over",
                                      "inconnu avant la fin de la période"};
inline constexpr Words unknown_target{"no target recorded", "pas de cible enregistrée"};

inline constexpr Words standing_caption{"{0}: where it stands", "{0} : situation"};
inline constexpr Words standing_item{"Item", "Élément"};
inline constexpr Words standing_value{"Figure", "Chiffre"};
inline constexpr Words standing_cumulative{"Cumulative adjustment {0}–{1}, t CO₂ eq",
                                           "Ajustement cumulé {0}–{1}, t éq. CO₂"};
inline constexpr Words standing_cumulative_balance{"Cumulative balance {0}–{1}, kt CO₂ eq",
                                                   "Bilan cumulé {0}–{1}, kt éq. CO₂"};
inline constexpr Words standing_missing_years{"not known: no inventory for {0}",
                                              "inconnu : pas d'inventaire pour {0}"};
inline constexpr Words standing_trajectory{"Trajectory over the same years, kt CO₂ eq",
                                           "Trajectoire sur les mêmes années, kt éq. CO₂"};
inline constexpr Words standing_budget{"Budget of the whole period, kt CO₂ eq",
                                       "Budget de toute la période, kt éq. CO₂"};
inline constexpr Words standing_margin{"Margin to it, kt CO₂ eq", "Marge restante, kt éq. CO₂"};
inline constexpr Words standing_budget_left{
    "Budget left for the remaining years of the period, kt CO₂ eq",
    "Budget restant pour les années de la période qui restent, kt éq. CO₂"};
inline constexpr Words does_not_apply{"does not apply: no host of an activity",
                                      "sans objet : n'accueille aucune activité"};
inline constexpr Words standing_average{
    "Average adjustment over {0} elapsed years, t CO₂ eq a year",
    "Ajustement moyen sur {0} années écoulées, t éq. CO₂ par an"};
inline constexpr Words standing_target{"Target or budget, kt CO₂ eq",
                                       "Cible ou budget, kt éq. CO₂"};
inline constexpr Words standing_target_adjustment{"Adjustment in the target year, t CO₂ eq",
                                                  "Ajustement dans l'année cible, t éq. CO₂"};
inline constexpr Words standing_achieved{"Target reached, on the balance",
                                         "Cible atteinte, sur le bilan"};
inline constexpr Words standing_outstanding{"Authorized and not yet first transferred, t CO₂ eq",
                                            "Autorisé et pas encore transféré, t éq. CO₂"};
inline constexpr Words standing_outstanding_open{
    "not limited: an authorization states no quantity",
    "non limité : une autorisation n'a pas de quantité"};
inline constexpr Words standing_after_authorized{
    "Margin once all that is authorized is transferred, kt CO₂ eq",
    "Marge une fois transféré tout ce qui est autorisé, kt éq. CO₂"};
inline constexpr Words standing_oversold{
    "Oversold: the target is met on the inventory and missed on the balance",
    "Survente : la cible est atteinte sur l'inventaire et manquée sur le bilan"};
inline constexpr Words yes{"yes", "oui"};
inline constexpr Words no{"no", "non"};

inline constexpr Words alternatives_caption{
    "{0}: the same units under other methods (the declared one holds for the whole period), t CO₂ "
    "eq",
    "{0} : les mêmes unités avec d'autres méthodes (la méthode déclarée vaut toute la période), t "
    "éq. CO₂"};
inline constexpr Words alternatives_method{"Method", "Méthode"};
inline constexpr Words alternatives_declared{"{0} — declared", "{0} — déclarée"};
inline constexpr Words alternatives_year{"Adjustment {0}", "Ajustement {0}"};
inline constexpr Words alternatives_target{"In the target year", "Dans l'année cible"};

inline constexpr Words method_with_choices{"{0}; {1}; {2}", "{0} ; {1} ; {2}"};
inline constexpr Words method_single_year_trajectory{
    "single-year NDC, trajectory: each year's flows, paragraph 7(a)(i)",
    "CDN à année unique, trajectoire : flux de chaque année, paragraphe 7 a) i)"};
inline constexpr Words method_single_year_averaging{
    "single-year NDC, averaging over the period, paragraph 7(a)(ii)",
    "CDN à année unique, moyenne sur la période, paragraphe 7 a) ii)"};
inline constexpr Words method_multi_year_trajectory{
    "multi-year NDC, trajectory or budget: each year's flows, paragraph 7(b)",
    "CDN pluriannuelle, trajectoire ou budget : flux de chaque année, paragraphe 7 b)"};
inline constexpr Words convention_restated_uniform{"every elapsed year at the latest average",
                                                   "chaque année écoulée à la dernière moyenne"};
inline constexpr Words convention_running_as_at{"each year at the average as it then stood",
                                                "chaque année à la moyenne d'alors"};
inline constexpr Words axis_by_vintage{"by vintage", "par millésime"};
inline constexpr Words axis_by_event_year{"by year of the act", "par année de l'acte"};

// Indicators in other metrics.
inline constexpr Words indicator_caption{
    "{0}: indicator in {1}, lowered by what was first transferred, raised by what was used",
    "{0} : indicateur en {1}, abaissé de ce qui a été transféré pour la première fois, relevé de "
    "ce "
    "qui a été utilisé"};
inline constexpr Words indicator_level{"Level", "Niveau"};
inline constexpr Words indicator_adjusted{"Adjusted level", "Niveau ajusté"};

// Assumptions.
inline constexpr Words assumptions_heading{"What these figures assume",
                                           "Ce que ces chiffres supposent"};
inline constexpr Words assumed_method{"Method of the NDC ({1}): {0}.",
                                      "Méthode de la CDN ({1}) : {0}."};
inline constexpr Words assumed_convention{
    "Interim years under averaging: {0}. No decision settles this before the period is over.",
    "Années intermédiaires avec la moyenne : {0}. Aucune décision ne le fixe avant la fin de la "
    "période."};
inline constexpr Words assumed_numerator{
    "Quantities enter the interim average {0}.",
    "Les quantités entrent dans la moyenne intermédiaire {0}."};
inline constexpr Words assumed_elapsed{
    "Elapsed years: {0} to {1} ({2}), {3}. Years without transfers count.",
    "Années écoulées : {0} à {1} ({2}), {3}. Les années sans transfert comptent."};
inline constexpr Words elapsed_inventory{"up to the latest inventory",
                                         "jusqu'au dernier inventaire"};
inline constexpr Words elapsed_calendar{"up to the calendar year", "jusqu'à l'année civile"};
inline constexpr Words elapsed_given{"up to the year that was asked for",
                                     "jusqu'à l'année demandée"};
inline constexpr Words assumed_no_elapsed{"No year has elapsed yet, so there is no average.",
                                          "Aucune année n'est encore écoulée : pas de moyenne."};
inline constexpr Words assumed_oimp{
    "First transfers for other international mitigation purposes are kept apart from those towards "
    "NDCs; no tonne stands in both.",
    "Les premiers transferts à d'autres fins d'atténuation internationales sont séparés de ceux "
    "pour les CDN ; aucune tonne n'est dans les deux."};
inline constexpr Words assumed_at_authorization{
    "Where authorization is the first transfer, the quantity issued is dated at authorization.",
    "Là où l'autorisation vaut premier transfert, la quantité délivrée est datée de "
    "l'autorisation."};
inline constexpr Words assumed_level_derived{
    "The level of the NDC is derived from its description: {0}.",
    "Le niveau de la CDN est tiré de sa description : {0}."};
inline constexpr Words assumed_inventory{"Inventory of {0}: {1}.", "Inventaire de {0} : {1}."};
inline constexpr Words assumed_missing{
    "No inventory is recorded for {0}; balances of these years are not known.",
    "Aucun inventaire n'est enregistré pour {0} ; les bilans de ces années sont inconnus."};
inline constexpr Words assumed_outside{
    "{1} t CO₂ eq of {0} lie in no recorded NDC period; the Party states how it treats them.",
    "{1} t éq. CO₂ de {0} ne sont dans aucune période de CDN enregistrée ; la Partie indique "
    "comment elle les traite."};

}  // namespace openitmo::files::words
