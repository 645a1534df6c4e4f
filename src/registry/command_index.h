#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace openitmo::registry {

// Where to look for the entry that a command id was recorded as: about 20 bytes an entry, for ids
// of any length. The journal has the id and the content; here are only numbers.
class CommandIndex {
 public:
  void add(std::string_view command_id, std::uint64_t entry);
  // The only entry that can have this command id. It may have another one: read it and compare.
  std::optional<std::uint64_t> candidate(std::string_view command_id) const;

  // The whole state, for a snapshot.
  static void members(auto& self, auto&& visit) {
    visit(self.by_hash_);
    visit(self.others_);
  }

 private:
  boost::unordered_flat_map<std::uint64_t, std::uint64_t> by_hash_;
  // Ids with the hash of an earlier one.
  std::map<std::string, std::uint64_t, std::less<>> others_;
};

}  // namespace openitmo::registry
