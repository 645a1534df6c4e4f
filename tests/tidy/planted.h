#pragma once

#include <algorithm>
#include <gmock/gmock.h>

#include "repository.h"

// Small made-up repositories with one thing wrong, to see that a rule finds it.
namespace openitmo::tidy {

inline Repository planted(Repository files) {
  std::ranges::sort(files, {}, &TextFile::path);
  return files;
}

inline std::vector<std::string> texts_of(const Findings& findings) {
  std::vector<std::string> texts;
  for (const Finding& finding : findings) texts.push_back(finding.to_string());
  return texts;
}

}  // namespace openitmo::tidy
