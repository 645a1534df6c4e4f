#include "mrv/uncertainty/term_uncertainty.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/gas_month.h"
#include "mrv/testing_methodology.h"
#include "mrv/testing_site.h"

namespace openitmo::mrv {
namespace {

using testing_site::kFirstYear;
using testing_site::years;

// A site of which every table has rows, so that any methodology finds what it reads.
MonitoringData everything(const Methodology& methodology) {
  MonitoringData data = testing_site::data(1);
  const CalendarYear year(kFirstYear);
  for (unsigned month = 1; month <= 12; ++month) {
    add_gas_month(
        data,
        {.year = year, .month = month, .F_CH4_sent_flare_t = 30, .eta_flare = 0.9, .EG_mwh = 50});
    data.monthly["recycled"].push_back(
        {.year = year, .month = month, .subject = "PET", .values = {100.0}});
  }
  if (methodology.is_ex_ante) {
    data.tickets.clear();
    data.declared_waste = {{year, WasteType::food, 5000, {}}, {year, WasteType::paper, 900, {}}};
  }
  return data;
}

ComponentPlan plan_of(const Methodology& methodology) {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  plan.methodology = {std::string(methodology.name), std::string(methodology.version)};
  for (const OptionDescription& option : methodology.options)
    if (option.is_required) plan.options[std::string(option.key)] = option.words.back();
  if (methodology.name == "ACM0022") plan.options["treatment"] = "digestion";
  for (const auto& [symbol, value] :
       std::initializer_list<std::pair<const char*, const char*>>{{"BE_ww_manure", "240"},
                                                                  {"BE_WW", "240"},
                                                                  {"BE_HG", "240"},
                                                                  {"MD_reg", "2"},
                                                                  {"RATE_compliance", "0.2"},
                                                                  {"LE", "12"},
                                                                  {"PE_transport", "6"},
                                                                  {"Q_RO", "100"},
                                                                  {"EF_OM", "0.64"}})
    if (methodology.reads_parameter(symbol))
      plan.overrides.push_back({symbol, value, "example", Confidence::low, ""});
  return plan;
}

// The rows of Table 3.2 are all of the reductions, or the uncertainty in total is of something
// else.
void expect_rows_add_up(const Methodology& methodology, const ComponentPlan& plan) {
  const MonitoringData data = everything(methodology);
  const auto result = quantify(plan, data, years(kFirstYear, kFirstYear));
  ASSERT_TRUE(result.has_value()) << text_of(result.error().front(), data.files).en;
  const YearResult& year = result->years[0];
  double sum = 0;
  for (const TermUncertainty& term : year.by_term) sum += term.value;
  EXPECT_NEAR(sum, year.terms.ER(), 1e-9 * std::fabs(year.terms.ER()));
  EXPECT_NE(year.terms.ER(), 0);
}

TEST(TermUncertainty, RowsOfEveryMethodologyAddUpToItsReductions) {
  for (const Methodology* methodology : methodologies()) {
    SCOPED_TRACE(fmt::format("{} {}", methodology->name, methodology->version));
    ComponentPlan plan = plan_of(*methodology);
    expect_rows_add_up(*methodology, plan);
    plan.overrides.push_back({"DA.baseline", "0.1", "standard", Confidence::low});
    plan.overrides.push_back({"share.carbon_finance", "0.75", "agreement", Confidence::low});
    expect_rows_add_up(*methodology, plan);
  }
}

TEST(TermUncertainty, TheCapIsARow) {
  for (const Methodology* methodology : methodologies()) {
    const std::string cap = fmt::format("ER_cap.{}", methodology->name);
    if (find_parameter(cap) == nullptr) continue;
    SCOPED_TRACE(cap);
    ComponentPlan plan = plan_of(*methodology);
    plan.climate = ClimateZone::tropical_wet;
    plan.overrides.push_back({cap, "1", "example", Confidence::low});
    expect_rows_add_up(*methodology, plan);
  }
}

// A baseline without parts counts itself: 2 % of the electricity, nothing of the margin.
TEST(TermUncertainty, ABaselineWithoutPartsIsARow) {
  const Methodology& wind = *find_methodology({"AMS-I.D", "18.0"});
  const auto result = quantify(plan_of(wind), everything(wind), years(kFirstYear, kFirstYear));
  ASSERT_TRUE(result.has_value());
  const std::vector<TermUncertainty>& rows = result->years[0].by_term;
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].key, "BE");
  EXPECT_NEAR(rows[0].U_AD_percent, 2, 1e-9);  // U.electricity_meter
  EXPECT_EQ(rows[1].key, "LE");
  EXPECT_EQ(rows[1].value, -12);
}

}  // namespace
}  // namespace openitmo::mrv
