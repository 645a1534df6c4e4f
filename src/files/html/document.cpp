#include "files/html/document.h"

#include "files/html/report_page.h"
#include "files/html/style.h"

namespace openitmo::files {

namespace {

// What the style sheet can quote: letters, digits and harmless signs of a title.
std::string quotable(std::string_view text) {
  std::string kept;
  for (const char c : harmless(text))
    if (c != '"' && c != '\\' && c != '<' && c != '\n' && c != '\r') kept += c;
  return kept;
}

void add_head(Html& html, const DocumentFrame& frame) {
  html.open("head").new_line();
  html.empty("meta", {{"charset", "utf-8"}}).new_line();
  html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.new_line().element("title", frame.title).new_line();
  std::string style =
      report_style(frame.demonstration_line, quotable(frame.title), frame.page_word);
  style += frame.more_style;
  html.style(style);
  html.new_line().close("head").new_line();
}

void add_masthead(Html& html, const DocumentFrame& frame) {
  html.open("header").new_line();
  html.element("p", frame.kind, {{"class", "kind"}});
  html.element("h1", frame.title).new_line();
  add_paragraph(html, frame.summary);
  html.close("header").new_line();
}

}  // namespace

std::string document_html(const DocumentFrame& frame, const Html& contents, const Html& body) {
  Html html;
  html.open("html", {{"lang", frame.lang}}).new_line();
  add_head(html, frame);
  html.open("body").new_line();
  if (!frame.demonstration_line.empty())
    html.element("p", frame.demonstration_line, {{"class", "banner"}}).new_line();
  html.open("div", {{"class", "page"}}).new_line();
  add_masthead(html, frame);
  html.add(contents).open("main").new_line().add(body).close("main").new_line();
  html.close("div").close("body").new_line().close("html").new_line();
  return "<!DOCTYPE html>\n" + html.markup();
}

}  // namespace openitmo::files
