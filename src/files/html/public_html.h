#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "quantity/language.h"
#include "reporting/public_account.h"

namespace openitmo::files {

// One of the journals that the page is made from, as anybody can check it.
struct PublicJournal {
  std::string registry;
  std::uint64_t entries = 0;
  std::string tree_head;  // base64
};

// The plain page for the public: who transferred, who used, what was corrected, and the Parties'
// total before and after. `names` is how Parties are called.
std::string public_html(const reporting::PublicAccount& account,
                        const std::vector<PublicJournal>& journals,
                        const std::map<PartyId, std::string>& names,
                        std::string_view demonstration_line, Language language);

}  // namespace openitmo::files
