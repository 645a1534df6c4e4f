#include "mrv/methodologies/ams_iii_g.h"

#include <array>

#include "mrv/methodology.h"
#include "mrv/term_wording.h"

namespace openitmo::mrv::ams_iii_g {

namespace {

constexpr std::array<std::string_view, 2> kTables{"gas", "electricity"};
constexpr std::array<std::string_view, 2> kOptionalTables{"diesel", "power_plants"};
constexpr std::array<std::string_view, 12> kParameters{
    "grid.",  // TOOL07

    "OX_top_layer",  "F_BL.",       "eta_PJ",    "LE",         "ER_cap.AMS-III.G",
    "EF_EL.project", "TDL.project", "P_captive", "NCV.diesel", "EF_CO2.diesel",
    "rho.diesel"};
constexpr std::array<std::string_view, 1> kExAnteTables{"declared_waste"};
constexpr std::array<std::string_view, 3> kExAnteOptionalTables{"electricity", "diesel",
                                                                "power_plants"};
constexpr std::array<std::string_view, 20> kExAnteParameters{
    "grid.",  // TOOL07

    "OX_top_layer",  "F_BL.",       "LE",        "ER_cap.AMS-III.G",
    "eta_PJ",  // AMS-III.G
    "phi.A",         "OX",          "F",         "DOCf",
    "MCF.",          "DOC.",        "k.",        "burnt",  // TOOL04
    "EF_EL.project", "TDL.project", "P_captive", "NCV.diesel",
    "EF_CO2.diesel", "rho.diesel"};
constexpr OptionDescription kBaselineCase{
    .key = "baseline_case",
    .name = {"capture and destruction in the baseline", "captage et destruction de référence"},
    .words = baseline_capture::kCases,
    .is_required = true};
constexpr std::array<OptionDescription, 1> kOptions{kBaselineCase};
constexpr std::array<TermDescription, 6> kTerms{{
    terms::kBE_alone,
    terms::kPE_EC,
    terms::kPE_FC,
    terms::kPE,
    terms::kLE,
    terms::kER,
}};

}  // namespace

const Methodology kVersion10{.name = "AMS-III.G",
                             .version = "10.0",
                             .title = {"Landfill methane recovery, small scale",
                                       "Récupération du méthane de décharge, petite échelle"},
                             .page = "ams-iii-g",
                             .confidence = Confidence::medium,
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

const Methodology kVersion10ExAnte{
    .name = "AMS-III.G",
    .version = "10.0 ex ante",
    .title = {"Landfill methane recovery, small scale, estimate beforehand",
              "Récupération du méthane de décharge, petite échelle, estimation préalable"},
    .page = "ams-iii-g",
    .confidence = Confidence::medium,
    .tables = kExAnteTables,
    .optional_tables = kExAnteOptionalTables,
    .parameters = kExAnteParameters,
    .options = kOptions,
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

}  // namespace openitmo::mrv::ams_iii_g
