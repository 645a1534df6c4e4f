#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quantity/language.h"
#include "reporting/check_rules.h"
#include "reporting/party_overview.h"

namespace openitmo::files {

// Annual information of one year as it would be drawn, and what a check says of it.
struct CheckedYear {
  CalendarYear year;
  std::vector<reporting::Finding> findings;
};

// The dashboard of a Party: what is due, the balance, units by vintage, authorizations against what
// was done under them, inconsistencies. Self-contained; figures name their entries.
std::string dashboard_html(const reporting::PartyOverview& overview,
                           const std::vector<CheckedYear>& checks, Date today,
                           std::string_view demonstration_line, Language language);

}  // namespace openitmo::files
