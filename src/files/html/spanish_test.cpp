#include "files/html/spanish.h"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <regex>
#include <set>

#include "files/html/report_words.h"
#include "mrv/methodologies.h"
#include "mrv/monthly_table.h"
#include "mrv/parameters.h"

namespace openitmo::files {
namespace {

// English words that no Spanish sentence has.
bool is_english(const std::string& text) {
  static const std::regex english(
      R"(\b(the|of|and|for|where|not|with|as|is|all|by|to|from|share|waste|gas records|methane|)"
      R"(baseline|default|year|site|flare|electricity|wet)\b)");
  return std::regex_search(text, english);
}

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

// A sentence is not put into Spanish in part.
TEST(Spanish, FindingsAndQuestionsStayEnglish) {
  const Text question = Text::of("What shows it? Now: AMS-III.AJ, not read", "...");
  EXPECT_EQ(ReportSpeech(ReportLanguage::es).sentence(question), question.en);
  EXPECT_EQ(ReportSpeech(ReportLanguage::fr).sentence(question), "...");
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
  for (const mrv::Parameter& parameter : mrv::parameter_table()) {
    const bool is_read =
        std::ranges::any_of(mrv::methodologies(), [&](const mrv::Methodology* methodology) {
          return methodology->reads_parameter(parameter.symbol);
        });
    if (!is_read || !is_shown(parameter.symbol)) continue;
    for (const std::string_view phrases : {parameter.name, parameter.source, parameter.unit})
      EXPECT_FALSE(is_english(in_spanish(phrases))) << parameter.symbol << ": " << phrases;
  }
}

TEST(Spanish, NoTermAndNoColumnSpeaksEnglish) {
  const ReportSpeech speech(ReportLanguage::es);
  for (const mrv::Methodology* methodology : mrv::methodologies())
    for (const mrv::TermDescription& term : methodology->terms)
      EXPECT_FALSE(is_english(speech.say(term.name))) << term.name.en;
  for (const mrv::MonthlyTable& table : mrv::monthly_tables()) {
    EXPECT_NE(in_spanish(table.name.en), table.name.en);
    for (const mrv::MonthlyColumn& column : table.columns) {
      EXPECT_NE(speech.say(column.name), column.name.en);
      EXPECT_NE(speech.meaning(std::string(column.symbol), ""), "") << column.symbol;
      EXPECT_FALSE(speech.meaning(std::string(column.symbol), "").ends_with(')'));
    }
  }
}

}  // namespace
}  // namespace openitmo::files
