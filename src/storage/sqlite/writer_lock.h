#pragma once

#include <filesystem>

namespace openitmo::storage {

// The right to write a journal, held by one process at a time: an advisory lock on
// `<journal>.writer` beside it, which the system releases however the process ends. Readers do not
// need it. The file is removed in an orderly end and means nothing by itself.
class WriterLock {
 public:
  // Throws journal::StoreError naming the process that holds it.
  explicit WriterLock(const std::filesystem::path& journal);
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;
  ~WriterLock();

 private:
  std::filesystem::path path_;
  int descriptor_ = -1;
};

}  // namespace openitmo::storage
