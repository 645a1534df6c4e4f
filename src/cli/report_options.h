#pragma once

#include "cli/cli11.h"
#include "cli/report_commands.h"

namespace openitmo::cli {

void add_draw_report_options(CLI::App& command, DrawReportOptions& options, Language language);

void add_check_certificate_options(CLI::App& command, CheckCertificateOptions& options,
                                   Language language);

}  // namespace openitmo::cli
