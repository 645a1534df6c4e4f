#pragma once

#include <filesystem>
#include <functional>
#include <string_view>
#include <utility>

#include "files/problem.h"

// Writing so that no half-written output is ever seen under its name. Everything here throws
// FileError, which names the path and what the operator can do, and leaves nothing behind.
namespace openitmo::files {

// Who may read a new file: whom the umask allows, or its owner alone from the first moment on.
enum class Readers { by_umask, owner };

// Replaces `target` as one step: writes a temporary file beside it, flushes that to the disk,
// renames. A target that exists and is not a regular file (/dev/stdout) is written to directly.
// One process at a time writes a target, the second is refused; what a killed one left behind
// (".<name>.itmo-partial") is removed by the next.
void write_file(const std::filesystem::path& target, std::string_view bytes,
                Readers readers = Readers::by_umask);
// The same for bytes that are made as they are written: `produce` calls what it is given with each
// piece. What it throws goes on, and the target stays as it was.
using Produce = std::function<void(const std::function<void(std::string_view)>& write)>;
void write_file_in_pieces(const std::filesystem::path& target, const Produce& produce,
                          Readers readers = Readers::by_umask);

// Removes a file unless told to keep it, while an error is on its way: make it before the work that
// makes the file.
class RemovedOnFailure {
 public:
  explicit RemovedOnFailure(std::filesystem::path path) : path_(std::move(path)) {}
  RemovedOnFailure(const RemovedOnFailure&) = delete;
  RemovedOnFailure& operator=(const RemovedOnFailure&) = delete;
  ~RemovedOnFailure();
  void keep() { keep_ = true; }

 private:
  std::filesystem::path path_;
  bool keep_ = false;
};

// All files of one run, or none: they are written into a hidden folder beside the target, and
// commit() puts that folder into the target's place. The folder of an earlier run is replaced as a
// whole; a folder that this class did not make is refused unless it is empty, so that nobody's own
// files are lost. Two runs for one target at a time: the second is refused. What a killed run left
// behind
// (".<name>.partial") is removed by the next.
//
// Invariants: until commit() returns, the target is as it was; after it, the hidden folder is gone.
class OutputFolder {
 public:
  explicit OutputFolder(const std::filesystem::path& target);
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;
  // Without commit(), removes everything that was written.
  ~OutputFolder();

  // Where to write the output file `relative` (such as "aef/SEN_2026_1.0.xlsx") for a writer that
  // needs a path, a workbook or a database; makes its folders. Such files are closed before
  // commit().
  std::filesystem::path path_of(const std::filesystem::path& relative);
  void write(const std::filesystem::path& relative, std::string_view bytes,
             Readers readers = Readers::by_umask);

  // Flushes every file and puts the folder in place.
  void commit();

 private:
  void lock_partial();
  bool partial_is_ours() const;
  void release();

  std::filesystem::path target_;
  std::filesystem::path partial_;
  int partial_descriptor_ = -1;
  bool committed_ = false;
};

// The file that marks a folder as made by OutputFolder.
inline constexpr std::string_view kOutputMarker = ".openitmo-output";

}  // namespace openitmo::files
