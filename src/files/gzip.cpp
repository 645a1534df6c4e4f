#include "files/gzip.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <zlib.h>

#include "quantity/check.h"

namespace openitmo::files {

namespace {
constexpr std::size_t kBlockBytes = std::size_t{1} << 16;
constexpr int kGzipOnly = 16 + MAX_WBITS;
}  // namespace

struct GzipBytes::Stream {
  z_stream z = {};
};

GzipBytes::GzipBytes(std::string path, std::string first, ByteSource& bytes, Sha256& packed)
    : path_(std::move(path)),
      block_(std::move(first)),
      bytes_(bytes),
      packed_(packed),
      stream_(std::make_unique<Stream>()) {
  check(inflateInit2(&stream_->z, kGzipOnly) == Z_OK, "zlib is available");
  packed_.add(block_);
  stream_->z.next_in = reinterpret_cast<Bytef*>(block_.data());
  stream_->z.avail_in = static_cast<uInt>(block_.size());
}
GzipBytes::~GzipBytes() { inflateEnd(&stream_->z); }

bool GzipBytes::refill() {
  block_.resize(kBlockBytes);
  const std::size_t got = bytes_.read(block_.data(), block_.size());
  packed_.add({block_.data(), got});
  stream_->z.next_in = reinterpret_cast<Bytef*>(block_.data());
  stream_->z.avail_in = static_cast<uInt>(got);
  return got > 0;
}

void GzipBytes::refuse(Text what) {
  error_ = std::move(what);
  is_at_end_ = true;
}

std::size_t GzipBytes::read(char* to, std::size_t size) {
  z_stream& z = stream_->z;
  const std::size_t wanted = std::min<std::size_t>(size, std::numeric_limits<uInt>::max());
  z.next_out = reinterpret_cast<Bytef*>(to);
  z.avail_out = static_cast<uInt>(wanted);
  while (!is_at_end_ && z.avail_out == wanted && wanted > 0) {
    if (z.avail_in == 0 && !refill()) {
      if (!is_between_members_)
        refuse({{"the compressed file ends too early", "le fichier compressé s'arrête trop tôt"}});
      is_at_end_ = true;
      break;
    }
    if (std::exchange(is_between_members_, false)) inflateReset(&z);
    const int result = inflate(&z, Z_NO_FLUSH);
    is_between_members_ = result == Z_STREAM_END;
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
      refuse({{"the compressed file is damaged", "le fichier compressé est endommagé"}});
  }
  return wanted - z.avail_out;
}

}  // namespace openitmo::files
