#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

// How uncertain a figure is, as a source states it and a person writes it. One text, written once,
// is what the parameter table holds, what the pages print and what is sampled.
//
//   (empty)              not stated: the figure does not vary
//   ±20 %                normal, 95 % interval of 20 % of the value to both sides, at most 50 %
//   ±20 %, at most 1     the same, cut off at a greatest possible value
//   factor 2             lognormal with the value as median, 95 % interval value/2 to value·2
//   -10 % / +0 %         triangular, with these ends and the value as mode
//   0.07 to 0.1          triangular, in the unit of the figure, which must lie within
//   uniform 0.07 to 0.1  uniform between these ends
//   pert 0.07 to 0.1     beta-PERT, with these ends and the value as mode; also pert -10 % / +20 %
//   ..., group G         one draw serves all figures of the group: fully correlated
//   ..., 0.6 with X      partly correlated with the parameter X: the coefficient of their normal
//                        scores, between -1 and 1
namespace openitmo::mrv {

enum class Shape : std::uint8_t { fixed, normal, lognormal, triangular, uniform, pert };

// A name of up to 23 bytes, kept inline so that a table can be made at compile time.
class CorrelationGroup {
 public:
  static constexpr std::size_t kMaxSize = 23;
  constexpr CorrelationGroup() = default;
  // What is longer is cut.
  constexpr explicit CorrelationGroup(std::string_view name)
      : size_(static_cast<std::uint8_t>(name.size() < kMaxSize ? name.size() : kMaxSize)) {
    for (std::size_t i = 0; i < size_; ++i) text_[i] = name[i];
  }
  constexpr std::string_view view() const { return {text_.data(), size_}; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr bool operator==(const CorrelationGroup&) const = default;

 private:
  std::array<char, kMaxSize> text_{};
  std::uint8_t size_ = 0;
};

struct StatedUncertainty {
  Shape shape = Shape::fixed;
  // Of the value: -0.1 and 0 for "-10 % / +0 %". A factor stands in `high`.
  bool is_relative = true;
  double low = 0;
  double high = 0;
  double at_most = std::numeric_limits<double>::infinity();
  CorrelationGroup group = {};
  CorrelationGroup with = {};  // the parameter that it is partly correlated with
  double coefficient = 0;

  constexpr StatedUncertainty() = default;
  // From a literal; one that cannot be read does not compile.
  consteval StatedUncertainty(const char* text);

  // Half of the 95 % interval as a share of the value, such as the accuracy of an instrument: a
  // normal up to 50 %, above that a factor; 0 does not vary.
  static StatedUncertainty of_half_width(double share_of_value, CorrelationGroup group);

  constexpr bool is_stated() const { return shape != Shape::fixed; }
  // The same for another value of the figure: ends in its unit move with the value.
  StatedUncertainty scaled(double ratio) const;
  bool operator==(const StatedUncertainty&) const = default;
};

// Nothing if the text has none of the forms above.
constexpr std::optional<StatedUncertainty> parse_uncertainty(std::string_view text);
// The text that parses to `stated`.
std::string to_text(const StatedUncertainty& stated);

namespace stated_uncertainty {

// Reads from the front of a text and remembers whether everything fitted so far.
class Reader {
 public:
  constexpr explicit Reader(std::string_view text) : rest_(text) {}

  constexpr bool skip(std::string_view expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(expected.size());
    return true;
  }
  constexpr void expect(std::string_view expected) {
    if (!skip(expected)) fits_ = false;
  }
  // Digits with an optional decimal point. Up to 15 digits: both integers are exact, so the
  // quotient is the nearest double.
  constexpr double number() {
    double digits = 0;
    double scale = 1;
    int count = 0;
    bool is_fraction = false;
    while (!rest_.empty() && (is_digit(rest_.front()) || (rest_.front() == '.' && !is_fraction))) {
      if (rest_.front() == '.') {
        is_fraction = true;
      } else {
        digits = digits * 10 + (rest_.front() - '0');
        if (is_fraction) scale *= 10;
        ++count;
      }
      rest_.remove_prefix(1);
    }
    if (count == 0 || count > 15) fits_ = false;
    return digits / scale;
  }
  constexpr std::string_view take_rest() {
    const std::string_view taken = rest_;
    rest_ = {};
    return taken;
  }
  constexpr bool at_end() const { return rest_.empty(); }
  constexpr bool fits() const { return fits_; }

 private:
  static constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

  std::string_view rest_;
  bool fits_ = true;
};

constexpr void read_ends(Reader& reader, StatedUncertainty& stated) {
  stated.is_relative = false;
  stated.low = reader.number();
  reader.expect(" to ");
  stated.high = reader.number();
}

// "-10 % / +0 %", of which the minus is read.
constexpr void read_percents(Reader& reader, StatedUncertainty& stated) {
  stated.low = -reader.number() / 100;
  reader.expect(" % / +");
  stated.high = reader.number() / 100;
  reader.expect(" %");
}

constexpr void read_interval(Reader& reader, StatedUncertainty& stated) {
  const bool is_pert = reader.skip("pert ");
  if (is_pert) {
    if (reader.skip("-"))
      read_percents(reader, stated);
    else
      read_ends(reader, stated);
    stated.shape = Shape::pert;
  } else if (reader.skip("±")) {
    stated.shape = Shape::normal;
    stated.high = reader.number() / 100;
    stated.low = -stated.high;
    reader.expect(" %");
  } else if (reader.skip("factor ")) {
    stated.shape = Shape::lognormal;
    stated.high = reader.number();
  } else if (reader.skip("-")) {
    stated.shape = Shape::triangular;
    read_percents(reader, stated);
  } else {
    stated.shape = reader.skip("uniform ") ? Shape::uniform : Shape::triangular;
    read_ends(reader, stated);
  }
}

// Whether the figures make a distribution.
constexpr bool is_possible(const StatedUncertainty& stated) {
  switch (stated.shape) {
    case Shape::fixed:
      return true;
    case Shape::normal:  // half of the interval must leave 0 far away
      return stated.high > 0 && stated.high <= 0.5;
    case Shape::lognormal:
      return stated.high > 1;
    case Shape::triangular:
    case Shape::uniform:
    case Shape::pert:
      return stated.low < stated.high && (!stated.is_relative || stated.low >= -1);
  }
  return false;
}

}  // namespace stated_uncertainty

constexpr std::optional<StatedUncertainty> parse_uncertainty(std::string_view text) {
  StatedUncertainty stated;
  if (text.empty()) return stated;
  stated_uncertainty::Reader reader(text);
  stated_uncertainty::read_interval(reader, stated);
  if (stated.shape == Shape::normal && reader.skip(", at most ")) stated.at_most = reader.number();
  const bool has_group = reader.skip(", group ");
  if (!has_group && reader.skip(", ")) {
    const bool is_negative = reader.skip("-");
    const double size = reader.number();
    stated.coefficient = is_negative ? -size : size;
    reader.expect(" with ");
    if (!(size > 0 && size < 1)) return std::nullopt;
  }
  if (has_group || stated.coefficient != 0) {
    const std::string_view name = reader.take_rest();
    const bool is_name = !name.empty() && name.find(',') == std::string_view::npos;
    if (!is_name || name.size() > CorrelationGroup::kMaxSize) return std::nullopt;
    (has_group ? stated.group : stated.with) = CorrelationGroup(name);
  }
  if (!reader.fits() || !reader.at_end() || !stated_uncertainty::is_possible(stated))
    return std::nullopt;
  return stated;
}

consteval StatedUncertainty::StatedUncertainty(const char* text) {
  *this = parse_uncertainty(text).value();
}

}  // namespace openitmo::mrv
