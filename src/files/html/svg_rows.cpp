#include <algorithm>

#include "files/html/svg_parts.h"

namespace openitmo::files {

namespace {

constexpr double kRowHeight = 34;
constexpr double kBarHeight = 22;
constexpr double kTotalWidth = 96;

double total_of(const RowChart& chart, std::size_t row) {
  double total = 0;
  for (const BarSeries& series : chart.bars) total += series.values[row].value_or(0);
  return total;
}

double name_width(const RowChart& chart) {
  double widest = 0;
  for (const std::string& row : chart.rows) widest = std::max(widest, text_width(row));
  return std::min(widest + 16, chart.width * 0.4);
}

// A label stands inside its part where it fits.
void draw_part(Svg& svg, const BarSeries& series, double x, double y, double width,
               const std::string& label) {
  svg.bar(x, y, width, kBarHeight, series.paint, series.filling);
  if (text_width(label) + 8 > width) return;
  const bool light = series.filling == Filling::solid &&
                     (series.paint == Paint::blue || series.paint == Paint::black ||
                      series.paint == Paint::purple);
  svg.text(x + width / 2, y + kBarHeight - 6, label, Anchor::middle, light ? "inside" : "label");
}

}  // namespace

Html draw(const RowChart& chart, const Speech& speech) {
  double longest = 0;
  for (std::size_t row = 0; row < chart.rows.size(); ++row)
    longest = std::max(longest, total_of(chart, row));
  const auto items = legend_items(chart.bars, {});
  const double left = name_width(chart);
  const double right = chart.width - kTotalWidth;
  const double top = legend_height(left, chart.width, items) + 10;
  const double bottom = top + kRowHeight * static_cast<double>(chart.rows.size());
  const double height = bottom + 44 + footer_height(chart.width, chart.footer);
  const Axis axis = nice_axis(0, longest, 5);

  Svg svg(chart.id, chart.width, height, chart.title, chart.description);
  svg.legend(left, 2, chart.width, items);
  for (const double tick : axis.ticks()) {
    const double x = axis.place(tick, left, right);
    svg.line(x, top, x, bottom, tick == 0 ? "zero" : "grid");
    svg.text(x, bottom + 17, speech.real(tick, axis.decimals), Anchor::middle, "axis");
  }
  for (std::size_t row = 0; row < chart.rows.size(); ++row) {
    const double y = top + kRowHeight * static_cast<double>(row) + (kRowHeight - kBarHeight) / 2;
    svg.text(left - 8, y + kBarHeight - 6, chart.rows[row], Anchor::end, "label");
    double x = left;
    for (const BarSeries& series : chart.bars) {
      const double value = series.values[row].value_or(0);
      const double width = axis.place(value, left, right) - left;
      if (value > 0) draw_part(svg, series, x, y, width, speech.real(value, 0));
      x += width;
    }
    if (chart.show_totals)
      svg.text(x + 8, y + kBarHeight - 6, speech.real(total_of(chart, row), 0), Anchor::start,
               "total");
  }
  svg.text(right, bottom + 36, chart.unit, Anchor::end, "axis");
  svg.footer(chart.width, height, chart.footer);
  return svg.finish();
}

}  // namespace openitmo::files
