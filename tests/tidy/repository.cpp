#include "repository.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <set>

namespace openitmo::tidy {

namespace fs = std::filesystem;

namespace {

bool is_kept(const fs::path& name) {
  static const std::set<std::string> not_ours{".git", "out", "node_modules", "__pycache__"};
  return !not_ours.contains(name.string()) && !name.string().starts_with("build");
}

bool is_text(const fs::path& path) {
  static const std::set<std::string> kinds{".h",      ".cpp",  ".cmake", ".md", ".txt",  ".json",
                                           ".ndjson", ".toml", ".sh",    ".py", ".svg",  ".js",
                                           ".css",    ".html", ".csv",   "",    ".tidy", ".yml"};
  return kinds.contains(path.extension().string()) || path.filename().string().starts_with('.');
}

// Monitoring data are long and say nothing about the repository.
constexpr std::uintmax_t kBytesMax = 1'000'000;

}  // namespace

std::string TextFile::folder() const { return fs::path(path).parent_path().generic_string(); }
std::string TextFile::stem() const { return fs::path(path).stem().string(); }
std::string TextFile::extension() const { return fs::path(path).extension().string(); }
bool TextFile::is_cpp() const { return extension() == ".h" || extension() == ".cpp"; }
bool TextFile::is_test() const { return is_cpp() && stem().ends_with("_test"); }

std::string TextFile::src_folder() const {
  if (!path.starts_with("src/")) return {};
  const auto end = path.find('/', 4);
  return end == std::string::npos ? std::string() : path.substr(4, end - 4);
}

Repository read_repository(const std::string& root) {
  Repository repository;
  auto at = fs::recursive_directory_iterator(root);
  for (const auto end = fs::end(at); at != end; ++at) {
    if (at->is_directory()) {
      const bool top = at.depth() == 0;
      if (!is_kept(at->path().filename()) && (top || at->path().filename() != "build"))
        at.disable_recursion_pending();
      continue;
    }
    if (!at->is_regular_file() || !is_text(at->path()) || at->file_size() > kBytesMax) continue;
    std::ifstream file(at->path(), std::ios::binary);
    repository.push_back({fs::relative(at->path(), root).generic_string(),
                          {std::istreambuf_iterator<char>(file), {}}});
  }
  std::ranges::sort(repository, {}, &TextFile::path);
  return repository;
}

const TextFile* find_file(const Repository& repository, std::string_view path) {
  const auto found = std::ranges::lower_bound(repository, path, {}, &TextFile::path);
  return found != repository.end() && found->path == path ? &*found : nullptr;
}

bool has_folder(const Repository& repository, std::string_view path) {
  std::string below(path);
  if (!below.ends_with('/')) below += '/';
  const auto found = std::ranges::lower_bound(repository, below, {}, &TextFile::path);
  return found != repository.end() && found->path.starts_with(below);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

namespace {

// Where the comment, text or character that starts at `start` ends; `start` if none does.
std::size_t end_of_comment(std::string_view cpp, std::size_t start) {
  if (cpp.substr(start, 2) == "//") return std::min(cpp.find('\n', start), cpp.size());
  if (cpp.substr(start, 2) == "/*") {
    const auto end = cpp.find("*/", start + 2);
    return end == std::string_view::npos ? cpp.size() : end + 2;
  }
  return start;
}

bool is_digit_separator(std::string_view cpp, std::size_t at) {
  return at > 0 && std::isalnum(static_cast<unsigned char>(cpp[at - 1]));
}

std::size_t end_of_raw_text(std::string_view cpp, std::size_t start) {
  const auto open = cpp.find('(', start);
  const std::string close = ")" + std::string(cpp.substr(start + 2, open - start - 2)) + "\"";
  const auto end = cpp.find(close, open);
  return end == std::string_view::npos ? cpp.size() : end + close.size();
}

std::size_t end_of_text(std::string_view cpp, std::size_t start) {
  if (cpp.substr(start, 2) == "R\"") return end_of_raw_text(cpp, start);
  const char quote = cpp[start];
  if (quote != '"' && (quote != '\'' || is_digit_separator(cpp, start))) return start;
  std::size_t end = start + 1;
  while (end < cpp.size() && cpp[end] != quote && cpp[end] != '\n')
    end += cpp[end] == '\\' ? 2u : 1u;
  return std::min(end + 1, cpp.size());
}

void blank(std::string& text, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i)
    if (text[i] != '\n') text[i] = ' ';
}

}  // namespace

std::string without_comments(std::string_view cpp, bool blank_texts) {
  std::string code(cpp);
  for (std::size_t at = 0; at < cpp.size();) {
    if (const auto end = end_of_comment(cpp, at); end > at) {
      blank(code, at, end);
      at = end;
    } else if (const auto text_end = end_of_text(cpp, at); text_end > at) {
      if (blank_texts) blank(code, at, text_end);
      at = text_end;
    } else {
      ++at;
    }
  }
  return code;
}

std::string Finding::to_string() const {
  return line == 0 ? fmt::format("{}: {}", path, what) : fmt::format("{}:{}: {}", path, line, what);
}

}  // namespace openitmo::tidy
