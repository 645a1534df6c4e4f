#pragma once

#include <gtest/gtest.h>
#include <set>
#include <string>

#include "mrv/finding.h"

// Helpers of the tests: nothing that a Spanish reader sees is English.
namespace openitmo::mrv::testing_spanish {

// Whether it has a word that no Spanish sentence has. Letters with accents and _ are part
// of a word.
inline bool is_english(const std::string& text) {
  static const std::set<std::string> english{
      "the",   "of",    "and",     "for",     "where",    "not",        "with", "as",   "is",
      "are",   "has",   "all",     "by",      "to",       "from",       "what", "in",   "which",
      "each",  "waste", "records", "methane", "baseline", "default",    "row",  "rows", "year",
      "flare", "day",   "days",    "meter",   "wet",      "electricity"};
  std::string word;
  for (const char c : text + ' ') {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (is_letter || c == '_' || static_cast<unsigned char>(c) >= 0x80) {
      word += c;
      continue;
    }
    if (english.contains(word)) return true;
    word.clear();
  }
  return false;
}

inline void expect_spanish(const ReportText& text) {
  EXPECT_FALSE(is_english(text.es)) << text.es;
  EXPECT_NE(text.es, text.en);
}

inline void expect_spanish(const Problems& problems) {
  for (const Finding& finding : problems) {
    expect_spanish(finding.message);
    expect_spanish(finding.remedy);
  }
}

}  // namespace openitmo::mrv::testing_spanish
