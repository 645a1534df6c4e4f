#include "registry/design_changes.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/quantified.h"

namespace openitmo::cli {

namespace {

using registry::DesignChange;

// One of the two designs may not have it.
std::string said(const Terminal& terminal, const Text& value) {
  return std::string(value.empty() ? terminal.say(Words("none", "rien")) : terminal.say(value));
}

void show(Terminal& terminal, const std::vector<DesignChange>& changes) {
  if (changes.empty())
    return terminal.line(terminal.say(Words("nothing changed", "rien n'a changé")));
  for (const DesignChange& change : changes) {
    terminal.line(fmt::format("{}{}{}{}{} -> {}", change.component,
                              change.component.empty() ? "" : ", ", terminal.say(change.what),
                              terminal.colon(), said(terminal, change.before),
                              said(terminal, change.after)));
    terminal.line(fmt::format("  {}{}{}",
                              change.needs_validation
                                  ? terminal.say(Words("new validation", "nouvelle validation"))
                                  : terminal.say(Words("for the verifier", "pour le vérificateur")),
                              terminal.colon(), terminal.say(change.rule)));
  }
  const auto count = std::ranges::count(changes, true, &DesignChange::needs_validation);
  terminal.line("");
  terminal.line(terminal.say(Text({"{} changes, {} need a new validation",
                                   "{} changements, {} demandent une nouvelle validation"},
                                  changes.size(), count)));
}

std::string json_of(const std::vector<DesignChange>& changes, bool demonstration,
                    Language language) {
  boost::json::array list;
  for (const DesignChange& change : changes)
    list.push_back({{"subject", name_of(change.subject)},
                    {"component", change.component},
                    {"what", change.what.in(language)},
                    {"before", change.before.in(language)},
                    {"after", change.after.in(language)},
                    {"needs_validation", change.needs_validation},
                    {"rule", change.rule.in(language)}});
  return boost::json::serialize(
      boost::json::object{{"demonstration", demonstration}, {"changes", std::move(list)}});
}

}  // namespace

int design_changes(const DesignChangesOptions& options) {
  Terminal terminal(options.language);
  const auto before = read_programme(terminal, options.before);
  if (!before) return kCannot;
  const auto after = read_programme(terminal, options.after);
  if (!after) return kCannot;
  std::optional<std::vector<std::string>> own;
  std::string source;
  if (after->last_design) {
    own = after->last_design->needs_validation;
    source = after->last_design->source;
  }
  const auto changes = registry::design_changes(*before, *after, own, source);
  const bool demonstration = before->demonstration || after->demonstration;
  if (options.json) {
    terminal.line(json_of(changes, demonstration, options.language));
  } else {
    if (demonstration) terminal.banner(terminal.say(words::kDemonstration));
    show(terminal, changes);
  }
  return changes.empty() ? kDone : kRefused;
}

}  // namespace openitmo::cli
