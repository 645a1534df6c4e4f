#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "files/problem.h"

struct evp_md_ctx_st;  // of OpenSSL

namespace openitmo::files {

// A file as it was read, once and whole: what is hashed is exactly what is parsed, even when
// somebody saves the file in the meantime.
struct Source {
  std::string path;  // the name to use in messages and in MonitoringFile
  std::string bytes;
};

// A file that is read in pieces, because it may be long.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Up to `size` bytes; 0 at the end only.
  virtual std::size_t read(char* to, std::size_t size) = 0;
};

inline constexpr std::size_t kSourceBytesMax = std::size_t{1} << 30;

// Reads `folder`/`path`. Problems: missing, not a regular file (a folder, a pipe), not readable,
// more than 1 GiB, and a `path` that leaves the folder ("../x", "/etc/x").
Read<Source> read_source(const std::filesystem::path& folder, const std::string& path);

// The same file, opened to be read in pieces; it may be of any length.
Read<std::unique_ptr<ByteSource>> open_bytes(const std::filesystem::path& folder,
                                             const std::string& path);

// SHA-256 of bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  ~Sha256();
  void add(std::string_view bytes);
  std::string hex();  // once, at the end

 private:
  evp_md_ctx_st* context_;
};

// 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

// The text as UTF-8 without byte order mark. Text that is not UTF-8 is taken as Windows-1252, which
// is what a spreadsheet program writes as "CSV" in French; UTF-16 and text with zero bytes are
// refused. The view is into the source, or into `converted` where bytes had to change.
Read<std::string_view> utf8_text(const Source& source, std::string& converted);

bool is_utf8(std::string_view bytes);

}  // namespace openitmo::files
