#include "files/html/html.h"

#include <gtest/gtest.h>

#include "files/html/speech.h"
#include "quantity/check.h"

namespace openitmo::files {
namespace {

TEST(Html, EscapesTextsAndAttributes) {
  Html html;
  html.element("p", "<script>alert(\"x\")</script> & 'y'", {{"title", "\" onload=\"x"}});
  EXPECT_EQ(html.markup(),
            "<p title=\"&quot; onload=&quot;x\">&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; "
            "&amp; &#39;y&#39;</p>");
}

TEST(Html, ReplacesWhatCouldBreakOrTurnAPage) {
  EXPECT_EQ(escaped("a\x01z"), "a\uFFFDz");
  EXPECT_EQ(escaped(std::string_view("a\0z", 3)), "a\uFFFDz");
  EXPECT_EQ(escaped("a\xFFz\xC3"), "a\uFFFDz\uFFFD");
  EXPECT_EQ(escaped("a\xC0\xBCz"), "a\uFFFD\uFFFDz");  // an overlong "<"
  EXPECT_EQ(escaped("total\u202E00001"), "total\uFFFD00001");
  EXPECT_EQ(escaped("Sédhiou \U0001F33F\n\t"), "Sédhiou \U0001F33F\n\t");
}

TEST(Html, TagsCloseInOrder) {
  Html html;
  html.open("ul").open("li");
  EXPECT_THROW(html.close("ul"), InvariantBroken);
  EXPECT_THROW(html.markup(), InvariantBroken);
  EXPECT_EQ(html.close("li").close("ul").markup(), "<ul><li></li></ul>");
  EXPECT_THROW(html.close("ul"), InvariantBroken);
}

TEST(Html, StyleHoldsNoMarkup) {
  Html html;
  EXPECT_THROW(html.style("p{}</style><script>"), InvariantBroken);
}

TEST(Speech, NumbersInBothLanguages) {
  const Speech en(Language::en);
  const Speech fr(Language::fr);
  EXPECT_EQ(en.whole(std::int64_t{-1234567}), "−1\u00A0234\u00A0567");
  EXPECT_EQ(en.real(1234.5, 2), "1\u00A0234.50");
  EXPECT_EQ(fr.real(1234.5, 2), "1\u00A0234,50");
  EXPECT_EQ(fr.real(-0.0004, 3), "0,000");
  EXPECT_EQ(en.with_sign(5), "+5");
  EXPECT_EQ(en.with_sign(0), "0");
  EXPECT_EQ(fr.percent(0.125, 1), "12,5\u00A0%");
  EXPECT_EQ(en.percent(0.125, 1), "12.5%");
}

TEST(Speech, RationalsAreExact) {
  const Speech fr(Language::fr);
  EXPECT_EQ(fr.tonnes(Rational(10'000, 3), 3), "3,333");
  EXPECT_EQ(fr.kilotonnes(Rational(32'900'000'001, 1), 6), "32\u00A0900,000001");
  EXPECT_EQ(fr.tonnes_with_sign(Rational(-1500, 1), 1), "−1,5");
}

TEST(Speech, SignificantDigits) {
  const Speech en(Language::en);
  EXPECT_EQ(en.significant(0), "0");
  EXPECT_EQ(en.significant(0.085), "0.08500");
  EXPECT_EQ(en.significant(28), "28.00");
  EXPECT_EQ(en.significant(123456.7), "123\u00A0457");
}

TEST(Speech, FrenchSpacesAndMonths) {
  constexpr Words kWords{"{0} t of waste: {1}", "{0} t de déchets : « {1} »"};
  EXPECT_EQ(Speech(Language::en).say(kWords, {"5", "all"}), "5\u00A0t of waste: all");
  EXPECT_EQ(Speech(Language::fr).say(kWords, {"5", "tout : a"}),
            "5\u00A0t de déchets\u00A0: «\u00A0tout : a\u00A0»");
  EXPECT_EQ(Speech(Language::fr).day(Date(2026, 8, 1)), "1er\u00A0août\u00A02026");
  EXPECT_EQ(Speech(Language::fr).day(Date(2026, 2, 11)), "11\u00A0février\u00A02026");
  EXPECT_EQ(Speech(Language::en).day(Date(2026, 8, 1)), "1\u00A0August\u00A02026");
}

TEST(Speech, FiguresAreNeverReadAsPlaceholders) {
  constexpr Words kWords{"{0} and {1}", "{0} et {1}"};
  EXPECT_EQ(Speech(Language::en).say(kWords, {"{1}{", "}%s"}), "{1}{ and }%s");
}

}  // namespace
}  // namespace openitmo::files
