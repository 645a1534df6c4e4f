#include "mrv/spanish.h"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <set>

#include "mrv/inventory/pathway.h"
#include "mrv/methodologies.h"
#include "mrv/monthly_table.h"
#include "mrv/parameters.h"
#include "mrv/phrases.h"
#include "mrv/stream/quality_rules.h"
#include "mrv/testing_spanish.h"

namespace openitmo::mrv {
namespace {

using testing_spanish::expect_spanish;
using testing_spanish::is_english;

TEST(Spanish, IsTakenAsAWholeOrPhraseByPhrase) {
  EXPECT_EQ(in_spanish("decay rate, food, tropical dry"),
            "tasa de descomposición, alimentos, tropical seco");
  EXPECT_EQ(in_spanish("TOOL13 v2.0, not read; all sources agree"),
            "TOOL13 v2.0, documento no consultado; todas las fuentes coinciden");
  EXPECT_EQ(in_spanish("the value stands; the verifier confirms its source"),
            "el valor se mantiene; el verificador confirma su fuente");
  EXPECT_EQ(in_spanish("something else"), "something else");
  EXPECT_EQ(in_spanish(""), "");
}

TEST(Spanish, GoesAroundWhatStandsInASentence) {
  EXPECT_EQ(in_spanish("parameter rho.diesel"), "parámetro rho.diesel");
  EXPECT_EQ(in_spanish("the baseline is validated (CDM project standard, changes after "
                       "registration; confidence medium)"),
            "se valida la línea base (norma de proyectos del MDL, cambios tras el registro; "
            "confianza media)");
  EXPECT_EQ(in_spanish("parameter "), "parameter ");
}

TEST(Spanish, NoPhraseStandsTwice) {
  std::set<std::string_view> seen;
  for (const SpanishPhrase& phrase : spanish_sources())
    EXPECT_TRUE(seen.insert(phrase.en).second) << phrase.en;
}

// Rules of data quality and accuracies of instruments are no figures of a monitoring report.
bool is_shown(std::string_view symbol) {
  return std::ranges::none_of(std::array{"U.", "quality.", "missing.", "sampling."},
                              [&](const char* rule) { return symbol.starts_with(rule); });
}

// What a monitoring report can show: the parameters that a methodology reads, its terms, and the
// columns of the monthly tables.
TEST(Spanish, NoParameterOfAMethodologySpeaksEnglish) {
  for (const Parameter& parameter : parameter_table()) {
    const bool is_read = std::ranges::any_of(methodologies(), [&](const Methodology* methodology) {
      return methodology->reads_parameter(parameter.symbol);
    });
    if (!is_read || !is_shown(parameter.symbol)) continue;
    for (const std::string_view phrases : {parameter.name, parameter.source, parameter.unit})
      EXPECT_FALSE(is_english(in_spanish(phrases))) << parameter.symbol << ": " << phrases;
  }
}

TEST(Spanish, NoTermAndNoColumnSpeaksEnglish) {
  for (const Methodology* methodology : methodologies()) {
    EXPECT_FALSE(is_english(in_spanish(methodology->amount.name.en)));
    for (const TermDescription& term : methodology->terms)
      EXPECT_FALSE(is_english(in_spanish(term.name.en))) << term.name.en;
  }
  for (const MonthlyTable& table : monthly_tables()) {
    EXPECT_NE(in_spanish(table.name.en), table.name.en);
    for (const MonthlyColumn& column : table.columns)
      EXPECT_NE(in_spanish(column.name.en), column.name.en);
  }
}

// What is said of a correction. Of other findings and of questions the compiler asks for a Spanish
// sentence, and their tests look at it.
TEST(Spanish, NoCorrectionSpeaksEnglish) {
  for (const stream::QualityRule& rule : stream::quality_rules()) {
    expect_spanish(rule.what);
    expect_spanish(rule.consequence);
  }
  for (const stream::Channel channel : stream::kChannels) expect_spanish(words_of(channel));
}

TEST(Spanish, NoPathwayOfAnInventorySpeaksEnglish) {
  for (const inventory::Pathway pathway : inventory::kPathways)
    expect_spanish(phrase_text(words_of(pathway)));
}

}  // namespace
}  // namespace openitmo::mrv
