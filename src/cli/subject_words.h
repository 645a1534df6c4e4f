#pragma once

#include "quantity/language.h"
#include "registry/statement.h"

namespace openitmo::cli {

// "account", "compte": what a search result or a statement is about.
Words subject_words(registry::SubjectKind kind);

}  // namespace openitmo::cli
