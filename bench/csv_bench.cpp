#include <algorithm>
#include <benchmark/benchmark.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <string>

#include "files/csv/reader.h"
#include "files/monitoring/read.h"
#include "files/source.h"
#include "quantity/check.h"

// Rows a second of the weighbridge reader, from a file of a million tickets, against what only
// counts line ends or only splits fields. The bar is 1 million rows a second, read and validated.
namespace {

using namespace openitmo;

constexpr int kRows = 1'000'000;

std::string ticket_rows() {
  std::string text = "ticket,date_time,truck_category,material,gross_kg,tare_kg,net_kg\n";
  const Instant start = *Instant::parse("2021-01-01T00:00:00Z");
  constexpr const char* kCategories[] = {"compactor 10 t", "tipper 15 t", "tractor",
                                         "roll-off 20 t"};
  for (int i = 0; i < kRows; ++i) {
    const Instant time(start.seconds() + std::chrono::seconds(i * 95));
    const int tare_kg = 4'000 + 20 * (i % 400);
    const int net_kg = 500 + 20 * (i * 7 % 600);
    fmt::format_to(std::back_inserter(text), "MB-{:09},{},{},{},{},{},{}\n", i, time.to_string(),
                   kCategories[i % 4], i % 9 == 0 ? "residue_out" : "waste_in", tare_kg + net_kg,
                   tare_kg, net_kg);
  }
  return text;
}

// A file of its own, so that reading from disk is part of what is measured.
class TicketFile {
 public:
  TicketFile() : folder_(std::filesystem::temp_directory_path()) {
    std::ofstream(folder_ / kName, std::ios::binary) << ticket_rows();
  }
  TicketFile(const TicketFile&) = delete;
  TicketFile& operator=(const TicketFile&) = delete;
  ~TicketFile() { std::filesystem::remove(folder_ / kName); }
  files::Source read() const {
    auto source = files::read_source(folder_, kName);
    check(source.has_value(), "the benchmark's file is there");
    return *std::move(source);
  }

 private:
  static constexpr const char* kName = "openitmo_csv_bench.csv";
  std::filesystem::path folder_;
};

const TicketFile& ticket_file() {
  static const TicketFile file;
  return file;
}

void report(benchmark::State& state, std::size_t bytes) {
  state.SetItemsProcessed(state.iterations() * kRows);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

void count_lines(benchmark::State& state) {
  const files::Source source = ticket_file().read();
  for (auto _ : state) {
    benchmark::DoNotOptimize(std::count(source.bytes.begin(), source.bytes.end(), '\n'));
  }
  report(state, source.bytes.size());
}
BENCHMARK(count_lines)->Unit(benchmark::kMillisecond);

void split_fields(benchmark::State& state) {
  const files::Source source = ticket_file().read();
  for (auto _ : state) {
    files::CsvReader reader(source.bytes, ',');
    std::size_t fields = 0;
    while (reader.next()) fields += reader.fields().size();
    check(fields == 7 * (kRows + std::size_t{1}), "every field is split");
  }
  report(state, source.bytes.size());
}
BENCHMARK(split_fields)->Unit(benchmark::kMillisecond);

// From the file on disk to checked tickets in memory, with the file's hash.
void read_weighbridge(benchmark::State& state) {
  std::size_t bytes = 0;
  for (auto _ : state) {
    const files::Source source = ticket_file().read();
    mrv::MonitoringData data;
    const files::ReadResult result = files::read_weighbridge(source, data);
    check(result.has_value() && data.tickets.size() == kRows, "every ticket is read");
    bytes = source.bytes.size();
  }
  report(state, bytes);
}
BENCHMARK(read_weighbridge)->Unit(benchmark::kMillisecond);

}  // namespace
