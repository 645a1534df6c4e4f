#include "mrv/phrases.h"

#include <algorithm>

#include "mrv/spanish.h"

namespace openitmo::mrv {

namespace {

constexpr Words kPhrases[] = {
    {"model correction factor", "facteur de correction du modèle"},
    {"application A", "application A"},
    {"application B", "application B"},
    {"baseline", "référence"},
    {"dry climate", "climat sec"},
    {"humid climate", "climat humide"},
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
    {"per calendar year", "par année civile"},
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
    {"leakage per calendar year", "fuites par année civile"},
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
    {"rated power of captive plants of which neither fuel nor generation is metered",
     "puissance nominale des groupes propres dont ni le combustible ni la production ne sont "
     "mesurés"},
    {"the plants' plates", "plaques des groupes"},
    {"counts only where a programme states it", "compte seulement là où un programme la donne"},
    {"rated power", "puissance nominale"},
    {"default electricity of a digester", "électricité par défaut d'un digesteur"},
    {"default electricity", "électricité par défaut"},
    {"solid waste", "déchets solides"},
    {"stirred tank with waste water", "cuve agitée avec eaux usées"},
    {"upflow reactor", "réacteur à flux ascendant"},
    {"covered lagoon", "lagune couverte"},
    {"share of the months of the year", "part des mois de l'année"},
    {"baseline of the first year", "référence de la première année"},
    {"for the months that are adjusted", "pour les mois ajustés"},
    {"waste prevented from disposal", "déchets détournés de la décharge"},
    {"waste composted", "déchets compostés"},
    {"methane", "méthane"},
    {"nitrous oxide", "protoxyde d'azote"},
    {"run-off", "ruissellement"},
    {"sum", "somme"},
    {"weighbridge tickets", "tickets de pesée"},
    {"composition samples", "échantillons de composition"},
    {"electricity meter", "compteur électrique"},
    {"diesel deliveries", "livraisons de gazole"},
    {"declared amount", "quantité déclarée"},
    // Where defaults of the parameter table come from.
    {"the same in v8.0 as registered projects quote it",
     "identique dans la v8.0 telle que la citent des projets enregistrés"},
    {"0 where no rule or contract asks for capture",
     "0 là où aucune règle ni aucun contrat n'exige de captage"},
    {"0 where no rule asks for capture", "0 là où aucune règle n'exige de captage"},
    {"one default for all sites", "une seule valeur par défaut pour tous les sites"},
    {"A6.4-AMT-003 v01.0 may differ", "A6.4-AMT-003 v01.0 peut différer"},
    {"TOOL04 v6.0.1 (MSW)", "TOOL04 v6.0.1 (déchets municipaux)"},
    {"with a water table above the base see TOOL04 Eq 12",
     "si la nappe dépasse la base, voir TOOL04 Eq 12"},
    {"glass and other inert)", "verre et autres inertes)"},
    {"TOOL04 v6.0.1 uses the same table", "TOOL04 v6.0.1 prend la même table"},
    {"no row in IPCC 2006 V5 Table 3.3", "aucune ligne dans IPCC 2006 V5 Table 3.3"},
    {"the lowest of the zone (wood) taken", "la plus basse de la zone (bois) est prise"},
    {"as TOOL04 asks in doubt", "comme TOOL04 le demande en cas de doute"},
    {"not read", "document non consulté"},
    {"all sources agree", "toutes les sources concordent"},
    {"one public source had 0.0005 and corrected it",
     "une source publique donnait 0,0005 et l'a corrigé"},
    {"run-off is taken back to the windrows unless the programme declares a volume",
     "les eaux de ruissellement retournent aux andains sauf si le programme déclare un volume"},
    {"illustrative figure of a public test vector", "chiffre illustratif d'un jeu d'essai public"},
    {"measure where Q_RO is not 0", "à mesurer là où Q_RO n'est pas 0"},
    {"fallback for project and leakage where no grid factor is known",
     "repli pour le projet et les fuites là où aucun facteur de réseau n'est connu"},
    {"TOOL05 v3.0 default for project and leakage",
     "valeur par défaut de TOOL05 v3.0 pour le projet et les fuites"},
    {"TOOL05 v3.0 default for the baseline", "valeur par défaut de TOOL05 v3.0 pour la référence"},
    {"fallback for the baseline (0.25 where hydro power is 50 % or more)",
     "repli pour la référence (0.25 là où l'hydroélectricité atteint 50 %)"},
    {"upper 95 % limit (default 43.0)", "limite supérieure à 95 % (défaut 43.0)"},
    {"upper 95 % limit (default 0.0741)", "limite supérieure à 95 % (défaut 0.0741)"},
    {"as TOOL03 v3.0 asks where neither supplier nor measured values exist",
     "comme TOOL03 v3.0 le demande sans valeur du fournisseur ni mesure"},
    {"upper limit of 0.820 to 0.845 (the safe side for project emissions)",
     "limite supérieure de 0.820 à 0.845 (côté prudent pour les émissions du projet)"},
    {"AMS-III.F v12.0 and ACM0022 v3.0: compost is not stored or disposed of anaerobically",
     "AMS-III.F v12.0 et ACM0022 v3.0 : le compost n'est ni stocké ni éliminé en anaérobie"},
    {"declare the emissions otherwise", "déclarez les émissions sinon"},
    {"0.5 or more makes the methodology inapplicable",
     "0.5 ou plus rend la méthodologie inapplicable"},
    {"18/CMA.1 annex para 37 and 5/CMA.3 ask for AR5",
     "18/CMA.1 annexe par. 37 et 5/CMA.3 demandent AR5"},
    {"GWP set AR5", "jeu de PRG AR5"},
    {"GWP set AR4", "jeu de PRG AR4"},
    {"GWP set AR5_with_feedback", "jeu de PRG AR5_with_feedback"},
    {"GWP set AR6_nonfossil", "jeu de PRG AR6_nonfossil"},
    // Units.
    {"t wet", "t humides"},
    {"t C/t wet", "t C/t humide"},
    {"t CH4/t wet", "t CH4/t humide"},
    {"t N2O/t wet", "t N2O/t humide"},
    {"t CO2 eq", "t éq. CO2"},
    {"t CO2 eq/t", "t éq. CO2/t"},
    {"1/a", "1/an"},
    {"decision 9/CMP.7 (CDM)", "décision 9/CMP.7 (MDP)"},
    {"t CO2 eq/a", "t éq. CO2/a"},
    // Words of a derivation.
    {"high", "élevée"},
    {"medium", "moyenne"},
    {"low", "faible"},
    {"measured", "mesuré"},
    {"default", "valeur par défaut"},
    {"assumed", "supposé"},
    // Uncertainty.
    {"uncertainty of a mass from a weighbridge", "incertitude d'une masse pesée au pont-bascule"},
    {"TOOL04 v6.0.1 Table 2: 2 % for weighed waste at 68 % confidence",
     "TOOL04 v6.0.1 tableau 2 : 2 % pour des déchets pesés au niveau de 68 %"},
    {"doubled to 95 %", "doublé pour 95 %"},
    {"uncertainty of metered electricity", "incertitude de l'électricité comptée"},
    {"accuracy class 2 of IEC 62053-21", "classe de précision 2 de la CEI 62053-21"},
    {"uncertainty of delivered fuel", "incertitude du carburant livré"},
    {"no source read", "aucune source lue"},
    {"a cautious figure for stock balances", "chiffre prudent pour des bilans de stock"},
    {"uncertainty of what other instruments measure",
     "incertitude de ce que d'autres instruments mesurent"},
    {"no source", "sans source"},
    {"declare the accuracy of the instrument", "déclarez la précision de l'instrument"},
    {"uncertainty of a declared amount", "incertitude d'une quantité déclarée"},
    {"waste amounts from regular data", "quantités de déchets tirées de données régulières"},
};

std::string_view phrase_in(Language language, std::string_view phrase) {
  for (const Words& known : kPhrases)
    if (known.en == phrase) return known.in(language);
  for (const std::span<const Words> more :
       {methodology_phrases(), quality_phrases(), inventory_phrases()})
    for (const Words& known : more)
      if (known.en == phrase) return known.in(language);
  return phrase;
}

}  // namespace

std::string in_language(Language language, std::string_view phrases) {
  std::string text;
  while (true) {
    const std::size_t end = std::min(phrases.find(", "), phrases.find("; "));
    text += phrase_in(language, phrases.substr(0, end));
    if (end == std::string_view::npos) return text;
    text += phrases[end] == ';' ? semicolon(language) : ", ";
    phrases.remove_prefix(end + 2);
  }
}

ReportText phrase_text(std::string_view phrases) {
  return ReportText::of(std::string(phrases), in_language(Language::fr, phrases),
                        in_spanish(phrases));
}

ReportText phrase_text(const Words& words) { return phrase_text(Text(words)); }

ReportText phrase_text(const Text& text) {
  return ReportText::of(text.en, text.fr, in_spanish(text.en));
}

}  // namespace openitmo::mrv
