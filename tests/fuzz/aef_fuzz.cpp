#include <cstdint>
#include <string>

#include "files/aef/aef_json.h"
#include "files/aef/read_aef.h"
#include "quantity/check.h"

namespace {

using namespace openitmo;

files::Source source_of(std::string bytes) { return {.path = "a", .bytes = std::move(bytes)}; }

// Every finding has a place in the file, and words in both languages.
void tell(const files::AefFile& file) {
  for (const reporting::Finding& finding : check_read(file.read))
    for (const Language language : {Language::en, Language::fr})
      check(!place_in(file, finding.at, language).empty() && !what(finding, language).empty() &&
                !remedy(finding, language).empty(),
            "a finding says where, what and what would be right");
}

// Cells that were read and written again are the same cells.
void write_again(const files::AefFile& file) {
  const auto again =
      files::read_aef(source_of(files::aef_json(reporting::rows_of(*file.cells), file.profile)),
                      {.profile = file.profile, .keep_cells = true});
  check(again.has_value(), "what was written is read");
  check(again->read.submission.actions == file.read.submission.actions &&
            again->read.submission.holdings == file.read.submission.holdings,
        "writing again loses no row");
}

}  // namespace

// Any bytes as somebody's annual information: read or refused with a reason, never crashed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto file =
      files::read_aef(source_of(std::string(reinterpret_cast<const char*>(bytes), size)),
                      {.profile = {}, .keep_cells = true});
  if (!file) {
    check(!file.error().to_text(Language::en).empty(), "a refusal has a reason");
    return 0;
  }
  tell(*file);
  if (file->carrier != files::AefFile::Carrier::workbook &&
      files::is_utf8({reinterpret_cast<const char*>(bytes), size}))
    write_again(*file);
  return 0;
}
