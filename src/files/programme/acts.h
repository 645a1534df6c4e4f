#pragma once

#include <map>
#include <string>
#include <vector>

#include "files/programme/folder.h"
#include "files/programme/records.h"
#include "files/programme/references.h"
#include "files/toml/document.h"
#include "registry/programme.h"

namespace openitmo::files {

// What the acts of a programme can name.
struct ActContext {
  ProgrammeFolder& folder;
  const std::vector<Record>& records;
  const std::map<std::string, std::string>& actor_by_role;
  KnownIds& known;  // registries, actors and what the records define; the acts add theirs
};

// Reads the [[act]] tables of the file at `path`. An act that has a file's records recorded becomes
// one act for each record, "<id>/<record>" where there are several. References of acts and records
// to ids that nothing defines are noted.
std::vector<registry::Act> read_acts(const TomlTable& root, const std::string& path,
                                     const ActContext& context);

}  // namespace openitmo::files
