#include "registry/inventory_bridge.h"

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/inventory.h"
#include "cli/journal_options.h"
#include "cli/page_options.h"
#include "cli/quantified.h"
#include "files/html/bridge_html.h"
#include "files/problem.h"
#include "mrv/inventory/bridge_text.h"
#include "registry/run_again.h"
#include "reporting/aef_text.h"

namespace openitmo::cli {

namespace {

using namespace mrv::inventory;

// Why a row differs; the same reasons of all rows stand together below.
void show_reasons(Terminal& terminal, const Bridge& bridge) {
  for (const BridgeRow& row : bridge.rows) {
    terminal.line("");
    const std::string head = fmt::format("{} {}", row.component, row.year.value());
    if (row.unknown) {
      terminal.line(fmt::format("{}{} {}", head, terminal.colon(), terminal.say(*row.unknown)));
      continue;
    }
    terminal.line(terminal.say(Text({"{}: loss {} t CO2 eq, made of",
                                     "{} : perte {} t éq. CO2, faite "
                                     "de"},
                                    head, shown_tonnes(row.loss()))));
    for (const Text& part : part_texts(row.parts))
      terminal.line(fmt::format("  {}", terminal.say(part)));
  }
}

void show(Terminal& terminal, const files::LoadedInventory& inventory,
          const registry::Programme& programme, const Bridge& bridge, bool demonstration) {
  if (demonstration) terminal.line(terminal.say(words::kDemonstration));
  terminal.line(fmt::format("{} {} / {}", inventory.plan.party, inventory.plan.version,
                            terminal.say(programme.title)));
  terminal.line(terminal.say(bridge_sentence(bridge)));
  terminal.line("");
  terminal.table(bridge_rows(bridge, terminal.language()),
                 {false, false, true, true, true, true, true, true});
  terminal.line(terminal.say(kBridgeLimits));
  show_reasons(terminal, bridge);
  terminal.line("");
  terminal.line(terminal.say({"Of the whole loss, and what the host can do about it:",
                              "De toute la perte, et ce que l'hôte peut y faire :"}));
  for (const Text& remedy : remedy_texts(bridge.total))
    terminal.line(fmt::format("  {}", terminal.say(remedy)));
}

std::optional<registry::ProgrammeRun> run_of(const Terminal& terminal,
                                             const registry::Programme& programme) {
  if (programme.registries.empty()) {
    auto results = registry::quantify_all(programme);
    if (results) {
      registry::ProgrammeRun run;
      run.results = *std::move(results);
      return run;
    }
    fmt::print(stderr, "{}", terminal.say(results.error()));
    return std::nullopt;
  }
  registry::Rerun rerun = registry::run_again(programme);
  if (rerun.run) return *std::move(rerun.run);
  fmt::print(stderr, "{}", terminal.say(rerun.run.error()));
  return std::nullopt;
}

}  // namespace

int inventory_bridge(const InventoryBridgeOptions& options) {
  refuse_output_of_text(options.format, options.output);
  Terminal terminal(options.language);
  const auto inventory = read_inventory(terminal, options.inventory);
  if (!inventory) return kCannot;
  const auto programme = read_programme(terminal, options.programme);
  if (!programme) return kCannot;
  const auto run = run_of(terminal, *programme);
  if (!run) return kCannot;
  const auto party = PartyId::parse(inventory->plan.party);
  const auto bridge = mrv::inventory::bridge(
      inventory->plan, inventory->data, registry::activities_of(*programme, run->results),
      registry::first_transferred_of(*run, party.value_or(PartyId())));
  if (!bridge) {
    show_findings(terminal, bridge.error(), inventory->data.files);
    return kCannot;
  }
  const bool demonstration = inventory->demonstration || programme->demonstration;
  const std::string_view line =
      demonstration ? std::string_view(reporting::kDemonstrationLine) : std::string_view();
  if (options.format == "json")
    write_output(options.output,
                 bridge_json(*bridge, inventory->plan.party, inventory->plan.version, line));
  else if (options.format == "html")
    write_output(options.output,
                 files::bridge_html(*inventory, *programme, *bridge, options.language));
  else
    show(terminal, *inventory, *programme, *bridge, demonstration);
  return kDone;
}

}  // namespace openitmo::cli
