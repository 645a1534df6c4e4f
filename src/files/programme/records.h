#pragma once

#include <string>
#include <vector>

#include "files/programme/folder.h"
#include "files/toml/document.h"
#include "ledger/events.h"
#include "registry/programme.h"

namespace openitmo::files {

// One record of a record file, such as [[inventory]] of parties/SEN.toml: a command that an act of
// acts.toml may have recorded.
struct Record {
  std::string file;
  std::string kind;  // the table's name: "inventory"
  std::string
      key;  // what tells it from others of its kind: "2022"; empty for a kind that stands alone
  TomlTable table;
  ledger::Command command;

  std::string name() const { return key.empty() ? kind : kind + "." + key; }
};

// Reads every record of a file and adds the sources that its figures state.
void read_records(const TomlTable& root, const std::string& file, ProgrammeFolder& folder,
                  std::vector<Record>& records, std::vector<registry::FigureSource>& sources);

}  // namespace openitmo::files
