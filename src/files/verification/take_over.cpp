#include <algorithm>

#include "files/verification/worksheet.h"
#include "files/verification/worksheet_words.h"

namespace openitmo::files {

namespace {

// The rows of an earlier worksheet, one after the other, into the new one.
class TakingOver {
 public:
  TakingOver(Worksheet& worksheet, const FilledWorksheet& filled, const std::string& path)
      : worksheet_(worksheet), filled_(filled), path_(path) {}

  Read<std::size_t> take() {
    std::size_t taken = 0;
    for (const FilledLine& line : filled_.lines) {
      if (!line.seen && line.remark.empty()) continue;
      if (!same_sample()) {
        refuse(0, Text({"it is filled in, of another sample (seed {})",
                        "elle est remplie, pour un autre échantillon (graine {})"},
                       filled_.head.seed));
        break;
      }
      take(line);
      ++taken;
    }
    if (!problems_.empty()) return std::unexpected(problems_);
    return taken;
  }

 private:
  bool same_sample() const {
    SampleHead head = filled_.head;
    head.size = worksheet_.head.size;
    return head == worksheet_.head;
  }

  void take(const FilledLine& line) {
    const auto to = std::ranges::find(
        worksheet_.lines, std::string_view(line.ticket),
        [](const WorksheetLine& one) -> std::string_view { return one.ticket.view(); });
    if (to == worksheet_.lines.end())
      return refuse(line.row, Words("it is filled in, and this sample does not draw the ticket",
                                    "elle est remplie, et cet échantillon ne tire pas ce ticket"));
    if (line.scan_sha256 != to->scan.sha256)
      return refuse(line.row, Words("it is filled in, from a scan that has changed since",
                                    "elle est remplie, d'après un scan qui a changé depuis"));
    const bool taken_before = to->seen || !to->remark.empty();
    if (taken_before && (to->seen != line.seen || to->remark != line.remark))
      return refuse(line.row, Words("worksheet.csv and worksheet.xlsx say different things of it",
                                    "worksheet.csv et worksheet.xlsx en disent des choses "
                                    "différentes"));
    to->seen = line.seen;
    to->remark = line.remark;
  }

  void refuse(std::uint32_t row, Text what) {
    problems_.add(
        {.path = path_,
         .row = row,
         .key = std::string(worksheet::kColumnWords[worksheet::kGrossSeen].in(filled_.language)),
         .what = std::move(what),
         .remedy = Words("choose another folder with -o; this one stays as it is",
                         "choisissez un autre dossier avec -o ; celui-ci reste tel quel")});
  }

  Worksheet& worksheet_;
  const FilledWorksheet& filled_;
  const std::string& path_;
  Problems problems_;
};

}  // namespace

Read<std::size_t> take_over(Worksheet& worksheet, const FilledWorksheet& filled,
                            const std::string& path) {
  return TakingOver(worksheet, filled, path).take();
}

}  // namespace openitmo::files
