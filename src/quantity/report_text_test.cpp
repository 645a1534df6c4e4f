#include "quantity/report_text.h"

#include <gtest/gtest.h>

namespace openitmo {
namespace {

TEST(ReportText, IsFilledInThreeLanguages) {
  const ReportText text({"{} of {}", "{} de {}", "{} de un total de {}"}, digits_text("27.5"),
                        ReportWords("all", "tous", "todos"));
  EXPECT_EQ(text, ReportText::of("27.5 of all", "27,5 de tous", "27,5 de un total de todos"));
  EXPECT_EQ(text.in(ReportLanguage::es), text.es);
}

// Messages have two languages: there a text with three stands as a figure or without its Spanish.
TEST(ReportText, StandsInAMessageOfTwoLanguages) {
  const ReportText text({"row {}", "ligne {}", "fila {}"}, 7);
  EXPECT_EQ(Text({"see {}", "voir {}"}, text), Text::of("see row 7", "voir ligne 7"));
  EXPECT_EQ(Text({"see {}", "voir {}"}, ReportWords("all", "tous", "todos")),
            Text::of("see all", "voir tous"));
  EXPECT_EQ(text.in_two_languages(), Text::of("row 7", "ligne 7"));
}

TEST(ReportText, DigitsKeepTheirMarkOrAreGrouped) {
  EXPECT_EQ(digits_text("-1234.5"), ReportText::of("-1234.5", "-1234,5", "-1234,5"));
  EXPECT_EQ(whole_text(-1234).en, "\u22121\u00A0234");
}

}  // namespace
}  // namespace openitmo
