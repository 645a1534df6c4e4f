#include "files/html/report_html.h"

#include "files/html/document.h"
#include "files/html/sections.h"
#include "files/html/words_balances.h"
#include "files/html/words_charts.h"
#include "files/html/words_derivation.h"
#include "files/html/words_proof.h"
#include "files/html/words_reporting.h"
#include "files/html/words_summary.h"
#include "files/html/words_verification.h"

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
    {"verification", words::verification_section, verification_section},
    {"accounts", words::balances_section, balances_section},
    {"reporting", words::reporting_section, reporting_section},
    {"proof", words::proof_section, proof_section},
    {"sources", words::sources_section, sources_section},
};

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

  const bool has_registries = !run.registries.empty();
  return document_html(
      {.lang = std::string(page.speech.lang_attribute()),
       .kind = page.say(has_registries ? words::document_kind : words::document_kind_mrv),
       .title = page.speech.text(programme.title),
       .summary = page.speech.text(programme.summary),
       .demonstration_line = page.demonstration_line(),
       .page_word = page.say(words::page)},
      contents, body);
}

}  // namespace openitmo::files
