#include <cmath>
#include <cstdint>
#include <string>

#include "files/monitoring/memory_bytes.h"
#include "files/monitoring/read_gas_stream.h"
#include "quantity/check.h"

namespace {

using namespace openitmo;

// Months and files that the bytes give; none where they are refused.
mrv::MonitoringData read_in_blocks(const std::string& text, std::size_t block_bytes) {
  files::GasStream stream{
      .clock = *files::SiteClock::find("Asia/Kolkata"), .plan = {}, .settings = {}};
  stream.plan.flare = mrv::stream::FlarePlan{};
  stream.plan.limits[mrv::stream::Channel::engine_flow].substitute = 100;
  stream.plan.calibrations = {
      {mrv::stream::Channel::methane_fraction, Date(2023, 1, 1), Date(2024, 1, 15), 0.02, 0, "C"}};
  stream.plan.gap_filling = mrv::stream::gap_filling_of(mrv::ParameterSet());
  files::GasStreamReader reader(std::move(stream));
  files::MemoryBytes bytes(text);
  mrv::MonitoringData data;
  const files::ReadResult result = reader.read("f.csv", bytes, block_bytes);
  check(result || !result.error().to_text(Language::en).empty(), "a refusal has a reason");
  reader.finish(data);
  check(result.has_value() == (data.files.size() == 1), "a file is read whole or not at all");
  return data;
}

bool is_same(double a, double b) { return a == b || (a != a && b != b); }

}  // namespace

// Any bytes as a stream: read whole or refused with a reason, and the same whatever the blocks in
// which they come. No month destroys more methane than it is sent, or less than nothing.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  const mrv::MonitoringData whole = read_in_blocks(text, files::kRowBlockBytes);
  const mrv::MonitoringData parts = read_in_blocks(text, 256);
  const auto& months = whole.rows_of("gas");
  for (const mrv::MonthlyRow& month : months)
    if (month.values[2])
      check(*month.values[2] >= 0 && *month.values[3] >= 0 && *month.values[3] <= 1,
            "a month has lawful figures");
  for (const mrv::MonthlyRow& month : months)
    check(std::isfinite(month.values[9].value()) && *month.values[9] >= 0,
          "what was produced is a figure");
  if (whole.files.size() != parts.files.size()) return 0;  // a row longer than the small block
  check(months.size() == parts.rows_of("gas").size(), "blocks do not matter");
  for (std::size_t i = 0; i < months.size(); ++i)
    for (const std::size_t column : {2U, 3U, 4U, 9U})
      check(is_same(months[i].values[column].value_or(0),
                    parts.rows_of("gas")[i].values[column].value_or(0)),
            "blocks do not matter");
  return 0;
}
