#pragma once

#include <vector>

#include "files/html/report_page.h"

// What the picture and the table of a Party's balances share.
namespace openitmo::files {

// From the first year of the NDC period to the last one of which anything is known.
std::vector<const accounting::YearAccount*> shown_years(const accounting::MethodFigures& figures);

// Inventory, flows, adjustment, balance and trajectory by year, for the declared method.
Table balance_table(const Page& page, const accounting::PartyAccounts& accounts);

}  // namespace openitmo::files
