#include "files/html/phrases.h"

namespace openitmo::files {

namespace {

constexpr Words kPhrases[] = {
    {"model correction factor", "facteur de correction du modèle"},
    {"application A", "application A"},
    {"application B", "application B"},
    {"baseline", "référence"},
    {"dry climate", "climat sec"},
    {"humid climate", "climat humide"},
    {"project or leakage emissions", "émissions du projet ou fuites"},
    {"share of methane captured at the disposal site in the baseline",
     "part du méthane captée à la décharge dans la référence"},
    {"oxidation factor of the disposal site", "facteur d'oxydation de la décharge"},
    {"share of methane in the gas of the disposal site",
     "part de méthane dans le gaz de la décharge"},
    {"share of degradable carbon that decomposes", "part du carbone dégradable qui se décompose"},
    {"methane correction factor", "facteur de correction du méthane"},
    {"managed anaerobic site", "décharge gérée anaérobie"},
    {"managed semi-aerobic site", "décharge gérée semi-aérobie"},
    {"unmanaged site of 5 m or more", "décharge non gérée de 5 m ou plus"},
    {"unmanaged site below 5 m", "décharge non gérée de moins de 5 m"},
    {"degradable organic carbon", "carbone organique dégradable"},
    {"food", "aliments"},
    {"garden", "jardin"},
    {"paper", "papier"},
    {"wood", "bois"},
    {"textiles", "textiles"},
    {"nappies", "couches"},
    {"inert", "inertes"},
    {"decay rate", "taux de décomposition"},
    {"tropical dry", "tropical sec"},
    {"tropical wet", "tropical humide"},
    {"temperate dry", "tempéré sec"},
    {"temperate wet", "tempéré humide"},
    {"tropical_dry", "tropical sec"},
    {"tropical_wet", "tropical humide"},
    {"temperate_dry", "tempéré sec"},
    {"temperate_wet", "tempéré humide"},
    {"managed_anaerobic", "gérée anaérobie"},
    {"managed_semi_aerobic", "gérée semi-aérobie"},
    {"unmanaged_deep", "non gérée, 5 m ou plus"},
    {"unmanaged_shallow", "non gérée, moins de 5 m"},
    {"yearly", "annuel"},
    {"monthly", "mensuel"},
    {"methane emission factor of composting", "facteur d'émission de méthane du compostage"},
    {"nitrous oxide emission factor of composting",
     "facteur d'émission de protoxyde d'azote du compostage"},
    {"run-off water treated anaerobically", "eaux de ruissellement traitées en anaérobie"},
    {"per monitored calendar year", "par année civile suivie"},
    {"chemical oxygen demand of the run-off water",
     "demande chimique en oxygène des eaux de ruissellement"},
    {"methane producing capacity of the run-off water",
     "capacité de production de méthane des eaux de ruissellement"},
    {"methane correction factor of the run-off treatment",
     "facteur de correction du méthane du traitement des eaux de ruissellement"},
    {"model correction factor for run-off water",
     "facteur de correction du modèle pour les eaux de ruissellement"},
    {"emission factor of grid electricity used by the project",
     "facteur d'émission de l'électricité du réseau utilisée par le projet"},
    {"transmission and distribution losses", "pertes de transport et de distribution"},
    {"project", "projet"},
    {"emission factor of grid electricity displaced",
     "facteur d'émission de l'électricité du réseau remplacée"},
    {"net calorific value of diesel", "pouvoir calorifique inférieur du gazole"},
    {"carbon dioxide emission factor of diesel",
     "facteur d'émission de dioxyde de carbone du gazole"},
    {"density of diesel at 15 °C", "masse volumique du gazole à 15 °C"},
    {"methane that rules require to be destroyed", "méthane que les règles imposent de détruire"},
    {"leakage per monitored calendar year", "fuites par année civile suivie"},
    {"upper limit of yearly emission reductions of a small-scale activity",
     "plafond annuel des réductions d'une activité de petite échelle"},
    {"share of the waste that rules require to be treated and that is treated",
     "part des déchets dont les règles imposent le traitement et qui sont traités"},
    {"baseline emissions", "émissions de référence"},
    {"emission reductions", "réductions d'émissions"},
    {"reductions", "réductions"},
    {"project emissions as declared", "émissions du projet telles que déclarées"},
    {"volume times density", "volume multiplié par masse volumique"},
    {"mean of samples", "moyenne des échantillons"},
    {"sum of months", "somme des mois"},
    {"waste prevented from disposal", "déchets détournés de la décharge"},
    {"waste composted", "déchets compostés"},
    {"methane", "méthane"},
    {"nitrous oxide", "protoxyde d'azote"},
    {"run-off", "ruissellement"},
    {"sum", "somme"},
    {"weighbridge tickets", "tickets de pont-bascule"},
    {"composition samples", "échantillons de composition"},
    {"electricity meter", "compteur électrique"},
    {"diesel deliveries", "livraisons de gazole"},
    {"declared amount", "quantité déclarée"},
};

struct Symbol {
  std::string_view symbol;
  Words meaning;
};

constexpr Symbol kSymbols[] = {
    {"W_in,i", {"waste arriving, by month", "déchets entrants, par mois"}},
    {"W_residue,i", {"sorting residue leaving, by month", "refus de tri sortant, par mois"}},
    {"W_j,x", {"waste of one type", "déchets d'un type"}},
    {"p_j,x", {"share of the waste type", "part du type de déchets"}},
    {"EC_i", {"electricity used, by month", "électricité consommée, par mois"}},
    {"diesel_i", {"diesel delivered, by month", "gazole livré, par mois"}},
    {"EG_y", {"electricity delivered to the grid", "électricité livrée au réseau"}},
    {"PE_declared", {"project emissions as declared", "émissions du projet telles que déclarées"}},
    {"GWP_CH4", {"global warming potential, methane", "potentiel de réchauffement, méthane"}},
    {"GWP_N2O",
     {"global warming potential, nitrous oxide", "potentiel de réchauffement, protoxyde d'azote"}},
};

std::string_view phrase_in(const Speech& speech, std::string_view phrase) {
  if (speech.language() == ledger::Language::en) return phrase;
  for (const Words& known : kPhrases)
    if (known.en == phrase) return known.fr;
  return phrase;
}

}  // namespace

std::string in_language(const Speech& speech, std::string_view phrases) {
  std::string text;
  while (true) {
    const std::size_t comma = phrases.find(", ");
    text += phrase_in(speech, phrases.substr(0, comma));
    if (comma == std::string_view::npos) return text;
    text += ", ";
    phrases.remove_prefix(comma + 2);
  }
}

std::string meaning_of_symbol(const Speech& speech, std::string_view symbol) {
  for (const auto& [known, meaning] : kSymbols)
    if (known == symbol) return speech.say(meaning);
  return {};
}

}  // namespace openitmo::files
