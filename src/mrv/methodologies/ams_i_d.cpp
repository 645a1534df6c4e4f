#include "mrv/methodologies/ams_i_d.h"

#include "mrv/methodology.h"
#include "mrv/term_wording.h"

namespace openitmo::mrv::ams_i_d {

namespace {

constexpr std::array<std::string_view, 1> kTables{"electricity_delivered"};
constexpr std::array<std::string_view, 1> kOptionalTables{"power_plants"};
constexpr auto kParameters = std::to_array<std::string_view>({"EF_OM", "EF_BM", "grid.", "LE"});
constexpr std::array<OptionDescription, 1> kOptions{
    {{.key = "margins",
      .name = {"weights of the margins", "poids des marges"},
      .words = kWeights,
      .is_required = true}}};
constexpr std::array<TermDescription, 3> kTerms{{terms::kBE_alone, terms::kLE, terms::kER}};

double delivered_mwh(const ComponentCase& c, const YearPart& part) {
  double mwh = 0;
  for (const MonthlyRow* row : rows_of(c, part, "electricity_delivered"))
    mwh += value_at(*find_monthly_table("electricity_delivered"), *row, "EG_m").value_or(0);
  return mwh;
}

}  // namespace

const Methodology kVersion18{
    .name = "AMS-I.D",
    .version = "18.0",
    .title = {"Grid-connected renewable electricity", "Électricité renouvelable sur le réseau"},
    .page = "ams-i-d",
    .confidence = Confidence::medium,
    .tables = kTables,
    .optional_tables = kOptionalTables,
    .parameters = kParameters,
    .options = kOptions,
    .terms = kTerms,
    .amount = {.name = {"Electricity delivered", "Électricité livrée"},
               .unit = "MWh",
               .of_part = delivered_mwh},
    .equations = [](auto& inputs, const auto& c, const auto& part) {
      return year(inputs, c, part);
    }};

}  // namespace openitmo::mrv::ams_i_d
