#pragma once

#include <string>
#include <string_view>
#include <vector>

// The repository as text, for the rules that it keeps about itself.
namespace openitmo::tidy {

struct TextFile {
  std::string path;  // from the top of the repository, with '/'
  std::string text;

  std::string folder() const;     // "src/mrv/scalar" of src/mrv/scalar/real.h
  std::string stem() const;       // "real"
  std::string extension() const;  // ".h"
  // The second part of a path below src/: "mrv" of src/mrv/scalar/real.h; empty elsewhere.
  std::string src_folder() const;
  bool is_cpp() const;
  bool is_header() const { return extension() == ".h"; }
  bool is_test() const;  // *_test.cpp, *_test.h
  bool is_page() const { return extension() == ".md"; }
};

using Repository = std::vector<TextFile>;

// All text files below `root` but .git and what was built or written, in order of path.
Repository read_repository(const std::string& root);

const TextFile* find_file(const Repository& repository, std::string_view path);
bool has_folder(const Repository& repository, std::string_view path);

std::vector<std::string_view> lines_of(std::string_view text);

// C++ with comments, and with texts and characters where `blank_texts`, replaced by spaces; the
// lines stay where they are.
std::string without_comments(std::string_view cpp, bool blank_texts);

// One thing that breaks a rule. `line` counts from 1; 0 is the whole file.
struct Finding {
  std::string path;
  std::size_t line = 0;
  std::string what;  // what is wrong and what would be right
  std::string to_string() const;
};
using Findings = std::vector<Finding>;

}  // namespace openitmo::tidy
