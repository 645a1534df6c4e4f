#include "files/xlsx/reader.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <map>
#include <zip.h>

#include "files/xlsx/writer.h"

namespace openitmo::files {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using Kind = Cell::Kind;
using Parts = std::map<std::string, std::string>;

std::string zipped(const Parts& parts) {
  zip_error_t error;
  zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(buffer);
  zip_t* archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
  for (const auto& [name, text] : parts) {
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), 0);
  }
  zip_close(archive);
  zip_source_open(buffer);
  zip_source_seek(buffer, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(buffer)), '\0');
  zip_source_seek(buffer, 0, SEEK_SET);
  zip_source_read(buffer, bytes.data(), bytes.size());
  zip_source_close(buffer);
  zip_source_free(buffer);
  return bytes;
}

// A workbook as another program may write it: namespace prefixes, absolute targets, one sheet "S".
Parts workbook_parts(const std::string& rows) {
  const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  return {
      {"_rels/.rels", "<Relationships><Relationship Id='r1' Type='" + type +
                          "officeDocument' Target='/xl/workbook.xml'/></Relationships>"},
      {"xl/workbook.xml",
       "<x:workbook xmlns:x='u' xmlns:r='v'><x:workbookPr/><x:sheets>"
       "<x:sheet name='S' sheetId='1' r:id='s1'/></x:sheets></x:workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id='s1' Type='" + type +
           "worksheet' Target='worksheets/one.xml'/><Relationship Id='s2' Type='" + type +
           "styles' Target='styles.xml'/><Relationship Id='s3' Type='" + type +
           "sharedStrings' Target='texts.xml'/></Relationships>"},
      {"xl/styles.xml",
       "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='jj/mm/yyyy'/></numFmts>"
       "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
       "<cellXfs><xf numFmtId='0'/><xf numFmtId='170'/><xf numFmtId='9'/></cellXfs></styleSheet>"},
      {"xl/texts.xml",
       "<sst><si><t>plain</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></si>"
       "</sst>"},
      {"xl/worksheets/one.xml",
       "<x:worksheet xmlns:x='u'><x:sheetData>" + rows + "</x:sheetData></x:worksheet>"}};
}

struct Outcome {
  std::vector<std::pair<std::uint32_t, std::vector<std::string>>> rows;
  std::string error;
};

std::string text_of(const Cell& cell) {
  switch (cell.kind) {
    case Kind::empty:
      return "";
    case Kind::text:
      return std::string(cell.text);
    case Kind::number:
      return "n:" + std::string(cell.text);
    case Kind::date:
      return cell.instant.to_string();
    case Kind::boolean:
      return cell.number == 1 ? "yes" : "no";
    case Kind::error:
      return "e:" + std::string(cell.text);
  }
  return "";
}

Outcome read(const std::string& bytes, XlsxLimits limits = {}) {
  const Source source{.path = "a.xlsx", .bytes = bytes};
  Outcome outcome;
  auto book = XlsxBook::open(source, limits);
  if (!book) {
    outcome.error = book.error().to_text(Language::en);
    return outcome;
  }
  XlsxRows rows = book->rows(0);
  while (rows.next()) {
    outcome.rows.emplace_back(rows.row(), std::vector<std::string>());
    for (const Cell& cell : rows.cells()) outcome.rows.back().second.push_back(text_of(cell));
  }
  outcome.error = rows.error().en;
  return outcome;
}

Outcome read_rows(const std::string& rows) { return read(zipped(workbook_parts(rows))); }

TEST(XlsxReader, ReadsEveryTypeOfCell) {
  const Outcome outcome = read_rows(
      "<x:row r='2'><x:c r='B2' t='s'><x:v>1</x:v></x:c>"
      "<x:c r='C2' "
      "t='inlineStr'><x:is><x:r><x:t>in</x:t></x:r><x:r><x:t>line</x:t></x:r></x:is></x:c>"
      "<x:c r='D2' s='1'><x:v>45356.5</x:v></x:c><x:c r='E2' t='b'><x:v>1</x:v></x:c>"
      "<x:c r='F2' t='e'><x:v>#REF!</x:v></x:c><x:c r='G2' t='str'><x:f>A1</x:f><x:v>f</x:v></x:c>"
      "<x:c r='H2'><x:f>A1+1</x:f></x:c><x:c r='I2' t='d'><x:v>2024-03-05</x:v></x:c>"
      "<x:c r='J2'><x:v>-1.5E-3</x:v></x:c><x:c r='K2' s='1'/></x:row>");
  ASSERT_EQ(outcome.error, "");
  ASSERT_EQ(outcome.rows.size(), 1U);
  EXPECT_EQ(outcome.rows[0].first, 2U);
  EXPECT_EQ(
      outcome.rows[0].second,
      (std::vector<std::string>{"", "rich", "inline", "2024-03-05T12:00:00Z", "yes", "e:#REF!", "f",
                                "e:a formula without stored result", "2024-03-05", "n:-1.5E-3"}));
}

TEST(XlsxReader, CountsRowsAndCellsThatDoNotSayWhereTheyAre) {
  const Outcome outcome = read_rows(
      "<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c "
      "r='C5'><v>3</v></c><c><v>4</v></c></row>"
      "<row><c t='s'><v>0</v></c></row>");
  ASSERT_EQ(outcome.rows.size(), 3U);
  EXPECT_EQ(outcome.rows[1].first, 5U);
  EXPECT_EQ(outcome.rows[1].second, (std::vector<std::string>{"", "", "n:3", "n:4"}));
  EXPECT_EQ(outcome.rows[2].first, 6U);
}

TEST(XlsxReader, KnowsTheDateSystemOf1904) {
  Parts parts = workbook_parts("<row><c s='1'><v>43894</v></c></row>");
  parts["xl/workbook.xml"].replace(parts["xl/workbook.xml"].find("<x:workbookPr/>"), 15,
                                   "<x:workbookPr date1904='1'/>");
  const Outcome outcome = read(zipped(parts));
  ASSERT_EQ(outcome.rows.size(), 1U);
  EXPECT_EQ(outcome.rows[0].second[0], "2024-03-05T00:00:00Z");
}

TEST(XlsxReader, RefusesDamagedSheets) {
  EXPECT_THAT(read_rows("<row r='2'/><row r='2'/>").error, HasSubstr("rows are not in order"));
  EXPECT_THAT(read_rows("<row r='1048577'/>").error, HasSubstr("rows are not in order"));
  EXPECT_THAT(read_rows("<row><c r='B1'/><c r='A1'/></row>").error, HasSubstr("not in order"));
  EXPECT_THAT(read_rows("<row><c r='XFE1'/></row>").error, HasSubstr("not in order"));
  EXPECT_THAT(read_rows("<row><c r='A7'/></row>").error, HasSubstr("not in order"));
  EXPECT_THAT(read_rows("<row><c t='s'><v>2</v></c></row>").error, HasSubstr("does not exist"));
  EXPECT_THAT(read_rows("<row><c><v>1,5</v></c></row>").error, HasSubstr("damaged number"));
  EXPECT_THAT(read_rows("<row><c t='zz'><v>1</v></c></row>").error, HasSubstr("unknown type"));
  EXPECT_THAT(read_rows("<row><c><v>1</c></row>").error, HasSubstr("XML is damaged"));
}

TEST(XlsxReader, RefusesWhatIsNoWorkbook) {
  EXPECT_THAT(read("\xd0\xcf\x11\xe0 old").error, HasSubstr("save it as .xlsx without password"));
  EXPECT_THAT(read("PK\x03\x04").error, HasSubstr("no xlsx file or is damaged"));
  EXPECT_THAT(read(zipped({{"content.xml", "<a/>"}})).error, HasSubstr("_rels/.rels is missing"));
  Parts parts = workbook_parts("");
  parts.erase("xl/worksheets/one.xml");
  EXPECT_THAT(read(zipped(parts)).error, HasSubstr("its sheet \"S\" is missing"));
}

TEST(XlsxReader, RefusesAttacks) {
  Parts doctype = workbook_parts("");
  doctype["xl/worksheets/one.xml"] = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>";
  EXPECT_THAT(read(zipped(doctype)).error, HasSubstr("document type"));

  std::string nested;
  for (int i = 0; i < 100; ++i) nested += "<a>";
  EXPECT_THAT(read_rows(nested).error, HasSubstr("nested too deeply"));

  const std::string bomb = zipped(workbook_parts(std::string(10'000'000, ' ')));
  EXPECT_LT(bomb.size(), 100'000U);
  EXPECT_THAT(read(bomb, {.unpacked_bytes_max = 1'000'000}).error,
              HasSubstr("unpacks to more than 1000000 bytes"));
  Parts texts = workbook_parts("");
  texts["xl/texts.xml"] = "<sst><si><t>" + std::string(100'000, 'x') + "</t></si></sst>";
  EXPECT_THAT(read(zipped(texts), {.shared_text_bytes_max = 50'000}).error,
              HasSubstr("texts take too much memory"));
  EXPECT_THAT(read(zipped(texts), {.parts_max = 3}).error, HasSubstr("more than 3 parts"));
  EXPECT_THAT(read_rows("<row><c t='str'><v>" + std::string(200'000, 'x') + "</v></c></row>").error,
              HasSubstr("text is too long"));
}

TEST(XlsxReader, AnyTruncationIsAnErrorAndNoCrash) {
  const std::string whole = zipped(workbook_parts("<row><c><v>1</v></c></row>"));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_NE(read(whole.substr(0, size)).error, "") << size;
  }
}

// A workbook of ours that LibreOffice 7.4 opened and saved: other styles, other order of parts.
TEST(XlsxReader, ReadsWhatLibreOfficeWrites) {
  const auto source =
      read_source(fs::path(OPENITMO_SOURCE_DIR) / "tests/fixtures", "written_by_libreoffice.xlsx");
  ASSERT_TRUE(source) << source.error().to_text(Language::en);
  auto book = XlsxBook::open(*source);
  ASSERT_TRUE(book) << book.error().to_text(Language::en);
  EXPECT_EQ(book->sheets()[0].name, "Données");
  XlsxRows rows = book->rows(0);
  ASSERT_TRUE(rows.next());
  EXPECT_EQ(text_of(rows.cells()[0]), "Titre");
  ASSERT_TRUE(rows.next());
  ASSERT_EQ(rows.cells().size(), 4U);
  EXPECT_EQ(text_of(rows.cells()[0]), "é\nz");
  EXPECT_EQ(text_of(rows.cells()[1]), "n:1234.5");
  EXPECT_EQ(text_of(rows.cells()[2]), "2024-02-29T00:00:00Z");
  EXPECT_TRUE(rows.cells()[3].shown_as_percent);
  EXPECT_EQ(rows.error().en, "");
}

TEST(ColumnLetters, CountAsSpreadsheetsDo) {
  EXPECT_EQ(column_letters(0), "A");
  EXPECT_EQ(column_letters(25), "Z");
  EXPECT_EQ(column_letters(26), "AA");
  EXPECT_EQ(column_letters(16'383), "XFD");
}

}  // namespace
}  // namespace openitmo::files
