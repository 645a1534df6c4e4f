#include "cli/review_state.h"

#include <fmt/format.h>
#include <limits>

#include "cli/read_acts.h"
#include "files/programme/statements.h"

namespace openitmo::cli {

std::unique_ptr<ReviewState> review_state(const std::string& journal, const journal::LogKeys& keys,
                                          const std::string& party, const std::string& statements,
                                          std::uint64_t at_entry, const std::string& date,
                                          Language language) {
  auto state = std::make_unique<ReviewState>();
  const auto entries = at_entry == 0 ? std::numeric_limits<std::uint64_t>::max() : at_entry;
  state->known = report_state(journal, keys, party, entries);
  state->date = day_or_today(date);
  auto read = files::read_statements(statements, state->known->accounts.party);
  if (!read) {
    fmt::print(stderr, "{}\n", read.error().to_text(language));
    return nullptr;
  }
  state->statements = *std::move(read);
  return state;
}

}  // namespace openitmo::cli
