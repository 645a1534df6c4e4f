#include "reporting/cell_values.h"

#include <charconv>
#include <fmt/format.h>

namespace openitmo::reporting {

namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::optional<std::uint64_t> whole_number(std::string_view digits) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::optional<CalendarYear> year_at_end(std::string_view text) {
  if (text.size() < 4) return std::nullopt;
  const auto year = whole_number(text.substr(text.size() - 4));
  return year ? std::optional(CalendarYear(static_cast<int>(*year))) : std::nullopt;
}

std::optional<YearWindow> window_of(std::string_view text, std::string_view between) {
  const auto middle = text.find(between);
  if (middle == std::string_view::npos) return std::nullopt;
  const auto first = year_at_end(trimmed(text.substr(0, middle)));
  const auto last = year_at_end(trimmed(text.substr(middle + between.size())));
  if (!first || !last) return std::nullopt;
  return YearWindow{*first, *last};
}

}  // namespace

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool no_break_space = text[i] == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
    if (no_break_space) ++i;
    const char c = no_break_space || text[i] == '\t' || text[i] == '\n' ? ' ' : text[i];
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  while (out.ends_with(' ')) out.pop_back();
  for (auto at = out.find("oris"); at != std::string::npos; at = out.find("oris", at + 1))
    out[at + 3] = 'z';
  if (out == "aquisition") return "acquisition";
  return out;
}

std::string text_of(const AefCell& cell) {
  std::string text(trimmed(cell.shown()));
  constexpr std::size_t kLongestNone = std::string_view("not applicable").size();
  if (text.empty() || (text[0] != 'N' && text[0] != 'n') || text.size() > 2 * kLongestNone)
    return text;
  const std::string word = folded(text);
  const bool none = word == "na" || word == "n/a" || word == "not applicable";
  return none ? std::string() : text;
}

std::optional<std::uint64_t> number_of(const AefCell& cell) {
  if (cell.kind == AefCell::Kind::number) return cell.number;
  std::string digits = text_of(cell);
  std::erase_if(digits, [](char c) { return c == ',' || c == ' '; });
  return whole_number(digits);
}

std::optional<CalendarYear> year_of(const AefCell& cell) {
  const auto number = number_of(cell);
  if (!number || *number < 1000 || *number > 9999) return std::nullopt;
  return CalendarYear(static_cast<int>(*number));
}

std::optional<Date> date_of(const AefCell& cell) {
  if (cell.kind == AefCell::Kind::date) return cell.date;
  const std::string text = text_of(cell);
  if (text.size() == 10 && text[2] == '/' && text[5] == '/') {
    const char turned[] = {text[6], text[7], text[8], text[9], '-',
                           text[3], text[4], '-',     text[0], text[1]};
    return Date::parse({turned, sizeof turned});
  }
  const bool is_moment = text.size() > 10 && (text[10] == 'T' || text[10] == ' ');
  return Date::parse(is_moment ? std::string_view(text).substr(0, 10) : std::string_view(text));
}

std::optional<SubmissionVersion> version_of(const AefCell& cell) {
  const std::string text = text_of(cell);
  const auto dot = text.find('.');
  const auto major = whole_number(std::string_view(text).substr(0, dot));
  const auto minor = dot == std::string::npos
                         ? std::optional<std::uint64_t>(0)
                         : whole_number(std::string_view(text).substr(dot + 1));
  if (!major || !minor || *major == 0 || *major > UINT32_MAX || *minor > UINT32_MAX)
    return std::nullopt;
  return SubmissionVersion{static_cast<std::uint32_t>(*major), static_cast<std::uint32_t>(*minor)};
}

std::optional<AuthorizedTimeframe> timeframe_of(const AefCell& cell) {
  const std::string text = text_of(cell);
  const std::string_view all = text;
  const auto use = text.find("Use:");
  AuthorizedTimeframe timeframe;
  if (use != std::string::npos) timeframe.use = window_of(all.substr(use), " to ");
  std::string_view occurred = trimmed(all.substr(0, use));
  if (occurred.ends_with('.')) occurred.remove_suffix(1);
  timeframe.occurred = window_of(occurred, occurred.starts_with("Occurred:") ? " to " : "-");
  if (!timeframe.use && !timeframe.occurred) return std::nullopt;
  return timeframe;
}

std::vector<std::string> list_of(const AefCell& cell) {
  std::vector<std::string> parts;
  const std::string text = text_of(cell);
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto comma = rest.find(',');
    if (const auto part = trimmed(rest.substr(0, comma)); !part.empty()) parts.emplace_back(part);
    if (comma == std::string_view::npos) break;
    rest.remove_prefix(comma + 1);
  }
  return parts;
}

}  // namespace openitmo::reporting
