#include <algorithm>
#include <fmt/format.h>
#include <regex>

#include "code_rules.h"

namespace openitmo::tidy {

namespace {

constexpr std::size_t kColumnsMax = 100;
constexpr std::size_t kFileLinesGuide = 400;
constexpr std::size_t kFunctionLinesGuide = 70;

// Characters of UTF-8 text: bytes that do not continue one.
std::size_t characters(std::string_view line) {
  return static_cast<std::size_t>(
      std::ranges::count_if(line, [](char c) { return (c & 0xC0) != 0x80; }));
}

void check_lines(const TextFile& file, Findings& findings) {
  std::size_t number = 0;
  for (const auto line : lines_of(file.text)) {
    ++number;
    if (characters(line) > kColumnsMax)
      findings.push_back({file.path, number,
                          fmt::format("{} characters; at most {}", characters(line), kColumnsMax)});
    if (line.ends_with(' ')) findings.push_back({file.path, number, "ends in a space"});
  }
  if (!file.text.empty() && !file.text.ends_with('\n'))
    findings.push_back({file.path, number, "the last line has no end"});
}

// A definition starts at the left margin, where namespaces are not indented, and ends with a "}"
// there.
bool starts_function(std::string_view line) {
  static const std::regex other("(namespace|struct|class|enum|union|extern|constexpr std::array)");
  return !line.empty() && line.front() != ' ' && line.front() != '}' && line.front() != '#' &&
         line.ends_with('{') && !std::regex_search(line.begin(), line.end(), other) &&
         line.find(')') != std::string_view::npos;
}

void measure_functions(const TextFile& file, Findings& findings) {
  const auto lines = lines_of(file.text);
  for (std::size_t start = 0; start < lines.size(); ++start) {
    if (!starts_function(lines[start])) continue;
    std::size_t end = start;
    while (end < lines.size() && !lines[end].starts_with('}')) ++end;
    if (end - start + 1 > kFunctionLinesGuide)
      findings.push_back(
          {file.path, start + 1, fmt::format("a function of {} lines", end - start + 1)});
    start = end;
  }
}

}  // namespace

Findings layout(const Repository& repository) {
  static const std::regex macro(R"(^\s*#\s*define\b)");
  Findings findings;
  for (const TextFile& file : repository) {
    if (!file.is_cpp()) continue;
    check_lines(file, findings);
    if (file.is_header() && file.text.find("#pragma once") == std::string::npos)
      findings.push_back({file.path, 0, "#pragma once is missing"});
    const std::string code = without_comments(file.text, true);
    std::size_t number = 0;
    for (const auto line : lines_of(code)) {
      ++number;
      if (std::regex_search(line.begin(), line.end(), macro))
        findings.push_back(
            {file.path, number, "a macro; use a constant, a template or a function"});
    }
  }
  return findings;
}

Findings long_files_and_functions(const Repository& repository) {
  Findings findings;
  for (const TextFile& file : repository) {
    if (!file.is_cpp()) continue;
    const std::size_t count = lines_of(file.text).size();
    if (count > kFileLinesGuide) findings.push_back({file.path, 0, fmt::format("{} lines", count)});
    measure_functions(file, findings);
  }
  return findings;
}

}  // namespace openitmo::tidy
