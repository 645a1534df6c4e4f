#include <algorithm>

#include "files/html/derivation_html.h"
#include "files/html/sections.h"
#include "files/html/words_derivation.h"

namespace openitmo::files {

namespace {

// By component as the programme lists them, then by period.
std::vector<const registry::ComponentResult*> ordered_results(const Page& page) {
  std::vector<const registry::ComponentResult*> results;
  for (const registry::ComponentResult& result : page.run.results) results.push_back(&result);
  const auto place = [&](const registry::ComponentResult* result) {
    const auto& components = page.programme.components;
    return std::pair(
        std::ranges::find(components, result->component, &registry::ProgrammeComponent::id) -
            components.begin(),
        result->quantification.period.first);
  };
  std::ranges::stable_sort(results, {}, place);
  return results;
}

}  // namespace

Html derivation_section(const Page& page) {
  Html html;
  if (page.run.results.empty()) return html;
  html.open("section", {{"id", "derivation"}}).new_line();
  html.element("h2", page.say(words::derivation_section)).new_line();
  add_paragraph(html, page.say(words::derivation_intro));
  std::size_t number = 0;
  for (const registry::ComponentResult* result : ordered_results(page)) {
    const DateRange& period = result->quantification.period;
    html.element("h3", page.say(words::derivation_of,
                                {page.component_name(result->component),
                                 page.speech.day(period.first), page.speech.day(period.last)}));
    html.new_line().add(derivation_part(result->quantification, page.speech,
                                        {.id = "derivation-" + std::to_string(++number),
                                         .demonstration_line = page.demonstration_line()}));
    if (!result->result_sha256.empty())
      add_paragraph(html,
                    page.say(words::derivation_hashes,
                             {result->report, result->result_sha256, result->data_sha256}),
                    "hash");
  }
  return std::move(html.close("section").new_line());
}

}  // namespace openitmo::files
