#include "registry/command_index.h"

#include <functional>

namespace openitmo::registry {

namespace {
std::uint64_t hash_of(std::string_view command_id) {
  return std::hash<std::string_view>()(command_id);
}
}  // namespace

void CommandIndex::add(std::string_view command_id, std::uint64_t entry) {
  if (!by_hash_.try_emplace(hash_of(command_id), entry).second)
    others_.insert_or_assign(std::string(command_id), entry);
}

std::optional<std::uint64_t> CommandIndex::candidate(std::string_view command_id) const {
  if (const auto other = others_.find(command_id); other != others_.end()) return other->second;
  const auto found = by_hash_.find(hash_of(command_id));
  if (found == by_hash_.end()) return std::nullopt;
  return found->second;
}

}  // namespace openitmo::registry
