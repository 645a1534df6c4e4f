#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "files/xlsx/xml.h"

struct zip;
struct zip_file;

namespace openitmo::files {

// What a workbook may unpack to. A full worksheet of actions takes some 2 GB; a file made to
// exhaust memory or time (a "zip bomb") more.
struct XlsxLimits {
  std::uint64_t unpacked_bytes_max = std::uint64_t{1} << 32;  // over all parts that are read
  std::int64_t parts_max = 10'000;
  std::size_t shared_text_bytes_max = std::size_t{256} << 20;
};

// The zip file that a workbook is, with its parts by name. Everything is read from memory.
class Package {
 public:
  // `bytes` outlives the package. error() is not empty when this is no zip file or has too many
  // parts.
  Package(std::string_view bytes, XlsxLimits limits);

  const Text& error() const { return error_; }
  const XlsxLimits& limits() const { return limits_; }
  bool has(const std::string& part) const;
  // Parses a whole part. Empty, or what is wrong with it.
  Text parse(const std::string& part, XmlHandler& handler);
  // The same, when the handler wants to stop the parser itself.
  Text parse(const std::string& part, XmlParser& parser);

 private:
  friend class PartStream;
  struct Close {
    void operator()(zip* archive) const;
  };
  std::unique_ptr<zip, Close> archive_;
  XlsxLimits limits_;
  std::uint64_t unpacked_bytes_ = 0;
  Text error_;
};

// The unpacked bytes of one part, in pieces. The package outlives it.
class PartStream {
 public:
  PartStream(Package& package, const std::string& part);

  // The next piece, valid until the next call; empty at the end of the part and on error.
  std::string_view next();
  const Text& error() const { return error_; }

 private:
  struct Close {
    void operator()(zip_file* file) const;
  };
  Package& package_;
  std::string part_;
  std::unique_ptr<zip_file, Close> file_;
  std::unique_ptr<char[]> buffer_;
  Text error_;
};

}  // namespace openitmo::files
