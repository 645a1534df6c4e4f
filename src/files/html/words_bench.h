#pragma once

#include "quantity/language.h"

namespace openitmo::files::words {

inline constexpr Words bench_document{"The verifier's bench", "L'établi du vérificateur"};
inline constexpr Words bench_intro{
    "Each drawn ticket as the data set records it, beside its scan. What the scan shows goes into "
    "the worksheet; the lines below each ticket are for those who work on paper.",
    "Chaque ticket tiré tel que le jeu de données l'enregistre, à côté de son scan. Ce que montre "
    "le scan va dans la feuille ; les lignes sous chaque ticket servent à qui travaille sur "
    "papier."};
inline constexpr Words bench_sample{"The sample", "L'échantillon"};
inline constexpr Words bench_item{"Item", "Élément"};
inline constexpr Words bench_value{"Value", "Valeur"};
inline constexpr Words bench_recorded{"As recorded", "Tel qu'enregistré"};
inline constexpr Words bench_ticket{"Ticket {0}", "Ticket {0}"};
inline constexpr Words bench_place{"File and row", "Fichier et ligne"};
inline constexpr Words bench_time{"Date and time (UTC)", "Date et heure (UTC)"};
inline constexpr Words bench_gross{"Gross (kg)", "Masse brute (kg)"};
inline constexpr Words bench_tare{"Tare (kg)", "Tare (kg)"};
inline constexpr Words bench_net{"Net (kg)", "Masse nette (kg)"};
inline constexpr Words bench_seen{"Seen", "Vu"};
inline constexpr Words bench_remark{"Remark", "Remarque"};
inline constexpr Words bench_scan_of{"Scan of ticket {0}", "Scan du ticket {0}"};
inline constexpr Words bench_no_scan{"There is no scan at {0}", "Il n'y a pas de scan à {0}"};
inline constexpr Words bench_no_place{"The component says nowhere where scans lie",
                                      "Le composant ne dit pas où se trouvent les scans"};
inline constexpr Words bench_not_shown{"This page cannot show it: open {0}",
                                       "Cette page ne peut pas le montrer : ouvrez {0}"};

}  // namespace openitmo::files::words
