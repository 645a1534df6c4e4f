#include "files/html/official_html.h"

#include <gmock/gmock.h>

namespace openitmo::files {
namespace {

using reporting::OfficialDocument;
using ::testing::HasSubstr;
using ::testing::Not;

OfficialDocument small_document() {
  OfficialDocument document{.party = *PartyId::parse("SEN"),
                            .title = ReportText::of("Report", "Rapport", "Informe"),
                            .date = Date(2026, 11, 23),
                            .registry = *RegistryId::parse("SEN01"),
                            .entry_count = 20};
  reporting::DocumentSection section{.number = "I", .paragraph = "18(a)"};
  section.heading = ReportText::name("Participation <b>");
  section.blocks.push_back(reporting::Sentence{ReportText::name("met"), {3, 4, 5, 9}});
  document.sections.push_back(section);
  document.entries.push_back({3, Date(2022, 1, 1), Date(2022, 1, 2), "participation_recorded"});
  return document;
}

TEST(OfficialHtml, SentencesLinkToTheirEntries) {
  const std::string page = official_html(small_document(), ReportLanguage::en);
  EXPECT_THAT(page, HasSubstr("<a href=\"#entry-3\">3</a>–<a href=\"#entry-5\">5</a>, "
                              "<a href=\"#entry-9\">9</a>"));
  EXPECT_THAT(page, HasSubstr("<tr id=\"entry-3\">"));
  EXPECT_THAT(page, HasSubstr("Participation &lt;b&gt;"));
  EXPECT_THAT(page, Not(HasSubstr("DRAFT")));
}

TEST(OfficialHtml, WhatIsMissingStandsInFrontAndAtItsPlace) {
  OfficialDocument document = small_document();
  document.sections.front().blocks.push_back(reporting::MissingPart{
      "18(a)", ReportText::of("the proof", "la preuve", "la prueba"), ReportText::name("record")});
  for (const auto& [language, mark] : {std::pair{ReportLanguage::en, "DRAFT, INCOMPLETE"},
                                       std::pair{ReportLanguage::fr, "PROJET, INCOMPLET"},
                                       std::pair{ReportLanguage::es, "BORRADOR, INCOMPLETO"}}) {
    const std::string page = official_html(document, language);
    const std::size_t front = page.find(mark), place = page.find("class=\"missing\"");
    EXPECT_NE(front, std::string::npos);
    EXPECT_LT(front, place);
    EXPECT_NE(place, std::string::npos);
  }
}

TEST(OfficialHtml, FictitiousDataAreCalledSo) {
  OfficialDocument document = small_document();
  EXPECT_THAT(official_html(document, ReportLanguage::es), Not(HasSubstr("DEMONSTRATION")));
  document.demonstration = true;
  EXPECT_THAT(official_html(document, ReportLanguage::es),
              HasSubstr("DEMONSTRATION, fictitious data / DÉMONSTRATION, données fictives"));
}

TEST(OfficialHtml, FrenchPutsNoBreakSpacesBeforeItsSigns) {
  OfficialDocument document = small_document();
  document.sections.front().blocks = {
      reporting::Sentence{ReportText::of("one: two", "un : deux", "uno: dos"), {}}};
  EXPECT_THAT(official_html(document, ReportLanguage::fr), HasSubstr("un\u00A0: deux"));
}

}  // namespace
}  // namespace openitmo::files
