#include <fmt/format.h>
#include <fstream>

#include "conformance.h"
#include "pages.h"

// write_pages DOCS: writes the pages of that folder that come from the code.
namespace {

bool write(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file)
    fmt::print(stderr, "{} cannot be written; name a folder that you may write to\n", path);
  return static_cast<bool>(file);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: write_pages DOCS\n");
    return 2;
  }
  const std::string folder = argv[1];
  const bool written = write(folder + "/reference/refusals.md", openitmo::pages::refusals_page()) &&
                       write(folder + "/reference/entries.md", openitmo::pages::entries_page()) &&
                       write(folder + "/reference/acts.md", openitmo::pages::acts_page()) &&
                       write(folder + "/conformance.md", openitmo::pages::conformance_page());
  return written ? 0 : 1;
}
