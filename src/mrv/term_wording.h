#pragma once

#include "mrv/methodology.h"

// Terms that many methodologies have, in one wording.
namespace openitmo::mrv::terms {

inline constexpr TermDescription kBE_CH4_SWDS{
    .key = "BE_CH4_SWDS",
    .symbol = "BE_CH4,SWDS,y",
    .name = {"Methane that the waste would have made at the disposal site",
             "Méthane que les déchets auraient produit en décharge"}};
inline constexpr TermDescription kBE{.key = "BE",
                                     .symbol = "BE_y",
                                     .name = {"Baseline emissions", "Émissions de référence"},
                                     .is_sum = true};
// Where the methodology shows no parts of it.
inline constexpr TermDescription kBE_alone{
    .key = kBE.key, .symbol = kBE.symbol, .name = kBE.name, .is_sum = true, .has_no_parts = true};
inline constexpr TermDescription kPE_EC{
    .key = "PE_EC", .symbol = "PE_EC", .name = {"Project: electricity", "Projet : électricité"}};
inline constexpr TermDescription kPE_FC{
    .key = "PE_FC", .symbol = "PE_FC", .name = {"Project: fuel", "Projet : carburant"}};
inline constexpr TermDescription kPE{.key = "PE",
                                     .symbol = "PE_y",
                                     .name = {"Project emissions", "Émissions du projet"},
                                     .is_sum = true};
inline constexpr TermDescription kLE{.key = "LE",
                                     .symbol = "LE",
                                     .name = {"Leakage", "Fuites"},
                                     .is_sum = true,
                                     .has_no_parts = true};
inline constexpr TermDescription kER{.key = "ER",
                                     .symbol = "ER_y",
                                     .name = {"Emission reductions", "Réductions d'émissions"},
                                     .is_sum = true};

}  // namespace openitmo::mrv::terms
