#include "files/html/report_html.h"

#include <expat.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files/html/derivation_html.h"
#include "files/html/report_figures.h"
#include "files/html/testing_run.h"

namespace openitmo::files {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

struct Example {
  registry::Programme programme = testing_run::programme();
  registry::ProgrammeRun run = testing_run::run(programme);
  std::string page(Language language) const { return report_html(programme, run, language); }
};

const Example& example() {
  static const Example kExample;
  return kExample;
}

// Empty when the page is well-formed XML; browsers take it as HTML all the same.
std::string xml_error(const std::string& page) {
  XML_Parser parser = XML_ParserCreate("UTF-8");
  const bool good =
      XML_Parse(parser, page.data(), static_cast<int>(page.size()), XML_TRUE) == XML_STATUS_OK;
  const std::string error = good ? ""
                                 : std::string(XML_ErrorString(XML_GetErrorCode(parser))) +
                                       " in line " +
                                       std::to_string(XML_GetCurrentLineNumber(parser));
  XML_ParserFree(parser);
  return error;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

// Those whose demonstration line stands on two lines.
std::size_t narrow_pictures(const std::string& page) {
  return count(page, "DEMONSTRATION, fictitious data /</text>");
}

TEST(ReportHtml, WellFormedAndSelfContained) {
  for (const Language language : {Language::en, Language::fr}) {
    const std::string page = example().page(language);
    EXPECT_EQ(xml_error(page), "");
    for (const char* outside : {"<script", "<link", "<img", "@import", "url(http", "src=\""})
      EXPECT_THAT(page, Not(HasSubstr(outside)));
    EXPECT_LT(page.size(), 1'500'000u);
  }
}

TEST(ReportHtml, SameRunSameBytes) {
  EXPECT_EQ(example().page(Language::fr), example().page(Language::fr));
  const Example again;
  EXPECT_EQ(example().page(Language::en), again.page(Language::en));
}

TEST(ReportHtml, SpeaksOneLanguage) {
  const std::string english = example().page(Language::en);
  const std::string french = example().page(Language::fr);
  EXPECT_THAT(english, HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(french, HasSubstr("<html lang=\"fr\">"));
  EXPECT_THAT(french, HasSubstr("Comment les tonnes ont été calculées"));
  for (const char* word : {"Emission reductions", "First transferred", "Inventory", "Kept by",
                           "weighbridge", "decay rate", "not known"})
    EXPECT_THAT(french, Not(HasSubstr(word)));
  for (const char* word : {"Réductions", "Inventaire", "Partie hôte", "inconnu"})
    EXPECT_THAT(english, Not(HasSubstr(word)));
}

TEST(ReportHtml, HostileNamesStayText) {
  Example hostile;
  const std::string evil = "</title><script>alert(1)</script>\"'><img src=x onerror=y>\u202Eevil";
  hostile.programme.title = Text::name(evil);
  hostile.programme.summary = Text::name(evil);
  hostile.programme.components[0].name = Text::name(evil);
  hostile.programme.names["SEN"] = Text::name(evil);
  hostile.programme.sources.push_back({Text::name(evil), evil, evil});
  hostile.programme.evidence.push_back({evil, evil});
  hostile.run.outcomes.push_back({});
  hostile.run.outcomes.back().act = evil;
  hostile.run.outcomes.back().place = evil;
  hostile.run.outcomes.back().refusal = Text::name(evil);
  hostile.run.proofs.push_back({evil, evil});
  hostile.run.registries[0].checkpoint = evil;
  hostile.run.registries[0].verifier_key = evil;
  hostile.run.results[0].report = evil;
  hostile.run.results[0].quantification.parameters[0].source = evil;
  for (mrv::DerivationNode& node : hostile.run.results[0].quantification.years[0].derivation.nodes)
    node.symbol = node.of = node.unit = evil;
  for (const Language language : {Language::en, Language::fr}) {
    const std::string page = hostile.page(language);
    EXPECT_EQ(xml_error(page), "");
    EXPECT_THAT(page, Not(HasSubstr("<script")));
    EXPECT_THAT(page, Not(HasSubstr("<img")));
    EXPECT_THAT(page, Not(HasSubstr("\u202E")));
  }
}

TEST(ReportHtml, DemonstrationStandsOnThePageEveryPrintedPageAndEveryPicture) {
  const std::string_view line = "DEMONSTRATION, fictitious data / DÉMONSTRATION, données fictives";
  const std::string page = example().page(Language::en);
  EXPECT_THAT(page, HasSubstr("<p class=\"banner\">" + std::string(line)));
  EXPECT_THAT(page, HasSubstr("@top-center{content:\"" + std::string(line)));
  EXPECT_EQ(count(page, "class=\"footer\""), count(page, "<svg") + narrow_pictures(page));
  Example published;
  published.programme.demonstration = false;
  EXPECT_EQ(count(published.page(Language::en), line), 0u);
}

TEST(ReportHtml, HeadingsDoNotSkipALevel) {
  const std::string page = example().page(Language::en);
  int last = 0;
  for (std::size_t at = page.find("<h"); at != std::string::npos; at = page.find("<h", at + 1)) {
    const char digit = page[at + 2];
    if (digit < '1' || digit > '6') continue;
    EXPECT_LE(digit - '0', last + 1) << page.substr(at, 60);
    last = digit - '0';
  }
  EXPECT_EQ(count(page, "<h1"), 1u);
}

TEST(ReportHtml, EveryPictureHasTitleDescriptionAndFigures) {
  const std::string page = example().page(Language::en);
  EXPECT_GE(count(page, "<svg"), 10u);
  EXPECT_EQ(count(page, "<svg"), count(page, "<title id="));
  EXPECT_EQ(count(page, "<svg"), count(page, "<desc id="));
  EXPECT_EQ(count(page, "<figure"), count(page, "The figures behind this picture"));
}

TEST(ReportHtml, IdsAreUnique) {
  const std::string page = example().page(Language::fr);
  std::set<std::string> ids;
  for (std::size_t at = page.find(" id=\""); at != std::string::npos;
       at = page.find(" id=\"", at + 1)) {
    const std::string id = page.substr(at + 5, page.find('"', at + 5) - at - 5);
    EXPECT_TRUE(ids.insert(id).second) << id;
  }
}

TEST(ReportHtml, ShowsChecksRefusalsAndProof) {
  const std::string page = example().page(Language::en);
  EXPECT_THAT(page, HasSubstr("Checked, inconsistencies identified"));
  EXPECT_THAT(page, HasSubstr("authorized_quantity_exceeded"));
  EXPECT_THAT(page, HasSubstr("acts.toml:99"));
  EXPECT_THAT(page, HasSubstr(std::string(64, 'c')));
  EXPECT_THAT(page, HasSubstr("itmo verify &lt;out&gt;"));
  EXPECT_THAT(page, HasSubstr("proofs/SEN01-entry-20.proof --key &lt;out&gt;/keys/SEN01.vkey"));
}

TEST(ReportHtml, ShowsIndicatorsOfOtherMetricsApart) {
  Example changed;
  accounting::MetricYear year;
  year.year = CalendarYear(2024);
  year.level = 8000;
  year.first_transferred.add(TonnesCo2eq(401), 7);
  year.adjustment = Rational(-401, 10);
  ASSERT_FALSE(changed.run.accounts.empty());
  changed.run.accounts.front().metrics = {{"<MWh>", {year}}};
  const std::string page = changed.page(Language::en);
  EXPECT_EQ(xml_error(page), "");
  EXPECT_THAT(page, HasSubstr("indicator in &lt;MWh&gt;"));
  EXPECT_THAT(page, HasSubstr("\xE2\x88\x92"
                              "40.100"));
  EXPECT_THAT(example().page(Language::en), Not(HasSubstr("indicator in")));
}

TEST(ReportHtml, CalculationAloneHasNoUnitsOrBalances) {
  Example calculated;
  calculated.programme.registries.clear();
  registry::ProgrammeRun results_only;
  results_only.results = calculated.run.results;
  calculated.run = results_only;
  calculated.programme.components[0].published_t_co2eq[CalendarYear(2024)] = "123.4";
  calculated.programme.components[0].published_source = "a registered document";
  const std::string page = calculated.page(Language::en);
  EXPECT_EQ(xml_error(page), "");
  EXPECT_THAT(page, HasSubstr("Published and recomputed"));
  EXPECT_THAT(page, HasSubstr("a registered document"));
  for (const char* absent :
       {"id=\"accounts\"", "id=\"proof\"", "id=\"reporting\"", "id=\"places\""})
    EXPECT_THAT(page, Not(HasSubstr(absent)));
}

TEST(ReportHtml, EmptyProgrammeIsAPage) {
  EXPECT_EQ(xml_error(report_html({}, {}, Language::fr)), "");
}

TEST(ReportFigures, EveryUnitStandsInOnePlace) {
  const Totals totals = totals_of(example().programme, example().run);
  TonnesCo2eq placed;
  TonnesCo2eq in_transit;
  for (const auto& [key, place] : unit_places(example().run)) {
    placed += place.total();
    in_transit += place.in_transit_t_co2eq;
  }
  EXPECT_GT(totals.issued_t_co2eq, TonnesCo2eq(0));
  EXPECT_EQ(placed, totals.issued_t_co2eq);
  EXPECT_GT(in_transit, TonnesCo2eq(0));
}

TEST(ReportFigures, KeptIsMeasuredLessFirstTransferred) {
  const Totals totals = totals_of(example().programme, example().run);
  EXPECT_EQ(totals.kept_kg_co2eq() + KilogramsCo2eq(totals.first_transferred_t_co2eq) +
                KilogramsCo2eq(totals.first_transferred_omge_t_co2eq),
            totals.measured_kg_co2eq);
}

TEST(ReportFigures, AYearReportedTwiceCountsOnce) {
  Example twice;
  const Totals once = totals_of(twice.programme, twice.run);
  twice.run.results.push_back(twice.run.results[0]);
  EXPECT_EQ(totals_of(twice.programme, twice.run).measured_kg_co2eq, once.measured_kg_co2eq);
}

TEST(ReportFigures, WasteByMonthWithoutAGap) {
  const auto waste = waste_over_time(example().programme);
  ASSERT_EQ(waste.size(), 36u);
  EXPECT_EQ(waste[0].received_kg, (6 + 4) * 24 * 10'000);
  EXPECT_EQ(waste[0].treated_kg[0], 24 * (60'000 - 6'000));
}

TEST(DerivationHtml, TermsLeavesAndTree) {
  const auto& quantification = example().run.results[0].quantification;
  const std::string part = derivation_html(quantification, Language::fr);
  EXPECT_EQ(xml_error("<div>" + part + "</div>"), "");
  for (const char* text : {"BE_CH4,SWDS,y", "PE_N2O", "TOOL13 v2", "supposé", "mesuré",
                           "taux de décomposition", "data/north/tickets.csv"})
    EXPECT_THAT(part, HasSubstr(text));
}

TEST(DerivationHtml, TreeStopsAtItsDepthAndShowsANodeOnce) {
  const auto& quantification = example().run.results[0].quantification;
  const std::string shallow = derivation_html(quantification, Language::en, {.tree_depth_max = 2});
  const std::string deep = derivation_html(quantification, Language::en, {.tree_depth_max = 6});
  EXPECT_LT(shallow.size(), deep.size());
  EXPECT_LT(deep.size(), 400'000u);
  EXPECT_THAT(shallow, HasSubstr("further figures)"));
  EXPECT_THAT(deep, HasSubstr("(shown above)"));
}

}  // namespace
}  // namespace openitmo::files
