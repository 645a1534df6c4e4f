#pragma once

#include "files/html/report_words.h"

// The words of the monitoring report, in English, French and Spanish.
namespace openitmo::files::monitoring {

inline constexpr ReportWords kDocument{"Monitoring report", "Rapport de suivi",
                                       "Informe de seguimiento"};
inline constexpr ReportWords kPage{"Page", "Page", "Página"};
inline constexpr ReportWords kPeriod{"{0}: {1} to {2}", "{0} : du {1} au {2}",
                                     "{0}: del {1} al {2}"};
inline constexpr ReportWords kSummary{"Emission reductions", "Réductions d'émissions",
                                      "Reducciones de emisiones"};
inline constexpr ReportWords kSummaryNote{
    "t CO₂ eq. Reductions = baseline - project - leakage; they are rounded down to the kilogram "
    "once, when they are reported.",
    "t éq. CO₂. Réductions = référence - projet - fuites ; elles sont arrondies une fois au "
    "kilogramme inférieur, quand elles sont déclarées.",
    "t CO₂ eq. Reducciones = línea base - proyecto - fugas; se redondean una sola vez al "
    "kilogramo inferior, al notificarlas."};
inline constexpr ReportWords kClaimedNote{
    "t CO₂ eq. Reductions = baseline - project - leakage; claimed = reductions - deduction. What "
    "is claimed is rounded down to the kilogram once, when it is reported.",
    "t éq. CO₂. Réductions = référence - projet - fuites ; revendiqué = réductions - déduction. Ce "
    "qui est revendiqué est arrondi une fois au kilogramme inférieur, quand il est déclaré.",
    "t CO₂ eq. Reducciones = línea base - proyecto - fugas; solicitado = reducciones - "
    "deducción. Lo solicitado se redondea una sola vez al kilogramo inferior, al notificarlo."};
inline constexpr ReportWords kComponent{"Component", "Composant", "Componente"};
inline constexpr ReportWords kYear{"Year", "Année", "Año"};
inline constexpr ReportWords kBaseline{"Baseline", "Référence", "Línea base"};
inline constexpr ReportWords kProject{"Project", "Projet", "Proyecto"};
inline constexpr ReportWords kLeakage{"Leakage", "Fuites", "Fugas"};
inline constexpr ReportWords kReductions{"Reductions", "Réductions", "Reducciones"};
inline constexpr ReportWords kDeduction{"Deduction", "Déduction", "Deducción"};
inline constexpr ReportWords kDeductionName{"Conservative deduction", "Déduction prudente",
                                            "Deducción conservadora"};
inline constexpr ReportWords kClaimed{"Claimed", "Revendiqué", "Solicitado"};
inline constexpr ReportWords kExpected{"Expected", "Attendu", "Esperado"};
inline constexpr ReportWords kMeasured{"Measured", "Mesuré", "Medido"};
inline constexpr ReportWords kDifference{"Difference", "Écart", "Diferencia"};
inline constexpr ReportWords kTotal{"Total", "Total", "Total"};
inline constexpr ReportWords kUnknown{"–", "–", "–"};
inline constexpr ReportWords kExpectedChart{
    "Expected and measured, by year", "Attendu et mesuré, par année", "Esperado y medido, por año"};
inline constexpr ReportWords kChartUnit{"t CO₂ eq", "t éq. CO₂", "t CO₂ eq"};
inline constexpr ReportWords kExpectedClaimedChart{"Expected and claimed, by year",
                                                   "Attendu et revendiqué, par année",
                                                   "Esperado y solicitado, por año"};
inline constexpr ReportWords kUncertainty{"How far off the reductions may be",
                                          "De combien les réductions peuvent s'écarter",
                                          "Cuánto pueden desviarse las reducciones"};
inline constexpr ReportWords kLowerEnd{"95 %, from", "95 %, de", "95 %, desde"};
inline constexpr ReportWords kUpperEnd{"95 %, to", "95 %, à", "95 %, hasta"};
inline constexpr ReportWords kHalfWidth{"± %", "± %", "± %"};
inline constexpr ReportWords kUncertaintyNote{
    "t CO₂ eq; error propagation over all uncertain figures (IPCC 2006 V1 Ch 3, approach 1).",
    "t éq. CO₂ ; propagation d'erreurs sur tous les chiffres incertains (GIEC 2006 V1 ch. 3, "
    "approche 1).",
    "t CO₂ eq; propagación de errores sobre todas las cifras inciertas (IPCC 2006 V1 cap. 3, "
    "enfoque 1)."};
inline constexpr ReportWords kMonthsChart{"{0}: {1}", "{0} : {1}", "{0}: {1}"};
inline constexpr ReportWords kComposition{"Composition of the waste, % of wet mass",
                                          "Composition des déchets, % de la masse humide",
                                          "Composición de los residuos, % de la masa húmeda"};
inline constexpr ReportWords kNotDegradable{"what does not decay", "ce qui ne se décompose pas",
                                            "lo que no se descompone"};
inline constexpr ReportWords kMonitored{"What was measured", "Ce qui a été mesuré",
                                        "Lo que se midió"};
inline constexpr ReportWords kParameters{"What was not measured", "Ce qui n'a pas été mesuré",
                                         "Lo que no se midió"};
inline constexpr ReportWords kSymbol{"Symbol", "Symbole", "Símbolo"};
inline constexpr ReportWords kMeaning{"What it is", "De quoi il s'agit", "Qué es"};
inline constexpr ReportWords kUnit{"Unit", "Unité", "Unidad"};
inline constexpr ReportWords kValue{"Value", "Valeur", "Valor"};
inline constexpr ReportWords kKind{"Kind", "Nature", "Tipo"};
inline constexpr ReportWords kSource{"Source", "Source", "Fuente"};
inline constexpr ReportWords kConfidence{"Confidence", "Confiance", "Confianza"};
inline constexpr ReportWords kWeight{"Weight", "Poids", "Peso"};
inline constexpr ReportWords kValues{"Values", "Valeurs", "Valores"};
inline constexpr ReportWords kRows{"Rows", "Lignes", "Filas"};
inline constexpr ReportWords kFiles{"Files and column", "Fichiers et colonne",
                                    "Archivos y columna"};
inline constexpr ReportWords kSumOrMean{"Sum, or mean of shares", "Somme, ou moyenne des parts",
                                        "Suma, o media de las proporciones"};
inline constexpr ReportWords kWeightNote{
    "Weight: how strongly the tonnes of the year hang on the value; it ranks and does not split "
    "them. itmo explain shows every step.",
    "Poids : à quel point les tonnes de l'année dépendent de la valeur ; il classe et ne répartit "
    "pas. itmo explain montre chaque étape.",
    "Peso: en qué medida las toneladas del año dependen del valor; sirve para ordenar, no para "
    "repartir. itmo explain muestra cada paso."};
inline constexpr ReportWords kOfThisYear{
    "Weights here are of what was measured in this year; what was measured in earlier years and "
    "still counts has {0}.",
    "Les poids sont ici ceux de ce qui a été mesuré cette année ; ce qui a été mesuré les années "
    "précédentes et compte encore a {0}.",
    "Los pesos son aquí los de lo medido en este año; lo medido en años anteriores y que aún "
    "cuenta tiene {0}."};
inline constexpr ReportWords kHashes{"SHA-256 of the result: {0}; of the list of its data: {1}",
                                     "SHA-256 du résultat : {0} ; de la liste de ses données : {1}",
                                     "SHA-256 del resultado: {0}; de la lista de sus datos: {1}"};
inline constexpr ReportWords kFindings{"Data quality", "Qualité des données",
                                       "Calidad de los datos"};
inline constexpr ReportWords kNoFindings{"The rules of data quality found nothing to note.",
                                         "Les règles de qualité des données n'ont rien relevé.",
                                         "Las reglas de calidad de los datos no señalan nada."};
inline constexpr ReportWords kSdg{"Sustainable Development Goals",
                                  "Objectifs de développement durable",
                                  "Objetivos de Desarrollo Sostenible"};
inline constexpr ReportWords kIndicator{"Indicator", "Indicateur", "Indicador"};
inline constexpr ReportWords kGoal{"Goal", "Objectif", "Objetivo"};
inline constexpr ReportWords kBefore{"Baseline", "Situation de départ", "Situación inicial"};
inline constexpr ReportWords kTarget{"Target", "Cible", "Meta"};
inline constexpr ReportWords kSdgSource{"acts of the programme folder: {0}",
                                        "actes du dossier de programme : {0}",
                                        "actos de la carpeta del programa: {0}"};
inline constexpr ReportWords kSafeguards{"Safeguards", "Mesures de sauvegarde", "Salvaguardias"};
inline constexpr ReportWords kSafeguard{"Safeguard", "Mesure", "Salvaguardia"};
inline constexpr ReportWords kAtMost{"At most", "Au plus", "Como máximo"};
inline constexpr ReportWords kKept{"Kept", "Respectée", "Respetada"};
inline constexpr ReportWords kYes{"yes", "oui", "sí"};
inline constexpr ReportWords kNotKept{"NO", "NON", "NO"};
inline constexpr ReportWords kQuestions{"Questions that an examiner would likely ask",
                                        "Questions qu'un examinateur poserait sans doute",
                                        "Preguntas que un examinador probablemente haría"};
inline constexpr ReportWords kQuestion{"Question", "Question", "Pregunta"};
inline constexpr ReportWords kAnswerIn{"Where to answer", "Où répondre", "Dónde responder"};
inline constexpr ReportWords kNoQuestions{"None.", "Aucune.", "Ninguna."};
inline constexpr ReportWords kMonth{"Month", "Mois", "Mes"};
inline constexpr ReportWords kMonthsSheet{"months", "mois", "meses"};
inline constexpr ReportWords kTerm{"Term", "Terme", "Término"};
inline constexpr ReportWords kFormulaNote{
    "Sums are live formulas; their stored values are those of the calculation.",
    "Les sommes sont des formules ; leurs valeurs enregistrées sont celles du calcul.",
    "Las sumas son fórmulas; sus valores guardados son los del cálculo."};
inline constexpr ReportWords kDesignChanges{"What changed since the last design document",
                                            "Ce qui a changé depuis le dernier document de "
                                            "conception",
                                            "Qué ha cambiado desde el último documento de diseño"};
inline constexpr ReportWords kDesignCaption{"Compared with {0}", "Comparé à {0}",
                                            "Comparado con {0}"};
inline constexpr ReportWords kDesignWhat{"What", "Quoi", "Qué"};
inline constexpr ReportWords kDesignBefore{"Before", "Avant", "Antes"};
inline constexpr ReportWords kDesignAfter{"Now", "Maintenant", "Ahora"};
inline constexpr ReportWords kDesignConsequence{"Who looks at it", "Qui l'examine",
                                                "Quién lo examina"};
inline constexpr ReportWords kDesignRule{"Rule", "Règle", "Regla"};
inline constexpr ReportWords kNewValidation{"a new validation", "une nouvelle validation",
                                            "una nueva validación"};
inline constexpr ReportWords kForVerifier{"the verifier", "le vérificateur", "el verificador"};
inline constexpr ReportWords kNoDesignChanges{"Nothing changed.", "Rien n'a changé.",
                                              "No ha cambiado nada."};

}  // namespace openitmo::files::monitoring
