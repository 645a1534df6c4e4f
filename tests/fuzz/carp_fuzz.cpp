#include <cstdint>
#include <string>

#include "files/carp/read_carp.h"
#include "files/carp/read_returned.h"
#include "quantity/check.h"

namespace {

using namespace openitmo;

template <class T>
void expect_reason(const files::Read<T>& read) {
  check(read || !read.error().to_text(Language::fr).empty(), "a refusal has a reason");
}

}  // namespace

// Any bytes as what the central platform says: read or refused with a reason, never crashed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const files::Source source{.path = "c",
                             .bytes = std::string(reinterpret_cast<const char*>(bytes), size)};
  const auto rows = files::read_carp(source);
  expect_reason(rows);
  if (rows)
    for (const files::CarpRow& row : *rows)
      check(!command_id_of(row).empty(), "a row has a name under which it is recorded");
  const auto returned = files::read_returned(source);
  expect_reason(returned);
  if (returned)
    for (const files::MarkedAction& marked : returned->actions)
      check(!marked.place.empty() && marked.result != ledger::CheckMark::consistent,
            "a marked row has a place and a mark that matters");
  return 0;
}
