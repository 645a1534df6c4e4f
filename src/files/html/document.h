#pragma once

#include <string>
#include <string_view>

#include "files/html/html.h"

namespace openitmo::files {

// What stands around the content of a self-contained page: no script, nothing fetched from
// elsewhere, prints on A4.
struct DocumentFrame {
  std::string lang;   // "en"
  std::string kind;   // the small line above the title
  std::string title;  // of page, print and heading
  std::string summary = {};
  std::string demonstration_line = {};  // on top of the page, and of every printed page
  std::string page_word;                // before the number of a printed page
  std::string_view more_style = {};     // after the style sheet of the report
};

// The page: banner, masthead, contents (which may be empty) and body.
std::string document_html(const DocumentFrame& frame, const Html& contents, const Html& body);

}  // namespace openitmo::files
