#include "files/source.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <sys/stat.h>

#include "temporary_folder.h"

namespace openitmo::files {
namespace {

using testing::HasSubstr;

class SourceTest : public testing::Test {
 protected:
  SourceTest() : folder_(temporary_folder() / "source_test") {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_ / "sub");
  }
  ~SourceTest() override { std::filesystem::remove_all(folder_); }
  std::string problem_of(const std::string& path) const {
    const auto source = read_source(folder_, path);
    return source ? "" : source.error().to_text(Language::en);
  }
  std::filesystem::path folder_;
};

TEST_F(SourceTest, ReadsAFileWhole) {
  std::ofstream(folder_ / "sub/a.csv", std::ios::binary) << std::string("x\0y", 3);
  const auto source = read_source(folder_, "sub/a.csv");
  ASSERT_TRUE(source);
  EXPECT_EQ(source->bytes, std::string("x\0y", 3));
  EXPECT_EQ(source->path, "sub/a.csv");
}

TEST_F(SourceTest, RefusesWhatIsNoFileOfTheFolder) {
  ::mkfifo((folder_ / "pipe").c_str(), 0600);
  EXPECT_EQ(problem_of("none.csv"),
            "none.csv: the file does not exist; check its name, or add the file to the folder\n");
  EXPECT_THAT(problem_of("sub"), HasSubstr("this is not a file"));
  EXPECT_THAT(problem_of("pipe"), HasSubstr("this is not a file"));
  EXPECT_THAT(problem_of("../x.csv"), HasSubstr("leaves the programme folder"));
  EXPECT_THAT(problem_of("sub/../../x.csv"), HasSubstr("leaves the programme folder"));
  EXPECT_THAT(problem_of("/etc/passwd"), HasSubstr("leaves the programme folder"));
  EXPECT_THAT(problem_of(""), HasSubstr("leaves the programme folder"));
}

TEST(Sha256, AgreesWithThePublishedExample) {
  // FIPS 180-2, appendix B.1.
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

std::string as_utf8(std::string bytes) {
  const Source source{.path = "a.csv", .bytes = std::move(bytes)};
  std::string converted;
  const auto text = utf8_text(source, converted);
  return text ? std::string(*text) : "refused: " + text.error().to_text(Language::en);
}

TEST(Utf8Text, TakesWhatSpreadsheetProgramsWrite) {
  EXPECT_EQ(as_utf8("\xef\xbb\xbfécrit"), "écrit");
  EXPECT_EQ(as_utf8("mati\xe8re; \x80 \x9c"), "matière; € œ");  // Windows-1252
  EXPECT_THAT(as_utf8(std::string("\xff\xfe"
                                  "a\0",
                                  4)),
              HasSubstr("UTF-16"));
  EXPECT_THAT(as_utf8(std::string("a\0b", 3)), HasSubstr("zero bytes"));
  EXPECT_THAT(as_utf8(std::string("SQLite format 3\0", 16)), HasSubstr("a registry's journal"));
}

TEST(IsUtf8, RefusesOverlongSurrogateAndCutCharacters) {
  EXPECT_TRUE(is_utf8("plain text, long enough for a block; é € 𝄞"));
  EXPECT_FALSE(is_utf8("\xc0\xaf"));
  EXPECT_FALSE(is_utf8("\xe0\x80\xaf"));
  EXPECT_FALSE(is_utf8("\xed\xa0\x80"));
  EXPECT_FALSE(is_utf8("\xf4\x90\x80\x80"));
  EXPECT_FALSE(is_utf8("12345678\xc3"));
}

}  // namespace
}  // namespace openitmo::files
