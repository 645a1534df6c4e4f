#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

namespace openitmo {

// A folder of its own, so that programs that test at the same time stay out of each other's way. It
// goes with the object.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "openitmo-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// One for all tests of a program, removed at its end.
inline const std::filesystem::path& temporary_folder() {
  static const TemporaryFolder folder;
  return folder.path();
}

}  // namespace openitmo
