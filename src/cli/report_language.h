#pragma once

#include <string>

#include "quantity/report_text.h"

namespace openitmo::cli {

// "en", "fr" or "es"; anything else: that of the command line.
ReportLanguage report_language_of(const std::string& code, Language language);

}  // namespace openitmo::cli
