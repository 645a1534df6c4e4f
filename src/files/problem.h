#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quantity/language.h"
#include "quantity/operator_error.h"

namespace openitmo::files {

// One thing wrong in a file that somebody wrote: where it stands, what it is, and what would be
// right.
struct Problem {
  std::string path{};  // as the person knows the file; relative to the programme folder
  std::uint32_t row =
      0;  // line of a text file, row of a sheet; the first is 1, 0 is the whole file
  std::uint32_t column = 0;  // column of a line, for TOML; 0 when `key` says enough
  std::string key{};         // name of the column or of the TOML key; empty for the whole row
  Text what{};               // "the gross mass 9000 kg is below the tare 12000 kg"
  Text remedy{};             // "swap the two columns or correct the ticket"

  bool operator==(const Problem&) const = default;
};

// "data/tickets.csv:17: Gross (kg): the mass is negative: -5; write 0 or more"
std::string to_text(const Problem& problem, Language language);

// What a reader found wrong, in the order of the file. The first 50 are kept, the others counted: a
// file with the wrong separator would otherwise answer with a line for every row.
class Problems {
 public:
  static constexpr std::size_t kListedMax = 50;

  Problems() = default;
  explicit Problems(Problem problem) { add(std::move(problem)); }

  void add(Problem problem);
  void add_all(const Problems& others);
  bool empty() const { return count_ == 0; }
  std::size_t count() const { return count_; }
  std::span<const Problem> listed() const { return listed_; }

  // One problem a line, at the end "and 12 more problems" where not all are listed.
  std::string to_text(Language language) const;

 private:
  std::vector<Problem> listed_;
  std::size_t count_ = 0;
};

// What every reader of this folder returns: all of the data, or everything that is wrong with them.
template <class T>
using Read = std::expected<T, Problems>;

// Thrown where the operator must act: a disk that is full, a folder that may not be written. The
// only exception type of this folder.
class FileError : public OperatorError {
 public:
  using OperatorError::OperatorError;
};

// `text` shortened for a message and in quotes; control characters are shown as "?".
std::string in_quotes(std::string_view text);

// The candidate most like `text` by edit distance, for "did you mean"; empty when none is near.
std::string_view nearest(std::string_view text, std::span<const std::string_view> candidates);

}  // namespace openitmo::files
