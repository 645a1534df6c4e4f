#include <cstdint>
#include <string>
#include <zip.h>

#include "files/monitoring/read.h"
#include "files/xlsx/reader.h"
#include "quantity/check.h"

namespace {

using namespace openitmo;

// A zip file with a checksum over each part hides the XML behind it from random changes. So the
// bytes are tried as a whole file, and as the XML of one part of a workbook that is otherwise
// sound.
std::string workbook_around(const std::string& part, const std::string& xml) {
  const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const std::pair<std::string, std::string> parts[] = {
      {"_rels/.rels",
       "<R><Relationship Id='a' Type='" + type + "officeDocument' Target='xl/workbook.xml'/></R>"},
      {"xl/workbook.xml", "<w xmlns:r='v'><sheet name='S' r:id='a'/></w>"},
      {"xl/_rels/workbook.xml.rels", "<R><Relationship Id='a' Type='" + type +
                                         "worksheet' Target='s.xml'/><Relationship Id='b' Type='" +
                                         type +
                                         "styles' Target='y.xml'/><Relationship Id='c' Type='" +
                                         type + "sharedStrings' Target='t.xml'/></R>"},
      {"xl/s.xml", "<s><row><c t='s'><v>0</v></c></row></s>"},
      {"xl/y.xml", "<s><cellXfs><xf numFmtId='14'/></cellXfs></s>"},
      {"xl/t.xml", "<sst><si><t>x</t></si></sst>"}};
  zip_error_t error;
  zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(buffer);
  zip_t* archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
  for (const auto& [name, text] : parts) {
    const std::string& content = name == part ? xml : text;
    const zip_int64_t index = zip_file_add(
        archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0), 0);
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
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

void read_all(const std::string& bytes) {
  const files::XlsxLimits limits{.unpacked_bytes_max = 4'000'000};
  const files::Source source{.path = "f.xlsx", .bytes = bytes};
  auto book = files::XlsxBook::open(source, limits);
  if (!book) return;
  for (std::size_t sheet = 0; sheet < book->sheets().size() && sheet < 4; ++sheet) {
    files::XlsxRows rows = book->rows(sheet);
    std::uint32_t previous = 0;
    while (rows.next()) {
      check(rows.row() > previous && rows.cells().size() <= files::XlsxRows::kColumnsMax,
            "rows are in order and within the sheet");
      previous = rows.row();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(bytes + 1), size - 1);
  constexpr const char* kParts[] = {"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                                    "xl/s.xml",    "xl/y.xml",        "xl/t.xml"};
  const std::size_t choice = bytes[0] % 7;
  const std::string file = choice < 6 ? workbook_around(kParts[choice], text) : text;
  read_all(file);
  mrv::MonitoringData data;
  const files::ReadResult result = files::read_electricity({.path = "f.xlsx", .bytes = file}, data);
  check(result.has_value() == (data.files.size() == 1), "a file is read whole or not at all");
  return 0;
}
