#include "files/html/design_section.h"

#include "files/html/monitoring_words.h"
#include "files/html/report_page.h"
#include "registry/design_changes.h"

namespace openitmo::files {

namespace {

namespace words = monitoring;

std::string shown(const ReportSpeech& speech, const Text& value) {
  return value.empty() ? speech.say(words::kUnknown) : speech.say(value);
}

}  // namespace

Html design_section(const registry::Programme& programme, const ReportSpeech& speech) {
  Html html;
  if (!programme.last_design) return html;
  const auto changes = registry::changes_since_last_design(programme);
  html.element("h2", speech.say(words::kDesignChanges)).new_line();
  Table table{.caption = speech.say(words::kDesignCaption, {programme.last_design->path}),
              .columns = {speech.say(words::kComponent), speech.say(words::kDesignWhat),
                          speech.say(words::kDesignBefore), speech.say(words::kDesignAfter),
                          speech.say(words::kDesignConsequence), speech.say(words::kDesignRule)},
              .text_columns = 6};
  for (const registry::DesignChange& change : changes)
    table.rows.push_back(
        {change.component.empty() ? speech.say(words::kUnknown) : change.component,
         speech.say(change.what), shown(speech, change.before), shown(speech, change.after),
         speech.say(change.needs_validation ? words::kNewValidation : words::kForVerifier),
         speech.say(change.rule)});
  if (changes.empty()) table.notes = {speech.say(words::kNoDesignChanges)};
  html.add(table_html(table));
  return html;
}

}  // namespace openitmo::files
