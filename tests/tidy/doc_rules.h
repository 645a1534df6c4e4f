#pragma once

#include "repository.h"

// The rules that the pages keep, so that they stay true. Each returns what breaks it.
namespace openitmo::tidy {

// Links between pages lead to a file, a folder or a heading that exists.
Findings broken_links(const Repository& repository);

// Paths in `code` that start with a top folder of the repository exist; {a,b}, * and <name> are
// taken as patterns and let be.
Findings missing_paths(const Repository& repository);

// `make x` in a page is a target of the Makefile.
Findings missing_targets(const Repository& repository);

// `itmo x` in a page is a subcommand: src/cli/ has a file of that name.
Findings missing_subcommands(const Repository& repository);

// Every page under docs/ and at the top can be reached from README.md.
Findings unreachable_pages(const Repository& repository);

// docs/README.md, which calls itself all pages, has a link to each page of docs/.
Findings unlisted_pages(const Repository& repository);

// One "# Title" a page, and no two pages with the same.
Findings titles(const Repository& repository);

// docs/glossary.md has the terms that the code stands on, and every name that it gives for the code
// is declared in src/.
Findings glossary(const Repository& repository);

}  // namespace openitmo::tidy
