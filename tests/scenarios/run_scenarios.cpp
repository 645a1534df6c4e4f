#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <vector>

#include "scenarios/scenario.h"

// run_scenarios [--every-refusal] PATH...: runs scenario files and folders of them, a line each,
// and exits with 1 if any fails. With --every-refusal it also fails if a code of the catalogue
// never occurred as an outcome.
namespace {

using namespace openitmo;

// Command ids are the registry's matter; registry_test.cpp covers it.
constexpr auto kRaisedByRegistry = ledger::RefusalCode::command_id_reused;

std::vector<std::string> scenario_files(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const auto& path : paths) {
    if (!std::filesystem::is_directory(path)) {
      files.push_back(path);
      continue;
    }
    for (const auto& file : std::filesystem::directory_iterator(path))
      if (file.path().extension() == ".txt" && file.path().stem() != "CMakeLists")
        files.push_back(file.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

int report_missing(const std::set<ledger::RefusalCode>& seen) {
  int missing = 0;
  for (const auto& text : ledger::refusal_catalogue())
    if (!seen.contains(text.code) && text.code != kRaisedByRegistry) {
      fmt::print("no scenario ends in {} {}\n", static_cast<int>(text.code), text.name);
      ++missing;
    }
  return missing;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> paths(argv + 1, argv + argc);
  const bool every_refusal = !paths.empty() && paths.front() == "--every-refusal";
  if (every_refusal) paths.erase(paths.begin());
  if (paths.empty()) {
    fmt::print(stderr, "usage: run_scenarios [--every-refusal] PATH...\n");
    return 2;
  }
  int passed = 0, failed = 0;
  std::set<ledger::RefusalCode> seen;
  for (const auto& file : scenario_files(paths)) {
    const auto outcome = scenarios::run_scenario(file);
    seen.insert(outcome.refusals.begin(), outcome.refusals.end());
    fmt::print("{} {} ({} acts){}\n", std::filesystem::path(file).stem().string(),
               outcome.passed ? "pass" : "fail", outcome.acts,
               outcome.passed ? "" : "\n  " + outcome.failure);
    ++(outcome.passed ? passed : failed);
  }
  if (passed + failed == 0) {
    fmt::print(stderr, "no scenario found\n");
    return 2;
  }
  const int missing = every_refusal ? report_missing(seen) : 0;
  fmt::print("{} passed, {} failed\n", passed, failed + missing);
  return failed + missing == 0 ? 0 : 1;
}
