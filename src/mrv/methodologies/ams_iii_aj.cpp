#include "mrv/methodologies/ams_iii_aj.h"

#include <array>

#include "mrv/methodology.h"
#include "mrv/term_wording.h"

namespace openitmo::mrv::ams_iii_aj {

namespace {

constexpr std::array<std::string_view, 2> kTables{"recycled", "electricity"};
constexpr std::array<std::string_view, 2> kOptionalTables{"diesel", "power_plants"};
constexpr auto kParameters = std::to_array<std::string_view>(
    {"L.AJ", "SEC.", "SFC.", "EF_FF.AJ", "LE", "ER_cap.AMS-III.AJ",           // AMS-III.AJ
     "grid.", "EF_EL.baseline", "EF_EL.project", "TDL.project", "P_captive",  // TOOL05
     "NCV.diesel", "EF_CO2.diesel", "rho.diesel"});                           // TOOL03
constexpr std::array<TermDescription, 6> kTerms{{
    terms::kBE_alone,
    terms::kPE_EC,
    terms::kPE_FC,
    terms::kPE,
    terms::kLE,
    terms::kER,
}};

double recycled_t(const ComponentCase& c, const YearPart& part) {
  double tonnes = 0;
  for (const MonthlyRow* row : rows_of(c, part, "recycled"))
    tonnes += value_at(*find_monthly_table("recycled"), *row, "Q_i,m").value_or(0);
  return tonnes;
}

}  // namespace

const Methodology kVersion7{
    .name = "AMS-III.AJ",
    .version = "7.0",
    .title = {"Recovery and recycling of materials", "Récupération et recyclage de matières"},
    .page = "ams-iii-aj",
    .confidence = Confidence::medium,
    .tables = kTables,
    .optional_tables = kOptionalTables,
    .parameters = kParameters,
    .options = {},
    .terms = kTerms,
    .amount = {.name = {"Material recycled", "Matière recyclée"},
               .unit = "t",
               .of_part = recycled_t},
    .equations = [](auto& inputs, const auto& c, const auto& part) {
      return year(inputs, c, part);
    }};

}  // namespace openitmo::mrv::ams_iii_aj
