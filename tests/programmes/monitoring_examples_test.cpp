#include <filesystem>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "files/monitoring/memory_bytes.h"
#include "files/monitoring/read.h"
#include "files/monitoring/read_gas_stream.h"
#include "mrv/monthly_table.h"
#include "mrv/testing_methodology.h"

// docs/formats/monitoring-files.md has an example of every table, and the examples can be copied.
namespace openitmo::files {
namespace {

struct Example {
  std::string kind = {};
  std::string text = {};
  std::size_t row_count = 0;
};

// Blocks of the page that begin with "```csv KIND". Titles and column names are no rows.
std::vector<Example> examples() {
  std::ifstream page(std::filesystem::path(OPENITMO_SOURCE_DIR) /
                     "docs/formats/monitoring-files.md");
  static constexpr std::string_view kFence = "```";
  static constexpr std::string_view kKind = "```csv ";
  std::vector<Example> found;
  bool is_inside = false;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with(kKind)) found.push_back({.kind = line.substr(kKind.size())});
    if (line.starts_with(kFence)) {
      is_inside = line.starts_with(kKind);
    } else if (is_inside) {
      found.back().text += line + "\n";
      const bool is_title = line.ends_with(";;");
      if (!is_title) ++found.back().row_count;
    }
  }
  for (Example& example : found) --example.row_count;
  return found;
}

using Read = std::function<ReadResult(const Source&, mrv::MonitoringData&)>;

ReadResult read_stream(const Source& source, mrv::MonitoringData& data) {
  GasStream stream{.clock = *SiteClock::find("UTC"), .plan = {}, .settings = {"a = b"}};
  stream.plan.flare = mrv::stream::FlarePlan{};
  GasStreamReader reader(stream);
  MemoryBytes bytes(source.bytes);
  const ReadResult result = reader.read(source.path, bytes);
  if (result) reader.finish(data);
  return result;
}

std::map<std::string, Read> readers() {
  std::map<std::string, Read> all{{"weighbridge", read_weighbridge},
                                  {"composition", read_composition},
                                  {"electricity", read_electricity},
                                  {"diesel", read_diesel},
                                  {"meters", read_meters},
                                  {"laboratory", read_laboratory},
                                  {"gas_stream", read_stream},
                                  {"power_plants", read_power_plants},
                                  {"declared_waste", read_declared_waste},
                                  {"declared_electricity_export", read_declared_electricity_export},
                                  {"declared_project_emissions", read_declared_project_emissions}};
  for (const mrv::MonthlyTable& table : mrv::monthly_tables())
    all[std::string(table.key)] = [&table](const Source& source, mrv::MonitoringData& data) {
      return read_monthly(source, table, data);
    };
  return all;
}

// The meter and the analysis that the page's component declares.
mrv::MonitoringData declared() {
  mrv::MonitoringData data;
  data.meters = {{.id = "E-1",
                  .target = {.table = "electricity"},
                  .unit = "kWh",
                  .per_unit = 0.001,
                  .rollover = 1e6,
                  .highest_per_day = 200}};
  data.laboratory.analyses = {
      {.analyte = "cod",
       .target = {.kind = mrv::AnalysisTarget::Kind::parameter, .symbol = "COD_RO"},
       .source = "plan"}};
  return data;
}

// Rows of whatever table was read.
std::size_t rows_in(const mrv::MonitoringData& data) {
  std::size_t count =
      data.tickets.size() + data.composition.size() + data.electricity.size() + data.diesel.size() +
      data.laboratory.results.size() + data.power_plants.size() + data.declared_waste.size() +
      data.declared_electricity_export.size() + data.declared_project_emissions.size();
  for (const mrv::Meter& meter : data.meters) count += meter.readings.size();
  for (const auto& [table, rows] : data.monthly) count += rows.size();
  return count;
}

TEST(MonitoringExamples, CanBeCopied) {
  const auto known = readers();
  for (const Example& example : examples()) {
    const auto reader = known.find(example.kind);
    ASSERT_NE(reader, known.end()) << example.kind;
    mrv::MonitoringData data = declared();
    const ReadResult result = reader->second({.path = "example.csv", .bytes = example.text}, data);
    EXPECT_TRUE(result) << example.kind << ": "
                        << (result ? "" : result.error().to_text(Language::en));
    if (example.kind != "gas_stream") {  // its rows become months
      EXPECT_EQ(rows_in(data), example.row_count) << example.kind;
    }
    EXPECT_GT(rows_in(data), 0U) << example.kind;
  }
}

TEST(MonitoringExamples, ThereIsOneOfEveryTable) {
  std::set<std::string> shown;
  for (const Example& example : examples()) shown.insert(example.kind);
  for (const auto& [kind, reader] : readers()) EXPECT_TRUE(shown.contains(kind)) << kind;
}

// The plants of the page are those of the worked example in docs/methodologies/tool07.md.
TEST(MonitoringExamples, PlantsGiveTheWorkedExample) {
  mrv::MonitoringData data;
  for (const Example& example : examples())
    if (example.kind == "power_plants") {
      ASSERT_TRUE(read_power_plants({.path = "grid.csv", .bytes = example.text}, data));
    }
  ASSERT_FALSE(data.power_plants.empty());
  data.monthly["electricity_delivered"] = {
      {.year = CalendarYear(2026), .month = 1, .values = {1000}}};
  mrv::ComponentPlan plan = mrv::testing_methodology::plan("AMS-I.D", "18.0");
  plan.options = {{"margins", "first_period"}};
  // The IPCC defaults of that example, in place of the lower limits of TOOL07.
  for (const auto& [symbol, value] :
       {std::pair("grid.NCV.heavy_oil", "40.4"), std::pair("grid.NCV.coal", "25.8"),
        std::pair("grid.EF.coal", "0.0946"), std::pair("grid.NCV.natural_gas", "48.0")})
    plan.overrides.push_back({.symbol = symbol, .value = value, .source = "IPCC 2006"});
  const auto result = quantify(plan, data, mrv::testing_methodology::only_month(2026, 1));
  ASSERT_TRUE(result.has_value()) << text_of(result.error().front(), data.files).en;
  EXPECT_NEAR(result->years.at(0).terms.ER(), 639.7017931034483, 1e-9);
}

}  // namespace
}  // namespace openitmo::files
