#include "mrv/phrases.h"

// Phrases of inventories and their parameters.
namespace openitmo::mrv {

namespace {

constexpr Words kPhrases[] = {
    {"dry matter content", "teneur en matière sèche"},
    {"carbon content of dry matter", "teneur en carbone de la matière sèche"},
    {"the row of other inert waste", "la ligne des autres déchets inertes"},
    {"sites that are not managed", "décharges non gérées"},
    {"uncertainty of waste generated", "incertitude des déchets produits"},
    {"uncertainty of a population", "incertitude d'une population"},
    {"a cautious figure between censuses", "un chiffre prudent entre les recensements"},
    {"uncertainty of the share or mass of a way of treatment",
     "incertitude de la part ou de la masse d'une voie de traitement"},
    {"uncertainty of a share in a composition survey",
     "incertitude d'une part dans une enquête de composition"},
    {"composition from periodic samples", "composition d'échantillons périodiques"},
    {"uncertainty of methane recovered at disposal sites",
     "incertitude du méthane récupéré dans les décharges"},
    {"waste statistics", "statistiques des déchets"},
    {"population statistics", "statistiques de population"},
    {"treatment statistics", "statistiques de traitement"},
    {"composition survey", "enquête de composition"},
    {"methane recovery records", "relevés de récupération du méthane"},
    {"sum of the lines that are known", "somme des lignes connues"},
    {"sum of the sites of the category", "somme des décharges de la catégorie"},
    {"t of the gas times its global warming potential",
     "t du gaz fois son potentiel de réchauffement"},
    {"waste of a site times share of the type", "déchets d'une décharge fois part du type"},
    {"share of the waste generated", "part des déchets produits"},
    {"population times rate", "population fois taux"},
    {"t wet/person/a", "t humides/personne/a"},
    {"persons", "personnes"},
    {"t C/t dry", "t C/t sèche"},
    {"solid waste", "déchets solides"},
    {"managed_anaerobic", "décharge gérée anaérobie"},
    {"managed_semi_aerobic", "décharge gérée semi-aérobie"},
    {"unmanaged_deep", "décharge non gérée profonde"},
    {"unmanaged_shallow", "décharge non gérée peu profonde"},
    {"uncategorised", "décharge sans catégorie"},
    {"composted", "compostage"},
    {"digested", "digestion anaérobie"},
    {"incinerated", "incinération"},
    {"open_burnt", "combustion à l'air libre"},
    {"recycled", "recyclage"},
};

}  // namespace

std::span<const Words> inventory_phrases() { return kPhrases; }

}  // namespace openitmo::mrv
