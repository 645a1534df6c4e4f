#include "mrv/uncertainty/stated.h"

#include <gtest/gtest.h>

namespace openitmo::mrv {
namespace {

TEST(StatedUncertainty, ReadsEveryForm) {
  constexpr StatedUncertainty normal = "±20 %";
  EXPECT_EQ(normal.shape, Shape::normal);
  EXPECT_EQ(normal.low, -0.2);
  EXPECT_EQ(normal.high, 0.2);
  constexpr StatedUncertainty cut = "±20 %, at most 1";
  EXPECT_EQ(cut.at_most, 1);
  constexpr StatedUncertainty factor = "factor 2";
  EXPECT_EQ(factor.shape, Shape::lognormal);
  EXPECT_EQ(factor.high, 2);
  constexpr StatedUncertainty skewed = "-10 % / +0 %";
  EXPECT_EQ(skewed.shape, Shape::triangular);
  EXPECT_TRUE(skewed.is_relative);
  EXPECT_EQ(skewed.low, -0.1);
  EXPECT_EQ(skewed.high, 0);
  constexpr StatedUncertainty ends = "uniform 0.07 to 0.1, group k";
  EXPECT_EQ(ends.shape, Shape::uniform);
  EXPECT_FALSE(ends.is_relative);
  EXPECT_EQ(ends.low, 0.07);
  EXPECT_EQ(ends.high, 0.1);
  EXPECT_EQ(ends.group.view(), "k");
  constexpr StatedUncertainty pert = "pert 0.07 to 0.1, -0.25 with DOCf";
  EXPECT_EQ(pert.shape, Shape::pert);
  EXPECT_EQ(pert.high, 0.1);
  EXPECT_EQ(pert.with.view(), "DOCf");
  EXPECT_EQ(pert.coefficient, -0.25);
  constexpr StatedUncertainty relative = "pert -10 % / +20 %";
  EXPECT_TRUE(relative.is_relative);
  EXPECT_EQ(relative.high, 0.2);
  constexpr StatedUncertainty none = "";
  EXPECT_FALSE(none.is_stated());
}

TEST(StatedUncertainty, IsPrintedAsItIsRead) {
  for (const char* text :
       {"", "±20 %", "±2.5 %, at most 1", "±20 %, at most 1, group DOC", "factor 2",
        "factor 1.5, group EF", "-10 % / +0 %", "-50 % / +60 %", "pert 0.07 to 0.1",
        "pert -10 % / +20 %, group k", "±20 %, at most 1, 0.6 with DOCf",
        "factor 2, -0.5 with k.wet.food", "0.07 to 0.1", "uniform 41.4 to 43.3, group diesel"}) {
    const auto stated = parse_uncertainty(text);
    ASSERT_TRUE(stated.has_value()) << text;
    EXPECT_EQ(to_text(*stated), text);
  }
}

TEST(StatedUncertainty, RefusesWhatIsNoDistribution) {
  for (const char* text : {"20 %",
                           "±20",
                           "± 20 %",
                           "±0 %",
                           "±51 %",
                           "±-5 %",
                           "factor 1",
                           "factor 0.5",
                           "factor",
                           "0.1 to 0.07",
                           "0.1 to 0.1",
                           "0,07 to 0,1",
                           "-110 % / +0 %",
                           "-0 % / +0 %",
                           "-10 % / 0 %",
                           "±20 % ",
                           "±20 %, group ",
                           "±20 %, groups k",
                           "±20 %, group a name that is far too long",
                           "pert",
                           "pert 0.1 to 0.07",
                           "pert ±20 %",
                           "pert -110 % / +0 %",
                           "±20 %, 1 with DOCf",
                           "±20 %, 0 with DOCf",
                           "±20 %, -1.2 with DOCf",
                           "±20 %, 0.5 with ",
                           "±20 %, with DOCf",
                           "±20 %, group k, 0.5 with DOCf",
                           "±20 %, 0.5 with a name that is far too long",
                           "normal",
                           "1..2 to 3",
                           "1234567890123456 to 2234567890123456",
                           "factor 2, at most 1"})
    EXPECT_FALSE(parse_uncertainty(text).has_value()) << text;
}

TEST(StatedUncertainty, OfAnInstrumentIsNormalUpToHalfOfTheValue) {
  const CorrelationGroup group("weighbridge");
  EXPECT_EQ(to_text(StatedUncertainty::of_half_width(0.04, group)), "±4 %, group weighbridge");
  EXPECT_EQ(to_text(StatedUncertainty::of_half_width(0.5, {})), "±50 %");
  EXPECT_EQ(to_text(StatedUncertainty::of_half_width(0.8, {})), "factor 1.8");
  EXPECT_EQ(to_text(StatedUncertainty::of_half_width(0, group)), "");
}

TEST(StatedUncertainty, MovesWithTheValueOfAProgramme) {
  EXPECT_EQ(to_text(parse_uncertainty("0.5 to 2, group k")->scaled(2)), "1 to 4, group k");
  EXPECT_EQ(to_text(parse_uncertainty("±20 %, at most 1")->scaled(2)), "±20 %, at most 1");
}

}  // namespace
}  // namespace openitmo::mrv
