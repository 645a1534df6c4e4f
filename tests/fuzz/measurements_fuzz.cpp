#include <cmath>
#include <cstdint>
#include <string>

#include "files/monitoring/read.h"
#include "mrv/counted_data.h"
#include "mrv/parameter_set.h"
#include "mrv/power_plant.h"
#include "quantity/check.h"

namespace {

using namespace openitmo;

mrv::MonitoringData declared() {
  mrv::MonitoringData data;
  data.meters = {
      {.id = "E", .target = {.table = "electricity"}, .rollover = 1e6, .highest_per_day = 500},
      {.id = "V", .target = {.table = "gas", .column = 0}, .rollover = 1e4, .highest_per_day = 100},
      {.id = "W", .target = {.table = "run_off"}, .rollover = 1e5, .highest_per_day = 50}};
  data.laboratory.analyses = {
      {.analyte = "cod",
       .target = {.kind = mrv::AnalysisTarget::Kind::parameter, .symbol = "COD_RO"}},
      {.analyte = "ch4",
       .target = {.kind = mrv::AnalysisTarget::Kind::monthly_table, .symbol = "gas", .column = 1}},
      {.analyte = "food",
       .target = {.kind = mrv::AnalysisTarget::Kind::composition, .symbol = "composition"}}};
  return data;
}

template <class Read>
void read_all_or_nothing(Read read, const files::Source& source, mrv::MonitoringData& data) {
  const std::size_t files = data.files.size();
  const files::ReadResult result = read(source, data);
  check(result || !result.error().to_text(Language::fr).empty(), "a refusal has a reason");
  check(data.files.size() == files + (result ? 1 : 0), "a file is read whole or not at all");
}

// Every plant of a margin generates, and those that burn something have an emission factor.
void check_margins(const std::vector<mrv::PowerPlantYear>& plants) {
  const mrv::GridSets sets = mrv::grid_sets(plants, mrv::ParameterSet());
  check(sets.low_cost_share >= 0 && sets.low_cost_share <= 1 + 1e-9, "a share is one");
  check(sets.build.empty() == sets.all.empty(), "what generates has a build margin");
  for (const auto* rows : {&sets.all, &sets.operating, &sets.build})
    for (const std::size_t row : *rows) {
      const mrv::PowerPlantYear& plant = plants.at(row);
      check(plant.generation_mwh > 0, "a margin is of what generates");
      check(plant.fuel == mrv::PlantFuel::none || plant.fuel_t || plant.efficiency.value_or(0) > 0,
            "what burns has a factor");
    }
}

}  // namespace

// Any bytes as meter readings, as laboratory results and as plants of a grid: read whole or refused
// with a reason. What is read gives months and means that are figures, none of them negative.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const files::Source source{.path = "f.csv",
                             .bytes = std::string(reinterpret_cast<const char*>(bytes), size)};
  mrv::MonitoringData data = declared();
  read_all_or_nothing(files::read_meters, source, data);
  read_all_or_nothing(files::read_laboratory, source, data);
  read_all_or_nothing(files::read_power_plants, source, data);
  check_margins(data.power_plants);
  std::vector<mrv::MeterSeries> series;
  for (const mrv::Meter& meter : data.meters) {
    series.push_back(mrv::monthly_amounts(meter));
    for (const auto& [month, of_month] : series.back().months)
      check(std::isfinite(of_month.amount) && of_month.amount >= 0, "a meter counts upwards");
  }
  const mrv::CountedData counted =
      mrv::counted_data(data, series, {Date(1990, 1, 1), Date(2099, 12, 31)});
  for (const mrv::MeasuredParameter& parameter : counted.parameters)
    check(parameter.value >= 0 && parameter.half_width >= 0, "a mean is a figure");
  return 0;
}
