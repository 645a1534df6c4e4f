#include "files/html/bench_html.h"

#include <array>
#include <fmt/format.h>

#include "files/html/document.h"
#include "files/html/report_page.h"
#include "files/html/words_bench.h"
#include "files/html/words_summary.h"
#include "files/source.h"
#include "journal/hash.h"
#include "reporting/aef_text.h"

namespace openitmo::files {

namespace {

struct PictureKind {
  std::string_view ending;
  std::string_view type;
};
constexpr std::array<PictureKind, 6> kPictures{{
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".gif", "image/gif"},
    {".webp", "image/webp"},
}};

// Nothing for a file that is no picture by its name.
std::string_view picture_type(std::string_view path) {
  std::string lower(path);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  for (const PictureKind& kind : kPictures)
    if (lower.ends_with(kind.ending)) return kind.type;
  return {};
}

constexpr std::string_view kStyle = R"(
.ticket{display:grid;grid-template-columns:minmax(240px,2fr) 3fr;gap:4px 26px;
break-inside:avoid;border-top:1px solid var(--line);padding:10px 0 16px}
.ticket h3{grid-column:1/-1;margin:.2em 0}
.ticket table{margin:0}
.ticket img{width:100%;height:auto;border:1px solid var(--line);background:#fff}
.ticket pre{margin:0;padding:10px;border:1px solid var(--line);white-space:pre-wrap;
font-size:.9rem}
.blank{width:100%}
.blank td{height:2.2em;min-width:6em}
.none{padding:10px;border:2px solid #7a1f00;font-weight:600}
@media print{.ticket{grid-template-columns:2fr 3fr}}
)";

class BenchPage {
 public:
  BenchPage(const Worksheet& worksheet, const Speech& speech)
      : worksheet_(worksheet), speech_(speech) {}

  Html body() const {
    Html html;
    html.element("h2", speech_.say(words::bench_sample)).new_line();
    Table about{.caption = speech_.say(words::bench_sample),
                .columns = {speech_.say(words::bench_item), speech_.say(words::bench_value)},
                .text_columns = 2};
    for (const HeadItem& line : head_items(worksheet_))
      about.rows.push_back({speech_.say(line.item), speech_.say(line.value)});
    html.add(table_html(about));
    for (const WorksheetLine& line : worksheet_.lines) add_ticket(html, line);
    return html;
  }

 private:
  void add_ticket(Html& html, const WorksheetLine& line) const {
    const std::string ticket(line.ticket.view());
    html.open("section", {{"class", "ticket"}}).new_line();
    html.element("h3", speech_.say(words::bench_ticket, {ticket})).new_line();
    html.open("div").new_line();
    add_record(html, line);
    html.close("div").open("div").new_line();
    add_scan(html, line.scan, ticket);
    html.close("div").close("section").new_line();
  }

  void add_row(Html& html, const Words& name, std::string_view value) const {
    html.open("tr").element("th", speech_.say(name), {{"scope", "row"}});
    html.element("td", value).close("tr").new_line();
  }

  void add_record(Html& html, const WorksheetLine& line) const {
    html.open("table").element("caption", speech_.say(words::bench_recorded)).open("tbody");
    html.new_line();
    add_row(html, words::bench_place, fmt::format("{}:{}", line.file, line.row));
    add_row(html, words::bench_time, line.time.to_string());
    add_row(html, words::bench_gross, speech_.whole(line.gross_kg));
    add_row(html, words::bench_tare, speech_.whole(line.tare_kg));
    add_row(html, words::bench_net, speech_.whole(line.gross_kg - line.tare_kg));
    html.close("tbody").close("table").new_line();
    html.open("table", {{"class", "blank"}}).element("caption", speech_.say(words::bench_seen));
    html.open("tbody").new_line();
    add_row(html, words::bench_gross, "");
    add_row(html, words::bench_tare, "");
    add_row(html, words::bench_remark, "");
    html.close("tbody").close("table").new_line();
  }

  void add_scan(Html& html, const Scan& scan, const std::string& ticket) const {
    const auto none = [&](std::string_view text) {
      html.element("p", text, {{"class", "none"}}).new_line();
    };
    if (scan.path.empty()) return none(speech_.say(words::bench_no_place));
    if (scan.sha256.empty()) return none(speech_.say(words::bench_no_scan, {scan.path}));
    const std::string_view type = picture_type(scan.path);
    const bool is_small = scan.bytes.size() <= kShownScanBytesMax;
    if (is_small && !type.empty())
      html.empty("img", {{"src", fmt::format("data:{};base64,{}", type,
                                             journal::to_base64(std::string_view(scan.bytes)))},
                         {"alt", speech_.say(words::bench_scan_of, {ticket})}});
    else if (is_small && scan.path.ends_with(".txt") && is_utf8(scan.bytes))
      html.element("pre", scan.bytes);
    else
      none(speech_.say(words::bench_not_shown, {scan.path}));
    html.new_line();
    add_paragraph(html, fmt::format("{}, SHA-256 {}", scan.path, scan.sha256), "hash");
  }

  const Worksheet& worksheet_;
  const Speech& speech_;
};

}  // namespace

std::string bench_html(const Worksheet& worksheet, const Text& programme_title,
                       const Text& component_name, Language language) {
  const Speech speech(language);
  std::string title = speech.text(component_name);
  if (!worksheet.head.report.empty()) title += ", " + worksheet.head.report;
  return document_html(
      {.lang = std::string(speech.lang_attribute()),
       .kind = speech.say(words::bench_document),
       .title = title,
       .summary = speech.text(programme_title) + ". " + speech.say(words::bench_intro),
       .demonstration_line =
           worksheet.demonstration ? std::string(reporting::kDemonstrationLine) : std::string(),
       .page_word = speech.say(words::page),
       .more_style = kStyle},
      Html(), BenchPage(worksheet, speech).body());
}

}  // namespace openitmo::files
