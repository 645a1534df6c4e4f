#include "cli/inventory.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/draws.h"
#include "files/problem.h"
#include "mrv/inventory/inventory_text.h"
#include "mrv/phrases.h"
#include "mrv/shortest_decimal.h"
#include "reporting/aef_text.h"

namespace openitmo::cli {

namespace {

using mrv::inventory::Inventory;
using mrv::inventory::InventoryYear;

void show_head(Terminal& terminal, const files::LoadedInventory& loaded,
               const Inventory& inventory) {
  if (loaded.demonstration) terminal.line(terminal.say(words::kDemonstration));
  terminal.line(terminal.say(loaded.title));
  terminal.line(fmt::format(
      "{} {}, {}, {}, {}", inventory.party, inventory.version,
      terminal.say(inventory.guidelines == mrv::inventory::Guidelines::ipcc_2006
                       ? Words("IPCC guidelines of 2006", "lignes directrices du GIEC de 2006")
                       : Words("IPCC guidelines of 2019", "lignes directrices du GIEC de 2019")),
      mrv::in_language(terminal.language(), mrv::name_of(inventory.climate)), inventory.gwp_set));
  for (const mrv::Finding& warning : inventory.warnings)
    terminal.line(terminal.say(text_of(warning, inventory.files).in_two_languages()));
  terminal.line("");
  terminal.line(
      terminal.say({"Figures in t CO2 eq. NO: does not occur. NE: not estimated, unknown.",
                    "Chiffres en t éq. CO2. NO : n'a pas lieu. NE : non estimé, "
                    "inconnu."}));
}

// Why lines are unknown, each reason once with its years.
void show_unknown(Terminal& terminal, const Inventory& inventory) {
  std::vector<std::pair<Text, std::vector<std::string>>> reasons;
  for (const InventoryYear& year : inventory.years)
    for (const Text& reason : unknown_reasons(year)) {
      auto known = std::ranges::find(reasons, reason, &decltype(reasons)::value_type::first);
      if (known == reasons.end()) known = reasons.insert(known, {reason, {}});
      known->second.push_back(std::to_string(year.year.value()));
    }
  for (const auto& [reason, years] : reasons)
    terminal.line(fmt::format("  NE {} ({})", terminal.say(reason), fmt::join(years, ", ")));
}

void show(Terminal& terminal, const InventoryOptions& options, const files::LoadedInventory& loaded,
          const Inventory& inventory) {
  show_head(terminal, loaded, inventory);
  const Language language = terminal.language();
  if (options.year != 0) {
    const std::vector<bool> numbers{false, false, false, false, true, true, true, true};
    auto rows = line_rows(inventory.years.front(), language);
    terminal.table(rows, {numbers.begin(),
                          numbers.begin() + static_cast<std::ptrdiff_t>(rows.front().size())});
    terminal.line("");
  }
  terminal.table(year_rows(inventory, language));
  show_unknown(terminal, inventory);
  if (inventory.sampling && !inventory.is_settled)
    terminal.line(
        terminal.say({"The percentiles of the draws are not settled yet; make more.",
                      "Les percentiles des tirages ne sont pas encore établis ; faites-en "
                      "davantage."}));
}

}  // namespace

bool is_inventory_folder(const std::string& folder) {
  return std::filesystem::exists(std::filesystem::path(folder) / files::kInventoryFile);
}

std::optional<files::LoadedInventory> read_inventory(const Terminal& terminal,
                                                     const std::string& folder) {
  if (!std::filesystem::is_directory(folder))
    throw files::FileError(
        folder, Words("there is no such folder", "ce dossier n'existe pas"),
        Words("name an inventory folder, such as programmes/senegal-waste/inventory",
              "nommez un dossier d'inventaire, tel que programmes/senegal-waste/inventory"));
  auto loaded = files::load_inventory(folder);
  if (loaded) return *std::move(loaded);
  fmt::print(stderr, "{}{}\n{}\n", folder, terminal.say({":", " :"}),
             loaded.error().to_text(terminal.language()));
  return std::nullopt;
}

void show_findings(const Terminal& terminal, const mrv::Problems& findings,
                   const std::vector<mrv::MonitoringFile>& files) {
  for (const mrv::Finding& finding : findings)
    fmt::print(stderr, "{}\n", terminal.say(text_of(finding, files).in_two_languages()));
}

std::optional<Inventory> compute_inventory(const Terminal& terminal,
                                           const files::LoadedInventory& loaded, int year,
                                           const mrv::SamplingRequest* sampling) {
  const std::optional<CalendarYear> only =
      year == 0 ? std::nullopt : std::optional(CalendarYear(year));
  if (only && (*only < loaded.plan.first_year || *only > loaded.plan.last_year))
    throw files::FileError(
        std::to_string(year),
        Words("the inventory has no such year", "l'inventaire n'a pas cette année"),
        Text({"name a year from {} to {}", "nommez une année de {} à {}"},
             loaded.plan.first_year.value(), loaded.plan.last_year.value()));
  auto inventory = mrv::inventory::compute_inventory(loaded.plan, loaded.data, only, sampling);
  if (inventory) return *std::move(inventory);
  show_findings(terminal, inventory.error(), loaded.data.files);
  return std::nullopt;
}

int inventory(const InventoryOptions& options) {
  Terminal terminal(options.language);
  const auto loaded = read_inventory(terminal, options.folder);
  if (!loaded) return kCannot;
  const mrv::SamplingRequest sampling = sampling_of(options.draws);
  const auto computed = compute_inventory(terminal, *loaded, options.year,
                                          options.draws.draws_max == 0 ? nullptr : &sampling);
  if (!computed) return kCannot;
  const std::string_view demonstration =
      loaded->demonstration ? std::string_view(reporting::kDemonstrationLine) : std::string_view();
  if (options.json)
    fmt::print("{}", inventory_json(*computed, demonstration));
  else if (options.csv)
    fmt::print("{}", inventory_csv(*computed, demonstration));
  else
    show(terminal, options, *loaded, *computed);
  return kDone;
}

}  // namespace openitmo::cli
