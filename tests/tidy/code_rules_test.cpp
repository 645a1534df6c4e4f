#include "code_rules.h"

#include <gmock/gmock.h>

#include "planted.h"

namespace openitmo::tidy {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const TextFile kCMake{"src/CMakeLists.txt",
                      "openitmo_folder(quantity quantity USES fmt::fmt)\n"
                      "openitmo_folder(mrv mrv LINKS quantity)\n"
                      "openitmo_folder(ledger ledger LINKS quantity)\n"
                      "openitmo_folder(registry registry LINKS ledger mrv USES Boost::json)\n"
                      "openitmo_folder(storage_sqlite storage/sqlite\n  LINKS registry)\n"};
const TextFile kTonnes{"src/quantity/tonnes.h", "#pragma once\n"};
const TextFile kLedger{"src/ledger/ledger.h", "#pragma once\n#include \"quantity/tonnes.h\"\n"};

Findings directions(const std::string& path, const std::string& text) {
  return include_directions(planted({kCMake, kTonnes, kLedger, {path, text}}));
}

TEST(IncludeDirections, AllowsWhatIsLinkedDirectlyOrNot) {
  EXPECT_THAT(directions("src/storage/sqlite/a.h",
                         "#include \"ledger/ledger.h\"\n"
                         "#include \"quantity/tonnes.h\"\n"),
              IsEmpty());
}
TEST(IncludeDirections, FindsAFolderBelow) {
  EXPECT_THAT(
      texts_of(directions("src/quantity/a.cpp", "\n#include \"ledger/ledger.h\"\n")),
      ElementsAre(HasSubstr("src/quantity/a.cpp:2: src/quantity must not include src/led")));
}
TEST(IncludeDirections, FindsMrvAndLedgerEvenIfLinked) {
  const TextFile linked{"src/CMakeLists.txt",
                        "openitmo_folder(ledger ledger)\n"
                        "openitmo_folder(mrv mrv LINKS ledger)\n"};
  const auto findings = include_directions(
      planted({linked, kLedger, kTonnes, {"src/mrv/a.h", "#include \"ledger/ledger.h\"\n"}}));
  EXPECT_THAT(texts_of(findings), testing::Contains(HasSubstr("src/mrv must not include")));
}
TEST(IncludeDirections, FindsIncludesThatDoNotStartAtSrc) {
  EXPECT_THAT(texts_of(directions("src/ledger/a.cpp", "#include \"ledger.h\"\n")),
              ElementsAre(HasSubstr("\"ledger.h\" is no file below src/")));
}
TEST(IncludeDirections, LetsTestsUseWhatIsInTests) {
  const Repository repository = planted({kCMake,
                                         {"tests/world/world.h", ""},
                                         {"src/ledger/a_test.cpp", "#include \"world/world.h\"\n"},
                                         {"src/ledger/a.cpp", "#include \"world/world.h\"\n"}});
  EXPECT_THAT(texts_of(include_directions(repository)),
              ElementsAre(HasSubstr("src/ledger/a.cpp:1: \"world/world.h\" is no file")));
}
TEST(IncludeDirections, IgnoresComments) {
  EXPECT_THAT(directions("src/quantity/a.cpp", "// #include \"ledger/ledger.h\"\n"), IsEmpty());
}
TEST(IncludeDirections, FindsAFolderWithoutLibrary) {
  EXPECT_THAT(texts_of(directions("src/nowhere/a.h", "")),
              ElementsAre(HasSubstr("has no openitmo_folder")));
}

TEST(FloatingPoint, IsFoundInCodeOnly) {
  const Repository repository = planted({{"src/ledger/a.cpp",
                                          "// a double\nconst char* s = "
                                          "\"float\";\nlong double x = 1;\n"},
                                         {"src/mrv/a.cpp", "double x;\n"},
                                         {"src/ledger/a_test.cpp", "double x;\n"},
                                         {"src/quantity/rounding.h", "double x;\n"}});
  EXPECT_THAT(texts_of(floating_point(repository)),
              ElementsAre(HasSubstr("src/ledger/a.cpp:3: double outside mrv")));
}

class Impure : public testing::TestWithParam<const char*> {};
TEST_P(Impure, IsFoundInDomainFolders) {
  const std::string line = std::string(GetParam()) + "\n";
  EXPECT_THAT(impure_calls(planted({{"src/accounting/a.cpp", line}})), SizeIs(1)) << line;
  EXPECT_THAT(impure_calls(planted({{"src/files/a.cpp", line}})), IsEmpty());
  EXPECT_THAT(impure_calls(planted({{"src/accounting/a_test.cpp", line}})), IsEmpty());
}
INSTANTIATE_TEST_SUITE_P(Planted, Impure,
                         testing::Values("auto t = std::chrono::system_clock::now();",
                                         "auto t = std::time(nullptr);", "std::random_device seed;",
                                         "#include <fstream>", "std::cout << 1;",
                                         "if (std::tolower(c)) return;", "getenv(\"HOME\");",
                                         "printf(\"x\");", "setlocale(LC_ALL, \"\");"));

TEST(ImpureCalls, KnowOtherNames) {
  EXPECT_THAT(impure_calls(planted({{"src/ledger/a.cpp",
                                     "check_time(x); // std::cout\n"
                                     "snprintf(a); vintage.time();\n"}})),
              IsEmpty());
}

TEST(LeftoverMarkers, AreFound) {
  const std::string marker = std::string("TO") + "DO";
  EXPECT_THAT(leftover_markers(planted({{"src/a/b.cpp", "x; // " + marker + ": later\n"},
                                        {"docs/a.md",
                                         "FIX"
                                         "ME\n"},
                                        {"src/a/c.cpp", "auto x = kToDo;\n"},
                                        {"tests/a.cpp",
                                         "TEST(A, DISABLED"
                                         "_b) {}\n"}})),
              SizeIs(3));
}

TEST(BannedWords, AreFoundInNamesAndComments) {
  const auto found = [](const std::string& path, const std::string& text) {
    return banned_words(planted({{path, text}})).size();
  };
  EXPECT_EQ(found("src/ledger/a.h", "void retireUnits();\n"), 1u);
  EXPECT_EQ(found("src/ledger/a.h", "int units_sold;\n"), 1u);
  EXPECT_EQ(found("src/ledger/a.h", "// The seller burns them.\n"), 2u);
  EXPECT_EQ(found("src/ledger/a.h", "struct Country;\n"), 1u);
  EXPECT_EQ(found("src/party/records.h", "PartyId country;\n"), 0u);
  EXPECT_EQ(found("src/cli/a.cpp", "int country;\n"), 0u);
  EXPECT_EQ(found("src/mrv/a.h", "// Open burning of waste.\n"), 0u);
  EXPECT_EQ(found("src/accounting/a.h", "bool overselling;\n"), 0u);
}

TEST(Layout, IsFound) {
  EXPECT_THAT(layout(planted({{"src/a/a.cpp", std::string(101, 'x') + "\n"}})), SizeIs(1));
  EXPECT_THAT(layout(planted({{"src/a/a.cpp", std::string(99, 'x') + "é\n"}})), IsEmpty());
  EXPECT_THAT(layout(planted({{"src/a/a.h", "int x;\n"}})), SizeIs(1));
  EXPECT_THAT(layout(planted({{"src/a/a.cpp", "#define X 1\n"}})), SizeIs(1));
  EXPECT_THAT(layout(planted({{"src/a/a.cpp", "int x; \n"}})), SizeIs(1));
  EXPECT_THAT(layout(planted({{"src/a/a.cpp", "int x;"}})), SizeIs(1));
}

TEST(VagueNames, AreFound) {
  EXPECT_THAT(vague_names(planted({{"src/ledger/string_utils.h", ""}})), SizeIs(1));
  EXPECT_THAT(vague_names(planted({{"src/common/decimal.h", ""}})), SizeIs(1));
  EXPECT_THAT(vague_names(planted({{"src/ledger/utility_grid.h", ""}})), IsEmpty());
}

TEST(DeadFiles, AreFound) {
  const TextFile header{"src/a/a.h", ""};
  const TextFile own{"src/a/a.cpp", "#include \"a/a.h\"\n"};
  const TextFile own_test{"src/a/a_test.cpp", "#include \"a/a.h\"\n"};
  EXPECT_THAT(dead_files(planted({header, own, own_test})), SizeIs(1));
  EXPECT_THAT(dead_files(planted({header, own, {"src/a/b.cpp", "#include \"a/a.h\"\n"}})),
              IsEmpty());
}

TEST(DeadFiles, AreSourcesThatNothingBuilds) {
  const auto found = [](const std::string& cmake) {
    return dead_files(planted({{"tests/x/y/toml_fuzz.cpp", ""}, {"tests/x/CMakeLists.txt", cmake}}))
        .size();
  };
  EXPECT_EQ(found("add_executable(a b.cpp)\n"), 1u);
  EXPECT_EQ(found("add_executable(a ${sources})\n"), 1u);
  EXPECT_EQ(found("add_executable(a y/toml_fuzz.cpp)\n"), 0u);
  EXPECT_EQ(found("foreach(s csv toml)\nadd_executable(a ${s}_fuzz.cpp)\n"), 0u);
  EXPECT_EQ(found("foreach(s csv xlsx)\nadd_executable(a ${s}_fuzz.cpp)\n"), 1u);
  EXPECT_EQ(found("file(GLOB sources *.cpp)\n"), 0u);
}

TEST(MachinePaths, AreFound) {
  const auto found = [](const std::string& text) {
    return machine_paths(planted({{"docs/a.md", text}})).size();
  };
  EXPECT_EQ(found(std::string("see /wo") + "rk/main\n"), 1u);
  EXPECT_EQ(found(std::string("cmake -B /tmp/bu") + "ild-x\n"), 1u);
  EXPECT_EQ(found(std::string("in /ho") + "me/anna/itmo\n"), 1u);
  EXPECT_EQ(found("xl/workbook.xml and /worksheets, a/work b\n"), 0u);
}

TEST(LongFilesAndFunctions, AreMeasured) {
  std::string body;
  for (int i = 0; i < 70; ++i) body += "  x();\n";
  EXPECT_THAT(texts_of(long_files_and_functions(
                  planted({{"src/a/a.cpp", "namespace a {\nvoid f() {\n" + body + "}\n}\n"}}))),
              ElementsAre(HasSubstr("src/a/a.cpp:2: a function of 72 lines")));
  EXPECT_THAT(long_files_and_functions(planted({{"src/a/a.cpp", std::string(401, '\n')}})),
              SizeIs(1));
}

TEST(WithoutComments, KnowsTextsAndCharacters) {
  EXPECT_EQ(without_comments("a /* b */ c // d\ne", true), "a         c     \ne");
  EXPECT_EQ(without_comments("\"// no\" x", false), "\"// no\" x");
  EXPECT_EQ(without_comments("'\"' x \"y\\\"z\" 1'000 w", true), "    x        1'000 w");
  EXPECT_EQ(without_comments("R\"(// \" )\" x", true), "           x");
}

}  // namespace
}  // namespace openitmo::tidy
