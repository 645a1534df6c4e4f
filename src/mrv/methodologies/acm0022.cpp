#include "mrv/methodologies/acm0022.h"

#include <algorithm>
#include <array>

#include "mrv/methodology.h"
#include "mrv/term_wording.h"

namespace openitmo::mrv::acm0022 {

namespace {

constexpr std::array<std::string_view, 2> kTables{"weighbridge", "composition"};
constexpr std::array<std::string_view, 3> kOptionalTables{
    "declared_waste", "declared_electricity_export", "declared_project_emissions"};
constexpr std::array<std::string_view, 13> kParameters{"phi.B.",
                                                       "f_y",
                                                       "OX",
                                                       "F",
                                                       "DOCf",
                                                       "MCF.",
                                                       "DOC.",
                                                       "k.",  // TOOL04
                                                       "EF_EL.baseline",
                                                       "TDL.baseline",  // TOOL05
                                                       "RATE_compliance",
                                                       "LE"};
constexpr std::array<TermDescription, 6> kTerms{{
    terms::kBE_CH4_SWDS,
    {.key = "BE_EN", .symbol = "BE_EC", .name = {"Electricity displaced", "Électricité remplacée"}},
    terms::kBE,
    terms::kPE,
    terms::kLE,
    terms::kER,
}};

Problems check_project_emissions(const MonitoringData& data, const DateRange& period) {
  Problems problems;
  for (CalendarYear year = period.first.year(); year <= period.last.year(); year = year.next())
    if (std::ranges::find(data.declared_project_emissions, year, &DeclaredProjectEmissions::year) ==
        data.declared_project_emissions.end())
      problems.push_back(
          {.rule = Rule::no_project_emissions,
           .message = {{"{} has no declared project emissions.",
                        "{} n'a pas d'émissions du projet déclarées."},
                       year.value()},
           .remedy = {{"ACM0022 is quantified with project emissions declared per year.",
                       "ACM0022 se quantifie avec des émissions du projet déclarées par an."}}});
  return problems;
}

Problems check_compliance(const ParameterSet& parameters) {
  if (parameters.value("RATE_compliance").value < 0.5) return {};
  return {{.rule = Rule::compliance_rate_excludes_methodology,
           .message = {{"RATE_compliance is 0.5 or more, so ACM0022 does not apply.",
                        "RATE_compliance vaut 0,5 ou plus, donc ACM0022 ne s'applique pas."}},
           .remedy = {{"Use another methodology; the treatment is common practice under the rule.",
                       "Prenez une autre méthodologie ; sous cette règle le traitement est une "
                       "pratique courante."}}}};
}

Problems check_case(const ComponentCase& c, const ParameterSet& parameters,
                    const DateRange& period) {
  Problems problems = check_project_emissions(c.data, period);
  std::ranges::move(check_compliance(parameters), std::back_inserter(problems));
  return problems;
}

}  // namespace

extern const Methodology kVersion3;
const Methodology kVersion3{
    .name = "ACM0022",
    .version = "3.0",
    .title = {"Alternative waste treatment", "Autres traitements des déchets"},
    .page = "acm0022",
    .confidence = Confidence::high,
    .tables = kTables,
    .optional_tables = kOptionalTables,
    .parameters = kParameters,
    .options = {},
    .terms = kTerms,
    .amount = {.name = {"Waste treated", "Déchets traités"},
               .unit = "t wet",
               .of_part = waste_treated_t_wet},
    .looks_back = true,
    .has_disposal_site = true,
    .is_ex_ante = false,
    .check = check_case,
    .equations = [](auto& inputs, const auto& c, const auto& part) {
      return year(inputs, c, part);
    }};

}  // namespace openitmo::mrv::acm0022
