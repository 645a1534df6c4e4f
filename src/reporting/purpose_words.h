#pragma once

#include <string>

#include "ledger/vocabulary.h"

// The words for purposes in Table 3, for which no list exists.
namespace openitmo::reporting {

// The part of a purpose that is not an NDC: what the first transfer of an OIMP event is for.
std::string oimp_part(ledger::Purpose purpose);
std::string purpose_text(ledger::UsePurpose purpose);

}  // namespace openitmo::reporting
