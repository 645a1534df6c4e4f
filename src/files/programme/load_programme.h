#pragma once

#include <filesystem>

#include "files/problem.h"
#include "registry/programme.h"

namespace openitmo::files {

// Reads a programme folder (docs/formats/programme-folder.md): programme.toml and everything it
// names. All of it is read and checked, and everything wrong is named at once by file, line and
// key: unknown keys and words with the nearest known one, missing files, figures in another unit,
// days that do not exist, references to ids that nothing in the folder defines, and whatever the
// monitoring readers find.
//
// The loader reads, the ledger decides: whether an act is lawful (vintage before 2021, more than
// was authorized, the wrong order) is asked when the programme runs. A document is named by the
// hash of its bytes as they are now.
Read<registry::Programme> load_programme(const std::filesystem::path& folder);

}  // namespace openitmo::files
