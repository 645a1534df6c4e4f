#include "files/xlsx/written_back.h"

#include <fmt/format.h>

#include "files/output.h"
#include "files/xlsx/package.h"
#include "files/xlsx/reader.h"

namespace openitmo::files {
namespace {

Text to_have_room() {
  return Words("free some space, then run again", "libérez de l'espace, puis recommencez");
}

// Numbers and texts in the cells of a sheet that libxlsxwriter wrote row by row. A "<" of a text
// would be escaped.
std::size_t values_in(PartStream& part) {
  constexpr std::string_view kTags[] = {"<v>", "<is>"};
  constexpr std::size_t kTagMax = 4;
  std::size_t count = 0;
  std::string text;
  while (true) {
    const std::string_view piece = part.next();
    text += piece;
    // What a tag may go on from into the next piece is looked at with that.
    const std::size_t end =
        piece.empty() || text.size() < kTagMax ? text.size() : text.size() - kTagMax + 1;
    const std::string_view all = text;
    for (auto at = all.find('<'); at < end; at = all.find('<', at + 1))
      for (const std::string_view tag : kTags)
        if (all.substr(at).starts_with(tag)) ++count;
    if (piece.empty()) return count;
    text.erase(0, end);
  }
}

void require_values(const std::string& path, const WrittenSheet& sheet, std::size_t count,
                    const Text& error) {
  if (!error.empty())
    throw FileError(path,
                    {{"sheet {} as written cannot be read back: {}",
                      "la feuille {} telle qu'écrite ne peut pas être relue : {}"},
                     in_quotes(sheet.name),
                     error},
                    to_have_room());
  if (count != sheet.values)
    throw FileError(path,
                    {{"sheet {} was written with {} values and reads back with {}",
                      "la feuille {} a été écrite avec {} valeurs et se relit avec {}"},
                     in_quotes(sheet.name),
                     sheet.values,
                     count},
                    to_have_room());
}

}  // namespace

void read_back(const Source& workbook, const std::string& path,
               const std::vector<WrittenSheet>& sheets) {
  Read<XlsxBook> book = XlsxBook::open(workbook);
  if (!book || book->sheets().size() != sheets.size())
    throw FileError(path,
                    {{"the workbook as written cannot be read back",
                      "le classeur tel qu'écrit ne peut pas être relu"}},
                    to_have_room());
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    XlsxRows rows = book->rows(i);
    std::size_t count = 0;
    while (rows.next())
      for (const Cell& cell : rows.cells()) count += cell.kind == Cell::Kind::empty ? 0 : 1;
    require_values(path, sheets[i], count, rows.error());
  }
}

void count_back(const Source& workbook, const std::string& path,
                const std::vector<WrittenSheet>& sheets) {
  Package package(workbook.bytes, {});
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    PartStream part(package, fmt::format("xl/worksheets/sheet{}.xml", i + 1));
    const std::size_t count = values_in(part);
    require_values(path, sheets[i], count,
                   package.error().empty() ? part.error() : package.error());
  }
}

}  // namespace openitmo::files
