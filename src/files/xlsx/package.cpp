#include "files/xlsx/package.h"

#include <fmt/format.h>
#include <zip.h>

namespace openitmo::files {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} << 10;

zip_int64_t locate(zip* archive, const std::string& part) {
  const zip_int64_t exact = zip_name_locate(archive, part.c_str(), 0);
  return exact >= 0 ? exact : zip_name_locate(archive, part.c_str(), ZIP_FL_NOCASE);
}

}  // namespace

void Package::Close::operator()(zip* archive) const { zip_discard(archive); }
void PartStream::Close::operator()(zip_file* file) const { zip_fclose(file); }

Package::Package(std::string_view bytes, XlsxLimits limits) : limits_(limits) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) {
    archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!archive_) zip_source_free(source);
  }
  if (!archive_) {
    error_ = {{"it is no xlsx file or is damaged ({})",
               "ce n'est pas un fichier xlsx, ou il est endommagé (« {} »)"},
              zip_error_strerror(&error)};
  } else if (zip_get_num_entries(archive_.get(), 0) > limits_.parts_max) {
    error_ = {{"it has more than {} parts", "il a plus de {} parties"}, limits_.parts_max};
  }
  zip_error_fini(&error);
}

bool Package::has(const std::string& part) const {
  return archive_ && locate(archive_.get(), part) >= 0;
}

Text Package::parse(const std::string& part, XmlHandler& handler) {
  XmlParser parser(handler);
  return parse(part, parser);
}

Text Package::parse(const std::string& part, XmlParser& parser) {
  PartStream stream(*this, part);
  for (std::string_view piece = stream.next(); !piece.empty(); piece = stream.next()) {
    if (!parser.feed(piece, false))
      return Text({"part {}: {}", "partie {} : {}"}, part, parser.error());
  }
  if (!stream.error().empty()) return stream.error();
  if (!parser.feed({}, true)) return Text({"part {}: {}", "partie {} : {}"}, part, parser.error());
  return {};
}

PartStream::PartStream(Package& package, const std::string& part)
    : package_(package), part_(part), buffer_(std::make_unique<char[]>(kPieceBytes)) {
  const zip_int64_t index = package.archive_ ? locate(package.archive_.get(), part) : -1;
  if (index < 0) {
    error_ = {{"its part {} is missing", "sa partie {} manque"}, part};
    return;
  }
  file_.reset(zip_fopen_index(package.archive_.get(), static_cast<zip_uint64_t>(index), 0));
  if (!file_) {
    error_ = {{"its part {} cannot be unpacked ({})",
               "sa partie {} ne peut pas être décompressée (« {} »)"},
              part,
              zip_strerror(package.archive_.get())};
  }
}

std::string_view PartStream::next() {
  if (!file_ || !error_.empty()) return {};
  const zip_int64_t got = zip_fread(file_.get(), buffer_.get(), kPieceBytes);
  if (got < 0) {
    error_ = {{"its part {} is damaged ({})", "sa partie {} est endommagée (« {} »)"},
              part_,
              zip_error_strerror(zip_file_get_error(file_.get()))};
    return {};
  }
  package_.unpacked_bytes_ += static_cast<std::uint64_t>(got);
  if (package_.unpacked_bytes_ > package_.limits_.unpacked_bytes_max) {
    error_ = {{"it unpacks to more than {} bytes", "il se décompresse en plus de {} octets"},
              package_.limits_.unpacked_bytes_max};
    return {};
  }
  return {buffer_.get(), static_cast<std::size_t>(got)};
}

}  // namespace openitmo::files
