#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/inventory.h"
#include "cli/journal_options.h"
#include "cli/quantified.h"
#include "files/html/explain_html.h"
#include "mrv/explanation.h"
#include "mrv/inventory/inventory_text.h"
#include "reporting/aef_text.h"

namespace openitmo::cli {

namespace {

using mrv::Explanation;

constexpr int kDepthOfText = 3;
constexpr int kDepthOfPages = 1000;

std::vector<Explanation> explanations_of(const std::vector<registry::ComponentResult>& results,
                                         const ExplainOptions& options) {
  const mrv::FigureQuestion asked{
      .symbol = options.figure.empty() ? "ER" : options.figure,
      .of = options.of,
      .period = options.period,
  };
  std::vector<Explanation> all;
  for (const registry::ComponentResult& result : results)
    for (Explanation& one : mrv::explain(result.quantification, result.report, asked, options.year))
      all.push_back(std::move(one));
  return all;
}

void show_unknown(const Terminal& terminal, const ExplainOptions& options) {
  std::string asked = options.figure;
  if (!options.of.empty()) asked += fmt::format(" {}", options.of);
  if (!options.period.empty()) asked += fmt::format(" {}", options.period);
  if (options.year != 0) asked += fmt::format(" {}", options.year);
  fmt::print(stderr, "{}\n",
             terminal.say(Text({"No figure is called {}. These exist:",
                                "Aucun chiffre ne s'appelle {}. Ceux-ci existent :"},
                               asked)));
}

void show_names(const Terminal& terminal, const std::string& of, CalendarYear year,
                const mrv::Derivation& derivation) {
  std::string names;
  for (const mrv::FigureName& name : figure_names(derivation)) {
    names += names.empty() ? name.symbol : fmt::format(", {}", name.symbol);
    if (name.count > 1) names += fmt::format(" ({})", name.count);
  }
  fmt::print(stderr, "{} {}{}{}\n", of, year.value(), terminal.colon(), names);
}

// What exists where nothing is called so: symbols once, then the years.
void show_known(const Terminal& terminal, const std::vector<registry::ComponentResult>& results,
                const ExplainOptions& options) {
  show_unknown(terminal, options);
  for (const registry::ComponentResult& result : results)
    for (const mrv::YearResult& year : result.quantification.years)
      show_names(terminal, result.component, year.year, year.derivation);
}

std::string heading(const Explanation& one) {
  return fmt::format("{}{}{}, {}, {} {}", one.component, one.report.empty() ? "" : ", ", one.report,
                     one.year.value(), one.methodology.name, one.methodology.version);
}

std::string tree_text(const Terminal& terminal, const Explanation& one, int depth) {
  return fmt::format("{}\n{}{}\n\n", heading(one),
                     derivation_text(one.derivation, one.files, depth, terminal.language()),
                     terminal.say(hangs_on_sentence(one)));
}

// A line for each of several figures of one symbol, and how to pick one.
std::string list_text(const Terminal& terminal, const std::vector<Explanation>& all, int depth) {
  std::string text;
  for (const Explanation& one : all)
    text += fmt::format("{}{}{}", heading(one), terminal.colon(),
                        derivation_text(one.derivation, one.files, depth, terminal.language()));
  text += terminal.say(
      Text({"{} figures; --of, --period, --year or a component picks one, --depth shows them all",
            "{} chiffres ; --of, --period, --year ou un composant en choisit un, --depth les "
            "montre tous"},
           all.size()));
  return fmt::format("{}\n", text);
}

bool is_one_each_year(const std::vector<Explanation>& all) {
  for (std::size_t i = 1; i < all.size(); ++i)
    if (all[i].component == all[i - 1].component && all[i].year == all[i - 1].year) return false;
  return true;
}

std::string terminal_text(const Terminal& terminal, const std::vector<Explanation>& all,
                          bool demonstration, int depth) {
  std::string text;
  if (demonstration) text = fmt::format("{}\n\n", terminal.say(words::kDemonstration));
  if (depth == 0 && !is_one_each_year(all)) return text + list_text(terminal, all, 1);
  for (const Explanation& one : all)
    text += tree_text(terminal, one, depth == 0 ? kDepthOfText : depth);
  if (demonstration) text += fmt::format("{}\n", terminal.say(words::kDemonstration));
  return text;
}

std::string page_text(const registry::Programme& programme, const std::vector<Explanation>& all,
                      const ExplainOptions& options) {
  std::vector<files::ExplainedFigure> figures;
  for (const Explanation& one : all) {
    Text name = Text::name(one.component);
    for (const registry::ProgrammeComponent& component : programme.components)
      if (component.id == one.component && !component.name.empty()) name = component.name;
    figures.push_back({&one, name});
  }
  return files::explain_html(programme.title, figures, programme.demonstration,
                             options.depth == 0 ? kDepthOfPages : options.depth, options.language);
}

// An inventory has no components: the figure may stand in their place.
int explain_inventory(const Terminal& terminal, ExplainOptions options) {
  if (options.figure.empty()) options.figure = options.component;
  const auto loaded = read_inventory(terminal, options.folder);
  if (!loaded) return kCannot;
  const auto inventory = compute_inventory(terminal, *loaded, options.year);
  if (!inventory) return kCannot;
  const mrv::FigureQuestion asked{
      .symbol = options.figure,
      .of = options.of,
      .period = options.period,
  };
  const std::vector<Explanation> all = mrv::inventory::explain(*inventory, asked, options.year);
  if (all.empty()) {
    show_unknown(terminal, options);
    for (const mrv::inventory::InventoryYear& year : inventory->years)
      show_names(terminal, inventory->party, year.year, year.derivation);
    return kRefused;
  }
  std::vector<files::ExplainedFigure> figures;
  for (const Explanation& one : all) figures.push_back({&one, Text::name(one.component)});
  write_output(
      options.output,
      options.format == "html"
          ? files::explain_html(loaded->title, figures, loaded->demonstration,
                                options.depth == 0 ? kDepthOfPages : options.depth,
                                options.language)
      : options.format == "json"
          ? explanations_json(all, loaded->demonstration ? reporting::kDemonstrationLine : "")
          : terminal_text(terminal, all, loaded->demonstration, options.depth));
  return kDone;
}

}  // namespace

int explain(const ExplainOptions& options) {
  const Terminal terminal(options.language);
  if (is_inventory_folder(options.folder)) return explain_inventory(terminal, options);
  const auto programme = read_programme(terminal, options.folder);
  if (!programme) return kCannot;
  const auto results = quantify_reports(terminal, *programme, options.component);
  if (!results) return kCannot;
  const std::vector<Explanation> all = explanations_of(*results, options);
  if (all.empty()) {
    show_known(terminal, *results, options);
    return kRefused;
  }
  const bool demonstration = programme->demonstration;
  const std::string text =
      options.format == "html" ? page_text(*programme, all, options)
      : options.format == "json"
          ? explanations_json(all, demonstration ? reporting::kDemonstrationLine : "")
          : terminal_text(terminal, all, demonstration, options.depth);
  write_output(options.output, text);
  return kDone;
}

}  // namespace openitmo::cli
