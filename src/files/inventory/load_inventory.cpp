#include "files/inventory/load_inventory.h"

#include <array>

#include "files/inventory/read_tables.h"
#include "files/programme/field_values.h"
#include "files/programme/folder.h"
#include "files/programme/own_value.h"
#include "party/codes.h"

namespace openitmo::files {
namespace {

using namespace mrv::inventory;

constexpr std::array<std::string_view, 2> kCompositions{"surveys", "default_2019_western_africa"};
constexpr std::array<std::string_view, 2> kRecoveries{"not_counted", "records"};

struct TableKind {
  std::string_view key;
  TableRead (*read)(const Source&, InventoryData&);
};
constexpr std::array<TableKind, 4> kTables{{
    {"generation", read_generation},
    {"treatment", read_treatment},
    {"composition", read_surveys},
    {"recovery", read_recovery},
}};

std::set<Pathway> read_not_occurring(const TomlTable& root) {
  std::set<Pathway> pathways;
  for (const std::string& name : root.optional_strings("not_occurring")) {
    if (const auto pathway = find_pathway(name)) {
      pathways.insert(*pathway);
      continue;
    }
    root.refuse("not_occurring", no_pathway(in_quotes(name)), pathway_to_write(name));
  }
  return pathways;
}

InventoryPlan read_plan(const TomlTable& root, std::vector<registry::FigureSource>& sources) {
  InventoryPlan plan;
  const std::string party = root.string("party");
  code_of<3, kPartyPattern>(root, "party", party);
  plan.party = party;
  plan.version = root.string("version");
  plan.first_year = read_year(root, "first_year");
  plan.last_year = read_year(root, "last_year");
  if (plan.last_year < plan.first_year)
    root.refuse(
        "last_year",
        {{"{} is before {}", "{} est avant {}"}, plan.last_year.value(), plan.first_year.value()},
        {{"the last year is the first one or later",
          "la dernière année est la première ou une suivante"}});
  plan.guidelines = read_word<Guidelines>(root, "guidelines", kGuidelines);
  plan.climate = read_word<mrv::ClimateZone>(root, "climate_zone", mrv::kClimateZones);
  plan.gwp = read_gwp(root);
  plan.has_surveys = root.choice("composition", kCompositions) == kCompositions[0];
  plan.counts_recovery = root.choice("methane_recovery", kRecoveries) == kRecoveries[1];
  if (root.has("incinerator"))
    plan.incinerator = read_word<Incinerator>(root, "incinerator", kIncinerators);
  plan.not_occurring = read_not_occurring(root);
  for (const TomlTable& table : root.optional_tables("parameter"))
    plan.overrides.push_back(read_override(table, party, sources));
  return plan;
}

InventoryData read_data(const TomlTable& root, ProgrammeFolder& folder) {
  InventoryData data;
  const TomlTable tables = root.table("tables");
  for (const TableKind& kind : kTables)
    for (const std::string& path : tables.optional_strings(kind.key)) {
      const std::optional<Source> source = folder.read(tables, kind.key, path);
      if (!source) continue;
      if (const TableRead result = kind.read(*source, data); !result) folder.add(result.error());
    }
  return data;
}

}  // namespace

Read<LoadedInventory> load_inventory(const std::filesystem::path& path) {
  ProgrammeFolder folder(path);
  const std::optional<TomlTable> root = folder.open_first(kInventoryFile);
  if (!root) return std::unexpected(folder.finish());
  LoadedInventory inventory;
  inventory.title = read_text(*root, "title");
  inventory.demonstration = root->boolean("demonstration");
  inventory.plan = read_plan(*root, inventory.sources);
  inventory.data = read_data(*root, folder);
  for (const TomlTable& table : root->optional_tables("source"))
    inventory.sources.push_back(read_figure_source(table));
  if (Problems problems = folder.finish(); !problems.empty()) return std::unexpected(problems);
  return inventory;
}

}  // namespace openitmo::files
