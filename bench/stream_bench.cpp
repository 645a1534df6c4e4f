#include <algorithm>
#include <benchmark/benchmark.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <string>

#include "files/csv/reader.h"
#include "files/monitoring/read_gas_stream.h"
#include "files/source.h"
#include "mrv/quantify.h"
#include "quantity/check.h"

// A year of minute readings, six channels (3.2 million values), read, checked and quantified under
// TOOL08, TOOL06 and ACM0001, against what only counts line ends or only splits fields. The bar is
// 1 second, and memory that does not depend on the length: the first benchmark has one and ten
// years from a source that makes the rows as they are asked for.
namespace {

using namespace openitmo;

constexpr std::int64_t kYearRows = 366 * 24 * 60;
const Instant kStart = *Instant::parse("2024-01-01T00:00:00Z");
constexpr const char* kHeader =
    "time,flow to flare (m3/h),CH4 (%),gas temperature (°C),gas pressure (mbar),flame,"
    "exhaust temperature (°C)\n";

void append_row(std::string& text, std::int64_t minute) {
  const Instant time(kStart.seconds() + std::chrono::minutes(minute));
  const auto wave = static_cast<int>(minute * 7 % 97);
  fmt::format_to(std::back_inserter(text), "{},{}.{},{}.{:02},{}.{},{}.{},{},{}\n",
                 time.to_string(), 560 + wave, wave % 10, 47 + wave / 30, wave, 21 + wave / 20,
                 wave % 10, 1020 + wave / 9, wave % 10, minute % 1000 < 985 ? 1 : 0, 850 + wave);
}

class YearFile {
 public:
  YearFile() : folder_(std::filesystem::temp_directory_path()) {
    std::string text = kHeader;
    for (std::int64_t minute = 0; minute < kYearRows; ++minute) append_row(text, minute);
    std::ofstream(folder_ / kName, std::ios::binary) << text;
  }
  YearFile(const YearFile&) = delete;
  YearFile& operator=(const YearFile&) = delete;
  ~YearFile() { std::filesystem::remove(folder_ / kName); }
  const std::filesystem::path& folder() const { return folder_; }
  static constexpr const char* kName = "openitmo_stream_bench.csv";

 private:
  std::filesystem::path folder_;
};

const YearFile& year_file() {
  static const YearFile file;
  return file;
}

// `rows` minutes, made as they are read.
class MadeBytes : public files::ByteSource {
 public:
  explicit MadeBytes(std::int64_t rows) : rows_(rows), text_(kHeader) {}
  std::size_t read(char* to, std::size_t size) override {
    while (at_ == text_.size() && made_ < rows_) {
      text_.clear();
      at_ = 0;
      for (int i = 0; i < 1000 && made_ < rows_; ++i) append_row(text_, made_++);
    }
    const std::size_t got = std::min(size, text_.size() - at_);
    text_.copy(to, got, at_);
    at_ += got;
    return got;
  }

 private:
  std::int64_t rows_;
  std::int64_t made_ = 0;
  std::string text_;
  std::size_t at_ = 0;
};

files::GasStream enclosed_flare() {
  files::GasStream stream{
      .clock = *files::SiteClock::find("Africa/Dakar"), .plan = {}, .settings = {}};
  stream.plan.flow_basis = mrv::stream::Basis::wet;
  stream.plan.flare = mrv::stream::FlarePlan{.kind = mrv::tool06::FlareKind::enclosed,
                                             .specification = {500, 1200, 100, 1000}};
  return stream;
}

mrv::MonitoringData read_all(files::ByteSource& bytes) {
  files::GasStreamReader reader(enclosed_flare());
  check(reader.read("gas.csv", bytes).has_value(), "the benchmark's file is good");
  mrv::MonitoringData data;
  reader.finish(data);
  return data;
}

double quantified(mrv::MonitoringData data) {
  mrv::ComponentPlan plan;
  plan.component = "bench";
  plan.methodology = {"ACM0001", "19.0"};
  plan.crediting_period = {Date(2024, 1, 1), Date(2030, 12, 31)};
  plan.options = {{"baseline_case", "no_rule_no_system"}};
  for (unsigned month = 1; month <= 12; ++month)
    data.electricity.push_back({CalendarYear(2024), month, 20, {}});
  const auto result = mrv::quantify(plan, data, {Date(2024, 1, 1), Date(2024, 12, 31)});
  check(result.has_value(), "a year of gas is quantified");
  return result->years.at(0).terms.ER();
}

double kilobytes(const std::string& field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(field)) return std::stod(line.substr(field.size()));
  return 0;
}

// Peak of the process's resident memory while `years` are read. Runs first, before anything else
// has used memory.
void peak_memory(benchmark::State& state) {
  for (auto _ : state) {
    std::ofstream("/proc/self/clear_refs") << "5";
    MadeBytes bytes(state.range(0) * 365 * 24 * 60);
    benchmark::DoNotOptimize(read_all(bytes));
    state.counters["peak_kB"] = kilobytes("VmHWM:");
  }
}
BENCHMARK(peak_memory)->Arg(1)->Arg(10)->Iterations(1)->Unit(benchmark::kMillisecond);

void report(benchmark::State& state) { state.SetItemsProcessed(state.iterations() * kYearRows); }

void count_lines(benchmark::State& state) {
  const files::Source source = *files::read_source(year_file().folder(), YearFile::kName);
  for (auto _ : state)
    benchmark::DoNotOptimize(std::count(source.bytes.begin(), source.bytes.end(), '\n'));
  report(state);
}
BENCHMARK(count_lines)->Unit(benchmark::kMillisecond);

void split_fields(benchmark::State& state) {
  const files::Source source = *files::read_source(year_file().folder(), YearFile::kName);
  for (auto _ : state) {
    files::CsvReader reader(source.bytes, ',');
    std::size_t fields = 0;
    while (reader.next()) fields += reader.fields().size();
    check(fields == 7 * (kYearRows + std::size_t{1}), "every field is split");
  }
  report(state);
}
BENCHMARK(split_fields)->Unit(benchmark::kMillisecond);

// From the file on disk to t CO2 eq, with the file's hash.
void read_and_quantify_a_year(benchmark::State& state) {
  year_file();
  for (auto _ : state) {
    const auto bytes = files::open_bytes(year_file().folder(), YearFile::kName);
    benchmark::DoNotOptimize(quantified(read_all(**bytes)));
  }
  report(state);
}
BENCHMARK(read_and_quantify_a_year)->Unit(benchmark::kMillisecond);

}  // namespace
