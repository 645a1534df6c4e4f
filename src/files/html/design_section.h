#pragma once

#include "files/html/html.h"
#include "files/html/report_words.h"
#include "registry/programme.h"

namespace openitmo::files {

// The section of a monitoring report on what changed since the last design document; nothing where
// the programme names none.
Html design_section(const registry::Programme& programme, const ReportSpeech& speech);

}  // namespace openitmo::files
