#include "files/html/svg_chart.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <vector>

#include "files/html/svg_parts.h"

namespace openitmo::files {

namespace {

constexpr double kLeft = 78;
constexpr double kRight = 14;
constexpr double kTop = 30;  // the unit stands here

struct Bounds {
  double lowest = 0;
  double highest = 0;
  void add(double value) {
    lowest = std::min(lowest, value);
    highest = std::max(highest, value);
  }
};

std::optional<double> value_at(const std::vector<std::optional<double>>& values, std::size_t i) {
  return i < values.size() ? values[i] : std::nullopt;
}

// Room for what is drawn: of a stack, the sum of each sign.
Bounds bounds_of(const ColumnChart& chart) {
  Bounds bounds;
  for (std::size_t i = 0; i < chart.categories.size(); ++i) {
    double above = 0;
    double below = 0;
    for (const BarSeries& series : chart.bars) {
      const double value = value_at(series.values, i).value_or(0);
      if (!chart.stacked) bounds.add(value);
      (value < 0 ? below : above) += value;
    }
    if (chart.stacked) {
      bounds.add(above);
      bounds.add(below);
    }
    for (const LineSeries& series : chart.lines) bounds.add(value_at(series.values, i).value_or(0));
  }
  bounds.add(chart.lowest.value_or(0));
  bounds.add(chart.highest.value_or(0));
  return bounds;
}

bool has_labels(const ColumnChart& chart) {
  return std::ranges::any_of(chart.bars, [](const BarSeries& s) { return !s.labels.empty(); });
}

// The drawing of one column chart.
class Columns {
 public:
  Columns(const ColumnChart& chart, const Speech& speech)
      : chart_(chart),
        speech_(speech),
        items_(chart.legend ? legend_items(chart.bars, chart.lines)
                            : std::vector<Svg::LegendItem>{}),
        top_(kTop + legend_height(kLeft, chart.width, items_) + (has_labels(chart) ? 8 : 0)),
        bottom_(top_ + chart.plot_height),
        axis_(axis()),
        svg_(chart.id, chart.width, height(), chart.title, chart.description) {}

  Html draw() {
    svg_.legend(kLeft, 2, chart_.width, items_);
    svg_.text(4, top_ - 16, chart_.unit, Anchor::start, "axis");
    draw_axis();
    for (std::size_t i = 0; i < chart_.categories.size(); ++i) draw_category(i);
    for (const LineSeries& series : chart_.lines) draw_line(series);
    svg_.footer(chart_.width, height(), chart_.footer);
    return svg_.finish();
  }

 private:
  Axis axis() const {
    Bounds bounds = bounds_of(chart_);
    if (bounds.lowest < 0 && has_labels(chart_))  // room for two lines of labels under the bars
      bounds.lowest -= (bounds.highest - bounds.lowest) * 34 / chart_.plot_height;
    return nice_axis(bounds.lowest, bounds.highest, chart_.plot_height < 160 ? 3 : 5);
  }
  double height() const {
    const double notes = chart_.category_notes.empty() ? 0 : 17;
    return bottom_ + 26 + notes + footer_height(chart_.width, chart_.footer);
  }
  double y(double value) const { return axis_.place(value, bottom_, top_); }
  double slot() const {
    return (chart_.width - kLeft - kRight) / static_cast<double>(chart_.categories.size());
  }
  double middle(std::size_t i) const { return kLeft + slot() * (static_cast<double>(i) + 0.5); }

  void draw_axis() {
    for (const double tick : axis_.ticks()) {
      const bool zero = std::abs(tick) < axis_.step / 1000;
      svg_.line(kLeft, y(tick), chart_.width - kRight, y(tick), zero ? "zero" : "grid");
      svg_.text(kLeft - 8, y(tick) + 4, speech_.real(zero ? 0 : tick, axis_.decimals), Anchor::end,
                "axis");
    }
  }

  // Names that would touch are thinned out evenly.
  std::size_t name_step() const {
    double widest = 0;
    for (const std::string& name : chart_.categories) widest = std::max(widest, text_width(name));
    std::size_t step = 1;
    while (static_cast<double>(step) * slot() < widest + 6 && step < chart_.categories.size())
      ++step;
    return step;
  }

  void draw_category(std::size_t i) {
    if (i % name_step() == 0)
      svg_.text(middle(i), bottom_ + 18, chart_.categories[i], Anchor::middle, "axis");
    if (i < chart_.category_notes.size())
      svg_.text(middle(i), bottom_ + 35, chart_.category_notes[i], Anchor::middle, "note");
    if (chart_.stacked)
      draw_stack(i);
    else
      draw_group(i);
    draw_unknown(i);
  }

  // A dashed box where nothing is known: never a bar of height 0.
  void draw_unknown(std::size_t i) {
    if (chart_.unknown.empty()) return;
    for (const BarSeries& series : chart_.bars)
      if (value_at(series.values, i)) return;
    const double half = std::min(slot() * 0.38, 46.0);
    for (const double x : {middle(i) - half, middle(i) + half})
      svg_.line(x, y(0), x, y(0) - 34, "unknown");
    svg_.line(middle(i) - half, y(0) - 34, middle(i) + half, y(0) - 34, "unknown");
    svg_.text(middle(i), y(0) - 13, chart_.unknown, Anchor::middle, "note");
  }

  static Filling filling_at(const BarSeries& series, std::size_t i) {
    return i < series.fillings.size() ? series.fillings[i] : series.filling;
  }

  void draw_bar(const BarSeries& series, std::size_t i, double x, double width, double from,
                double to) {
    const double upper = y(std::max(from, to));
    const double lower = y(std::min(from, to));
    svg_.bar(x, upper, width, lower - upper, series.paint, filling_at(series, i));
    if (i >= series.labels.size()) return;
    if (chart_.stacked)
      svg_.text(x + width / 2, (upper + lower) / 2 + 5, series.labels[i], Anchor::middle, "inside");
    else
      draw_label(x + width / 2, to < from ? lower + 15 : upper - 5, to < from, series.labels[i]);
  }

  // Beside the end of its bar; a line further where one of the same group would be overprinted.
  void draw_label(double x, double height, bool below, const std::string& text) {
    constexpr double kLine = 14;
    const double half = text_width(text) / 2;
    const auto touches = [&](const Label& other) {
      return std::fabs(other.x - x) < other.half + half &&
             std::fabs(other.height - height) < kLine - 1;
    };
    while (!text.empty() && std::ranges::any_of(labels_of_group_, touches))
      height += below ? kLine : -kLine;
    labels_of_group_.push_back({x, height, half});
    svg_.text(x, height, text, Anchor::middle, "label");
  }

  void draw_group(std::size_t i) {
    labels_of_group_.clear();
    const auto count = static_cast<double>(chart_.bars.size());
    const double width = std::min(slot() * 0.82 / count, 62.0);
    double x = middle(i) - width * count / 2;
    for (const BarSeries& series : chart_.bars) {
      if (const auto value = value_at(series.values, i))
        draw_bar(series, i, x + 1, width - 2, 0, *value);
      x += width;
    }
  }

  void draw_stack(std::size_t i) {
    const double width = std::min(slot() * 0.78, 90.0);
    double above = 0;
    double below = 0;
    for (const BarSeries& series : chart_.bars) {
      const double value = value_at(series.values, i).value_or(0);
      double& level = value < 0 ? below : above;
      if (value != 0) draw_bar(series, i, middle(i) - width / 2, width, level, level + value);
      level += value;
    }
  }

  void draw_line(const LineSeries& series) {
    std::vector<std::pair<double, double>> points;
    for (std::size_t i = 0; i < chart_.categories.size(); ++i) {
      const auto value = value_at(series.values, i);
      if (value) points.emplace_back(middle(i), y(*value));
      if (!value || i + 1 == chart_.categories.size()) {
        if (series.joined) svg_.polyline(points, series.paint, series.dashed);
        points.clear();
      }
    }
    for (std::size_t i = 0; i < chart_.categories.size(); ++i) {
      const auto value = value_at(series.values, i);
      if (!value) continue;
      if (series.markers) svg_.marker(middle(i), y(*value), series.paint);
      if (i < series.labels.size())
        svg_.text(middle(i), y(*value) + (*value < 0 ? 19 : -9), series.labels[i], Anchor::middle,
                  "label");
    }
  }

  const ColumnChart& chart_;
  const Speech& speech_;
  std::vector<Svg::LegendItem> items_;
  struct Label {
    double x;
    double height;
    double half;  // of its width
  };
  std::vector<Label> labels_of_group_;
  double top_;
  double bottom_;
  Axis axis_;
  Svg svg_;
};

}  // namespace

Html draw(const ColumnChart& chart, const Speech& speech) { return Columns(chart, speech).draw(); }

}  // namespace openitmo::files
