#include "files/xlsx/writer.h"

#include <csignal>
#include <fmt/format.h>
#include <functional>
#include <gmock/gmock.h>
#include <limits>
#include <set>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "files/xlsx/package.h"
#include "files/xlsx/reader.h"
#include "temporary_folder.h"

namespace openitmo::files {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using Kind = Cell::Kind;

class XlsxWriterTest : public testing::Test {
 protected:
  XlsxWriterTest() : folder_(temporary_folder() / "xlsx_writer_test") {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~XlsxWriterTest() override { fs::remove_all(folder_); }

  XlsxProperties properties() const {
    return {
        .title = "Test", .author = "OpenITMO", .created = *Instant::parse("2026-04-15T00:00:00Z")};
  }
  void write_example(const std::string& name) const {
    XlsxWriter writer(folder_ / name, properties());
    XlsxSheet& sheet = writer.add_sheet("Données");
    const CellLook header{.bold = true, .wrap = true, .fill_rgb = 0xd9e1f2};
    sheet.band(0, 1, 3, "Titre <&> \"é\"", header);
    sheet.text(1, 1, "1.0", header);
    sheet.number(1, 2, 0.1);
    sheet.date(1, 3, Date(2024, 2, 29));
    sheet.number(2, 2, 0.45, {.number_format = "0 %"});
    sheet.text(2, 1, "");
    sheet.blank(2, 3, header);
    sheet.column_width(1, 3, 18.5);
    sheet.row_height(0, 30);
    sheet.freeze(2, 1);
    sheet.print({.paper = XlsxPrint::Paper::a3,
                 .pages_wide = 2,
                 .repeated_rows = 2,
                 .repeated_columns = 1,
                 .footer = "&L&8Données&R&P / &N"});
    writer.add_sheet("Empty");
    writer.close();
  }
  std::string error_of(const std::function<void(XlsxSheet&)>& act) const {
    try {
      XlsxWriter writer(folder_ / "bad.xlsx", properties());
      act(writer.add_sheet("S"));
    } catch (const FileError& error) {
      return error.what();
    }
    return "";
  }
  std::size_t file_count() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  fs::path folder_;
};

TEST_F(XlsxWriterTest, WritesWhatTheReaderReads) {
  write_example("a.xlsx");
  EXPECT_EQ(file_count(), 1U);
  const auto source = read_source(folder_, "a.xlsx");
  ASSERT_TRUE(source);
  auto book = XlsxBook::open(*source);
  ASSERT_TRUE(book) << book.error().to_text(Language::en);
  ASSERT_EQ(book->sheets().size(), 2U);
  EXPECT_EQ(book->sheets()[0].name, "Données");
  XlsxRows rows = book->rows(0);
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(rows.row(), 1U);
  ASSERT_EQ(rows.cells().size(), 2U);
  EXPECT_EQ(rows.cells()[0].kind, Kind::empty);
  EXPECT_EQ(rows.cells()[1].text, "Titre <&> \"é\"");
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(rows.cells()[1].kind, Kind::text);
  EXPECT_EQ(rows.cells()[1].text, "1.0");
  EXPECT_EQ(rows.cells()[2].kind, Kind::number);
  EXPECT_EQ(rows.cells()[2].number, 0.1);
  EXPECT_EQ(rows.cells()[3].kind, Kind::date);
  EXPECT_EQ(rows.cells()[3].instant.to_string(), "2024-02-29T00:00:00Z");
  ASSERT_TRUE(rows.next());
  EXPECT_TRUE(rows.cells()[2].shown_as_percent);
  EXPECT_EQ(rows.cells().size(), 3U);
  EXPECT_FALSE(rows.next());
  EXPECT_EQ(rows.error().en, "");
}

TEST_F(XlsxWriterTest, SaysHowASheetIsPrinted) {
  write_example("a.xlsx");
  const auto source = read_source(folder_, "a.xlsx");
  Package package(source->bytes, {});
  PartStream part(package, "xl/worksheets/sheet1.xml");
  std::string xml;
  for (auto piece = part.next(); !piece.empty(); piece = part.next()) xml += piece;
  EXPECT_THAT(xml, HasSubstr("<pageSetup paperSize=\"8\" fitToWidth=\"2\" fitToHeight=\"0\""));
  EXPECT_THAT(xml, HasSubstr("<oddFooter>&amp;L&amp;8Données&amp;R&amp;P / &amp;N</oddFooter>"));
}

// No part of the file has the time of writing: each says the first day that a zip file knows.
TEST_F(XlsxWriterTest, SameDataGiveTheSameBytes) {
  write_example("a.xlsx");
  write_example("b.xlsx");
  const std::string bytes = read_source(folder_, "a.xlsx")->bytes;
  EXPECT_EQ(bytes, read_source(folder_, "b.xlsx")->bytes);
  const std::string header = "PK\x03\x04", midnight_1980_01_01("\x00\x00\x21\x00", 4);
  int parts = 0;
  for (std::size_t at = bytes.find(header); at != std::string::npos;
       at = bytes.find(header, at + 1), ++parts)
    EXPECT_EQ(bytes.substr(at + 10, 4), midnight_1980_01_01);
  EXPECT_GT(parts, 5);
}

TEST_F(XlsxWriterTest, RefusesWhatASheetCannotHold) {
  EXPECT_THAT(error_of([](XlsxSheet& s) { s.text(1'048'576, 0, "x"); }),
              HasSubstr("cell A1048577: a worksheet has no such cell"));
  EXPECT_THAT(error_of([](XlsxSheet& s) { s.number(0, 16'384, 1); }), HasSubstr("no such cell"));
  EXPECT_THAT(
      error_of([](XlsxSheet& s) { s.number(0, 0, std::numeric_limits<double>::infinity()); }),
      HasSubstr("not finite"));
  EXPECT_THAT(error_of([](XlsxSheet& s) { s.text(0, 0, std::string(32'768, 'x')); }),
              HasSubstr("more than 32,767 characters"));
  EXPECT_THAT(error_of([](XlsxSheet& s) { s.text(0, 0, "\xff"); }), HasSubstr("not UTF-8"));
  EXPECT_THAT(error_of([](XlsxSheet& s) { s.text(0, 0, "a\x01"); }), HasSubstr("control"));
  EXPECT_THAT(error_of([](XlsxSheet& s) { s.date(0, 0, Date(1899, 1, 1)); }), HasSubstr("1900"));
  EXPECT_THAT(error_of([](XlsxSheet& s) {
                s.band(3, 0, 2, "x");
                s.text(3, 2, "y");
              }),
              HasSubstr("cell C4: the cell is written twice"));
  EXPECT_EQ(file_count(), 0U);
}

TEST_F(XlsxWriterTest, AStreamedWorkbookSaysTheSame) {
  const auto write = [&](const std::string& name, bool streamed) {
    XlsxProperties streaming = properties();
    streaming.streamed = streamed;
    XlsxWriter writer(folder_ / name, streaming);
    for (const char* title : {"A", "B"}) {
      XlsxSheet& sheet = writer.add_sheet(title);
      sheet.band(0, 0, 2, "<is> & <v>", {.bold = true});
      for (std::uint32_t row = 1; row < 3'000; ++row) {
        sheet.text(row, 0, fmt::format("é{} <v>", row));
        sheet.number(row, 1, row);
        sheet.blank(row, 2, {.border = true});
        sheet.date(row, 3, Date(2024, 2, 29));
        sheet.row_height(row, 30);
      }
    }
    writer.close();
    std::string all;
    const auto source = read_source(folder_, name);
    auto book = XlsxBook::open(*source);
    for (std::size_t i = 0; i < book->sheets().size(); ++i) {
      XlsxRows rows = book->rows(i);
      while (rows.next())
        for (const Cell& cell : rows.cells())
          all += fmt::format("{} {} {};", rows.row(), static_cast<int>(cell.kind), cell.text);
    }
    return all;
  };
  const std::string plain = write("plain.xlsx", false);
  EXPECT_THAT(plain, HasSubstr("2999 1 é2998 <v>;"));
  EXPECT_EQ(write("streamed.xlsx", true), plain);
}

TEST_F(XlsxWriterTest, AStreamedWorkbookIsWrittenInOrder) {
  XlsxProperties streaming = properties();
  streaming.streamed = true;
  XlsxWriter writer(folder_ / "bad.xlsx", streaming);
  XlsxSheet& sheet = writer.add_sheet("S");
  sheet.text(2, 1, "x");
  EXPECT_THROW(sheet.text(2, 0, "y"), FileError);
  EXPECT_THROW(sheet.text(1, 1, "y"), FileError);
}

TEST_F(XlsxWriterTest, TakesTheLargestTextAndRow) {
  XlsxWriter writer(folder_ / "a.xlsx", properties());
  XlsxSheet& sheet = writer.add_sheet("S");
  sheet.text(1'048'575, 16'383, std::string(32'767, 'x'));
  writer.close();
  const auto source = read_source(folder_, "a.xlsx");
  auto book = XlsxBook::open(*source);
  XlsxRows rows = book->rows(0);
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(rows.row(), 1'048'576U);
  EXPECT_EQ(rows.cells().back().text.size(), 32'767U);
}

TEST_F(XlsxWriterTest, RefusesSheetNames) {
  XlsxWriter writer(folder_ / "a.xlsx", properties());
  writer.add_sheet("One");
  for (const char* name : {"", "one", "a/b", "a name that has more than thirty-one letters"}) {
    EXPECT_THROW(writer.add_sheet(name), FileError) << name;
  }
}

TEST_F(XlsxWriterTest, MissingFolderIsAnError) {
  XlsxWriter writer(folder_ / "none" / "a.xlsx", properties());
  writer.add_sheet("S");
  EXPECT_THROW(writer.close(), FileError);
  EXPECT_EQ(file_count(), 0U);
}

// Files of at most 64 kB stand for a full disk; libxlsxwriter's own temporary files are hit too.
TEST_F(XlsxWriterTest, FullDiskIsAnErrorAndLeavesNothing) {
  const pid_t child = ::fork();
  if (child == 0) {
    const rlimit limit{.rlim_cur = 65'536, .rlim_max = 65'536};
    std::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &limit);
    int code = 1;
    try {
      XlsxWriter writer(folder_ / "a.xlsx", properties());
      XlsxSheet& sheet = writer.add_sheet("S");
      for (std::uint32_t row = 0; row < 20'000; ++row) sheet.number(row, 0, row);
      writer.close();
    } catch (const FileError& error) {
      code = std::string(error.what()).find("a.xlsx") != std::string::npos ? 0 : 2;
    }
    ::_exit(code);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
  EXPECT_EQ(file_count(), 0U);
}

}  // namespace
}  // namespace openitmo::files
