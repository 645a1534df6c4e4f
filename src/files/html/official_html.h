#pragma once

#include <string>

#include "quantity/report_text.h"
#include "reporting/official_document.h"

namespace openitmo::files {

// The document as one self-contained page: draft mark with what is missing, contents, sections,
// assumptions, and the entries that its figures link to. Prints on A4, wide tables across.
std::string official_html(const reporting::OfficialDocument& document, ReportLanguage language);

}  // namespace openitmo::files
