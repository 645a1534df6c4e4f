#include <cstdint>
#include <cstdlib>

#include "journal/export_lines.h"

// What parses is written back byte for byte, and no entry is ever verified without a signature.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace openitmo::journal;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto header = parse_header_line(text); header && header_line(*header) != text)
    std::abort();
  if (const auto note = parse_checkpoint_line(text); note && checkpoint_line(*note) != text)
    std::abort();
  static const SignerKey key("fuzz.example/XAA01", KeyType::note, Seed{});
  ExportVerifier verifier(key.verifier());
  if (!verifier.read(text)) return 0;
  if (const auto verified = verifier.finish(); verified && verified->size != 0) std::abort();
  return 0;
}
