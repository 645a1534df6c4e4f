#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "files/toml/document.h"
#include "ledger/events.h"

namespace openitmo::files {

// What the ids of a programme name.
enum class IdKind : std::uint8_t {
  registry,
  party,
  approach,
  entity,
  activity,
  component,
  account,
  authorization,
  report,
  request,
  sdg_indicator,
  finding,
  act,
  actor,
  record,
};

// The ids that a programme defines anywhere, so that a reference to an unknown one is found before
// anything runs. Whether the definition comes early enough is the ledger's to decide.
class KnownIds {
 public:
  using Registries = std::vector<RegistryId>;

  void add(IdKind kind, const std::string& id) { ids_[kind].insert(id); }
  // The ids that recording `command` in these registries makes known.
  void add_from(const ledger::Command& command, const Registries& registries = {});

  // A file could not be read, so that an id may be unknown for that reason only: nothing is noted
  // any more.
  void mark_incomplete() { complete_ = false; }

  // Notes a problem at `key` when nothing defines `id`; an empty id was refused before. What is
  // suggested instead could stand in an act of these registries: of their own accounts, and of
  // the authorizations of their own Parties.
  void check(const TomlTable& table, std::string_view key, IdKind kind, const std::string& id,
             const Registries& registries = {}) const;
  // The same for every id that `command` refers to.
  void check_all(const TomlTable& table, const ledger::Command& command,
                 const Registries& registries = {}) const;

 private:
  bool fits(IdKind kind, const std::string& id, const Registries& registries) const;

  bool complete_ = true;
  std::map<RegistryId, std::vector<PartyId>> parties_;  // of each registry that is opened
  std::map<std::string, PartyId> party_by_authorization_;
  std::map<std::string, Registries> registries_by_account_;
  std::map<IdKind, std::set<std::string, std::less<>>> ids_;
};

}  // namespace openitmo::files
