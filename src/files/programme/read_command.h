#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "files/programme/folder.h"
#include "files/toml/document.h"
#include "ledger/events.h"

namespace openitmo::files {

// Fills `command` from the keys of `table`, which are the command's own field names; `given` fields
// are known from elsewhere and not asked for. The quantity of an act on units is left alone
// (read_quantity_rule reads it). Problems are noted in the table and the folder.
void read_fields(const TomlTable& table, ProgrammeFolder& folder, ledger::Command& command,
                 std::span<const std::string_view> given = {});

// Whether an act, given by its word, may be asked for without one of its fields: in a programme
// file and on a command line. A field that may be null always may.
bool may_be_left_out(std::string_view act, std::string_view field);

// An empty command by its word (ledger::kCommandNames); nothing for another word.
std::optional<ledger::Command> empty_command(std::string_view word);

// Measured values of SDG indicators: [[act.sdg_measurements]].
std::vector<SdgMeasurement> read_sdg_measurements(const TomlTable& table);
// Safeguards as measured: [[act.safeguards]].
std::vector<SafeguardMeasurement> read_safeguards(const TomlTable& table);

}  // namespace openitmo::files
