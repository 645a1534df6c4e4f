#include "files/xlsx/check_workbook.h"

#include <algorithm>
#include <fmt/format.h>

#include "files/aef/check_words.h"
#include "files/html/words_check.h"
#include "files/xlsx/writer.h"
#include "party/demonstration.h"

namespace openitmo::files {

namespace {

constexpr std::uint32_t kHeaderRow = 1;  // the demonstration line stands above it

class Sheet {
 public:
  Sheet(XlsxWriter& writer, const Words& name, Language language, bool demonstration)
      : sheet_(writer.add_sheet(std::string(name.in(language)))), language_(language) {
    if (demonstration) sheet_.text(0, 0, kDemonstrationLine, {.bold = true, .font_rgb = 0xc00000});
  }

  void header(const std::vector<Words>& names, const std::vector<double>& widths) {
    for (std::uint32_t i = 0; i < names.size(); ++i) {
      sheet_.text(kHeaderRow, i, names[i].in(language_),
                  {.bold = true, .wrap = true, .border = true, .fill_rgb = 0xd9e1f2});
      sheet_.column_width(i, i, widths[i]);
    }
    sheet_.freeze(kHeaderRow + 1, 0);
    sheet_.print({.repeated_rows = kHeaderRow + 1, .footer = "&L&8&A&R&8&P / &N"});
  }
  void next_row() {
    ++row_;
    column_ = 0;
  }
  void text(std::string_view text) {
    const CellLook look{.wrap = true, .border = true, .top = true};
    if (text.empty())
      sheet_.blank(row_, column_, look);
    else
      sheet_.text(row_, column_, text, look);
    ++column_;
  }
  void counts(const FindingCounts& counts) {
    for (const std::size_t number : {counts.inconsistencies, counts.not_available, counts.warnings})
      sheet_.number(row_, column_++, static_cast<double>(number), {.border = true, .top = true});
  }

 private:
  XlsxSheet& sheet_;
  Language language_;
  std::uint32_t row_ = kHeaderRow;
  std::uint32_t column_ = 0;
};

// The same submissions give the same bytes.
Instant created(const CheckedFolder& checked) {
  Date latest;
  for (const auto& submission : checked.submissions)
    latest = std::max(latest, submission.submission_date);
  return Instant(latest.days());
}

void refuse_too_many(const CheckedFolder& checked, const std::filesystem::path& path) {
  if (checked.findings.size() + kHeaderRow + 1 <= kSheetRowsMax) return;
  throw FileError(path.string(),
                  Text({"{} findings do not fit a sheet of {} rows",
                        "{} constats ne tiennent pas dans une feuille de {} lignes"},
                       checked.findings.size(), kSheetRowsMax),
                  Words("use --json", "utilisez --json"));
}

}  // namespace

void write_check_workbook(const CheckedFolder& checked, const std::filesystem::path& path,
                          Language language) {
  refuse_too_many(checked, path);
  const bool demonstration = is_demonstration(checked);
  XlsxWriter writer(path, {.title = std::string(words::check_document.in(language)),
                           .author = "OpenITMO",
                           .comments = demonstration ? std::string(kDemonstrationLine) : "",
                           .created = created(checked)});
  const auto counts = counts_by_file(checked);
  Sheet submissions(writer, words::check_submissions, language, demonstration);
  submissions.header(
      {words::check_submission, words::check_file, words::check_result,
       words::check_inconsistencies, words::check_not_available, words::check_warnings},
      {16, 28, 44, 15, 15, 15});
  for (std::size_t i = 0; i < checked.files.size(); ++i) {
    submissions.next_row();
    submissions.text(file_stem(checked.submissions[i]));
    submissions.text(checked.files[i].path);
    submissions.text(result_of(checked, i).in(language));
    submissions.counts(counts[i]);
  }
  Sheet pairs(writer, words::check_pairs, language, demonstration);
  pairs.header({words::check_pairs, words::check_inconsistencies, words::check_not_available,
                words::check_warnings},
               {16, 15, 15, 15});
  for (const PairCounts& pair : counts_by_pair(checked)) {
    pairs.next_row();
    pairs.text(fmt::format("{} {}", pair.one.view(), pair.other.view()));
    pairs.counts(pair.counts);
  }
  Sheet findings(writer, words::check_findings, language, demonstration);
  findings.header(
      {words::check_submission, words::check_rule, words::check_effect, words::check_place,
       words::check_what, words::check_remedy, words::check_against},
      {16, 8, 15, 34, 52, 44, 34});
  for (const auto& finding : checked.findings) {
    findings.next_row();
    findings.text(file_stem(checked.submissions[finding.at.submission]));
    findings.text(text_of(finding.rule).code);
    findings.text(effect_words(finding.effect()).in(language));
    findings.text(place_of(checked, finding.at, language));
    findings.text(what(finding, language));
    findings.text(remedy(finding, language));
    findings.text(finding.other ? place_of(checked, *finding.other, language) : std::string());
  }
  writer.close();
}

}  // namespace openitmo::files
