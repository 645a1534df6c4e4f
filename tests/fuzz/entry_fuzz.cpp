#include <cstdint>
#include <cstdlib>

#include "registry/entry_codec.h"

// Whatever decodes is written back byte for byte: encode(decode(b)) == b.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto entry = openitmo::registry::decode(0, bytes);
  if (entry && openitmo::registry::encode(entry->envelope, entry->event) != bytes) std::abort();
  return 0;
}
