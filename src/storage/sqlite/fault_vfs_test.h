#pragma once

#include <cstdint>
#include <map>
#include <sqlite3.h>
#include <string>
#include <vector>

// A file system layer under SQLite that fails when told to, and that knows what a power cut may
// lose: everything written to a file since its last sync.
namespace openitmo::storage {

class FaultVfs {
 public:
  static FaultVfs& instance();  // registered with SQLite under name()
  static const char* name() { return "openitmo-fault"; }

  enum class Mode { off, fail_before, fail_after, cut_power };
  // The `call`-th write, truncation or sync from now on (1 is the next) fails without being done,
  // fails although it was done, or ends the process with kPowerCutExit. All later ones work again.
  void arm(Mode mode, std::uint64_t call, std::uint64_t seed = 0);
  bool fired() const { return fired_; }

  static constexpr int kPowerCutExit = 42;

 private:
  friend struct FaultFile;
  struct Change {
    std::int64_t offset;
    std::string old_bytes;
    std::string new_bytes;  // a truncation has none
    std::int64_t old_size;
    std::int64_t new_size;
  };

  FaultVfs();
  [[noreturn]] void cut_power();

  Mode mode_ = Mode::off;
  std::uint64_t calls_left_ = 0;
  std::uint64_t seed_ = 0;
  bool fired_ = false;
  std::map<std::string, std::vector<Change>> unsynced_;
  sqlite3_vfs vfs_{};
};

}  // namespace openitmo::storage
