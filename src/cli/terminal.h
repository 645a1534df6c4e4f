#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/words.h"
#include "quantity/rational.h"

// What the terminal shows: stages, a progress bar where a stage is long, and tables that line up.
namespace openitmo::cli {

class Terminal {
 public:
  explicit Terminal(Language language);

  Language language() const { return language_; }
  std::string_view say(const Words& words) const { return words.in(language_); }
  const std::string& say(const Text& text) const { return text.in(language_); }

  // What stands between a name and its value: French puts a space before it.
  std::string_view colon() const { return openitmo::colon(language_); }

  // Ends the previous stage with its time, and names the new one.
  void stage(const Words& name);
  void end_stage();
  // Redrawn in place on a terminal; silent when the output is a file or a pipe.
  void progress(std::size_t done, std::size_t total);
  void line(std::string_view text);
  void banner(std::string_view text);
  // Columns as wide as their widest cell; numbers (all columns but the first) to the right.
  void table(const std::vector<std::vector<std::string>>& rows);
  // The same where `numbers` says which columns are numbers.
  void table(const std::vector<std::vector<std::string>>& rows, const std::vector<bool>& numbers);

 private:
  void clear_progress();

  Language language_;
  bool interactive_;
  bool in_stage_ = false;
  bool progress_shown_ = false;
  long stage_started_ms_ = 0;
};

// A number of tonnes as people of the language read it, thousands apart.
std::string tonnes_text(std::int64_t tonnes);
// A figure in kg as t (`digits` decimals) or kt (three), rounded half away from zero as the report
// does; "-" in front when negative.
std::string t_text(Language language, const Rational& kilograms, int digits);
std::string kt_text(Language language, const Rational& kilograms);
// How many columns a text takes on a terminal (UTF-8, one column a code point).
std::size_t width_of(std::string_view text);

}  // namespace openitmo::cli
