#pragma once

#include <cstdint>
#include <string>

#include "storage/sqlite/database.h"

namespace openitmo::storage {

inline constexpr std::int64_t kApplicationId = 0x49544D4F;  // "ITMO" in the file's head
// A restored journal that was not yet compared with what others witnessed: "ITMR". Nobody writes
// it.
inline constexpr std::int64_t kLockedApplicationId = 0x49544D52;
inline constexpr std::int64_t kFormatVersion = 1;

// Makes the tables of an empty database, all or nothing.
void create_schema(Database& database);

// Throws StoreError when the file is another program's or a later version's, StoreDamaged when its
// tables and triggers are not exactly those of this version.
void verify_schema(Database& database);

}  // namespace openitmo::storage
