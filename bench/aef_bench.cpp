#include <benchmark/benchmark.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <malloc.h>

#include "files/aef/workbook.h"
#include "files/output.h"
#include "quantity/check.h"
#include "reporting/aef_text.h"

// Annual information of one Party with a million actions, as a CSV file and as a workbook, from the
// submission as data. The bars: CSV in 3 s; workbook in 40 s and 500 MB. The baseline writes the
// finished text of the CSV.
namespace {

using namespace openitmo;
using reporting::AefProfile;
using reporting::AefSubmission;

constexpr std::uint32_t kActions = 1'000'000;
constexpr std::uint64_t kBlockTonnes = 100;
constexpr AefProfile kProfile = AefProfile::xlsx_checker;

ledger::ItmoRange range_of(std::uint64_t block) {
  const ledger::ItmoSeries series{*CooperativeApproachId::parse("CA9999"),
                                  *RegistryId::parse("SEN01"), *PartyId::parse("SEN"),
                                  Vintage(2024)};
  return ledger::make_range(series, block * kBlockTonnes + 1, (block + 1) * kBlockTonnes);
}

AefSubmission submission() {
  AefSubmission made{.party = *PartyId::parse("SEN"),
                     .version = {1, 0},
                     .reported_year = CalendarYear(2025),
                     .submission_date = Date(2026, 4, 10),
                     .ndc_first_year = CalendarYear(2021),
                     .ndc_last_year = CalendarYear(2030),
                     .demonstration = true};
  const reporting::SharedText authorization = "SEN-AUTH-1";
  const reporting::SharedText gwp = "100-year values from 5th assessment report by the IPCC";
  made.actions.reserve(kActions);
  for (std::uint32_t i = 0; i < kActions; ++i) {
    const auto range = range_of(i);
    made.actions.push_back({.date = Date(2025, 1, 1).plus_days(static_cast<int>(i % 365)),
                            .type = ledger::ActionType::first_transfer,
                            .subtype = reporting::RowSubtype::first_international_transfer,
                            .block = {.approach = range.series().approach,
                                      .authorization = authorization,
                                      .first_transferring_party = range.series().party,
                                      .registry = range.series().registry,
                                      .range = range,
                                      .gwp_values = gwp,
                                      .quantity_t_co2eq = range.quantity_t_co2eq(),
                                      .vintage = range.series().vintage},
                            .acquiring_party = *PartyId::parse("CHE")});
  }
  return made;
}

const AefSubmission& million() {
  static const AefSubmission made = submission();
  return made;
}

// The highest memory since the last call, which begins a new measurement.
class PeakMemory {
 public:
  PeakMemory() {
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << "5";
  }
  static double megabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
      if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) * 1024 / 1e6;
    return 0;
  }
};

class OutputFile {
 public:
  explicit OutputFile(const std::string& ending)
      : path_(std::filesystem::temp_directory_path() / ("openitmo_aef_bench." + ending)) {}
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile() { std::filesystem::remove(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

template <class Write>
void measure(benchmark::State& state, const std::string& ending, Write write) {
  const AefSubmission& made = million();
  const OutputFile file(ending);
  const PeakMemory memory;
  for (auto _ : state) write(made, file.path());
  state.counters["peak_MB"] = PeakMemory::megabytes();
  state.counters["file_MB"] = static_cast<double>(std::filesystem::file_size(file.path())) / 1e6;
  state.counters["actions/s"] =
      benchmark::Counter(kActions, benchmark::Counter::kIsIterationInvariantRate);
}

void write_csv(benchmark::State& state) {
  measure(state, "csv", [](const AefSubmission& made, const auto& path) {
    files::write_file_in_pieces(path, [&](const auto& write) {
      write_aef_csv(render_rows(made, kProfile), kProfile, write);
    });
  });
}

void write_finished_text(benchmark::State& state) {
  const std::string text = aef_csv(million(), kProfile);
  measure(state, "csv",
          [&](const AefSubmission&, const auto& path) { files::write_file(path, text); });
}

void write_workbook(benchmark::State& state) {
  measure(state, "xlsx", [](const AefSubmission& made, const auto& path) {
    files::write_aef_workbook(made, kProfile, path, Instant(Date(2026, 4, 10).days()));
  });
}

BENCHMARK(write_finished_text)->Unit(benchmark::kMillisecond)->Iterations(3)->UseRealTime();
BENCHMARK(write_csv)->Unit(benchmark::kMillisecond)->Iterations(3)->UseRealTime();
BENCHMARK(write_workbook)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

}  // namespace
