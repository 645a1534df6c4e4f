#pragma once

#include <cstdint>
#include <string>

#include "journal/store.h"

namespace openitmo::cli {

// The signed checkpoint that was saved at a size. Throws files::FileError where there is none.
std::string note_at(journal::Store& store, const std::string& journal, std::uint64_t size);

// A proof file (journal/proof_file.h) that the entry stands in the journal as it is now. Throws
// files::FileError where there is no such entry.
std::string inclusion_proof(journal::Store& store, const std::string& journal, std::uint64_t entry);

}  // namespace openitmo::cli
