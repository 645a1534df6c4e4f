#pragma once

#include <algorithm>
#include <string>

#include "files/source.h"

namespace openitmo::files {

// Bytes that are in memory already, as a file that is read in pieces.
class MemoryBytes : public ByteSource {
 public:
  explicit MemoryBytes(std::string bytes) : bytes_(std::move(bytes)) {}
  std::size_t read(char* to, std::size_t size) override {
    const std::size_t got = std::min(size, bytes_.size() - at_);
    bytes_.copy(to, got, at_);
    at_ += got;
    return got;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

}  // namespace openitmo::files
