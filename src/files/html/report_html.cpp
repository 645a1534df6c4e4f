#include "files/html/report_html.h"

#include "files/html/sections.h"
#include "files/html/style.h"
#include "files/html/words_balances.h"
#include "files/html/words_charts.h"
#include "files/html/words_derivation.h"
#include "files/html/words_proof.h"
#include "files/html/words_reporting.h"
#include "files/html/words_summary.h"

namespace openitmo::files {

namespace {

struct Section {
  std::string_view id;
  const Words& heading;
  Html (*make)(const Page&);
};

constexpr Section kSections[] = {
    {"summary", words::summary_heading, summary_section},
    {"pictures", words::pictures, pictures_section},
    {"derivation", words::derivation_section, derivation_section},
    {"accounts", words::balances_section, balances_section},
    {"reporting", words::reporting_section, reporting_section},
    {"proof", words::proof_section, proof_section},
    {"sources", words::sources_section, sources_section},
};

// What the style sheet can quote: letters, digits and harmless signs of a title.
std::string quotable(std::string_view text) {
  std::string kept;
  for (const char c : harmless(text))
    if (c != '"' && c != '\\' && c != '<' && c != '\n' && c != '\r') kept += c;
  return kept;
}

void add_head(Html& html, const Page& page) {
  const std::string& title = page.speech.text(page.programme.title);
  html.open("head").new_line();
  html.empty("meta", {{"charset", "utf-8"}}).new_line();
  html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.new_line().element("title", title).new_line();
  html.style(report_style(page.demonstration_line(), quotable(title), page.say(words::page)));
  html.new_line().close("head").new_line();
}

void add_masthead(Html& html, const Page& page) {
  html.open("header").new_line();
  html.element(
      "p", page.say(page.run.registries.empty() ? words::document_kind_mrv : words::document_kind),
      {{"class", "kind"}});
  html.element("h1", page.speech.text(page.programme.title)).new_line();
  add_paragraph(html, page.speech.text(page.programme.summary));
  html.close("header").new_line();
}

}  // namespace

std::string report_html(const registry::Programme& programme, const registry::ProgrammeRun& run,
                        Language language) {
  const Page page{programme, run, Speech(language)};
  Html contents;
  Html body;
  contents.open("nav", {{"aria-label", page.say(words::contents)}}).open("ol").new_line();
  for (const Section& section : kSections) {
    const Html part = section.make(page);
    if (part.is_empty()) continue;
    contents.open("li").element("a", page.say(section.heading),
                                {{"href", "#" + std::string(section.id)}});
    contents.close("li").new_line();
    body.add(part);
  }
  contents.close("ol").close("nav").new_line();

  Html html;
  html.open("html", {{"lang", std::string(page.speech.lang_attribute())}}).new_line();
  add_head(html, page);
  html.open("body").new_line();
  if (programme.demonstration)
    html.element("p", page.demonstration_line(), {{"class", "banner"}}).new_line();
  html.open("div", {{"class", "page"}}).new_line();
  add_masthead(html, page);
  html.add(contents).open("main").new_line().add(body).close("main").new_line();
  html.close("div").close("body").new_line().close("html").new_line();
  return "<!DOCTYPE html>\n" + html.markup();
}

}  // namespace openitmo::files
