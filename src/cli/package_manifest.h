#pragma once

#include "cli/package_build.h"
#include "cli/review_state.h"

namespace openitmo::cli {

struct ManifestInputs {
  const ReviewPackageOptions& options;
  const std::vector<ReportLanguage>& languages;
  const ReviewState& state;
  const BuiltPackage& package;  // without its manifest
};

// docs/formats/review-package.md: what the package was made from, what it holds, and the SHA-256 of
// every file, one value a line.
std::string manifest_text(const ManifestInputs& inputs);

}  // namespace openitmo::cli
