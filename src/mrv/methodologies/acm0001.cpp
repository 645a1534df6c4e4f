#include "mrv/methodologies/acm0001.h"

#include <array>

#include "mrv/methodology.h"
#include "mrv/term_wording.h"

namespace openitmo::mrv::acm0001 {

namespace {

constexpr std::array<std::string_view, 2> kTables{"gas", "electricity"};
constexpr std::array<std::string_view, 3> kOptionalTables{"electricity_delivered", "diesel",
                                                          "power_plants"};
constexpr std::array<std::string_view, 16> kParameters{
    "grid.",  // TOOL07

    "OX_top_layer",   "F_BL.",         "eta_PJ",        "BE_HG",       "BE_NG",
    "PE_DT",          "PE_SP",                                                       // ACM0001
    "EF_EL.baseline", "TDL.baseline",  "EF_EL.project", "TDL.project", "P_captive",  // TOOL05
    "NCV.diesel",     "EF_CO2.diesel", "rho.diesel"};
constexpr std::array<std::string_view, 1> kExAnteTables{"declared_waste"};
constexpr std::array<std::string_view, 4> kExAnteOptionalTables{
    "power_plants", "declared_electricity_export", "electricity", "diesel"};
constexpr std::array<std::string_view, 24> kExAnteParameters{
    "grid.",  // TOOL07

    "OX_top_layer",   "F_BL.",         "BE_HG",         "BE_NG",       "PE_DT",
    "PE_SP",          "eta_PJ",        "phi.A",         "OX",          "F",
    "DOCf",           "MCF.",          "DOC.",          "k.",          "burnt",      // TOOL04
    "EF_EL.baseline", "TDL.baseline",  "EF_EL.project", "TDL.project", "P_captive",  // TOOL05
    "NCV.diesel",     "EF_CO2.diesel", "rho.diesel"};
constexpr OptionDescription kBaselineCase{
    .key = "baseline_case",
    .name = {"capture and destruction in the baseline", "captage et destruction de référence"},
    .words = baseline_capture::kCases,
    .is_required = true};
constexpr std::array<OptionDescription, 1> kOptions{kBaselineCase};
constexpr std::array<std::string_view, 2> kOxidation{"twice", "once"};
constexpr std::array<OptionDescription, 2> kExAnteOptions{
    kBaselineCase,
    {.key = "oxidation",
     .name = {"how often oxidation is taken off ex ante",
              "combien de fois l'oxydation est déduite ex ante"},
     .words = kOxidation}};
constexpr std::array<TermDescription, 11> kTerms{{
    {.key = "BE_CH4",
     .symbol = "BE_CH4,y",
     .name = {"Landfill methane destroyed beyond the baseline",
              "Méthane de décharge détruit au-delà de la référence"}},
    {.key = "BE_EC", .symbol = "BE_EC", .name = {"Electricity displaced", "Électricité remplacée"}},
    {.key = "BE_HG", .symbol = "BE_HG", .name = {"Heat displaced", "Chaleur remplacée"}},
    {.key = "BE_NG", .symbol = "BE_NG", .name = {"Natural gas displaced", "Gaz naturel remplacé"}},
    terms::kBE,
    terms::kPE_EC,
    terms::kPE_FC,
    {.key = "PE_DT",
     .symbol = "PE_DT",
     .name = {"Project: transport of gas by trucks", "Projet : transport de gaz par camions"}},
    {.key = "PE_SP",
     .symbol = "PE_SP",
     .name = {"Project: supply of gas by pipeline", "Projet : livraison de gaz par conduite"}},
    terms::kPE,
    terms::kER,
}};

}  // namespace

const Methodology kVersion19{
    .name = "ACM0001",
    .version = "19.0",
    .title = {"Flaring or use of landfill gas", "Torchage ou usage du gaz de décharge"},
    .page = "acm0001",
    .confidence = Confidence::high,
    .tables = kTables,
    .optional_tables = kOptionalTables,
    .parameters = kParameters,
    .options = kOptions,
    .terms = kTerms,
    .amount = {.name = {"Methane metered", "Méthane mesuré"},
               .unit = "t CH4",
               .of_part = gas_metered_t_ch4},
    .site_role = SiteRole::meters_gas,
    .check = check_metered_gas,
    .equations = [](auto& inputs, const auto& c, const auto& part) {
      return year(inputs, c, part);
    }};

const Methodology kVersion19ExAnte{
    .name = "ACM0001",
    .version = "19.0 ex ante",
    .title = {"Flaring or use of landfill gas, estimate beforehand",
              "Torchage ou usage du gaz de décharge, estimation préalable"},
    .page = "acm0001",
    .confidence = Confidence::high,
    .tables = kExAnteTables,
    .optional_tables = kExAnteOptionalTables,
    .parameters = kExAnteParameters,
    .options = kExAnteOptions,
    .terms = kTerms,
    .amount = {.name = {"Waste disposed of in the year", "Déchets mis en décharge dans l'année"},
               .unit = "t wet",
               .of_part = waste_treated_t_wet},
    .has_disposal_site = true,
    .is_ex_ante = true,
    .check = check_site_history,
    .equations = [](auto& inputs, const auto& c, const auto& part) {
      return year_ex_ante(inputs, c, part);
    }};

}  // namespace openitmo::mrv::acm0001
