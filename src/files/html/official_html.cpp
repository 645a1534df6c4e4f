#include "files/html/official_html.h"

#include <algorithm>
#include <fmt/format.h>

#include "files/html/document.h"
#include "files/html/official_style.h"
#include "files/html/official_words.h"
#include "files/html/report_page.h"
#include "files/html/report_words.h"
#include "party/demonstration.h"
#include "reporting/report_parts.h"

namespace openitmo::files {

namespace {

namespace words = official;
using reporting::Block;
using reporting::DataTable;
using reporting::DocumentSection;
using reporting::EntryNumbers;
using reporting::OfficialDocument;

// Wider tables stand on a page of their own, across.
constexpr std::size_t kPortraitColumnsMax = 8;

// Runs of numbers: 12, 15–18.
struct Run {
  std::uint64_t first;
  std::uint64_t last;
};
std::vector<Run> runs_of(const EntryNumbers& entries) {
  std::vector<Run> runs;
  for (const std::uint64_t number : entries)
    if (!runs.empty() && number <= runs.back().last + 1)
      runs.back().last = std::max(runs.back().last, number);
    else
      runs.push_back({number, number});
  return runs;
}

class OfficialPage {
 public:
  OfficialPage(const OfficialDocument& document, ReportLanguage language)
      : document_(document), speech_(language) {}

  std::string page() {
    Html body;
    Html contents;
    add_missing(contents);
    if (std::ranges::any_of(document_.sections,
                            [](const DocumentSection& one) { return !one.sections.empty(); }))
      add_contents(contents);
    for (const DocumentSection& section : document_.sections) add_section(body, section, 2);
    add_assumptions(body);
    add_entries(body);
    return document_html(
        {.lang = std::string(code_of(speech_.language())),
         .kind = speech_.say(words::kKind),
         .title = speech_.say(document_.title),
         .summary = moment(),
         .demonstration_line =
             document_.demonstration ? std::string(kDemonstrationLine) : std::string(),
         .page_word = speech_.say(words::kPage),
         .more_style = official_style()},
        contents, body);
  }

 private:
  std::string moment() const {
    return speech_.say(words::kMoment,
                       {speech_.say(document_.subtitle), speech_.day(document_.date),
                        document_.registry.to_string(), std::to_string(document_.entry_count)});
  }

  // Chapters of an approach come once for each, so their numbers alone are no anchors; a section
  // without number has its paragraph.
  static std::string anchor(const std::string& number, const std::string& paragraph,
                            const std::string& approach) {
    std::string id = fmt::format("s-{}-{}", number.empty() ? paragraph : number, approach);
    std::ranges::replace(id, ' ', '-');
    std::ranges::replace(id, '.', '-');
    return id;
  }

  void add_missing(Html& html) const {
    const auto missing = missing_items(document_);
    if (missing.empty()) return;
    html.open("section", {{"class", "draft"}}).new_line();
    html.element("p", speech_.say(words::kDraft), {{"class", "draft-mark"}}).new_line();
    add_paragraph(html, speech_.say(words::kMissingCount, {std::to_string(missing.size())}));
    html.open("ul").new_line();
    for (const reporting::MissingItem& item : missing) {
      html.open("li");
      std::string place = speech_.say(words::kParagraph, {item.part.paragraph});
      if (!item.number.empty()) place = fmt::format("{} ({})", item.number, place);
      if (!item.approach.empty()) place = fmt::format("{}, {}", place, item.approach);
      html.element("a", place,
                   {{"href", "#" + anchor(item.number, item.part.paragraph, item.approach)}});
      html.text(" ").text(speech_.say(item.part.what)).close("li").new_line();
    }
    html.close("ul").close("section").new_line();
  }

  std::string heading_of(const DocumentSection& section, bool in_contents) const {
    std::string text = speech_.say(section.heading);
    const bool is_numbered = !section.number.empty() && !section.number.contains(' ');
    const std::string_view stop = section.number.ends_with(')') ? "" : ".";
    if (is_numbered) text = fmt::format("{}{} {}", section.number, stop, text);
    const bool is_chapter = !section.number.contains('.');
    if (is_chapter && !section.approach.empty())
      text = fmt::format("{} – {}", text, section.approach);
    constexpr std::size_t kLineMax = 105;
    if (in_contents && text.size() > kLineMax) {
      const std::size_t end = text.rfind(' ', kLineMax);
      text = text.substr(0, end) + " …";
    }
    return text;
  }

  void add_contents_of(Html& html, const DocumentSection& section, int depth) const {
    html.open("li", {{"class", fmt::format("depth{}", depth)}});
    html.element("a", heading_of(section, true),
                 {{"href", "#" + anchor(section.number, section.paragraph, section.approach)}});
    html.close("li").new_line();
    for (const DocumentSection& inner : section.sections) add_contents_of(html, inner, depth + 1);
  }

  void add_contents(Html& html) const {
    html.open("nav", {{"class", "toc"}}).new_line();
    html.element("h2", speech_.say(words::kContents)).new_line();
    html.open("ul").new_line();
    for (const DocumentSection& section : document_.sections) add_contents_of(html, section, 0);
    html.close("ul").close("nav").new_line();
  }

  void add_section(Html& html, const DocumentSection& section, int level) const {
    html.open("section", {{"id", anchor(section.number, section.paragraph, section.approach)},
                          {"class", level == 2 && !section.sections.empty() ? "chapter" : "part"}});
    html.new_line();
    const std::string tag = fmt::format("h{}", std::min(level, 5));
    html.open(tag).text(heading_of(section, false));
    if (!section.paragraph.empty()) {
      html.text(" ");
      html.element("span", speech_.say(words::kParagraph, {section.paragraph}),
                   {{"class", "paragraph"}});
    }
    html.close(tag).new_line();
    for (const Block& block : section.blocks)
      std::visit([&](const auto& one) { add(html, one); }, block);
    for (const DocumentSection& inner : section.sections) add_section(html, inner, level + 1);
    html.close("section").new_line();
  }

  void add_entries_of(Html& html, const EntryNumbers& entries) const {
    if (entries.empty()) return;
    html.text(" ").open("span", {{"class", "entries"}});
    html.text(speech_.say(entries.size() == 1 ? words::kEntry : words::kEntries)).text("\u00A0");
    bool first = true;
    for (const Run& run : runs_of(entries)) {
      if (!first) html.text(", ");
      first = false;
      link_entry(html, run.first);
      if (run.last == run.first) continue;
      html.text("–");
      link_entry(html, run.last);
    }
    html.close("span");
  }

  static void link_entry(Html& html, std::uint64_t number) {
    html.element("a", std::to_string(number), {{"href", fmt::format("#entry-{}", number)}});
  }

  void add(Html& html, const reporting::Sentence& sentence) const {
    html.open("p").text(speech_.say(sentence.text));
    add_entries_of(html, sentence.entries);
    html.close("p").new_line();
  }

  void add(Html& html, const reporting::StatedText& stated) const {
    html.open("div", {{"class", "stated"}}).new_line();
    add_paragraph(html, speech_.say(stated.text));
    std::string from =
        speech_.say(words::kStated, {speech_.say(reporting::basis_text(stated.basis))});
    if (!stated.source.empty()) from += speech_.say(words::kSource, {stated.source});
    if (!stated.evidence.reference.empty())
      from += speech_.say(words::kEvidence,
                          {stated.evidence.reference, stated.evidence.sha256.substr(0, 16) + "…"});
    if (stated.from_earlier_report) from += speech_.say(words::kUnchanged);
    add_paragraph(html, from, "fine");
    html.close("div").new_line();
  }

  void add(Html& html, const reporting::ConfidentialPart& part) const {
    add_paragraph(html, speech_.say(words::kConfidential, {speech_.say(part.basis)}), "withheld");
  }

  void add(Html& html, const reporting::NotApplicable& reason) const {
    html.open("p", {{"class", "reason"}}).text(speech_.say(reason.reason));
    add_entries_of(html, reason.entries);
    html.close("p").new_line();
  }

  void add(Html& html, const reporting::MissingPart& missing) const {
    html.open("p", {{"class", "missing"}});
    html.element("strong", speech_.say(words::kMissing));
    html.text(fmt::format(" ({}): ", speech_.say(words::kParagraph, {missing.paragraph})));
    html.text(speech_.say(missing.what)).text(". ");
    html.text(speech_.say(words::kRemedy, {speech_.say(missing.remedy)})).text(".");
    html.close("p").new_line();
  }

  void add(Html& html, const DataTable& table) const {
    const bool is_wide = table.columns.size() > kPortraitColumnsMax;
    html.open("div", {{"class", is_wide ? "scroll wide" : "scroll"}}).open("table").new_line();
    if (!table.caption.empty()) html.element("caption", speech_.say(table.caption)).new_line();
    html.open("thead").open("tr");
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      html.element("th", speech_.say(table.columns[i]),
                   {{"scope", "col"}, {"class", i < table.text_columns ? "words" : "number"}});
    html.close("tr").close("thead").new_line().open("tbody").new_line();
    for (std::size_t i = 0; i < table.rows.size(); ++i)
      add_row(html, table, i, table.last_row_is_sum && i + 1 == table.rows.size());
    html.close("tbody").close("table").new_line();
    for (const ReportText& note : table.notes) add_paragraph(html, speech_.say(note), "fine hash");
    html.close("div").new_line();
  }

  void add_row(Html& html, const DataTable& table, std::size_t at, bool is_sum) const {
    const auto& row = table.rows[at];
    html.open("tr", {{"class", is_sum ? "sum" : "row"}});
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string tag = i == 0 ? "th" : "td";
      html.open(tag, {{"class", i < table.text_columns ? "words" : "number figure"}});
      html.text(speech_.say(row[i].text));
      add_entries_of(html, row[i].entries);
      html.close(tag);
    }
    html.close("tr").new_line();
  }

  void add_assumptions(Html& html) const {
    if (document_.assumptions.empty()) return;
    html.open("section", {{"class", "part"}}).element("h2", speech_.say(words::kAssumptions));
    html.open("ul").new_line();
    for (const ReportText& assumption : document_.assumptions)
      html.element("li", speech_.say(assumption)).new_line();
    html.close("ul").close("section").new_line();
  }

  void add_entries(Html& html) const {
    if (document_.entries.empty()) return;
    html.open("section", {{"class", "part"}}).element("h2", speech_.say(words::kNamedEntries));
    html.new_line();
    add_paragraph(html, speech_.say(words::kEntriesNote, {document_.registry.to_string()}));
    html.open("div", {{"class", "scroll"}}).open("table").open("thead").open("tr");
    for (const ReportWords* column :
         {&words::kNumber, &words::kEffective, &words::kRecorded, &words::kType})
      html.element("th", speech_.say(*column), {{"scope", "col"}});
    html.close("tr").close("thead").new_line().open("tbody").new_line();
    for (const reporting::NamedEntry& entry : document_.entries) {
      html.open("tr", {{"id", fmt::format("entry-{}", entry.number)}});
      html.element("th", std::to_string(entry.number));
      html.element("td", speech_.day(entry.effective)).element("td", speech_.day(entry.recorded));
      html.open("td").element("code", entry.type).close("td").close("tr").new_line();
    }
    html.close("tbody").close("table").close("div").close("section").new_line();
  }

  const OfficialDocument& document_;
  ReportSpeech speech_;
};

}  // namespace

std::string official_html(const OfficialDocument& document, ReportLanguage language) {
  return OfficialPage(document, language).page();
}

}  // namespace openitmo::files
