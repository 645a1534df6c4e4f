#include "cli/document_file.h"

#include <cerrno>
#include <fmt/format.h>
#include <optional>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <vector>

#include "files/problem.h"

extern char** environ;

namespace openitmo::cli {

namespace {

namespace fs = std::filesystem;

struct Converter {
  std::string_view ending;
  std::string_view program;  // and the name of its Debian package
};
constexpr Converter kConverters[] = {{".pdf", "weasyprint"}, {".docx", "pandoc"}};

[[noreturn]] void not_installed(const Converter& converter, const fs::path& path) {
  throw files::FileError(
      path.string(), Text({"{} is not installed", "{} n'est pas installé"}, converter.program),
      Text({"install it with: apt-get install {}; or write .html, which needs nothing and prints "
            "from any browser",
            "installez-le avec : apt-get install {} ; ou écrivez .html, qui ne demande rien et "
            "s'imprime depuis tout navigateur"},
           converter.program));
}

std::vector<std::string> arguments(const Converter& converter, const fs::path& from,
                                   const fs::path& to) {
  if (converter.program == "weasyprint")
    return {"weasyprint", "--quiet", from.string(), to.string()};
  // The page has its own heading; the title would stand above it a second time.
  return {"pandoc",
          "--from=html",
          "--to=docx",
          "--metadata=title:",
          fmt::format("--output={}", to.string()),
          from.string()};
}

// The umask under which a program that is started makes its files.
class Umask {
 public:
  explicit Umask(files::Readers readers) {
    if (readers == files::Readers::owner) before_ = ::umask(077);
  }
  Umask(const Umask&) = delete;
  Umask& operator=(const Umask&) = delete;
  ~Umask() {
    if (before_) ::umask(*before_);
  }

 private:
  std::optional<mode_t> before_;
};

// The program's exit code; its messages go to ours.
int run(const Converter& converter, const fs::path& from, const fs::path& to,
        files::Readers readers) {
  const Umask umask(readers);
  std::vector<std::string> words = arguments(converter, from, to);
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  pid_t child = 0;
  if (posix_spawnp(&child, argv[0], nullptr, nullptr, argv.data(), environ) != 0) return -1;
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool is_installed(std::string_view program) {
  const char* path = std::getenv("PATH");
  const std::string folders = path == nullptr ? "" : path;
  for (std::size_t at = 0; at <= folders.size();) {
    const std::size_t end = std::min(folders.find(':', at), folders.size());
    std::error_code ignored;
    if (end > at && fs::exists(fs::path(folders.substr(at, end - at)) / program, ignored))
      return true;
    at = end + 1;
  }
  return false;
}

void convert(const std::string& html, const Converter& converter, const fs::path& path,
             files::Readers readers) {
  if (!is_installed(converter.program)) not_installed(converter, path);
  const fs::path page = fs::path(path).concat(".itmo-page.html");
  const fs::path made = fs::path(path).concat(".itmo-made").concat(converter.ending);
  const files::RemovedOnFailure remove_made(made);
  {
    files::RemovedOnFailure remove_page(page);
    files::write_file(page, html, files::Readers::owner);
    if (run(converter, page, made, readers) != 0)
      throw files::FileError(
          path.string(),
          Text({"{} could not make it", "{} n'a pas pu le produire"}, converter.program),
          Words("read what it says above; .html needs no other program",
                "lisez ce qu'il dit ci-dessus ; .html ne demande aucun autre "
                "programme"));
  }
  fs::rename(made, path);
}

}  // namespace

void write_document(const std::string& html, const fs::path& path, files::Readers readers) {
  const std::string ending = path.extension().string();
  if (ending == ".html") return files::write_file(path, html, readers);
  for (const Converter& converter : kConverters)
    if (ending == converter.ending) return convert(html, converter, path, readers);
  throw files::FileError(
      path.string(),
      Words("a document is .html, .pdf or .docx", "un document est en .html, .pdf ou .docx"),
      Words("end the name in one of these", "terminez le nom par l'un d'eux"));
}

}  // namespace openitmo::cli
