#include <algorithm>
#include <exception>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <iterator>

#include "handlers.h"

// run_cases FILE: runs every case of a file in the format of the corresponding-adjustment examples
// on the real ledger and accounting. One line a case; exit code 1 on any failure, 2 if the file
// cannot be read.
namespace openitmo::cases {
namespace {

bool fits(const Handler& handler, const Case& one) {
  return std::find(handler.methods.begin(), handler.methods.end(), one.method) !=
             handler.methods.end() &&
         std::all_of(handler.needs.begin(), handler.needs.end(),
                     [&](std::string_view key) { return one.inputs.contains(key); });
}

const Handler* find_handler(const Case& one) {
  for (const auto handlers : {balance_handlers(), summary_handlers(), acceptance_handlers(),
                              life_cycle_handlers(), arithmetic_handlers(), reporting_handlers(),
                              safeguard_handlers(), terms_handlers(), mitigation_handlers()})
    for (const Handler& handler : handlers)
      if (fits(handler, one)) return &handler;
  return nullptr;
}

Outcome run(const Case& one) {
  const Handler* handler = find_handler(one);
  if (!handler) return {Verdict::not_yet_supported, one.method};
  try {
    return compare(handler->run(one), one.expected);
  } catch (const NotYetSupported& missing) {
    return {Verdict::not_yet_supported, missing.what()};
  } catch (const std::exception& error) {
    return {Verdict::fail, error.what()};
  }
}

std::string_view word(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return "pass";
    case Verdict::fail:
      return "fail";
    case Verdict::not_yet_supported:
      return "not yet supported";
  }
  return "";
}

int run_file(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot open " + path);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  int counts[3] = {};
  for (const Case& one : read_cases(text)) {
    const Outcome outcome = run(one);
    ++counts[static_cast<int>(outcome.verdict)];
    fmt::print("{} {} ({})\n", one.id, word(outcome.verdict), outcome.detail);
  }
  fmt::print("{} pass, {} fail, {} not yet supported\n", counts[0], counts[1], counts[2]);
  return counts[1] == 0 ? 0 : 1;
}

}  // namespace
}  // namespace openitmo::cases

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: run_cases FILE\n";
    return 2;
  }
  try {
    return openitmo::cases::run_file(argv[1]);
  } catch (const std::exception& error) {
    std::cerr << "run_cases: " << argv[1] << ": " << error.what() << "\n";
    return 2;
  }
}
