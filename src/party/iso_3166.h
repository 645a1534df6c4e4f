#pragma once

#include <span>
#include <string_view>

#include "party/codes.h"
#include "quantity/report_text.h"

// The alpha-3 codes of ISO 3166-1 and EUE, as Debian's iso-codes 4.15 lists them, with the names of
// the Parties of the Convention in three languages; where it names them otherwise, as the United
// Nations do.
namespace openitmo {

struct PartyName {
  std::string_view code;
  std::string_view en;
  std::string_view fr;
  std::string_view es;
};

// By code.
std::span<const PartyName> party_names();
// Null for a territory, a code of a user's own and one that nobody has.
const PartyName* find_party_name(PartyId party);
// A Party recorded under its English name is called by that of each language; one that is recorded
// under another name keeps it.
ReportText party_name_text(PartyId party, std::string_view recorded);
// Also codes that the standard leaves to users, such as XAA.
bool is_iso_3166(PartyId party);

}  // namespace openitmo
