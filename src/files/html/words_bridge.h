#pragma once

#include "quantity/language.h"

namespace openitmo::files::words {

inline constexpr Words bridge_document{"Inventory bridge", "Passerelle vers l'inventaire"};
inline constexpr Words bridge_rows_caption{
    "What the host adds to its balance, and what its inventory of solid waste falls by, t CO2 eq",
    "Ce que l'hôte ajoute à son bilan, et de combien baisse son inventaire des déchets solides, "
    "t éq. CO2"};
inline constexpr Words bridge_note{
    "The inventory is computed as it is and without the activity, by the same model; the fall is "
    "the difference. A negative fall means that the inventory rises. Loss is what is first "
    "transferred less the fall; a negative loss is a gain. A question mark means that the "
    "inventory does not say. What falls in energy or industry is no fall here.",
    "L'inventaire est calculé tel quel et sans l'activité, par le même modèle ; la baisse est la "
    "différence. Une baisse négative est une hausse de l'inventaire. La perte est ce qui a eu un "
    "premier transfert moins la baisse ; une perte négative est un gain. Un point d'interrogation "
    "veut dire que l'inventaire ne dit rien. Ce qui baisse dans l'énergie ou l'industrie n'est pas "
    "une baisse ici."};
inline constexpr Words bridge_parts_caption{"What the difference is made of, t CO2 eq",
                                            "De quoi est faite la différence, t éq. CO2"};
inline constexpr Words bridge_component{"Component", "Composant"};
inline constexpr Words bridge_year{"Year", "Année"};
inline constexpr Words bridge_reason{"Reason", "Raison"};
inline constexpr Words bridge_t{"t CO2 eq", "t éq. CO2"};
inline constexpr Words bridge_loss{"Loss", "Perte"};
inline constexpr Words bridge_remedies{"What the host can do", "Ce que l'hôte peut faire"};
inline constexpr Words bridge_sources{"The inventory and its sources",
                                      "L'inventaire et ses sources"};

}  // namespace openitmo::files::words
