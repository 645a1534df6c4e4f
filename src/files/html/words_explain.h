#pragma once

#include "files/html/words_derivation.h"

namespace openitmo::files::words {

inline constexpr Words explain_document{"How a figure came about", "D'où vient un chiffre"};
inline constexpr Words explain_intro{
    "Each figure is made from those under it. A branch ends at rows of a monitoring file "
    "(measured), at a value of the methodology (default) or at a value that the programme states "
    "itself (assumed). Click on a line to unfold it. Sources are quoted as they stand.",
    "Chaque chiffre est fait de ceux qui sont sous lui. Une branche finit à des lignes d'un "
    "fichier de suivi (mesuré), à une valeur de la méthodologie (par défaut) ou à une valeur que "
    "le programme énonce lui-même (supposé). Cliquez sur une ligne pour la déplier. Les sources "
    "sont citées telles quelles."};
inline constexpr Words explain_kinds{"What the figure hangs on", "De quoi dépend le chiffre"};
inline constexpr Words explain_count{"Values", "Valeurs"};
inline constexpr Words explain_share{"Weight", "Poids"};
inline constexpr Words explain_total{"All", "Ensemble"};
inline constexpr Words explain_note{
    "Weight: how strongly the figure hangs on a value (|x·∂/∂x| over the sum of all). Factors of "
    "one product count in full, so the weights rank; they do not say that so many tonnes would be "
    "lost.",
    "Poids : à quel point le chiffre dépend d'une valeur (|x·∂/∂x| sur la somme de toutes). Les "
    "facteurs d'un produit comptent en entier : les poids classent ; ils ne disent pas que tant de "
    "tonnes seraient perdues."};
inline constexpr Words explain_column{"column {0}", "colonne {0}"};

}  // namespace openitmo::files::words
