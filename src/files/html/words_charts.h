#pragma once

#include "quantity/language.h"

namespace openitmo::files::words {

inline constexpr Words data_of_figure{"The figures behind this picture",
                                      "Les chiffres de cette figure"};
inline constexpr Words pictures{"In pictures", "En images"};
inline constexpr Words pictures_key{
    "Solid: recorded or measured. Hatched: assumed, fictitious or indicative. Outlined: expected. "
    "A dashed box "
    "marks what is not known; it is never drawn as zero.",
    "Plein : enregistré ou mesuré. Hachuré : supposé, fictif ou indicatif. Contour : attendu. Un "
    "cadre "
    "tireté marque ce qui n'est pas connu ; ce n'est jamais dessiné comme zéro."};
inline constexpr Words pictures_key_demonstration{
    "In this demonstration the acts and the measurements are fictitious as a whole; hatching marks "
    "the figures of other sources that are assumed.",
    "Dans cette démonstration, les actes et les mesures sont tous fictifs ; les hachures marquent "
    "les chiffres d'autres sources qui sont supposés."};
inline constexpr Words t_co2eq{"t CO₂ eq", "t éq. CO₂"};
inline constexpr Words mt_co2eq{"Mt CO₂ eq", "Mt éq. CO₂"};
inline constexpr Words unknown{"not known", "inconnu"};
inline constexpr Words total{"Total", "Total"};
inline constexpr Words year{"Year", "Année"};
inline constexpr Words month{"Month", "Mois"};
inline constexpr Words vintage{"Vintage", "Millésime"};
inline constexpr Words component{"Component", "Composant"};
inline constexpr Words party{"Party", "Partie"};

inline constexpr Words waste_caption{"Waste received and treated over time",
                                     "Déchets reçus et traités au fil du temps"};
inline constexpr Words waste_reading{
    "Of {0} t received, {1} t were treated. The gap between the line and the bars is sorting "
    "residue that still goes to a disposal site.",
    "Sur {0} t reçues, {1} t ont été traitées. L'écart entre la ligne et les barres est le refus "
    "de tri, qui va encore en décharge."};
inline constexpr Words waste_reading_declared{
    "Amounts declared per year, not weighed: {0} t in all.",
    "Quantités déclarées par année, non pesées : {0} t en tout."};
inline constexpr Words waste_unit{"t wet waste", "t de déchets humides"};
inline constexpr Words waste_received{"Received, all components", "Reçus, tous composants"};
inline constexpr Words waste_treated_of{"Treated: {0}", "Traités : {0}"};

inline constexpr Words reductions_caption{"Emission reductions by vintage and component",
                                          "Réductions d'émissions par millésime et composant"};
inline constexpr Words reductions_reading{
    "Each bar is what one component reduced in one year. Composting avoids methane over years but "
    "emits at once, so a first year can be negative. Nothing is issued then: the deficit (dashed "
    "line) is carried on and deducted from later vintages first.",
    "Chaque barre est ce qu'un composant a réduit en une année. Le compostage évite du méthane sur "
    "des années mais émet tout de suite : une première année peut être négative. Rien n'est alors "
    "délivré : le déficit (ligne tiretée) est reporté et déduit d'abord des millésimes suivants."};
inline constexpr Words reductions_reading_plain{
    "Each bar is what one component reduced in one calendar year.",
    "Chaque barre est ce qu'un composant a réduit en une année civile."};
inline constexpr Words deficit_line{"Deficit carried on, all components",
                                    "Déficit reporté, tous composants"};
inline constexpr Words deficit_note{"deficit carried on: {0}", "déficit reporté : {0}"};
inline constexpr Words result_kg{"Result", "Résultat"};
inline constexpr Words debt_before{"Deficit brought forward", "Déficit antérieur"};
inline constexpr Words issued{"Issued", "Délivré"};
inline constexpr Words debt_after{"Deficit carried on", "Déficit reporté"};
inline constexpr Words settlement_unit{
    "t CO₂ eq; results and deficits to the kilogram, units in whole tonnes, rounded down once. "
    "What is left of a tonne is not carried on.",
    "t éq. CO₂ ; résultats et déficits au kilogramme, unités en tonnes entières, arrondies une "
    "seule fois vers le bas. Ce qui reste d'une tonne n'est pas reporté."};
inline constexpr Words not_settled{"not yet settled", "pas encore réglé"};

inline constexpr Words places_caption{"Where the units are", "Où sont les unités"};
inline constexpr Words places_reading{
    "{0} units were issued, and each of them stands in exactly one place below.",
    "{0} unités ont été délivrées, et chacune se trouve à un seul endroit ci-dessous."};
inline constexpr Words places_reading_total{
    "The registries of this run know {0} units; each stands in exactly one place below.",
    "Les registres de cette exécution connaissent {0} unités ; chacune se trouve à un seul endroit "
    "ci-dessous."};
inline constexpr Words places_row{"{0}, vintage {1}", "{0}, millésime {1}"};
inline constexpr Words place_held{"Held", "Détenues"};
inline constexpr Words place_in_transit{"In transit", "En transit"};
inline constexpr Words place_used{"Used", "Utilisées"};
inline constexpr Words place_omge{"Cancelled for overall mitigation (OMGE)",
                                  "Annulées pour l'atténuation globale (OMGE)"};
inline constexpr Words place_cancelled{"Cancelled otherwise", "Annulées autrement"};

inline constexpr Words expected_caption{"Expected and measured", "Attendu et mesuré"};
inline constexpr Words expected_reading{
    "Expected before the start (outlined), measured since (solid). No outline: no credit was "
    "expected, the result was to be zero or negative. Over the years with an expected credit and a "
    "measurement: {0} t expected, {1} t measured, a difference of {2} t ({3}).",
    "Attendu avant le début (contour), mesuré depuis (plein). Sans contour : aucun crédit n'était "
    "attendu, le résultat devait être nul ou négatif. Sur les années avec un crédit attendu et une "
    "mesure : {0} t attendues, {1} t mesurées, soit un écart de {2} t ({3})."};
inline constexpr Words expected_reading_plain{"Expected (outlined) and measured (solid).",
                                              "Attendu (contour) et mesuré (plein)."};
inline constexpr Words expected{"Expected", "Attendu"};
inline constexpr Words measured{"Measured", "Mesuré"};
inline constexpr Words published{"Published", "Publié"};
inline constexpr Words recomputed{"Recomputed", "Recalculé"};
inline constexpr Words difference{"Difference", "Écart"};
inline constexpr Words published_caption{"Published and recomputed", "Publié et recalculé"};
inline constexpr Words published_reading{
    "The figures that were published (outlined) beside the same figures recomputed here (solid). "
    "Largest difference: {0} t CO₂ eq.",
    "Les chiffres publiés (contour) à côté des mêmes chiffres recalculés ici (plein). Plus grand "
    "écart : {0} t éq. CO₂."};
inline constexpr Words published_source{"Published in: {0}", "Publié dans : {0}"};

}  // namespace openitmo::files::words
