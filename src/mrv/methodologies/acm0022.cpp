#include "mrv/methodologies/acm0022.h"

#include <algorithm>
#include <array>

#include "mrv/methodology.h"
#include "mrv/term_wording.h"

namespace openitmo::mrv::acm0022 {

namespace {

constexpr std::array<std::string_view, 2> kTables{"weighbridge", "composition"};
constexpr auto kOptionalTables = std::to_array<std::string_view>(
    {"declared_waste", "declared_electricity_export", "declared_project_emissions", "electricity",
     "diesel", "electricity_delivered", "gas", "water_table", "power_plants", "run_off"});
// What the site emits is metered, unless all of it is declared.
constexpr auto kTablesOfWords = std::to_array<TableOfWord>({
    {"declared_project_emissions", "treatment", "declared", true},
    {"electricity", "treatment", "composting", true},
    {"electricity", "treatment", "digestion", true},
    {"electricity", "treatment", "combustion", true},
    {"diesel", "treatment", "composting"},
    {"diesel", "treatment", "digestion"},
    {"diesel", "treatment", "combustion"},
    {"gas", "treatment", "digestion", true},
    {"run_off", "treatment", "composting"},
    {"run_off", "treatment", "combustion"},
});
constexpr auto kParameters = std::to_array<std::string_view>({"phi.B.",
                                                              "f_y",
                                                              "OX",
                                                              "F",
                                                              "DOCf",
                                                              "MCF.",
                                                              "DOC.",
                                                              "k.",
                                                              "burnt",
                                                              "v.",
                                                              "p.",
                                                              "simplified.",  // TOOL04
                                                              "grid.",        // TOOL07
                                                              "EF_EL.baseline",
                                                              "TDL.baseline",
                                                              "EF_EL.project",
                                                              "TDL.project",
                                                              "P_captive",  // TOOL05
                                                              "NCV.diesel",
                                                              "EF_CO2.diesel",
                                                              "rho.diesel",  // TOOL03
                                                              "EF_CH4.composting",
                                                              "EF_N2O.composting",
                                                              "Q_RO",
                                                              "COD_RO",
                                                              "B_o",
                                                              "MCF_RO",
                                                              "phi_RO",  // TOOL13
                                                              "EF_leak.",
                                                              "digestate.",
                                                              "Q_digestate",  // TOOL14
                                                              "FCC.",
                                                              "FFC.",
                                                              "EFF_COM",
                                                              "EF_N2O.combustion",
                                                              "EF_CH4.combustion",  // Eq 22, 27
                                                              "BE_WW",
                                                              "BE_NG",
                                                              "RATE_compliance",
                                                              "LE"});
constexpr OptionDescription kDigestate{
    .key = kDigestateOption.key, .name = kDigestateOption.name, .words = kDigestateUses};
constexpr std::array<OptionDescription, 6> kOptions{
    OptionDescription{.key = "treatment",
                      .name = {"what the waste is turned into", "traitement des déchets"},
                      .words = kTreatments},
    kCompositionOption,
    kModelCorrectionOption,
    kBaselineOption,
    kDigesterOption,
    kDigestate};
constexpr std::array<TermDescription, 12> kTerms{{
    terms::kBE_CH4_SWDS,
    {.key = "BE_WW",
     .symbol = "BE_WW",
     .name = {"Methane of waste water", "Méthane des eaux usées"}},
    {.key = "BE_EN", .symbol = "BE_EC", .name = {"Electricity displaced", "Électricité remplacée"}},
    {.key = "BE_NG", .symbol = "BE_NG", .name = {"Natural gas displaced", "Gaz naturel remplacé"}},
    terms::kBE,
    {.key = "PE_COMP", .symbol = "PE_COMP", .name = {"Project: composting", "Projet : compostage"}},
    {.key = "PE_AD", .symbol = "PE_AD", .name = {"Project: digestion", "Projet : digestion"}},
    {.key = "PE_COM", .symbol = "PE_COM", .name = {"Project: combustion", "Projet : combustion"}},
    {.key = "PE_declared",
     .symbol = "PE_declared,y",
     .name = {"Project emissions as declared", "Émissions du projet telles que déclarées"}},
    terms::kPE,
    {.key = "LE",
     .symbol = "LE_y",
     .name = {"Leakage", "Fuites"},
     .is_sum = true,
     .has_no_parts = true},
    terms::kER,
}};

Problems check_project_emissions(const ComponentCase& c, const DateRange& period) {
  Problems problems;
  if (c.option("treatment") != "declared") return problems;
  const MonitoringData& data = c.data;
  for (CalendarYear year = period.first.year(); year <= period.last.year(); year = year.next())
    if (std::ranges::find(data.declared_project_emissions, year, &DeclaredProjectEmissions::year) ==
        data.declared_project_emissions.end())
      problems.push_back({.rule = Rule::no_project_emissions,
                          .message = {{"{} has no declared project emissions.",
                                       "{} n'a pas d'émissions du projet déclarées.",
                                       "{} no tiene emisiones del proyecto declaradas."},
                                      year.value()},
                          .remedy = {{"Declare them per year, or name the treatment.",
                                      "Déclarez-les par an, ou nommez le traitement.",
                                      "Declárelas por año, o nombre el tratamiento."}}});
  return problems;
}

Problems check_electricity_of_baseline(const ComponentCase& c) {
  const std::vector<DeclaredElectricityExport>& declared = c.data.declared_electricity_export;
  if (declared.empty() || c.data.rows_of("electricity_delivered").empty()) return {};
  return {{.rule = Rule::rows_not_read,
           .place = declared.front().place,
           .message = {{"Electricity delivered is both metered and declared.",
                        "L'électricité livrée est à la fois mesurée et déclarée.",
                        "La electricidad suministrada se mide y se declara a la vez."}},
           .remedy = {{"Keep the meter's months, or the declared years.",
                       "Gardez les mois du compteur, ou les années déclarées.",
                       "Conserve los meses del contador, o los años declarados."}}}};
}

// What burns goes by the composition, which that table of TOOL04 does without.
Problems check_composition_of_fuel(const ComponentCase& c) {
  if (c.option("treatment") != "combustion" || c.option("baseline") != kSimplified) return {};
  return {{.rule = Rule::table_without_composition,
           .message = {{"Combustion needs the composition of the waste; the baseline goes without.",
                        "La combustion demande la composition des déchets ; la référence s'en "
                        "passe.",
                        "La combustión necesita la composición de los residuos; la línea base "
                        "prescinde de ella."}},
           .remedy = {{"Take the baseline by composition.",
                       "Prenez la référence d'après la composition.",
                       "Tome la línea base según la composición."}}}};
}

Problems check_compliance(const ParameterSet& parameters) {
  if (parameters.value("RATE_compliance").value < 0.5) return {};
  return {{.rule = Rule::compliance_rate_excludes_methodology,
           .message = {{"RATE_compliance is 0.5 or more, so ACM0022 does not apply.",
                        "RATE_compliance vaut 0,5 ou plus, donc ACM0022 ne s'applique pas.",
                        "RATE_compliance es 0,5 o más, así que ACM0022 no se aplica."}},
           .remedy = {{"Use another methodology; the treatment is common practice under the rule.",
                       "Prenez une autre méthodologie ; sous cette règle le traitement est une "
                       "pratique courante.",
                       "Use otra metodología; con esa norma el tratamiento es práctica común."}}}};
}

Problems check_case(const ComponentCase& c, const ParameterSet& parameters,
                    const DateRange& period) {
  Problems problems = check_project_emissions(c, period);
  std::ranges::move(check_electricity_of_baseline(c), std::back_inserter(problems));
  std::ranges::move(check_composition_of_fuel(c), std::back_inserter(problems));
  std::ranges::move(check_compliance(parameters), std::back_inserter(problems));
  std::ranges::move(check_disposal_options(c, parameters, period), std::back_inserter(problems));
  std::ranges::move(check_metered_gas(c, parameters, period), std::back_inserter(problems));
  if (c.option("treatment") == "digestion")
    std::ranges::move(check_digestate(c, parameters), std::back_inserter(problems));
  return problems;
}

}  // namespace

const Methodology kVersion3{
    .name = "ACM0022",
    .version = "3.0",
    .title = {"Alternative waste treatment", "Autres traitements des déchets"},
    .page = "acm0022",
    .confidence = Confidence::high,
    .tables = kTables,
    .optional_tables = kOptionalTables,
    .tables_of_words = kTablesOfWords,
    .parameters = kParameters,
    .options = kOptions,
    .terms = kTerms,
    .amount = {.name = {"Waste treated", "Déchets traités"},
               .unit = "t wet",
               .of_part = waste_treated_t_wet},
    .looks_back = true,
    .has_disposal_site = true,
    .site_role = SiteRole::diverts_waste,
    .check = check_case,
    .equations = [](auto& inputs, const auto& c, const auto& part) {
      return year(inputs, c, part);
    }};

}  // namespace openitmo::mrv::acm0022
