#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "files/html/svg_chart.h"

// What the charts are made of.
namespace openitmo::files {

// Numbers at equal steps of 1, 2, 2.5 or 5 times a power of ten, about `count` of them, that cover
// lowest..highest and always 0.
struct Axis {
  double first = 0;
  double last = 1;
  double step = 1;
  int decimals = 0;
  std::vector<double> ticks() const;
  // `value` on a line from `start` (at first) to `end` (at last).
  double place(double value, double start, double end) const {
    return start + (value - first) / (last - first) * (end - start);
  }
};
Axis nice_axis(double lowest, double highest, int count);

// With up to two decimals, as an SVG attribute.
std::string at(double coordinate);
std::string_view colour_of(Paint paint);
// Width that `text` takes at 13 px, on the wide side.
double text_width(std::string_view text);

enum class Anchor { start, middle, end };

class Svg {
 public:
  Svg(std::string id, double width, double height, std::string_view title,
      std::string_view description);

  void line(double x1, double y1, double x2, double y2, std::string_view css_class);
  void text(double x, double y, std::string_view text, Anchor anchor, std::string_view css_class);
  void bar(double x, double y, double width, double height, Paint paint, Filling filling);
  void polyline(const std::vector<std::pair<double, double>>& points, Paint paint, bool dashed);
  void marker(double x, double y, Paint paint);
  // Swatches with names from (x, y) on, wrapped at `right`; the y below the last line.
  struct LegendItem {
    std::string name;
    Paint paint;
    Filling filling;
    bool is_line;
    bool dashed;
    bool joined = true;
  };
  double legend(double x, double y, double right, const std::vector<LegendItem>& items);
  // At the right of the lower edge.
  void footer(double width, double height, std::string_view text);
  Html finish();

 private:
  void define_patterns();
  std::string id_;
  Html html_;
};

// Height that the footer will take: none, one line, or two where " / " parts a text too long.
double footer_height(double width, std::string_view text);
// Height that the legend will take.
double legend_height(double x, double right, const std::vector<Svg::LegendItem>& items);
std::vector<Svg::LegendItem> legend_items(const std::vector<BarSeries>& bars,
                                          const std::vector<LineSeries>& lines);

}  // namespace openitmo::files
