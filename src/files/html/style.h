#pragma once

#include <string>
#include <string_view>

namespace openitmo::files {

// The style sheet of the report. `running_header` is printed at the head of every page; it must not
// hold a quote or a backslash.
std::string report_style(std::string_view running_header, std::string_view title,
                         std::string_view page_word);

}  // namespace openitmo::files
