#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"

// The review of the demonstration's host, from its log to the answer in regular information.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kStatements = "evidence/parties/SEN/statements.toml";
constexpr const char* kLog = "evidence/parties/SEN/reviews/sen-ter-2026.toml";

class Review : public ::testing::Test {
 protected:
  Review()
      : demo_(copy_of_demo(fmt::format(
            "review-{}", ::testing::UnitTest::GetInstance()->current_test_info()->name()))) {
    log_ = read_file(demo_ / kLog);
  }

  void write_log(const std::string& text) const { write_file(demo_ / kLog, text); }
  std::string at(const std::string& name) const { return (demo_ / name).string(); }
  Finished with_journal(const std::string& command, const std::string& more) const {
    return itmo(fmt::format("{} {}/SEN01.itmo --party SEN {}", command, demo_.string(), more));
  }
  Finished with_statements(const std::string& command, const std::string& more) const {
    return with_journal(command, fmt::format("--statements {}/evidence {}", demo_.string(), more));
  }
  // Recorded, with the number of its entry.
  std::uint64_t act(const std::string& word, const std::string& more) const {
    const Finished done = with_journal(
        "act " + word, fmt::format("--key {}/keys/SEN01.key {}", demo_.string(), more));
    EXPECT_EQ(done.code, 0) << done.output;
    const std::string before = "Recorded as entry ";
    const std::size_t found = done.output.find(before);
    return found == std::string::npos ? 0 : std::stoull(done.output.substr(found + before.size()));
  }
  // The host's regular information, drawn on the day on which it is sent.
  Finished draw_regular(const std::string& more = "--language fr") const {
    return with_statements("draw-report regular",
                           fmt::format("--date 2026-04-30 {} -o {}", more, at("regular.html")));
  }
  // Whether any file of a folder has this text.
  bool holds(const char* package, const std::string& text) const {
    return std::ranges::any_of(
        std::filesystem::recursive_directory_iterator(demo_ / package), [&](const auto& one) {
          return one.is_regular_file() && read_file(one.path()).find(text) != std::string::npos;
        });
  }
  // What the host states on one paragraph becomes confidential; its text starts with that word.
  void keep_secret() const {
    std::string stated = read_file(demo_ / kStatements);
    const std::size_t text = stated.find("text = { en = \"", stated.find("paragraph = \"22(a)\""));
    stated.insert(text + 15, "THESECRET ");
    stated.insert(text,
                  "confidential = { en = \"Trade secret\", fr = \"Secret des affaires\", "
                  "es = \"Secreto comercial\" }\n");
    write_file(demo_ / kStatements, stated);
  }
  std::uint64_t send_regular() const {
    return act("submit_regular_information",
               fmt::format("--first-year 2024 --last-year 2025 --effective-date 2026-04-30 "
                           "--report SEN-BTR={}",
                           at("regular.html")));
  }
  Finished check_again(const std::string& more = "") const {
    return itmo(
        fmt::format("check-package {0}/package --journal {0}/SEN01.itmo --statements "
                    "{0}/evidence {1}",
                    demo_.string(), more));
  }
  bool is_for_owner_alone(const std::string& name) const {
    using std::filesystem::perms;
    const perms others = perms::group_all | perms::others_all;
    return (std::filesystem::status(demo_ / name).permissions() & others) == perms::none;
  }

  std::filesystem::path demo_;
  std::string log_;
};

TEST_F(Review, TheCaseSaysWhatIsLateAndWhatIsOwed) {
  const auto good =
      with_statements("review-case", "--date 2026-11-23 --language es -o " + at("case.html"));
  EXPECT_EQ(good.code, 0) << good.output;
  EXPECT_THAT(good.output, AllOf(HasSubstr("DEMONSTRATION"), HasSubstr("SEN-TER-2026"),
                                 HasSubstr("2026-01-19"), Not(HasSubstr("LATE"))));
  EXPECT_THAT(
      read_file(at("case.html")),
      AllOf(HasSubstr("<html lang=\"es\">"), HasSubstr("Calendario"),
            HasSubstr("Secreto comercial"), Not(HasSubstr("31 EUR")), Not(HasSubstr("BORRADOR"))));
  const std::size_t first = log_.find("[question.answer]");
  const std::size_t second = log_.find("[[question]]", first);
  write_log(log_.substr(0, first) + log_.substr(second));
  const auto owed = with_statements("review-case", "--date 2026-11-23 --lang fr");
  EXPECT_EQ(owed.code, 1) << owed.output;
  EXPECT_THAT(owed.output, AllOf(HasSubstr("EN RETARD"), HasSubstr("Q1 sur 18(g)"),
                                 HasSubstr("dont 2 avec réponse")));
  const auto json = with_statements("review-case", "--date 2026-11-23 --json");
  EXPECT_THAT(json.output, AllOf(HasSubstr(R"("step":"answers","state":"overdue")"),
                                 HasSubstr(R"("demonstration":true)")));
}

// On 2026-03-17 nothing was drafted, and the question of that day had no answer yet.
TEST_F(Review, TheDateFreezesTheLog) {
  const auto then =
      with_statements("review-case", "--date 2026-03-17 --at-entry 60 -o " + at("case.html"));
  EXPECT_EQ(then.code, 0) << then.output;
  EXPECT_THAT(then.output, AllOf(HasSubstr("Questions: 3, of which 2 are answered"),
                                 HasSubstr("Q3 on 18(i)(iii)"), Not(HasSubstr("2026-03-20"))));
  EXPECT_THAT(read_file(at("case.html")),
              AllOf(HasSubstr("not answered"), HasSubstr("No recommendation is noted"),
                    Not(HasSubstr("once for each monitoring report"))));
  const auto late = with_statements("review-case", "--date 2026-03-23 --json");
  EXPECT_THAT(late.output, HasSubstr(R"("step":"comments","state":"open")"));
}

TEST_F(Review, ALogThatDiffersFromTheJournalIsTold) {
  const auto changed = [&](const std::string& from, const std::string& to) {
    std::string text = log_;
    const std::size_t found = text.rfind(from);
    EXPECT_NE(found, std::string::npos) << from;
    write_log(text.replace(found, from.size(), to));
    return with_statements("review-case", "--date 2026-11-23 -o " + at("case.html"));
  };
  const auto renamed = changed("SEN-2026-2", "SEN-2026-3");
  EXPECT_EQ(renamed.code, 1) << renamed.output;
  EXPECT_THAT(
      renamed.output,
      AllOf(HasSubstr("Recommendation SEN-2026-3 on paragraph 18(i)(iii) stands in the log"),
            HasSubstr("Recommendation SEN-2026-2 on paragraph 18(i)(iii) stands in the "
                      "journal")));
  EXPECT_THAT(read_file(at("case.html")),
              AllOf(HasSubstr("LOG AND JOURNAL DIFFER: Recommendation SEN-2026-3"),
                    HasSubstr("not there"), Not(HasSubstr("not published yet"))));
  EXPECT_THAT(changed("published = 2026-04-24", "published = 2026-04-25").output,
              HasSubstr("2026-04-25 in the log, 2026-04-24 in the journal"));
  const auto other = changed("sen-review-report.md", "sen-review-draft.md");
  EXPECT_EQ(other.code, 1);
  EXPECT_THAT(other.output, HasSubstr("The final report of the log has SHA-256"));
  EXPECT_THAT(with_statements("review-case", "--date 2026-11-23 --json --lang fr").output,
              HasSubstr(R"("differences":[{"what":"final_report")"));
}

// The Party is given up to two weeks for comments, and need not use them.
TEST_F(Review, AReviewWithoutCommentsIsNotLate) {
  std::string text = log_;
  const std::string comments = "comments_sent = 2026-04-02\n";
  ASSERT_NE(text.find(comments), std::string::npos);
  write_log(text.replace(text.find(comments), comments.size(), ""));
  const auto done = with_statements("review-case", "--date 2026-11-23 --lang fr");
  EXPECT_EQ(done.code, 0) << done.output;
  EXPECT_THAT(done.output, AllOf(HasSubstr("non utilisé"), Not(HasSubstr("EN RETARD"))));
}

TEST_F(Review, ConfidentialTextsAreShownToTheReviewAlone) {
  ASSERT_EQ(with_statements("review-package", "--submitted-is-public -o " + at("public")).code, 0);
  ASSERT_EQ(with_statements("review-package", "--with-confidential -o " + at("team")).code, 0);
  EXPECT_FALSE(holds("public", "31 EUR"));
  EXPECT_TRUE(holds("team", "31 EUR"));
  EXPECT_THAT(read_file(at("public/index.en.html")), HasSubstr("Commercial secret"));
}

TEST_F(Review, ConfidentialTextsAreMarkedAndReadByTheirOwnerAlone) {
  const auto page = [&](const std::string& more) {
    with_statements("review-case", more + " -o " + at("case.html"));
    return read_file(at("case.html"));
  };
  EXPECT_THAT(page("--with-confidential"),
              HasSubstr("Confidential (Commercial secret of the operator): That of the operator"));
  EXPECT_TRUE(is_for_owner_alone("case.html"));
  EXPECT_THAT(page("--with-confidential --language fr"),
              HasSubstr("Confidentiel (Secret des affaires de l&#39;exploitant)"));
  EXPECT_THAT(page(""), HasSubstr("Confidential; basis: Commercial secret"));
  EXPECT_FALSE(is_for_owner_alone("case.html"));
}

TEST_F(Review, AReportSentWithConfidentialTextsIsNoPartOfAPublicPackage) {
  keep_secret();
  ASSERT_EQ(draw_regular("--language en --with-confidential").code, 0);
  ASSERT_THAT(read_file(at("regular.html")), HasSubstr("THESECRET"));
  EXPECT_TRUE(is_for_owner_alone("regular.html"));
  send_regular();
  const auto package = [&](const std::string& more) {
    return with_statements("review-package",
                           "--submitted-is-public --language fr " + more + " -o " + at("package"));
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
  const auto made =
      with_statements("review-package", "--submitted-is-public --language es -o " + at("package"));
  EXPECT_EQ(made.code, 0) << made.output;
  EXPECT_TRUE(holds("package/submitted", sent));
  EXPECT_EQ(check_again().code, 0) << check_again().output;
}

TEST_F(Review, AFileThatCannotBeMadeAgainIsPublicOnlyWhereTheOfficerSaysSo) {
  const auto left_out = with_statements("review-package", "-o " + at("package"));
  EXPECT_EQ(left_out.code, 1);
  EXPECT_THAT(left_out.output, HasSubstr("add --submitted-is-public"));
  EXPECT_FALSE(std::filesystem::exists(demo_ / "package/submitted"));
  EXPECT_THAT(read_file(at("package/index.en.html")), HasSubstr("may hold confidential texts"));
  EXPECT_THAT(read_file(at("package/manifest.json")), HasSubstr("not_known_public"));
  EXPECT_EQ(check_again().code, 0) << check_again().output;
  EXPECT_EQ(with_statements("review-package", "--submitted-is-public -o " + at("package")).code, 0);
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
      "review-package", "--submitted-is-public --language en --language fr -o " + at("package"));
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
  ASSERT_EQ(with_statements("review-package", "--submitted-is-public -o " + at("package")).code, 0);
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

// 4/CMA.6 paras 43-44: from the published report to the answer in regular information.
TEST_F(Review, RecommendationsAreFollowedUntilTheyAreAnswered) {
  write_log(log_.substr(0, log_.rfind("[recommendation.response]")));
  const auto draft = draw_regular();
  EXPECT_EQ(draft.code, 1) << draft.output;
  EXPECT_THAT(draft.output,
              AllOf(HasSubstr("4/CMA.6, 43-44: la réponse à la recommandation SEN-2026-2"),
                    Not(HasSubstr("SEN-2026-1"))));
  EXPECT_THAT(read_file(at("regular.html")), HasSubstr("le dit maintenant."));
  write_log(log_);
  const auto complete = draw_regular();
  ASSERT_EQ(complete.code, 0) << complete.output;
  EXPECT_THAT(complete.output, AllOf(HasSubstr("itmo act submit_regular_information"),
                                     HasSubstr("--first-year 2024 --last-year 2025")));
  const auto sent = send_regular();
  act("answer_recommendation",
      fmt::format("--recommendation SEN-2026-1 --answer done --submission-entry {}", sent));
  const auto passed_over = with_statements("review-case", "");
  EXPECT_EQ(passed_over.code, 1);
  EXPECT_THAT(passed_over.output,
              AllOf(HasSubstr("SEN-2026-1 (SEN-TER-2026, para. 18(h)(i), entry 98): done"),
                    HasSubstr("NOT ANSWERED"), HasSubstr("the next review repeats it")));
  act("answer_recommendation",
      fmt::format("--recommendation SEN-2026-2 --answer not_done --submission-entry {}", sent));
  EXPECT_EQ(with_statements("review-case", "").code, 0);
  // What was sent is what the journal makes again.
  ASSERT_EQ(
      with_statements("review-package", "--submitted-is-public --language fr -o " + at("package"))
          .code,
      0);
  EXPECT_THAT(read_file(at("package/manifest.json")),
              AllOf(HasSubstr(fmt::format("regular_information_{}.fr.html", sent)),
                    HasSubstr("\"is_submitted\": true"), HasSubstr("\"state\": \"not_done\"")));
  // A later review repeats what was not done.
  act("record_review_report",
      fmt::format("--review SEN-TER-2028 --report SEN-TER-2028={}/evidence/documents/"
                  "sen-review-report.md --reviewed {} --recommendations \"SEN-2026-2/{}/22(h)\"",
                  demo_.string(), sent, sent));
  EXPECT_THAT(with_statements("review-case", "").output,
              HasSubstr("SEN-2026-2 (SEN-TER-2028, para. 22(h), entry"));
  EXPECT_EQ(draw_regular().code, 1);
  EXPECT_EQ(itmo(fmt::format("verify {}/SEN01.itmo", demo_.string())).code, 0);
}

TEST_F(Review, WhatIsNotThereIsNamed) {
  const auto unknown = with_statements("review-case", "--review OTHER");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.output, HasSubstr("name one of SEN-TER-2026"));
  std::filesystem::remove(demo_ / kLog);
  EXPECT_THAT(with_statements("review-case", "").output,
              HasSubstr("write one into parties/SEN/reviews"));
  std::filesystem::remove(demo_ / "evidence/documents/sen-initial-report.md");
  const auto unseen = with_statements("review-package", "-o " + at("package"));
  EXPECT_EQ(unseen.code, 1);
  EXPECT_THAT(unseen.output, AllOf(HasSubstr("the file that was sent is not there"),
                                   HasSubstr("--submitted FILE")));
  write_file(demo_ / "other.md", "other");
  const auto other =
      with_statements("review-package", "--submitted " + at("other.md") + " -o " + at("package"));
  EXPECT_EQ(other.code, 2);
  EXPECT_THAT(other.output, HasSubstr("no report of the Party was recorded with its SHA-256"));
}

}  // namespace
}  // namespace openitmo::testing
