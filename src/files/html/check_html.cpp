#include "files/html/check_html.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "files/aef/check_words.h"
#include "files/html/document.h"
#include "files/html/report_page.h"
#include "files/html/words_check.h"
#include "files/html/words_summary.h"
#include "party/demonstration.h"

namespace openitmo::files {

namespace {

using reporting::Finding;

class CheckPage {
 public:
  CheckPage(const CheckedFolder& checked, const Speech& speech)
      : checked_(checked), speech_(speech) {}

  Html body() const {
    Html html;
    add_submissions(html);
    add_pairs(html);
    add_unreadable(html);
    html.element("h2", speech_.say(words::check_findings)).new_line();
    if (checked_.findings.empty()) add_paragraph(html, speech_.say(words::check_none));
    for (std::size_t file = 0; file < checked_.files.size(); ++file) add_findings(html, file);
    if (checked_.findings.size() > kShownFindingsMax)
      add_paragraph(html, speech_.say(words::check_rest,
                                      {count(kShownFindingsMax), count(checked_.findings.size())}));
    return html;
  }

 private:
  std::string count(std::size_t number) const {
    return speech_.whole(static_cast<std::int64_t>(number));
  }
  std::vector<std::string> cells(std::vector<std::string> first,
                                 const FindingCounts& counts) const {
    for (const std::size_t number : {counts.inconsistencies, counts.not_available, counts.warnings})
      first.push_back(count(number));
    return first;
  }
  std::vector<std::string> columns(std::vector<std::string> first) const {
    for (const Words& words :
         {words::check_inconsistencies, words::check_not_available, words::check_warnings})
      first.push_back(speech_.say(words));
    return first;
  }

  void add_submissions(Html& html) const {
    html.element("h2", speech_.say(words::check_submissions)).new_line();
    Table table{
        .caption = speech_.say(words::check_submissions),
        .columns = columns({speech_.say(words::check_submission), speech_.say(words::check_file),
                            speech_.say(words::check_result)}),
        .text_columns = 3};
    const auto counts = counts_by_file(checked_);
    for (std::size_t i = 0; i < checked_.files.size(); ++i)
      table.rows.push_back(cells({file_stem(checked_.submissions[i]), checked_.files[i].path,
                                  speech_.say(result_of(checked_, i))},
                                 counts[i]));
    html.add(table_html(table));
  }

  void add_pairs(Html& html) const {
    const auto pairs = counts_by_pair(checked_);
    if (pairs.empty()) return;
    html.element("h2", speech_.say(words::check_pairs)).new_line();
    Table table{.caption = speech_.say(words::check_pairs_caption),
                .columns = columns({speech_.say(words::check_pairs)})};
    for (const PairCounts& pair : pairs)
      table.rows.push_back(
          cells({fmt::format("{} – {}", pair.one.view(), pair.other.view())}, pair.counts));
    html.add(table_html(table));
  }

  void add_unreadable(Html& html) const {
    if (checked_.unreadable.empty()) return;
    html.element("h2", speech_.say(words::check_unreadable)).new_line();
    std::vector<std::string> items;
    for (const Problems& problems : checked_.unreadable)
      items.push_back(problems.to_text(speech_.language()));
    add_list(html, items);
  }

  void add_findings(Html& html, std::size_t file) const {
    Table table{.caption = fmt::format("{}, {}", file_stem(checked_.submissions[file]),
                                       speech_.say(result_of(checked_, file))),
                .columns = {speech_.say(words::check_rule), speech_.say(words::check_effect),
                            speech_.say(words::check_place), speech_.say(words::check_what),
                            speech_.say(words::check_remedy), speech_.say(words::check_against)},
                .text_columns = 6};
    const std::size_t shown = std::min(checked_.findings.size(), kShownFindingsMax);
    for (std::size_t i = 0; i < shown; ++i)
      if (checked_.findings[i].at.submission == file)
        table.rows.push_back(row(checked_.findings[i]));
    if (table.rows.empty()) return;
    html.element("h3", checked_.files[file].path).new_line();
    html.add(table_html(table));
  }

  std::vector<std::string> row(const Finding& finding) const {
    const Language language = speech_.language();
    return {std::string(text_of(finding.rule).code),
            speech_.say(effect_words(finding.effect())),
            place_in(checked_.files[finding.at.submission], finding.at, language),
            speech_.say(Text::name(what(finding, language))),
            speech_.say(Text::name(remedy(finding, language))),
            finding.other ? place_of(checked_, *finding.other, language) : std::string()};
  }

  const CheckedFolder& checked_;
  const Speech& speech_;
};

}  // namespace

std::string check_html(const CheckedFolder& checked, Language language) {
  const Speech speech(language);
  std::set<PartyId> parties;
  for (const auto& submission : checked.submissions)
    if (!submission.party.empty()) parties.insert(submission.party);
  return document_html(
      {.lang = std::string(speech.lang_attribute()),
       .kind = speech.say(words::check_document),
       .title = speech.say(words::check_title,
                           {speech.whole(static_cast<std::int64_t>(checked.files.size())),
                            speech.whole(static_cast<std::int64_t>(parties.size()))}),
       .summary = speech.say(words::check_intro),
       .demonstration_line =
           is_demonstration(checked) ? std::string(kDemonstrationLine) : std::string(),
       .page_word = speech.say(words::page)},
      Html(), CheckPage(checked, speech).body());
}

}  // namespace openitmo::files
