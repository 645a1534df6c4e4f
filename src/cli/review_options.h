#pragma once

#include "cli/cli11.h"
#include "cli/review_commands.h"

namespace openitmo::cli {

void add_review_case_options(CLI::App& command, ReviewCaseOptions& options, Language language);
void add_review_package_options(CLI::App& command, ReviewPackageOptions& options,
                                Language language);
void add_check_package_options(CLI::App& command, CheckPackageOptions& options, Language language);

}  // namespace openitmo::cli
