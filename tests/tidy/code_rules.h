#pragma once

#include "repository.h"

// The rules that the C++ and the build files keep. Each returns what breaks it.
namespace openitmo::tidy {

// A folder under src/ includes only folders that its library links, by src/CMakeLists.txt, and the
// folders that must not know each other do not, whatever is linked. Includes start at src/ (a
// test's also at tests/) and name a file that exists.
Findings include_directions(const Repository& repository);

// `double` and `float` only in mrv, quantity/rounding and tests, and in the files listed with a
// reason in code_rules.cpp.
Findings floating_point(const Repository& repository);

// No clock, randomness, locale, environment or file in the domain folders.
Findings impure_calls(const Repository& repository);

// Nothing marked as unfinished or switched off.
Findings leftover_markers(const Repository& repository);

// The field's words: none of those that design and glossary rule out.
Findings banned_words(const Repository& repository);

// Lines of at most 100 characters; headers with #pragma once; no macros.
Findings layout(const Repository& repository);

// No file or folder named after nothing in particular.
Findings vague_names(const Repository& repository);

// Every header of src/ is used by more than its own source and test; every source of tests/ and
// bench/ stands in a CMakeLists.txt.
Findings dead_files(const Repository& repository);

// No file names a path of one machine.
Findings machine_paths(const Repository& repository);

// Files over 400 and functions over 70 lines: guides, printed and never a failure.
Findings long_files_and_functions(const Repository& repository);

}  // namespace openitmo::tidy
