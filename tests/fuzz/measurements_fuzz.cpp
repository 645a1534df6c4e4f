#include <cmath>
#include <cstdint>
#include <string>

#include "files/monitoring/read.h"
#include "mrv/counted_data.h"
#include "quantity/check.h"

namespace {

using namespace openitmo;

mrv::MonitoringData declared() {
  mrv::MonitoringData data;
  data.meters = {
      {.id = "E", .target = {.table = "electricity"}, .rollover = 1e6, .highest_per_day = 500},
      {.id = "V",
       .target = {.table = "gas", .column = 0},
       .rollover = 1e4,
       .highest_per_day = 100}};
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

}  // namespace

// Any bytes as meter readings and as laboratory results: read whole or refused with a reason. What
// is read gives months and means that are figures, none of them negative.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const files::Source source{.path = "f.csv",
                             .bytes = std::string(reinterpret_cast<const char*>(bytes), size)};
  mrv::MonitoringData data = declared();
  read_all_or_nothing(files::read_meters, source, data);
  read_all_or_nothing(files::read_laboratory, source, data);
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
