#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/commands.h"

// The subcommands that look at a Party's accounts, with their options; see commands.h.
namespace openitmo::cli {

inline constexpr std::size_t kOversellingDrawsMax = 1'000'000;

struct OversellingOptions {
  std::string journal;            // or its export
  std::vector<std::string> keys;  // of the journal; empty: beside it
  std::string party;
  std::string outlook;  // file
  int period_year = 0;  // 0: that of the last entry; also below
  std::vector<int> confidences_percent{50, 80, 90, 95};
  DrawsOptions draws{.draws_max = 100'000};
  std::string format = "text";  // or html, json
  std::string output;           // file; empty: standard output
  Language language = Language::en;
};
// By how much a Party's NDC is likely to be met, and how much more it can authorize.
int overselling(const OversellingOptions& options);

struct ReplayRulesOptions {
  std::string journal;            // or its export
  std::vector<std::string> keys;  // of the journal; empty: beside it
  std::string party;
  std::string method;  // words of the rules; empty: as in use
  std::string convention;
  std::string numerator;
  std::string elapsed_years;
  std::string gwp_set;    // empty: not asked
  std::string programme;  // folder, or that `itmo run` wrote; for the set
  bool json = false;
  Language language = Language::en;
};
// What would differ had another rule been in use.
int replay_rules(const ReplayRulesOptions& options);

struct DashboardOptions {
  std::string journal;            // or its export
  std::vector<std::string> keys;  // of the journal; empty: beside it
  std::string party;
  int period_year = 0;
  std::string date;    // which day is today; empty: the day of the clock
  std::string output;  // file; empty: standard output
  Language language = Language::en;
};
// The page of one Party: what is due, balance, holdings, authorizations, inconsistencies.
int dashboard(const DashboardOptions& options);

struct PublicPageOptions {
  std::vector<std::string> journals;  // or exports, each with its key beside it
  int period_year = 0;
  std::string output;  // file; empty: standard output
  Language language = Language::en;
};
// The page for the public: who transferred, who used, what was corrected.
int public_page(const PublicPageOptions& options);

}  // namespace openitmo::cli
