#pragma once

#include <memory>
#include <string>

#include "files/source.h"

namespace openitmo::files {

inline constexpr std::string_view kGzip = "\x1f\x8b";

// What a gzip file unpacks to, in pieces, so that its length does not matter. `bytes` and `packed`
// outlive it; `first` are bytes that were taken from `bytes` already. The packed bytes are added to
// `packed` as they are read, all of them once read() has given 0.
class GzipBytes : public ByteSource {
 public:
  GzipBytes(std::string path, std::string first, ByteSource& bytes, Sha256& packed);
  ~GzipBytes() override;

  // 0 at the end, and where the file is damaged: error() is then not empty.
  std::size_t read(char* to, std::size_t size) override;
  const Text& error() const { return error_; }

 private:
  struct Stream;  // of zlib
  bool refill();
  void refuse(Text what);

  std::string path_;
  std::string block_;
  ByteSource& bytes_;
  Sha256& packed_;
  std::unique_ptr<Stream> stream_;
  bool is_between_members_ = false;  // where the file may end
  bool is_at_end_ = false;
  Text error_;
};

}  // namespace openitmo::files
