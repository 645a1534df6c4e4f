#include <iterator>

#include "mrv/inventory/bridge.h"

namespace openitmo::mrv::inventory {

namespace {

struct ReasonWords {
  Reason reason;
  std::string_view name;
  Words words;
  Words remedy;
};
constexpr ReasonWords kReasons[] = {
    {Reason::not_transferred,
     "not_transferred",
     {"claimed, and not first transferred", "revendiqué, sans premier transfert"},
     {"Nothing: what is not first transferred is not added.",
      "Rien : ce qui n'a pas de premier transfert n'est pas ajouté."}},
    {Reason::energy,
     "energy",
     {"power, fuel and material: outside the waste sector",
      "électricité, combustible et matière : hors du secteur des déchets"},
     {"Look for the fall in 1.A or 2; where the good is imported, it falls in another Party.",
      "Cherchez la baisse en 1.A ou 2 ; si le bien est importé, elle a lieu dans une autre "
      "Partie."}},
    {Reason::other_terms,
     "other_terms",
     {"leakage, adjustments and other terms of the methodology",
      "fuites, ajustements et autres termes de la méthodologie"},
     {"Nothing: they make the reductions cautious, or lie outside solid waste.",
      "Rien : ils rendent les réductions prudentes, ou sortent des déchets solides."}},
    {Reason::model_correction,
     "model_correction",
     {"the methodology takes off for the error of its model",
      "la méthodologie déduit l'erreur de son modèle"},
     {"Nothing: it is in the host's favour.", "Rien : c'est en faveur de l'hôte."}},
    {Reason::timing,
     "timing",
     {"the methodology lets waste decay in its own year, the inventory from the next one on",
      "la méthodologie fait se décomposer les déchets dans leur année, l'inventaire dès la "
      "suivante"},
     {"Nothing over the whole decay: what is early here comes back in later years.",
      "Rien sur toute la décomposition : l'avance d'ici revient dans les années suivantes."}},
    {Reason::parameters,
     "parameters",
     {"site class, climate, oxidation, DOC or GWP differ",
      "classe de décharge, climat, oxydation, COD ou PRG diffèrent"},
     {"Give the inventory the site's climate zone and class, or the component the inventory's "
      "values.",
      "Donnez à l'inventaire la zone climatique et la classe de la décharge, ou au composant les "
      "valeurs de l'inventaire."}},
    {Reason::sorting_not_seen,
     "sorting_not_seen",
     {"the composition was surveyed without the diversion",
      "la composition a été relevée sans le détournement"},
     {"Survey the waste at disposal sites in the years of the activity.",
      "Faites une enquête aux décharges pendant les années de l'activité."}},
    {Reason::disposal_not_seen,
     "disposal_not_seen",
     {"the amount disposed of is a share from before",
      "la quantité mise en décharge est une part antérieure"},
     {"Weigh what disposal sites take in, every year.",
      "Pesez chaque année ce que reçoivent les décharges."}},
    {Reason::treatment_factors,
     "treatment_factors",
     {"emission factors of treatment differ", "les facteurs d'émission du traitement diffèrent"},
     {"Measure the factor at the sites and use it on both sides.",
      "Mesurez le facteur sur les sites et utilisez-le des deux côtés."}},
    {Reason::treatment_not_seen,
     "treatment_not_seen",
     {"the inventory does not report what is composted or digested",
      "l'inventaire ne déclare pas ce qui est composté ou digéré"},
     {"Report it: the inventory is too low by it.",
      "Déclarez-le : l'inventaire est trop bas d'autant."}},
    {Reason::gas_terms,
     "gas_terms",
     {"oxidation and baseline capture of landfill gas",
      "oxydation et captage de référence du gaz de décharge"},
     {"Nothing, where both follow their documents.", "Rien, si chacun suit ses documents."}},
    {Reason::recovery_not_counted,
     "recovery_not_counted",
     {"the inventory counts no recovered methane, or less",
      "l'inventaire ne compte pas de méthane récupéré, ou moins"},
     {"Report metered recovery by site: the default of the method is 0.",
      "Déclarez la récupération mesurée par décharge : la valeur par défaut est 0."}},
};

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < std::size(kReasons); ++i)
    if (static_cast<std::size_t>(kReasons[i].reason) != i) return false;
  return kReasons[std::size(kReasons) - 1].reason == Reason::recovery_not_counted;
}
static_assert(is_in_order(), "every reason has its words, at its own place");

const ReasonWords& entry_of(Reason reason) { return kReasons[static_cast<std::size_t>(reason)]; }

}  // namespace

std::string_view name_of(Reason reason) { return entry_of(reason).name; }
Words words_of(Reason reason) { return entry_of(reason).words; }
Words remedy_of(Reason reason) { return entry_of(reason).remedy; }

}  // namespace openitmo::mrv::inventory
