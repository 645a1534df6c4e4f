#include "files/html/svg_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace openitmo::files {

namespace {

constexpr std::array<std::string_view, 8> kColours{"#0b5394", "#009e73", "#e69f00", "#8cc9f0",
                                                   "#d55e00", "#aa4499", "#9a9a9a", "#222222"};
constexpr double kLegendLine = 22;
constexpr double kSwatch = 14;
constexpr double kFooterLine = 15;
constexpr double kFooterScale = 0.85;  // of its letters to those of labels

// The smallest of 1, 2, 2.5, 5 times a power of ten that is not below `rough`, and the decimals
// that its multiples need. By multiplication alone: library logarithms differ between machines.
void set_step(Axis& axis, double rough) {
  double power = 1;
  int exponent = 0;
  for (; power > rough && exponent > -12; --exponent) power /= 10;
  for (; power * 10 <= rough && exponent < 18; ++exponent) power *= 10;
  axis.decimals = std::max(0, -exponent);
  for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
    axis.step = factor * power;
    if (axis.step < rough) continue;
    if (factor == 2.5 && exponent <= 0) ++axis.decimals;
    if (factor == 10.0) axis.decimals = std::max(0, axis.decimals - 1);
    return;
  }
}

std::string pattern_id(const std::string& id, Paint paint) {
  return fmt::format("{}-hatch-{}", id, static_cast<int>(paint));
}

double item_width(const Svg::LegendItem& item) { return kSwatch + 8 + text_width(item.name) + 22; }

}  // namespace

std::vector<double> Axis::ticks() const {
  std::vector<double> ticks;
  const auto count = static_cast<int>(std::lround((last - first) / step));
  for (int i = 0; i <= count; ++i) ticks.push_back(first + step * i);
  return ticks;
}

Axis nice_axis(double lowest, double highest, int count) {
  lowest = std::min(lowest, 0.0);
  highest = std::max(highest, 0.0);
  if (highest - lowest <= 0) highest = 1;
  Axis axis;
  set_step(axis, (highest - lowest) / count);
  axis.first = std::floor(lowest / axis.step + 1e-9) * axis.step;
  axis.last = std::ceil(highest / axis.step - 1e-9) * axis.step;
  return axis;
}

std::string at(double coordinate) {
  std::string text = fmt::format("{:.2f}", coordinate);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string_view colour_of(Paint paint) { return kColours[static_cast<std::size_t>(paint)]; }

double text_width(std::string_view text) {
  const auto characters =
      std::ranges::count_if(text, [](char c) { return (c & '\xC0') != '\x80'; });
  return 7.6 * static_cast<double>(characters);
}

Svg::Svg(std::string id, double width, double height, std::string_view title,
         std::string_view description)
    : id_(std::move(id)) {
  html_.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                     {"role", "img"},
                     {"viewBox", fmt::format("0 0 {} {}", at(width), at(height))},
                     {"aria-labelledby", id_ + "-title " + id_ + "-description"}});
  html_.element("title", title, {{"id", id_ + "-title"}});
  html_.element("desc", description, {{"id", id_ + "-description"}});
  define_patterns();
}

void Svg::define_patterns() {
  html_.open("defs");
  for (std::size_t i = 0; i < kColours.size(); ++i) {
    html_.open("pattern", {{"id", pattern_id(id_, static_cast<Paint>(i))},
                           {"width", "6"},
                           {"height", "6"},
                           {"patternUnits", "userSpaceOnUse"},
                           {"patternTransform", "rotate(45)"}});
    html_.empty("rect", {{"width", "6"}, {"height", "6"}, {"fill", "#fff"}});
    html_.empty("rect", {{"width", "3"}, {"height", "6"}, {"fill", std::string(kColours[i])}});
    html_.close("pattern");
  }
  html_.close("defs").new_line();
}

void Svg::line(double x1, double y1, double x2, double y2, std::string_view css_class) {
  html_.empty("line", {{"class", std::string(css_class)},
                       {"x1", at(x1)},
                       {"y1", at(y1)},
                       {"x2", at(x2)},
                       {"y2", at(y2)}});
}

void Svg::text(double x, double y, std::string_view text, Anchor anchor,
               std::string_view css_class) {
  if (text.empty()) return;
  const std::string_view anchor_name = anchor == Anchor::start    ? "start"
                                       : anchor == Anchor::middle ? "middle"
                                                                  : "end";
  html_.element("text", text,
                {{"class", std::string(css_class)},
                 {"x", at(x)},
                 {"y", at(y)},
                 {"text-anchor", std::string(anchor_name)}});
}

void Svg::bar(double x, double y, double width, double height, Paint paint, Filling filling) {
  if (filling == Filling::invisible || width <= 0 || height <= 0) return;
  const std::string colour(colour_of(paint));
  const std::string fill = filling == Filling::solid     ? colour
                           : filling == Filling::hatched ? "url(#" + pattern_id(id_, paint) + ")"
                                                         : "#fff";
  html_.empty("rect", {{"x", at(x)},
                       {"y", at(y)},
                       {"width", at(width)},
                       {"height", at(height)},
                       {"fill", fill},
                       {"stroke", colour},
                       {"stroke-width", filling == Filling::outlined ? "2" : "0.75"}});
}

void Svg::polyline(const std::vector<std::pair<double, double>>& points, Paint paint, bool dashed) {
  if (points.size() < 2) return;
  std::string path;
  for (const auto& [x, y] : points) path += fmt::format("{},{} ", at(x), at(y));
  path.pop_back();
  html_.empty("polyline", {{"points", path},
                           {"fill", "none"},
                           {"stroke", std::string(colour_of(paint))},
                           {"stroke-width", "2"},
                           {"stroke-dasharray", dashed ? "6 4" : "none"}});
}

void Svg::marker(double x, double y, Paint paint) {
  html_.empty("circle", {{"cx", at(x)},
                         {"cy", at(y)},
                         {"r", "4"},
                         {"fill", std::string(colour_of(paint))},
                         {"stroke", "#fff"},
                         {"stroke-width", "1.5"}});
}

double legend_height(double x, double right, const std::vector<Svg::LegendItem>& items) {
  double used = x;
  double height = items.empty() ? 0 : kLegendLine;
  for (const Svg::LegendItem& item : items) {
    if (used > x && used + item_width(item) > right) {
      used = x;
      height += kLegendLine;
    }
    used += item_width(item);
  }
  return height;
}

double Svg::legend(double x, double y, double right, const std::vector<LegendItem>& items) {
  double used = x;
  double top = y;
  for (const LegendItem& item : items) {
    if (used > x && used + item_width(item) > right) {
      used = x;
      top += kLegendLine;
    }
    const double middle = top + kSwatch / 2;
    if (item.is_line && !item.joined)
      marker(used + kSwatch / 2, middle, item.paint);
    else if (item.is_line)
      polyline({{used - 4, middle}, {used + kSwatch + 4, middle}}, item.paint, item.dashed);
    else
      bar(used, top, kSwatch, kSwatch, item.paint, item.filling);
    text(used + kSwatch + 8, top + kSwatch - 2, item.name, Anchor::start, "label");
    used += item_width(item);
  }
  return items.empty() ? y : top + kLegendLine;
}

std::vector<Svg::LegendItem> legend_items(const std::vector<BarSeries>& bars,
                                          const std::vector<LineSeries>& lines) {
  std::vector<Svg::LegendItem> items;
  for (const BarSeries& series : bars)
    if (series.filling != Filling::invisible && !series.name.empty())
      items.push_back({series.name, series.paint, series.filling, false, false, true});
  for (const LineSeries& series : lines)
    items.push_back(
        {series.name, series.paint, Filling::solid, true, series.dashed, series.joined});
  return items;
}

namespace {

std::vector<std::string_view> footer_lines(double width, std::string_view text) {
  if (text.empty()) return {};
  const std::size_t slash = text.find(" / ");
  if (text_width(text) * kFooterScale + 24 <= width || slash == std::string_view::npos)
    return {text};
  return {text.substr(0, slash + 2), text.substr(slash + 3)};
}

}  // namespace

double footer_height(double width, std::string_view text) {
  return kFooterLine * static_cast<double>(footer_lines(width, text).size());
}

void Svg::footer(double width, double height, std::string_view text) {
  const auto lines = footer_lines(width, text);
  double y = height - 4 - kFooterLine * (static_cast<double>(lines.size()) - 1);
  for (const std::string_view line : lines) {
    this->text(width - 14, y, line, Anchor::end, "footer");
    y += kFooterLine;
  }
}

Html Svg::finish() {
  html_.close("svg").new_line();
  return std::move(html_);
}

}  // namespace openitmo::files
