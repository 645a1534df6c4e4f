#include "cli/terminal.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <unistd.h>

#include "quantity/tonnes.h"

namespace openitmo::cli {

namespace {
long now_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}
constexpr std::size_t kBarWidth = 40;

std::string shown(Language language, const Rational& kilograms, std::int64_t unit_kg, int digits) {
  const std::string decimal =
      Rational(kilograms.numerator(), kilograms.denominator() * unit_kg).to_decimal(digits);
  const auto point = std::min(decimal.find('.'), decimal.size());
  const std::string whole = grouped(std::stoll(decimal.substr(0, point)));
  // "-0" loses its sign as a number.
  std::string text = decimal.starts_with('-') && !whole.starts_with('-') ? "-" + whole : whole;
  if (point < decimal.size())
    text += (language == Language::fr ? "," : ".") + decimal.substr(point + 1);
  return text;
}
}  // namespace

Terminal::Terminal(Language language) : language_(language), interactive_(isatty(1) == 1) {}

void Terminal::stage(const Words& name) {
  end_stage();
  fmt::print("{}\n", say(name));
  std::fflush(stdout);
  in_stage_ = true;
  stage_started_ms_ = now_ms();
}

void Terminal::end_stage() {
  clear_progress();
  const long elapsed_ms = now_ms() - stage_started_ms_;
  if (in_stage_)
    fmt::print("  {}{}{:02} s\n", elapsed_ms / 1000, language_ == Language::fr ? "," : ".",
               elapsed_ms % 1000 / 10);
  in_stage_ = false;
}

void Terminal::progress(std::size_t done, std::size_t total) {
  if (!interactive_ || total == 0) return;
  const std::size_t filled = kBarWidth * done / total;
  fmt::print("\r  [{}{}] {}/{}", std::string(filled, '='), std::string(kBarWidth - filled, ' '),
             done, total);
  std::fflush(stdout);
  progress_shown_ = true;
}

void Terminal::clear_progress() {
  if (progress_shown_) fmt::print("\r{}\r", std::string(kBarWidth + 24, ' '));
  progress_shown_ = false;
}

void Terminal::line(std::string_view text) {
  clear_progress();
  fmt::print("{}\n", text);
}

void Terminal::banner(std::string_view text) {
  line("");
  line(std::string(2, ' ') + std::string(text));
  line("");
}

void Terminal::table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<bool> numbers(rows.empty() ? 0 : rows[0].size(), true);
  if (!numbers.empty()) numbers[0] = false;
  table(rows, numbers);
}

void Terminal::table(const std::vector<std::vector<std::string>>& rows,
                     const std::vector<bool>& numbers) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  for (const auto& row : rows) {
    std::string text = " ";
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string padding(widths[i] - width_of(row[i]), ' ');
      text += " " + (numbers[i] ? padding + row[i] : row[i] + padding) + " ";
    }
    text.erase(text.find_last_not_of(' ') + 1);
    line(text);
  }
}

std::string tonnes_text(std::int64_t tonnes) { return grouped(tonnes); }

std::string t_text(Language language, const Rational& kilograms, int digits) {
  return shown(language, kilograms, 1000, digits);
}

std::string kt_text(Language language, const Rational& kilograms) {
  return shown(language, kilograms, 1'000'000, 3);
}

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace openitmo::cli
