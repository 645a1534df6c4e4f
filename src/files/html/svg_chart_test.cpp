#include "files/html/svg_chart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "files/html/svg_parts.h"

namespace openitmo::files {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

const Speech kEnglish(Language::en);

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

TEST(Axis, NiceTicksCoverDataAndZero) {
  EXPECT_THAT(nice_axis(0, 37, 5).ticks(), ElementsAre(0, 10, 20, 30, 40));
  EXPECT_THAT(nice_axis(-1245, 5879, 5).ticks(), ElementsAre(-2000, 0, 2000, 4000, 6000));
  EXPECT_THAT(nice_axis(0, 0, 4).ticks(), ElementsAre(0, 0.25, 0.5, 0.75, 1));  // nothing to show
  EXPECT_EQ(nice_axis(0, 0.9, 5).decimals, 1);
  EXPECT_EQ(nice_axis(0, 12000, 5).decimals, 0);
  EXPECT_EQ(nice_axis(0, 1.1, 5).decimals, 2);  // steps of 0.25
}

TEST(Axis, PlacesOnALine) {
  const Axis axis{.first = -10, .last = 30, .step = 10};
  EXPECT_DOUBLE_EQ(axis.place(-10, 200, 0), 200);
  EXPECT_DOUBLE_EQ(axis.place(30, 200, 0), 0);
  EXPECT_DOUBLE_EQ(axis.place(0, 200, 0), 150);
}

ColumnChart chart() {
  ColumnChart chart;
  chart.id = "c";
  chart.title = "T <1>";
  chart.description = "D & d";
  chart.unit = "t";
  chart.categories = {"2024", "2025", "2026"};
  chart.bars = {{.name = "North <b>",
                 .paint = Paint::blue,
                 .filling = Filling::solid,
                 .values = {10.0, -4.0, std::nullopt},
                 .labels = {"10", "−4", ""}}};
  return chart;
}

TEST(ColumnChart, IsNamedDescribedAndEscaped) {
  const std::string svg = draw(chart(), kEnglish).markup();
  EXPECT_THAT(svg, HasSubstr("role=\"img\""));
  EXPECT_THAT(svg, HasSubstr("aria-labelledby=\"c-title c-description\""));
  EXPECT_THAT(svg, HasSubstr("<title id=\"c-title\">T &lt;1&gt;</title>"));
  EXPECT_THAT(svg, HasSubstr("<desc id=\"c-description\">D &amp; d</desc>"));
  EXPECT_THAT(svg, HasSubstr("North &lt;b&gt;"));
  EXPECT_THAT(svg, Not(HasSubstr("<b>")));
  EXPECT_EQ(svg, draw(chart(), kEnglish).markup());
}

TEST(ColumnChart, UnknownIsABoxAndNeverABarOfZero) {
  ColumnChart with_unknown = chart();
  const std::size_t bars = count(draw(with_unknown, kEnglish).markup(), "stroke-width=\"0.75\"");
  EXPECT_EQ(bars, 3u);  // two bars and the swatch of the legend
  with_unknown.unknown = "not known";
  const std::string svg = draw(with_unknown, kEnglish).markup();
  EXPECT_EQ(count(svg, "class=\"unknown\""), 3u);
  EXPECT_EQ(count(svg, "not known"), 1u);
}

// "-1 245" beside "-1 130" over bars that are narrower than either.
TEST(ColumnChart, LabelsOfOneGroupDoNotOverprintEachOther) {
  ColumnChart crowded = chart();
  crowded.lines.clear();
  crowded.categories = {"2022", "2023", "2024", "2025", "2026", "2027", "2028", "2029"};
  crowded.bars.clear();
  for (const char* label : {"\u22121 245", "\u22121 130"}) {
    BarSeries series{.name = label};
    for (std::size_t i = 0; i < crowded.categories.size(); ++i) {
      series.values.push_back(-1'200);
      series.labels.push_back(label);
    }
    crowded.bars.push_back(std::move(series));
  }
  const std::string svg = draw(crowded, kEnglish).markup();
  std::vector<std::string> heights;
  for (std::size_t at = svg.find("class=\"label\""); at != std::string::npos;
       at = svg.find("class=\"label\"", at + 1)) {
    const std::size_t y = svg.find(" y=\"", at) + 4;
    heights.push_back(svg.substr(y, svg.find('"', y) - y));
  }
  const std::size_t legend = crowded.bars.size();
  ASSERT_EQ(heights.size(), legend + 2 * crowded.categories.size()) << svg;
  for (std::size_t i = legend; i < heights.size(); i += 2) EXPECT_NE(heights[i], heights[i + 1]);
}

TEST(ColumnChart, AssumedFiguresAreHatched) {
  ColumnChart hatched = chart();
  hatched.bars[0].fillings = {Filling::hatched, Filling::solid, Filling::solid};
  EXPECT_EQ(count(draw(hatched, kEnglish).markup(), "fill=\"url(#c-hatch-0)\""), 1u);
}

TEST(ColumnChart, LineHasAGapWhereNothingIsKnown) {
  ColumnChart lined = chart();
  lined.categories = {"1", "2", "3", "4", "5"};
  lined.lines = {{.name = "L", .values = {1.0, 2.0, std::nullopt, 3.0, 4.0}}};
  EXPECT_EQ(count(draw(lined, kEnglish).markup(), "<polyline"), 3u);  // two parts and the legend
}

TEST(RowChart, StacksWithTotals) {
  RowChart rows;
  rows.id = "r";
  rows.rows = {"Senegal, 2024"};
  rows.bars = {{.name = "Held", .values = {600.0}},
               {.name = "Used", .paint = Paint::orange, .values = {400.0}}};
  const std::string svg = draw(rows, kEnglish).markup();
  EXPECT_THAT(svg, HasSubstr(">1\u00A0000</text>"));
  EXPECT_THAT(svg, HasSubstr(">600</text>"));
  rows.show_totals = false;
  EXPECT_EQ(count(draw(rows, kEnglish).markup(), "class=\"total\""), 0u);
}

}  // namespace
}  // namespace openitmo::files
