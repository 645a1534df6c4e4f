#include "reporting/report_parts.h"

namespace openitmo::reporting {

using accounting::Assumption;
using accounting::AssumptionText;

ReportText purpose_text(ledger::Purpose purpose) {
  static constexpr ReportWords kPurposes[] = {
      {"achievement of an NDC", "réalisation d'une CDN", "cumplimiento de una CDN"},
      {"other international mitigation purposes", "autres fins d'atténuation internationales",
       "otros fines de mitigación internacionales"},
      {"international mitigation purposes", "fins d'atténuation internationales",
       "fines de mitigación internacionales"},
      {"other purposes", "autres fins", "otros fines"},
      {"achievement of an NDC and other international mitigation purposes",
       "réalisation d'une CDN et autres fins d'atténuation internationales",
       "cumplimiento de una CDN y otros fines de mitigación internacionales"},
      {"achievement of an NDC and international mitigation purposes",
       "réalisation d'une CDN et fins d'atténuation internationales",
       "cumplimiento de una CDN y fines de mitigación internacionales"},
      {"achievement of an NDC and other purposes", "réalisation d'une CDN et autres fins",
       "cumplimiento de una CDN y otros fines"},
  };
  return kPurposes[static_cast<std::size_t>(purpose)];
}

ReportText method_text(AdjustmentMethod method) {
  static constexpr ReportWords kMethods[] = {
      {"an indicative multi-year trajectory for a single-year NDC (paragraph 7(a)(i))",
       "une trajectoire pluriannuelle indicative pour une CDN à année unique (paragraphe 7 a) i))",
       "una trayectoria plurianual indicativa para una CDN de un solo año (párrafo 7 a) i))"},
      {"averaging for a single-year NDC (paragraph 7(a)(ii))",
       "la moyenne pour une CDN à année unique (paragraphe 7 a) ii))",
       "el promedio para una CDN de un solo año (párrafo 7 a) ii))"},
      {"a multi-year trajectory or budget for a multi-year NDC (paragraph 7(b))",
       "une trajectoire ou un budget pluriannuel pour une CDN pluriannuelle (paragraphe 7 b))",
       "una trayectoria o un presupuesto plurianual para una CDN plurianual (párrafo 7 b))"},
  };
  return kMethods[static_cast<std::size_t>(method)];
}

ReportText basis_text(Basis basis) {
  static constexpr ReportWords kBases[] = {{"published", "publié", "publicado"},
                                           {"assumed", "supposé", "supuesto"},
                                           {"fictitious", "fictif", "ficticio"}};
  return kBases[static_cast<std::size_t>(basis)];
}

ReportText family_text(TargetFamily family) {
  switch (family) {
    case TargetFamily::fixed_level:
      return ReportWords{"an amount of emissions", "un niveau d'émissions",
                         "un nivel de emisiones"};
    case TargetFamily::below_base_year:
      return ReportWords{"a reduction against a base year",
                         "une réduction par rapport à une année de base",
                         "una reducción respecto de un año de base"};
    case TargetFamily::below_projection:
      return ReportWords{"a reduction against business as usual",
                         "une réduction par rapport au scénario de référence",
                         "una reducción respecto del escenario habitual"};
    case TargetFamily::intensity:
      return ReportWords{"an intensity of emissions", "une intensité d'émissions",
                         "una intensidad de emisiones"};
    case TargetFamily::peaking:
      return ReportWords{"a peak of emissions", "un pic d'émissions", "un máximo de emisiones"};
    case TargetFamily::policies_and_measures:
      return ReportWords{"policies and measures", "des politiques et mesures",
                         "políticas y medidas"};
    case TargetFamily::non_ghg:
      return ReportWords{"a level of another indicator", "un niveau d'un autre indicateur",
                         "un nivel de otro indicador"};
  }
  return {};
}

namespace {

// The words of an enumerator that an assumption names; its name where it is unknown here.
template <class Enum>
ReportText named(const std::string& name, ReportText (*words)(Enum)) {
  const auto value = parse_enum<Enum>(name);
  return value ? words(*value) : ReportText::name(name);
}

ReportText convention_text(AveragingConvention convention) {
  static constexpr ReportWords kConventions[] = {
      {"every elapsed year shows the average as it stands now",
       "chaque année écoulée montre la moyenne telle qu'elle est aujourd'hui",
       "cada año transcurrido muestra el promedio tal como es hoy"},
      {"each year keeps the average as it stood then",
       "chaque année garde la moyenne telle qu'elle était alors",
       "cada año conserva el promedio tal como era entonces"}};
  return kConventions[static_cast<std::size_t>(convention)];
}

ReportText axis_text(accounting::NumeratorAxis axis) {
  static constexpr ReportWords kAxes[] = {
      {"the year that the adjustment is for", "l'année que vise l'ajustement",
       "el año al que se refiere el ajuste"},
      {"the year of the act", "l'année de l'acte", "el año del acto"}};
  return kAxes[static_cast<std::size_t>(axis)];
}

ReportText elapsed_text(accounting::ElapsedYears rule) {
  static constexpr ReportWords kRules[] = {
      {"up to the latest inventory year", "jusqu'à la dernière année d'inventaire",
       "hasta el último año de inventario"},
      {"up to the calendar year", "jusqu'à l'année civile", "hasta el año civil"}};
  return kRules[static_cast<std::size_t>(rule)];
}

}  // namespace

ReportText assumption_text(const Assumption& assumption) {
  const auto value = [&](std::size_t i) {
    return i < assumption.values.size() ? assumption.values[i] : std::string();
  };
  switch (assumption.text) {
    case AssumptionText::method:
      return {ReportWords{"The method is {0}; its basis in the record of the NDC: {1}.",
                          "La méthode est {0} ; sa nature dans l'enregistrement de la CDN : {1}.",
                          "El método es {0}; su carácter en el registro de la CDN: {1}."},
              named<AdjustmentMethod>(value(0), method_text), named<Basis>(value(1), basis_text)};
    case AssumptionText::averaging_convention:
      return {ReportWords{"Interim averages: {0}. No decision says how; guidance is due in 2028.",
                          "Moyennes intermédiaires : {0}. Aucune décision ne dit comment ; des "
                          "directives sont attendues en 2028.",
                          "Promedios provisionales: {0}. Ninguna decisión dice cómo; se esperan "
                          "orientaciones en 2028."},
              named<AveragingConvention>(value(0), convention_text)};
    case AssumptionText::averaging_numerator:
      return {ReportWords{"A quantity enters the interim average by {0}.",
                          "Une quantité entre dans la moyenne intermédiaire selon {0}.",
                          "Una cantidad entra en el promedio provisional según {0}."},
              named<accounting::NumeratorAxis>(value(0), axis_text)};
    case AssumptionText::elapsed_years:
      return {ReportWords{"Elapsed years: {0} to {1}, {2} in all, {3}.",
                          "Années écoulées : {0} à {1}, soit {2}, {3}.",
                          "Años transcurridos: {0} a {1}, {2} en total, {3}."},
              value(1), value(2), value(3),
              named<accounting::ElapsedYears>(value(0), elapsed_text)};
    case AssumptionText::no_elapsed_year:
      return ReportWords{"No year of the NDC period has elapsed yet, so no average exists.",
                         "Aucune année de la période de la CDN n'est encore écoulée : il n'y a pas "
                         "de moyenne.",
                         "Aún no ha transcurrido ningún año del período de la CDN: no hay "
                         "promedio."};
    case AssumptionText::oimp_apart_from_ndc:
      return ReportWords{
          "Paragraphs 23(c) and 23(d) are kept apart: a tonne stands in one of them.",
          "Les paragraphes 23 c) et 23 d) sont tenus séparés : une tonne figure dans "
          "l'un des deux.",
          "Los párrafos 23 c) y 23 d) se mantienen separados: una tonelada figura en "
          "uno de ellos."};
    case AssumptionText::first_transfer_at_authorization:
      return ReportWords{
          "Where authorization is the first transfer, it is dated then and counts "
          "what was issued.",
          "Lorsque l'autorisation est le premier transfert, il est daté d'alors et "
          "compte ce qui a été délivré.",
          "Cuando la autorización es la primera transferencia, lleva esa fecha y "
          "cuenta lo expedido."};
    case AssumptionText::level_derived:
      return {ReportWords{"The level of the NDC is derived from its description: {0}.",
                          "Le niveau de la CDN est tiré de sa description : {0}.",
                          "El nivel de la CDN se deriva de su descripción: {0}."},
              named<TargetFamily>(value(0), family_text)};
    case AssumptionText::inventory_not_published:
      return {ReportWords{"The inventory figure of {0} is {1}.",
                          "Le chiffre d'inventaire de {0} est {1}.",
                          "El dato de inventario de {0} es {1}."},
              value(0), named<Basis>(value(1), basis_text)};
    case AssumptionText::inventory_missing:
      return {ReportWords{"No inventory figure is recorded for {0}; what depends on it is unknown, "
                          "not zero.",
                          "Aucun chiffre d'inventaire n'est enregistré pour {0} ; ce qui en dépend "
                          "est inconnu, et non nul.",
                          "No hay cifra de inventario para {0}; lo que depende de ella es "
                          "desconocido, no cero."},
              value(0)};
    case AssumptionText::vintage_outside_period:
      return {ReportWords{"Vintage {0}, {1} t CO2 eq, lies in no recorded NDC period.",
                          "L'année d'obtention {0}, {1} t éq. CO2, n'est dans aucune période de "
                          "CDN enregistrée.",
                          "El año de obtención {0}, {1} t CO2 eq, no está en ningún período de CDN "
                          "registrado."},
              value(0), value(1)};
  }
  return {};
}

}  // namespace openitmo::reporting
