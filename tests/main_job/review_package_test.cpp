#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "review_fixture.h"

// The package for reviewers: what it holds, what it withholds, and whether it can be made again.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST_F(Review, ConfidentialTextsAreShownToTheReviewAlone) {
  ASSERT_EQ(with_statements("review-package", "--submitted-is-public 18 -o " + at("public")).code,
            0);
  ASSERT_EQ(with_statements("review-package", "--with-confidential -o " + at("team")).code, 0);
  EXPECT_FALSE(holds("public", "31 EUR"));
  EXPECT_TRUE(holds("team", "31 EUR"));
  EXPECT_THAT(read_file(at("public/index.en.html")), HasSubstr("Commercial secret"));
}

TEST_F(Review, AReportSentWithConfidentialTextsIsNoPartOfAPublicPackage) {
  keep_secret();
  ASSERT_EQ(draw_regular("--language en --with-confidential").code, 0);
  ASSERT_THAT(read_file(at("regular.html")), HasSubstr("THESECRET"));
  EXPECT_TRUE(is_for_owner_alone("regular.html"));
  send_regular();
  const auto package = [&](const std::string& more) {
    return with_statements("review-package", "--submitted-is-public 18 --language fr " + more +
                                                 " -o " + at("package"));
  };
  const auto given = package("--submitted " + at("regular.html"));
  EXPECT_EQ(given.code, 0) << given.output;
  EXPECT_THAT(given.output, HasSubstr("it was sent with its confidential texts"));
  EXPECT_FALSE(holds("package", "THESECRET"));
  EXPECT_THAT(read_file(at("package/index.fr.html")),
              HasSubstr("envoyé avec ses textes confidentiels"));
  EXPECT_THAT(read_file(at("package/manifest.json")),
              HasSubstr(R"("submitted_file_left_out": "confidential_version")"));
  EXPECT_EQ(check_again().code, 0) << check_again().output;
  std::filesystem::copy(demo_ / "regular.html", demo_ / "evidence/documents/regular.html");
  EXPECT_EQ(package("").code, 0);
  EXPECT_FALSE(holds("package", "THESECRET"));
  std::filesystem::remove(demo_ / "evidence/documents/regular.html");
  // The team gets what was sent, though in another language than its package.
  EXPECT_EQ(package("--with-confidential").code, 0);
  EXPECT_TRUE(holds("package/submitted", "THESECRET"));
  EXPECT_EQ(check_again().code, 0) << check_again().output;
}

TEST_F(Review, AReportSentInAnotherLanguageIsFound) {
  ASSERT_EQ(draw_regular("--language fr").code, 0);
  send_regular();
  const std::string sent = read_file(at("regular.html"));
  std::filesystem::remove(at("regular.html"));
  const auto made = with_statements("review-package",
                                    "--submitted-is-public 18 --language es -o " + at("package"));
  EXPECT_EQ(made.code, 0) << made.output;
  EXPECT_TRUE(holds("package/submitted", sent));
  EXPECT_EQ(check_again().code, 0) << check_again().output;
}

TEST_F(Review, AFileThatCannotBeMadeAgainIsPublicOnlyWhereTheOfficerSaysSo) {
  const auto left_out = with_statements("review-package", "-o " + at("package"));
  EXPECT_EQ(left_out.code, 1);
  EXPECT_THAT(left_out.output, HasSubstr("add --submitted-is-public 18"));
  EXPECT_FALSE(std::filesystem::exists(demo_ / "package/submitted"));
  EXPECT_THAT(read_file(at("package/index.en.html")), HasSubstr("may hold confidential texts"));
  EXPECT_THAT(read_file(at("package/manifest.json")), HasSubstr("not_known_public"));
  EXPECT_EQ(check_again().code, 0) << check_again().output;
  const auto unknown =
      with_statements("review-package", "--submitted-is-public 19 -o " + at("package"));
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.output, HasSubstr("--submitted-is-public 19: no report of the Party"));
  const auto made =
      with_statements("review-package", "--submitted-is-public 18 -o " + at("package"));
  EXPECT_EQ(made.code, 0) << made.output;
  EXPECT_TRUE(std::filesystem::exists(demo_ / "package/submitted"));
  EXPECT_EQ(check_again().code, 0) << check_again().output;
}

// A draft's recommendations are for the Party and the team.
TEST_F(Review, RecommendationsAreInPublicPackagesFromThePublishedReportOn) {
  const auto recommended = [&](const std::string& more) {
    with_statements("review-package", more + " -o " + at("package"));
    return holds("package/reviews", "Report indicators of sustainable development");
  };
  EXPECT_TRUE(recommended(""));
  EXPECT_FALSE(recommended("--at-entry 98"));
  EXPECT_THAT(read_file(at("package/reviews/SEN-TER-2026.en.html")),
              HasSubstr("recommendations are shown from then on"));
  EXPECT_TRUE(recommended("--at-entry 98 --with-confidential"));
}

TEST_F(Review, TheCoverNamesCommandsOfThisJournal) {
  with_statements("review-package", "-o " + at("package"));
  const std::string cover = read_file(at("package/index.en.html"));
  EXPECT_THAT(cover, AllOf(HasSubstr("itmo prove SEN01.itmo --entry 18 -o 18.proof"),
                           HasSubstr("itmo trace CA9999-SEN01-SEN-"),
                           HasSubstr("Rules inside one submission")));
  with_statements("review-package", "--at-entry 18 -o " + at("package"));
  EXPECT_THAT(read_file(at("package/index.en.html")),
              AllOf(Not(HasSubstr("itmo prove")), Not(HasSubstr("itmo trace"))));
}

TEST_F(Review, ThePackageIsMadeAgainFromTheJournalThatGrew) {
  const auto made = with_statements(
      "review-package", "--submitted-is-public 18 --language en --language fr -o " + at("package"));
  ASSERT_EQ(made.code, 0) << made.output;
  EXPECT_THAT(read_file(at("package/index.fr.html")),
              AllOf(HasSubstr("Ce qui a été soumis"), HasSubstr("tel qu&#39;envoyé")));
  act("open_account", "--account SEN-LATER");
  const std::string again =
      fmt::format("--journal {0}/SEN01.itmo --statements {0}/evidence", demo_.string());
  const auto same = itmo(fmt::format("check-package {} {}", at("package"), again));
  EXPECT_EQ(same.code, 0) << same.output;
  EXPECT_THAT(same.output, HasSubstr("the journal gives the same"));
  // Other words of the Party are other files; the hashes alone do not tell.
  std::string other = log_;
  other.replace(other.find("Report indicators"), 6, "Deport");
  write_log(other);
  EXPECT_EQ(itmo("check-package " + at("package")).code, 0);
  const auto changed = itmo(fmt::format("check-package {} {} --lang fr", at("package"), again));
  EXPECT_EQ(changed.code, 1);
  EXPECT_THAT(changed.output, AllOf(HasSubstr("reviews/SEN-TER-2026.en.html : journal et"),
                                    HasSubstr("NON CONFIRMÉ")));
}

TEST_F(Review, AnAlteredPackageIsNotConfirmed) {
  ASSERT_EQ(with_statements("review-package", "--submitted-is-public 18 -o " + at("package")).code,
            0);
  const auto check = [&] { return itmo("check-package " + at("package")); };
  ASSERT_EQ(check().code, 0);
  write_file(demo_ / "package/added.html", "x");
  EXPECT_THAT(check().output, HasSubstr("added.html: it is not listed"));
  std::filesystem::remove(demo_ / "package/added.html");
  const std::string page = read_file(at("package/index.en.html"));
  write_file(demo_ / "package/index.en.html", page + " ");
  EXPECT_EQ(check().code, 1);
  EXPECT_THAT(check().output, HasSubstr("index.en.html: its bytes are not those"));
  std::filesystem::remove(demo_ / "package/index.en.html");
  EXPECT_THAT(check().output, HasSubstr("index.en.html: it is missing"));
  write_file(demo_ / "package/manifest.json", "{\"format\":\"openitmo review package 1\"}");
  EXPECT_EQ(check().code, 2);
  write_file(demo_ / "package/manifest.json", "[");
  EXPECT_THAT(check().output, HasSubstr("no manifest of a review package"));
  const auto half =
      itmo(fmt::format("check-package {} --journal {}", at("package"), at("SEN01.itmo")));
  EXPECT_EQ(half.code, 2);
  EXPECT_THAT(half.output, HasSubstr("--statements"));
}

TEST_F(Review, AnotherJournalThanThatOfThePackageIsNamed) {
  std::filesystem::create_directory(demo_ / "older");
  std::filesystem::copy(demo_ / "SEN01.itmo", demo_ / "older/SEN01.itmo");
  act("open_account", "--account SEN-LATER");
  with_statements("review-package", "-o " + at("package"));
  const auto older = itmo(fmt::format(
      "check-package {0}/package --journal {0}/older/SEN01.itmo --key {0}/keys/SEN01.vkey "
      "--statements {0}/evidence",
      demo_.string()));
  EXPECT_EQ(older.code, 2) << older.output;
  EXPECT_THAT(older.output, AllOf(HasSubstr("the journal has 99 entries, the package 100"),
                                  HasSubstr("take a newer copy")));
  const std::string manifest = read_file(at("package/manifest.json"));
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string changed = manifest;
    changed.replace(changed.find(from), from.size(), to);
    write_file(demo_ / "package/manifest.json", changed);
    return check_again();
  };
  const auto other = with("\"root_sha256\": \"", "\"root_sha256\": \"0");
  EXPECT_EQ(other.code, 1);
  EXPECT_THAT(other.output, AllOf(HasSubstr("it is another journal"), HasSubstr("NOT CONFIRMED")));
  const auto none = with("\"entries\": 100", "\"entries\": 0");
  EXPECT_EQ(none.code, 2);
  EXPECT_THAT(none.output, HasSubstr("no package is made of nothing"));
  const auto language = with("\"en\"", "\"xx\"");
  EXPECT_EQ(language.code, 2);
  EXPECT_THAT(language.output, HasSubstr("something else than en, fr and es"));
}

TEST_F(Review, ALinkIsNoFileOfAPackage) {
  with_statements("review-package", "-o " + at("package"));
  const auto page = demo_ / "package/index.en.html";
  std::filesystem::rename(page, demo_ / "elsewhere.html");
  std::filesystem::create_symlink(demo_ / "elsewhere.html", page);
  const auto linked = itmo("check-package " + at("package"));
  EXPECT_EQ(linked.code, 2);
  EXPECT_THAT(linked.output,
              AllOf(HasSubstr("index.en.html"), HasSubstr("this is a symbolic link")));
  std::filesystem::remove(page);
  std::filesystem::rename(demo_ / "elsewhere.html", page);
  std::filesystem::create_directory_symlink(demo_, demo_ / "package/more");
  EXPECT_EQ(itmo("check-package " + at("package")).code, 2);
}

}  // namespace
}  // namespace openitmo::testing
