#include "files/programme/statements.h"

#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>

#include "temporary_folder.h"

namespace openitmo::files {
namespace {

using ::testing::HasSubstr;

class StatementsFile : public ::testing::Test {
 protected:
  StatementsFile() : folder_(temporary_folder() / "statements") {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_ / "parties/SEN");
    write("components/a.toml", "[expected_t_co2eq]\n2024 = 10\n2025 = 20\n");
    write("components/b.toml", "[expected_t_co2eq]\n2025 = 5\n");
    write("documents/proof.md", "proof\n");
  }
  void write(const std::string& path, const std::string& text) const {
    std::filesystem::create_directories((folder_ / path).parent_path());
    std::ofstream(folder_ / path) << text;
  }
  Read<reporting::Statements> read(const std::string& text) const {
    write("parties/SEN/statements.toml", text);
    return read_statements(folder_, *PartyId::parse("SEN"));
  }
  std::string problems(const std::string& text) const {
    const auto statements = read(text);
    return statements ? "" : statements.error().to_text(Language::en);
  }
  std::filesystem::path folder_;
};

constexpr const char* kGood = R"toml(party = "SEN"
[names]
CHE = { en = "Switzerland", fr = "Suisse", es = "Suiza" }
[[statement]]
paragraph = "18(h)(i)"
approach = "CA9999"
text = { en = "said", fr = "dit" }
basis = "published"
source = "a report"
evidence = { file = "documents/proof.md" }
[[statement]]
paragraph = "18(i)(v)"
not_applicable = { en = "none agreed" }
basis = "fictitious"
[[expected]]
approach = "CA9999"
components = ["components/a.toml", "components/b.toml"]
)toml";

TEST_F(StatementsFile, GivesTextsByParagraphAndExpectedTonnesOfComponents) {
  const auto statements = read(kGood);
  ASSERT_TRUE(statements) << statements.error().to_text(Language::en);
  const auto approach = *CooperativeApproachId::parse("CA9999");
  const auto* said = statements->find("18(h)(i)", approach);
  ASSERT_NE(said, nullptr);
  EXPECT_EQ(said->text.fr, "dit");
  EXPECT_EQ(said->evidence.reference, "PROOF");
  EXPECT_EQ(statements->find("18(h)(i)", {}), nullptr);
  EXPECT_NE(statements->find("18(i)(v)", approach), nullptr);
  EXPECT_EQ(statements->expected_of(approach)->yearly_t_co2eq.at(CalendarYear(2025)),
            TonnesCo2eq(25));
  EXPECT_EQ(statements->name_of("CHE", "CHE").es, "Suiza");
}

TEST_F(StatementsFile, SaysWhatIsWrongAndWhere) {
  EXPECT_THAT(problems("party = \"CHE\"\n"), HasSubstr("the file is another Party's"));
  EXPECT_THAT(problems("party = \"SEN\"\n[[statement]]\nparagraph = \"18(h)(1)\"\n"
                       "text = { en = \"x\" }\nbasis = \"fictitious\"\n"),
              HasSubstr("parties/SEN/statements.toml:3"));
  EXPECT_THAT(problems("party = \"SEN\"\n[[statement]]\nparagraph = \"18(h)(i)\"\n"
                       "text = { de = \"x\" }\nbasis = \"fictitious\"\n"),
              HasSubstr("it stands in no language"));
  EXPECT_THAT(problems("party = \"SEN\"\n[[statement]]\nparagraph = \"18(h)(i)\"\n"
                       "text = { en = \"x\" }\nbasis = \"published\"\n"),
              HasSubstr("source"));
  const std::string once =
      "[[statement]]\nparagraph = \"18(h)(i)\"\ntext = { en = \"x\" }\nbasis = \"fictitious\"\n";
  EXPECT_THAT(problems("party = \"SEN\"\n" + once + once), HasSubstr("is stated twice"));
  EXPECT_THAT(problems("party = \"SEN\"\n[[statement]]\nparagraph = \"5(j)\"\n"
                       "not_applicable = { en = \"x\" }\nconfidential = { en = \"secret\" }\n"
                       "basis = \"fictitious\"\n"),
              HasSubstr("never confidential"));
  EXPECT_THAT(problems("party = \"SEN\"\n[[expected]]\napproach = \"CA9999\"\n"
                       "components = [\"components/c.toml\"]\n"),
              HasSubstr("components/c.toml"));
}

// A report in the language that is left out would show nothing in its place.
TEST_F(StatementsFile, NamesStandInEveryLanguage) {
  EXPECT_THAT(problems("party = \"SEN\"\n[names]\nWaste = { en = \"Waste\", fr = \"Déchets\" }\n"),
              HasSubstr("the name does not stand in all languages"));
}

// Otherwise tonnes would count twice or not at all, unseen.
TEST_F(StatementsFile, ExpectedTonnesCountOnce) {
  write("components/none.toml", "name = \"n\"\n");
  const auto block = [](const std::string& components) {
    return "[[expected]]\napproach = \"CA9999\"\ncomponents = [" + components + "]\n";
  };
  const std::string party = "party = \"SEN\"\n", a = "\"components/a.toml\"";
  EXPECT_EQ(problems(party + block(a)), "");
  EXPECT_THAT(problems(party + block(a + ", " + a)),
              HasSubstr("components/a.toml is listed twice"));
  EXPECT_THAT(problems(party + block(a + ", \"components/none.toml\"")),
              HasSubstr("components/none.toml has no [expected_t_co2eq]"));
  EXPECT_THAT(problems(party + block(a) + block("\"components/b.toml\"")),
              HasSubstr("CA9999 has a block of expected figures already"));
}

TEST_F(StatementsFile, MissingFileIsAProblem) {
  EXPECT_FALSE(read_statements(folder_, *PartyId::parse("CHE")));
}

// No ministry should have to guess: what the demonstration states is complete in all languages.
TEST_F(StatementsFile, DemonstrationStatesEverythingInThreeLanguages) {
  for (const char* code : {"SEN", "CHE"}) {
    const auto statements =
        read_statements(OPENITMO_SOURCE_DIR "/programmes/senegal-waste", *PartyId::parse(code));
    ASSERT_TRUE(statements) << statements.error().to_text(Language::en);
    for (const reporting::PartyStatement& one : statements->statements)
      for (const ReportLanguage language : kReportLanguages)
        EXPECT_FALSE(one.text.in(language).empty() && one.not_applicable.in(language).empty())
            << code << " " << one.paragraph << " " << code_of(language);
  }
}

}  // namespace
}  // namespace openitmo::files
