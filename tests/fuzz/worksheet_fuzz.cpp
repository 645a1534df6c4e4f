#include <cstdint>
#include <string>

#include "files/verification/worksheet.h"
#include "quantity/check.h"

// Any bytes as a filled worksheet: read with lawful masses or refused with a reason, never crashed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace openitmo;
  const files::Source source{.path = "w.csv",
                             .bytes = std::string(reinterpret_cast<const char*>(bytes), size)};
  const auto worksheet = files::read_worksheet(source);
  if (!worksheet) {
    check(!worksheet.error().to_text(Language::en).empty(), "a refusal has a reason");
    return 0;
  }
  for (const files::FilledLine& line : worksheet->lines) {
    check(!line.ticket.empty(), "a line is of a ticket");
    check(line.seen || !line.remark.empty(), "what was not seen has a remark");
    if (line.seen)
      check(line.seen->tare_kg >= 0 && line.seen->gross_kg >= line.seen->tare_kg,
            "masses that were seen are lawful");
  }
  return 0;
}
