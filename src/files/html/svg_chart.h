#pragma once

#include <optional>
#include <string>
#include <vector>

#include "files/html/html.h"
#include "files/html/speech.h"

// Small charts as inline SVG: drawn from data alone, the same bytes every time, no script. Colours
// are of the Okabe-Ito palette, which colour-blind readers can tell apart, in an order of falling
// darkness so that they differ in black and white too.
namespace openitmo::files {

enum class Paint { blue, green, orange, sky, vermilion, purple, grey, black };

// What a filling says about the figure: solid is recorded or measured; hatched is assumed or
// fictitious; outlined is expected, not yet real; invisible only carries what stands on it.
enum class Filling { solid, hatched, outlined, invisible };

struct BarSeries {
  std::string name;
  Paint paint = Paint::blue;
  Filling filling = Filling::solid;
  std::vector<std::optional<double>> values = {};  // one per category; absent: unknown
  std::vector<Filling> fillings = {};              // one per category where they differ, else empty
  std::vector<std::string> labels = {};            // shown at the bars; empty: none
};

struct LineSeries {
  std::string name;
  Paint paint = Paint::black;
  bool dashed = false;
  bool markers = true;
  bool joined = true;
  std::vector<std::optional<double>> values = {};  // a gap where absent
  std::vector<std::string> labels = {};
};

// Vertical bars, one group or stack a category, with lines over them.
struct ColumnChart {
  std::string id;           // unique in the page
  std::string title;        // for readers who do not see the picture
  std::string description;  // what it shows, in a sentence or two
  std::string unit;         // of the axis
  std::vector<std::string> categories;
  std::vector<std::string> category_notes = {};  // a second line under a category, may be empty
  std::vector<BarSeries> bars;
  std::vector<LineSeries> lines = {};
  bool stacked = false;
  std::string unknown = {};  // printed where every bar of a category is absent
  std::string footer = {};   // such as the demonstration line
  double width = 920;
  double plot_height = 240;
  bool legend = true;
  std::optional<double> lowest = {};  // widen the axis to these, so that charts can share one
  std::optional<double> highest = {};
};
Html draw(const ColumnChart& chart, const Speech& speech);

// Horizontal stacked bars, one a row, with the row's total at its end.
struct RowChart {
  std::string id;
  std::string title;
  std::string description;
  std::string unit;
  std::vector<std::string> rows;
  std::vector<BarSeries> bars;
  std::string footer = {};
  bool show_totals = true;
  double width = 920;
};
Html draw(const RowChart& chart, const Speech& speech);

}  // namespace openitmo::files
