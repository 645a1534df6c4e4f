#include <cstdint>
#include <cstdlib>

#include "journal/proof_file.h"

// What parses is written back byte for byte, and nothing without a signature is ever proven.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace openitmo::journal;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto proof = parse_inclusion_proof(text); proof && encode_proof(*proof) != text)
    std::abort();
  if (const auto proof = parse_consistency_proof(text); proof && encode_proof(*proof) != text)
    std::abort();
  static const SignerKey key("fuzz.example/XAA01", KeyType::note, Seed{});
  if (check_inclusion(text, key.verifier()) || check_consistency(text, key.verifier()))
    std::abort();
  return 0;
}
