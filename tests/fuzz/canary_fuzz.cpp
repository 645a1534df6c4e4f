#include <cstdint>
#include <cstdlib>
#include <string_view>

// A planted fault: the fuzzing run fails unless it is found, so a run that finds nothing elsewhere
// means something.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (text.starts_with("CA9")) std::abort();
  return 0;
}
