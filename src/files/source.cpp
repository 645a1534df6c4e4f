#include "files/source.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include "quantity/check.h"

namespace openitmo::files {
namespace {

// What the bytes 0x80 to 0x9f mean in Windows-1252; 0 where they mean nothing.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

class FileHandle {
 public:
  explicit FileHandle(const std::filesystem::path& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  FileHandle(const FileHandle&) = delete;
  FileHandle& operator=(const FileHandle&) = delete;
  ~FileHandle() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

bool leaves_folder(const std::filesystem::path& path) {
  if (path.is_absolute()) return true;
  const std::filesystem::path plain = path.lexically_normal();
  return plain.empty() || *plain.begin() == "..";
}

std::unexpected<Problems> refused(const std::string& path, Text what, Text remedy) {
  return std::unexpected(
      Problems(Problem{.path = path, .what = std::move(what), .remedy = std::move(remedy)}));
}

std::unexpected<Problems> not_opened(const std::string& path, int error) {
  if (error == ENOENT || error == ENOTDIR) {
    return refused(path, {{"the file does not exist", "le fichier n'existe pas"}},
                   {{"check its name, or add the file to the folder",
                     "vérifiez son nom, ou ajoutez le fichier au dossier"}});
  }
  return refused(path,
                 {{"the file cannot be opened ({})", "le fichier ne peut pas être ouvert ({})"},
                  system_cause(error)},
                 {{"make it readable for this user", "rendez-le lisible pour cet utilisateur"}});
}

struct OpenFile {
  std::unique_ptr<FileHandle> file;
  std::size_t size = 0;
};

Read<OpenFile> open_file(const std::filesystem::path& folder, const std::string& path) {
  if (leaves_folder(path)) {
    return refused(
        path, {{"the path leaves the programme folder", "le chemin sort du dossier du programme"}},
        {{"put the file into the folder and name it relative to that",
          "mettez le fichier dans le dossier et nommez-le par rapport à celui-ci"}});
  }
  auto file = std::make_unique<FileHandle>(folder / path);
  if (file->get() < 0) return not_opened(path, errno);
  struct stat status = {};
  if (::fstat(file->get(), &status) != 0) return not_opened(path, errno);
  if (!S_ISREG(status.st_mode)) {
    return refused(path, {{"this is not a file", "ce n'est pas un fichier"}},
                   {{"name a file, not a folder or a device",
                     "nommez un fichier, non un dossier ni un périphérique"}});
  }
  return OpenFile{.file = std::move(file), .size = static_cast<std::size_t>(status.st_size)};
}

class FileBytes : public ByteSource {
 public:
  FileBytes(std::unique_ptr<FileHandle> file, std::string path)
      : file_(std::move(file)), path_(std::move(path)) {}
  std::size_t read(char* to, std::size_t size) override {
    while (true) {
      const ssize_t got = ::read(file_->get(), to, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno == EINTR) continue;
      throw FileError(path_,
                      {{"the file cannot be read ({})", "le fichier ne peut pas être lu ({})"},
                       system_cause(errno)},
                      {{"check the disk", "vérifiez le disque"}});
    }
  }

 private:
  std::unique_ptr<FileHandle> file_;
  std::string path_;
};

// Number of bytes of the character that starts at `at`, 0 when it is not UTF-8 there.
std::size_t utf8_length(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = byte(at);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xc2 ? 0
                             : lead < 0xe0 ? 2
                             : lead < 0xf0 ? 3
                             : lead < 0xf5 ? 4
                                           : 0;
  if (length == 0 || at + length > bytes.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xc0U) != 0x80U) return 0;
  }
  if (lead == 0xe0 && byte(at + 1) < 0xa0) return 0;   // overlong
  if (lead == 0xed && byte(at + 1) >= 0xa0) return 0;  // half of a surrogate pair
  if (lead == 0xf0 && byte(at + 1) < 0x90) return 0;   // overlong
  if (lead == 0xf4 && byte(at + 1) >= 0x90) return 0;  // beyond U+10FFFF
  return length;
}

bool is_ascii_block(std::string_view bytes, std::size_t at) {
  std::uint64_t block = 0;
  std::memcpy(&block, bytes.data() + at, sizeof block);
  return (block & 0x8080808080808080ULL) == 0;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const char16_t point = byte >= 0x80 && byte < 0xa0 ? kWindows1252[byte - 0x80U] : byte;
    if (point < 0x80) {
      text += static_cast<char>(point);
    } else if (point < 0x800) {
      text += static_cast<char>(0xc0 | (point >> 6));
      text += static_cast<char>(0x80 | (point & 0x3f));
    } else {
      text += static_cast<char>(0xe0 | (point >> 12));
      text += static_cast<char>(0x80 | ((point >> 6) & 0x3f));
      text += static_cast<char>(0x80 | (point & 0x3f));
    }
  }
  return text;
}

}  // namespace

Read<Source> read_source(const std::filesystem::path& folder, const std::string& path) {
  const Read<OpenFile> opened = open_file(folder, path);
  if (!opened) return std::unexpected(opened.error());
  const std::size_t size = opened->size;
  if (size > kSourceBytesMax) {
    return refused(path, {{"the file has {} bytes", "le fichier a {} octets"}, size},
                   {{"split it, for example by year: a file may have up to 1 GiB",
                     "divisez-le, par exemple par année : un fichier peut avoir jusqu'à 1 Gio"}});
  }
  Source source{.path = path, .bytes = std::string(size, '\0')};
  std::size_t filled = 0;
  while (filled < size) {
    const ssize_t got = ::read(opened->file->get(), source.bytes.data() + filled, size - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return not_opened(path, errno);
    if (got == 0) {
      return refused(path,
                     {{"the file became shorter while it was read",
                       "le fichier a raccourci pendant sa lecture"}},
                     {{"save it and try again", "enregistrez-le et réessayez"}});
    }
    filled += static_cast<std::size_t>(got);
  }
  return source;
}

Read<std::unique_ptr<ByteSource>> open_bytes(const std::filesystem::path& folder,
                                             const std::string& path) {
  Read<OpenFile> opened = open_file(folder, path);
  if (!opened) return std::unexpected(opened.error());
  return std::make_unique<FileBytes>(std::move(opened->file), path);
}

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  check(context_ != nullptr && EVP_DigestInit_ex(context_, EVP_sha256(), nullptr) == 1,
        "SHA-256 is available");
}
Sha256::~Sha256() { EVP_MD_CTX_free(context_); }

void Sha256::add(std::string_view bytes) {
  check(EVP_DigestUpdate(context_, bytes.data(), bytes.size()) == 1, "SHA-256 takes any bytes");
}

std::string Sha256::hex() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  check(EVP_DigestFinal_ex(context_, digest.data(), &size) == 1 && size == 32,
        "SHA-256 is available");
  std::string hex;
  hex.reserve(64);
  for (unsigned i = 0; i < size; ++i) fmt::format_to(std::back_inserter(hex), "{:02x}", digest[i]);
  return hex;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.hex();
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    if (at + 8 <= bytes.size() && is_ascii_block(bytes, at)) {
      at += 8;
      continue;
    }
    const std::size_t length = utf8_length(bytes, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

Read<std::string_view> utf8_text(const Source& source, std::string& converted) {
  std::string_view bytes = source.bytes;
  if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) {
    return refused(source.path, {{"the text is UTF-16", "le texte est en UTF-16"}},
                   {{"save it as \"CSV UTF-8\"", "enregistrez-le comme « CSV UTF-8 »"}});
  }
  if (bytes.starts_with("SQLite format 3"))
    return refused(
        source.path,
        {{"this is a registry's journal, no text file",
          "c'est le journal d'un registre, pas un fichier texte"}},
        {{"name the file that was made from it, for annual information with itmo draw-aef",
          "nommez le fichier qui en est tiré, pour les informations annuelles avec itmo "
          "draw-aef"}});
  if (bytes.find('\0') != std::string_view::npos) {
    return refused(source.path,
                   {{"the file has zero bytes, so it is no text file",
                     "le fichier contient des octets nuls, ce n'est donc pas un fichier texte"}},
                   {{"save it as \"CSV UTF-8\" or as xlsx with that ending",
                     "enregistrez-le comme « CSV UTF-8 », ou en xlsx avec cette extension"}});
  }
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  if (is_utf8(bytes)) return bytes;
  converted = from_windows_1252(bytes);
  return converted;
}

}  // namespace openitmo::files
