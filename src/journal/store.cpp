#include "journal/store.h"

namespace openitmo::journal {

void Store::append_parts(std::uint64_t first, GroupParts& parts) {
  std::vector<std::string> gathered;
  for (auto part = parts.next(); !part.empty(); part = parts.next())
    for (const NewEntry& entry : part) gathered.emplace_back(entry.bytes);
  const std::vector<std::string_view> entries(gathered.begin(), gathered.end());
  append_group(first, entries, parts.checkpoint());
}

}  // namespace openitmo::journal
