#include "mrv/methodologies/ams_iii_ao.h"

#include <algorithm>
#include <array>

#include "mrv/methodology.h"
#include "mrv/term_wording.h"

namespace openitmo::mrv::ams_iii_ao {

namespace {

constexpr std::array<std::string_view, 3> kTables{"weighbridge", "composition", "gas"};
constexpr std::array<std::string_view, 5> kOptionalTables{"electricity", "diesel", "declared_waste",
                                                          "power_plants", "water_table"};
constexpr std::array<TableOfWord, 1> kTablesOfWords{
    {{"electricity", kDigesterElectricityOption.key, kMetered, true}}};
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
                                                              "simplified.",
                                                              "EF_leak.",
                                                              "F_EL.",
                                                              "digestate.",
                                                              "Q_digestate",
                                                              "EF_CH4.composting",
                                                              "EF_N2O.composting",  // TOOL14
                                                              "grid.",              // TOOL07
                                                              "EF_EL.project",
                                                              "TDL.project",
                                                              "P_captive",
                                                              "NCV.diesel",
                                                              "EF_CO2.diesel",
                                                              "rho.diesel",
                                                              "BE_ww_manure",
                                                              "MD_reg",
                                                              "PE_transport",
                                                              "LE",
                                                              "ER_cap.AMS-III.AO"});
constexpr std::array<OptionDescription, 6> kOptions{kCompositionOption, kModelCorrectionOption,
                                                    kBaselineOption,    kDigesterOption,
                                                    kDigestateOption,   kDigesterElectricityOption};
constexpr std::array<TermDescription, 10> kTerms{{
    terms::kBE_CH4_SWDS,
    terms::kBE,
    terms::kPE_EC,
    terms::kPE_FC,
    {.key = "PE_CH4",
     .symbol = "PE_CH4",
     .name = {"Project: methane leaking from the digester",
              "Projet : méthane qui fuit du digesteur"}},
    {.key = "PE_flare",
     .symbol = "PE_flare,y",
     .name = {"Project: methane that the flare leaves", "Projet : méthane que la torchère laisse"}},
    {.key = "PE_TR",
     .symbol = "PE_transport",
     .name = {"Project: transport", "Projet : transport"}},
    terms::kPE,
    {.key = "LE",
     .symbol = "LE_y",
     .name = {"Leakage", "Fuites"},
     .is_sum = true,
     .has_no_parts = true},
    terms::kER,
}};

Problems check_case(const ComponentCase& c, const ParameterSet& parameters,
                    const DateRange& period) {
  Problems problems = check_metered_gas(c, parameters, period);
  std::ranges::move(check_digestate(c, parameters), std::back_inserter(problems));
  std::ranges::move(check_disposal_options(c, parameters, period), std::back_inserter(problems));
  return problems;
}

}  // namespace

const Methodology kVersion1{.name = "AMS-III.AO",
                            .version = "1.0",
                            .title = {"Controlled anaerobic digestion, small scale",
                                      "Digestion anaérobie contrôlée, petite échelle"},
                            .page = "ams-iii-ao",
                            .confidence = Confidence::medium,
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
                            .treatment = "digestion",
                            .check = check_case,
                            .equations = [](auto& inputs, const auto& c, const auto& part) {
                              return year(inputs, c, part);
                            }};

}  // namespace openitmo::mrv::ams_iii_ao
