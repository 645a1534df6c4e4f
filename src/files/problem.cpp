#include "files/problem.h"

#include <algorithm>
#include <fmt/format.h>

#include "quantity/nearest.h"

namespace openitmo::files {
namespace {

constexpr std::size_t kQuotedBytesMax = 60;

}  // namespace

std::string to_text(const Problem& problem, Language language) {
  std::string text = problem.path;
  if (problem.row != 0) text += fmt::format(":{}", problem.row);
  if (problem.column != 0) text += fmt::format(":{}", problem.column);
  text += colon(language);
  if (!problem.key.empty()) text += fmt::format("{}{}", problem.key, colon(language));
  text += problem.what.in(language);
  if (!problem.remedy.empty())
    text += fmt::format("{}{}", semicolon(language), problem.remedy.in(language));
  return text;
}

void Problems::add(Problem problem) {
  if (listed_.size() < kListedMax) listed_.push_back(std::move(problem));
  ++count_;
}

void Problems::add_all(const Problems& others) {
  const std::size_t unlisted = others.count_ - others.listed_.size();
  for (const Problem& problem : others.listed_) add(problem);
  count_ += unlisted;
}

std::string Problems::to_text(Language language) const {
  std::string text;
  for (const Problem& problem : listed_) text += files::to_text(problem, language) + "\n";
  const std::size_t unlisted = count_ - listed_.size();
  if (unlisted == 1) text += Text({"and 1 more problem\n", "et 1 autre problème\n"}).in(language);
  if (unlisted > 1)
    text += Text({"and {} more problems\n", "et {} autres problèmes\n"}, unlisted).in(language);
  return text;
}

std::string in_quotes(std::string_view text) {
  std::string shown = "\"";
  for (std::size_t i = 0; i < text.size() && i < kQuotedBytesMax; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    shown += byte < 0x20 || byte == 0x7f ? '?' : text[i];
  }
  if (text.size() > kQuotedBytesMax) {
    // A cut through a multi-byte character would print as damage of its own.
    while (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0xc0U) == 0x80U) {
      shown.pop_back();
    }
    if (static_cast<unsigned char>(shown.back()) >= 0xc0U) shown.pop_back();
    shown += "...";
  }
  return shown + "\"";
}

std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates) {
  return openitmo::nearest(text, candidates);
}

}  // namespace openitmo::files
