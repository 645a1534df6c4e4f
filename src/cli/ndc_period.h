#pragma once

#include <span>

#include "accounting/settings.h"
#include "cli/cli11.h"
#include "quantity/language.h"

// Which of a Party's NDC periods is asked for.
namespace openitmo::cli {

// "--period-year"; 0 where it is not given.
void add_period_year(CLI::App& command, int& year, Language language);

// Settings for the NDC period that holds `year`; for that of the last entry where it is 0. Throws
// files::FileError, which names the recorded periods, where none holds it.
accounting::Settings settings_of_period(const ledger::Ledger& ledger, PartyId party, int year);
// The same where any Party of these journals has such an NDC.
accounting::Settings settings_of_period(std::span<const ledger::Ledger* const> ledgers, int year);

}  // namespace openitmo::cli
