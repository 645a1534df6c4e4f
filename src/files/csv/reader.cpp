#include "files/csv/reader.h"

#include <algorithm>

namespace openitmo::files {

bool CsvReader::fail(const Words& what) {
  error_ = what;
  fields_.clear();
  at_ = text_.size();
  return false;
}

bool CsvReader::next() {
  if (at_ >= text_.size()) return false;
  fields_.clear();
  unquoted_count_ = 0;
  row_ = line_;
  while (true) {
    if (at_ < text_.size() && text_[at_] == '"') {
      if (!read_quoted()) return false;
    } else {
      read_plain();
    }
    if (fields_.back().size() > kFieldBytesMax)
      return fail({"a field has more than 32,767 bytes", "un champ a plus de 32 767 octets"});
    if (fields_.size() > kFieldsMax)
      return fail({"the row has more than 16,384 fields", "la ligne a plus de 16 384 champs"});
    if (at_ >= text_.size()) return true;
    const char end = text_[at_++];
    if (end == separator_) continue;
    if (end == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
    return true;
  }
}

// Up to the separator or the end of the line. Every field passes here, so it is a plain scan:
// fields are short and a search by library call costs more than it saves.
void CsvReader::read_plain() {
  const char* const begin = text_.data() + at_;
  const char* const end = text_.data() + text_.size();
  const char* at = begin;
  while (at != end && *at != separator_ && *at != '\n' && *at != '\r') ++at;
  fields_.emplace_back(begin, static_cast<std::size_t>(at - begin));
  at_ += static_cast<std::size_t>(at - begin);
}

bool CsvReader::read_quoted() {
  const std::size_t begin = ++at_;
  bool has_doubled_quotes = false;
  while (true) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == std::string_view::npos)
      return fail(
          {"a quote is opened and never closed", "un guillemet est ouvert et jamais fermé"});
    at_ = quote + 1;
    if (at_ >= text_.size() || text_[at_] != '"') break;
    has_doubled_quotes = true;
    ++at_;
  }
  const std::string_view inside = text_.substr(begin, at_ - 1 - begin);
  line_ += static_cast<std::uint32_t>(std::count(inside.begin(), inside.end(), '\n'));
  const bool ended =
      at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' || text_[at_] == '\r';
  if (!ended) return fail({"text follows a closing quote", "du texte suit un guillemet fermant"});
  if (!has_doubled_quotes) {
    fields_.push_back(inside);
    return true;
  }
  if (unquoted_count_ == unquoted_.size()) unquoted_.emplace_back();
  std::string& field = unquoted_[unquoted_count_++];
  field.clear();
  for (std::size_t i = 0; i < inside.size(); ++i) {
    field += inside[i];
    if (inside[i] == '"') ++i;
  }
  fields_.push_back(field);
  return true;
}

}  // namespace openitmo::files
