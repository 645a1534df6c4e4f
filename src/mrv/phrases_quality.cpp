#include "mrv/phrases.h"

namespace openitmo::mrv {

namespace {

constexpr Words kPhrases[] = {
    // Accuracy of instruments.
    {"uncertainty of a metered volume of gas", "incertitude d'un volume de gaz compté"},
    {"declare the class of the meter", "déclarez la classe du compteur"},
    {"uncertainty of a measured methane fraction", "incertitude d'une fraction de méthane mesurée"},
    {"declare the accuracy of the analyser", "déclarez la précision de l'analyseur"},
    {"uncertainty of methane from metered gas and its fraction",
     "incertitude du méthane tiré du gaz compté et de sa fraction"},
    {"metered methane recovery", "récupération de méthane comptée"},
    {"by a public code", "selon un code public"},
    {"uncertainty of the efficiency of a flare", "incertitude du rendement d'une torchère"},
    {"TOOL06 v4.0: 0.05 is taken off a measured efficiency for its uncertainty",
     "TOOL06 v4.0 : 0.05 est retiré d'un rendement mesuré pour son incertitude"},
    {"uncertainty of counted running hours", "incertitude des heures de marche comptées"},
    {"a counter of whole hours", "un compteur d'heures entières"},
    {"uncertainty of a depth or water level", "incertitude d'une profondeur ou d'une nappe"},
    {"a gauge of centimetres in some metres", "une sonde au centimètre sur quelques mètres"},
    {"uncertainty of metered fuel", "incertitude du carburant compté"},
    {"as delivered fuel", "comme le carburant livré"},
    {"laboratory results", "résultats de laboratoire"},
    {"fuel meter", "compteur de carburant"},
    // Samples.
    {"half width of the confidence interval of a sampled mean",
     "demi-largeur de l'intervalle de confiance d'une moyenne d'échantillons"},
    {"as a share of it", "en part de celle-ci"},
    {"small scale", "petite échelle"},
    {"TOOL04 v8.0 as registered projects quote it",
     "TOOL04 v8.0 telle que la citent des projets enregistrés"},
    {"not in v6.0.1", "pas dans la v6.0.1"},
    {"confidence of that interval", "confiance de cet intervalle"},
    {"CDM sampling standard", "norme d'échantillonnage du MDP"},
    {"kinds of waste below this share need not reach the precision",
     "les sortes de déchets sous cette part n'ont pas à atteindre la précision"},
    {"programme's own choice", "choix propre du programme"},
    {"the document does not name kinds", "le document ne nomme pas de sortes"},
    // Readings at a fixed interval.
    {"highest flow of a gas meter", "plus grand débit d'un compteur de gaz"},
    {"wide enough that only faults meet it", "assez large pour que seuls des défauts l'atteignent"},
    {"longest time of the same flow", "plus longue durée d'un même débit"},
    {"a meter of whole m3/h may repeat a figure for hours",
     "un compteur en m3/h entiers peut répéter un chiffre des heures durant"},
    {"highest methane fraction", "plus grande fraction de méthane"},
    {"greatest change of the methane fraction a minute",
     "plus grande variation de la fraction de méthane par minute"},
    {"longest time of the same methane fraction",
     "plus longue durée d'une même fraction de méthane"},
    {"spares analysers that show whole per cents",
     "épargne les analyseurs qui affichent des pour cent entiers"},
    {"lowest temperature of the gas", "plus basse température du gaz"},
    {"highest temperature of the gas", "plus haute température du gaz"},
    {"greatest change of the gas temperature a minute",
     "plus grande variation de la température du gaz par minute"},
    {"lowest absolute pressure of the gas", "plus basse pression absolue du gaz"},
    {"highest absolute pressure of the gas", "plus haute pression absolue du gaz"},
    {"lowest temperature of the exhaust", "plus basse température des fumées"},
    {"highest temperature of the exhaust", "plus haute température des fumées"},
    {"most methane in the exhaust", "plus grand débit de méthane dans les fumées"},
    // Missing readings.
    {"longest gap filled with a mean", "plus long manque comblé par une moyenne"},
    {"TOOL08 v3 appendix as registered projects quote it",
     "TOOL08 v3, appendice, tel que le citent des projets enregistrés"},
    {"longest gap filled with a limit of one day to each side",
     "plus long manque comblé par une limite d'un jour de chaque côté"},
    {"longest gap filled with a limit of three days to each side",
     "plus long manque comblé par une limite de trois jours de chaque côté"},
    {"time to each side of which the mean is taken",
     "durée de chaque côté dont la moyenne est prise"},
    {"time to each side of a gap of up to a day",
     "durée de chaque côté d'un manque d'un jour au plus"},
    {"time to each side of a gap of up to a week",
     "durée de chaque côté d'un manque d'une semaine au plus"},
    {"confidence of the limit that stands in", "confiance de la limite qui remplace"},
    {"taken of the readings", "prise sur les mesures"},
    {"not of their mean", "non sur leur moyenne"},
    {"how far the other of flow and fraction may lie from its mean",
     "écart permis de l'autre grandeur (débit ou fraction) à sa moyenne"},
    {"share of the readings of each side that must be accepted",
     "part des mesures de chaque côté qui doivent être admises"},
    {"the document does not say", "le document ne le dit pas"},
};

}  // namespace

std::span<const Words> quality_phrases() { return kPhrases; }

}  // namespace openitmo::mrv
