#include "mrv/methodologies/ams_iii_f.h"

#include <array>

#include "mrv/methodology.h"
#include "mrv/term_wording.h"

namespace openitmo::mrv::ams_iii_f {

namespace {

constexpr std::array<std::string_view, 3> kTables{"weighbridge", "composition", "electricity"};
constexpr std::array<std::string_view, 5> kOptionalTables{"run_off", "diesel", "declared_waste",
                                                          "power_plants", "water_table"};
constexpr auto kParameters = std::to_array<std::string_view>(
    {// TOOL04
     "phi.B.", "f_y", "OX", "F", "DOCf", "MCF.", "DOC.", "k.", "burnt", "v.", "p.", "simplified.",
     // TOOL13
     "EF_CH4.composting", "EF_N2O.composting", "Q_RO", "COD_RO", "B_o", "MCF_RO", "phi_RO",
     // TOOL05, TOOL07, TOOL03
     "grid.", "EF_EL.project", "TDL.project", "P_captive", "NCV.diesel", "EF_CO2.diesel",
     "rho.diesel",
     // AMS-III.F
     "BE_ww_manure", "MD_reg", "LE", "ER_cap.AMS-III.F"});
constexpr std::array<TermDescription, 10> kTerms{{
    terms::kBE_CH4_SWDS,
    terms::kBE,
    terms::kPE_EC,
    terms::kPE_FC,
    {.key = "PE_CH4",
     .symbol = "PE_CH4",
     .name = {"Project: methane of composting", "Projet : méthane du compostage"}},
    {.key = "PE_N2O",
     .symbol = "PE_N2O",
     .name = {"Project: nitrous oxide of composting", "Projet : protoxyde d'azote du compostage"}},
    {.key = "PE_RO",
     .symbol = "PE_RO",
     .name = {"Project: run-off water", "Projet : eaux de ruissellement"}},
    {.key = "PE",
     .symbol = "PE_COMP",
     .name = {"Project emissions", "Émissions du projet"},
     .is_sum = true},
    terms::kLE,
    terms::kER,
}};

}  // namespace

const Methodology kVersion12{.name = "AMS-III.F",
                             .version = "12.0",
                             .title = {"Composting instead of disposal, small scale",
                                       "Compostage au lieu de la mise en décharge, petite échelle"},
                             .page = "ams-iii-f",
                             .confidence = Confidence::medium,
                             .tables = kTables,
                             .optional_tables = kOptionalTables,
                             .parameters = kParameters,
                             .options = kDisposalOptions,
                             .terms = kTerms,
                             .amount = {.name = {"Waste treated", "Déchets traités"},
                                        .unit = "t wet",
                                        .of_part = waste_treated_t_wet},
                             .looks_back = true,
                             .has_disposal_site = true,
                             .site_role = SiteRole::diverts_waste,
                             .treatment = "composting",
                             .check = check_disposal_options,
                             .equations = [](auto& inputs, const auto& c, const auto& part) {
                               return year(inputs, c, part);
                             }};

}  // namespace openitmo::mrv::ams_iii_f
