#pragma once

#include <string>

#include "registry/run_programme.h"

namespace openitmo::files {

// A run as one self-contained HTML page that a minister can read: what was measured, issued,
// transferred, used and kept; pictures with the figures behind them; the derivation; balances with
// alternatives and assumptions; what each Party reported and how the Article 6 database's checks
// end; the proof; sources and refusals. No script, nothing fetched from elsewhere, prints on A4.
// Pure: the same run gives the same bytes. A programme without registries gets the parts that it
// has (docs/formats/report.md). Throws InvariantBroken when the journals contradict each other.
std::string report_html(const registry::Programme& programme, const registry::ProgrammeRun& run,
                        Language language);

}  // namespace openitmo::files
