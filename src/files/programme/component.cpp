#include "files/programme/component.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "files/monitoring/read.h"
#include "files/programme/field_values.h"
#include "files/programme/gas_stream.h"
#include "files/programme/measurements.h"
#include "files/programme/own_value.h"
#include "files/programme/read_command.h"
#include "mrv/double_crediting.h"
#include "mrv/methodologies.h"

namespace openitmo::files {
namespace {

mrv::MethodologyVersion read_methodology(const TomlTable& root) {
  const mrv::MethodologyVersion asked{root.string("methodology"),
                                      root.string("methodology_version")};
  if (mrv::find_methodology(asked) != nullptr) return asked;
  std::vector<std::string> shown;
  for (const mrv::Methodology* known : mrv::methodologies())
    shown.push_back(fmt::format("{} {}", known->name, known->version));
  if (!asked.name.empty() && !asked.version.empty())
    root.refuse("methodology",
                {{"methodology {} version {} is not supported",
                  "la méthodologie {} version {} n'est pas prise en charge"},
                 asked.name,
                 asked.version},
                {{"use one of {}", "prenez l'une de {}"}, fmt::join(shown, ", ")});
  return asked;
}

// [options]: the choices that the methodology leaves open.
std::map<std::string, std::string, std::less<>> read_options(const TomlTable& root,
                                                             const mrv::Methodology& methodology) {
  std::map<std::string, std::string, std::less<>> chosen;
  const bool is_required =
      std::ranges::any_of(methodology.options, &mrv::OptionDescription::is_required);
  const auto table = is_required ? root.table("options") : root.optional_table("options");
  if (!table) return chosen;
  for (const mrv::OptionDescription& option : methodology.options)
    if (option.is_required || table->has(option.key))
      chosen[std::string(option.key)] = table->choice(option.key, option.words);
  return chosen;
}

std::map<CalendarYear, TonnesCo2eq> read_expected(const TomlTable& root) {
  std::map<CalendarYear, TonnesCo2eq> expected;
  const auto table = root.optional_table("expected_t_co2eq");
  if (!table) return expected;
  for (const std::string& key : table->keys())
    if (const auto year = year_of_key(*table, key))
      expected[*year] = TonnesCo2eq(static_cast<std::uint64_t>(table->integer(key, 0)));
  return expected;
}

void read_published(const TomlTable& root, registry::ProgrammeComponent& component,
                    std::vector<registry::FigureSource>& sources) {
  const auto table = root.optional_table("published");
  if (!table) return;
  component.published_source = table->string("source");
  const std::string confidence = read_confidence(*table);
  const TomlTable figures = table->table("emission_reductions_t_co2eq");
  for (const std::string& key : figures.keys())
    if (const auto year = year_of_key(figures, key))
      component.published_t_co2eq[*year] = figures.decimal(key);
  sources.push_back(
      {.figure = {{"{}: emission reductions per year", "{} : réductions d'émissions par an"},
                  component.id},
       .source = component.published_source,
       .confidence = confidence});
}

struct MonitoringKind {
  std::string_view key;
  ReadResult (*read)(const Source&, mrv::MonitoringData&);
};
constexpr std::array<MonitoringKind, 10> kMonitoringKinds{{
    {"weighbridge", read_weighbridge},
    {"composition", read_composition},
    {"electricity", read_electricity},
    {"diesel", read_diesel},
    {"declared_waste", read_declared_waste},
    {"declared_electricity_export", read_declared_electricity_export},
    {"declared_project_emissions", read_declared_project_emissions},
    {"meters", read_meters},
    {"laboratory", read_laboratory},
    {"power_plants", read_power_plants},
}};

mrv::MonitoringData read_monitoring(const TomlTable& root, const mrv::ComponentPlan& plan,
                                    ProgrammeFolder& folder) {
  mrv::MonitoringData data;
  data.component = plan.component;
  data.meters = read_meter_plans(root);
  data.laboratory = read_laboratory_plan(root);
  const TomlTable monitoring = root.table("monitoring");
  const auto read_files = [&](std::string_view key, const auto& read) {
    for (const std::string& path : monitoring.optional_strings(key)) {
      const std::optional<Source> source = folder.read(monitoring, key, path);
      if (!source) continue;
      if (const ReadResult result = read(*source); !result) folder.add(result.error());
    }
  };
  for (const MonitoringKind& kind : kMonitoringKinds)
    read_files(kind.key, [&](const Source& source) { return kind.read(source, data); });
  for (const mrv::MonthlyTable& table : mrv::monthly_tables())
    read_files(table.key, [&](const Source& source) { return read_monthly(source, table, data); });
  read_gas_stream(root, monitoring, "gas_stream", monitoring.optional_strings("gas_stream"),
                  plan.overrides, folder, data);
  for (const mrv::MonitoringFile& file : data.files) folder.note_evidence(file.path, file.sha256);
  return data;
}

// The key of [monitoring] that says where scans of weighbridge tickets lie.
constexpr std::string_view kScans = "scans";

void read_scans(const TomlTable& root, registry::ProgrammeComponent& component) {
  const TomlTable monitoring = root.table("monitoring");
  for (const std::string& key : monitoring.keys())
    if (key != kScans) component.monitored.push_back(key);
  component.scans = monitoring.optional_string(kScans).value_or("");
  if (component.scans.empty() || component.scans.contains(registry::kTicketInScans)) return;
  monitoring.refuse(
      kScans,
      {{"{} does not say where the number of the ticket stands",
        "{} ne dit pas où se trouve le numéro du ticket"},
       in_quotes(component.scans)},
      {{"write a path such as {}", "écrivez un chemin tel que {}"}, "scans/{ticket}.svg"});
}

// What the site was designed for, such as 30000 t/a; compared with the last design document.
std::string read_capacity(const TomlTable& root) {
  const auto table = root.optional_table("capacity");
  if (!table) return {};
  return fmt::format("{} {}", table->decimal("value"), table->string("unit"));
}

// The record by which the component joins its activity; what the plan says is not asked for again.
void read_inclusion(const TomlTable& root, const std::string& file, const mrv::ComponentPlan& plan,
                    ProgrammeFolder& folder, std::vector<Record>& records) {
  const auto table = root.optional_table("inclusion");
  if (!table) return;
  static constexpr std::array<std::string_view, 6> kGiven{
      "component",    "crediting_first_day", "crediting_last_day",
      "climate_zone", "methodology",         "methodology_version"};
  ledger::Command command =
      IncludeComponent{.component = plan.component,
                       .activity = {},
                       .owner = {},
                       .site = {},
                       .crediting_period = plan.crediting_period,
                       .climate_zone = std::string(mrv::name_of(plan.climate)),
                       .methodology = plan.methodology.name,
                       .methodology_version = plan.methodology.version,
                       .eligibility = {}};
  read_fields(*table, folder, command, kGiven);
  records.push_back({.file = file,
                     .kind = "component",
                     .key = {},
                     .table = *table,
                     .command = std::move(command)});
}

mrv::ComponentPlan read_plan(const TomlTable& root, std::vector<registry::FigureSource>& sources) {
  static constexpr std::array kModels{mrv::DecayModel::yearly, mrv::DecayModel::monthly};
  mrv::ComponentPlan plan;
  plan.component = read_id(root, "component");
  plan.methodology = read_methodology(root);
  plan.climate = read_word<mrv::ClimateZone>(root, "climate_zone", mrv::kClimateZones);
  const mrv::Methodology* methodology = mrv::find_methodology(plan.methodology);
  if (methodology == nullptr || methodology->has_disposal_site)
    plan.disposal_site = read_word<mrv::DisposalSite>(root, "disposal_site", mrv::kDisposalSites);
  if (methodology == nullptr || methodology->looks_back)
    plan.model = read_word<mrv::DecayModel>(root, "decay_model", kModels);
  if (methodology != nullptr) plan.options = read_options(root, *methodology);
  plan.site_name = root.optional_string("disposal_site_name").value_or("");
  plan.suppressed_demand = root.optional_string("suppressed_demand").value_or("");
  plan.crediting_period = {root.date("crediting_first_day"), root.date("crediting_last_day")};
  plan.gwp = read_gwp(root);
  plan.sampling = read_sampling_plan(root);
  for (const TomlTable& table : root.optional_tables("parameter"))
    plan.overrides.push_back(read_override(table, plan.component, sources));
  return plan;
}

}  // namespace

registry::ProgrammeComponent read_component(const TomlTable& root, const std::string& file,
                                            ProgrammeFolder& folder, std::vector<Record>& records,
                                            std::vector<registry::FigureSource>& sources) {
  registry::ProgrammeComponent component;
  component.plan = read_plan(root, sources);
  component.id = component.plan.component;
  component.name = read_text(root, "name");
  component.town = root.string("town");
  component.expected_t_co2eq = read_expected(root);
  read_published(root, component, sources);
  component.data = read_monitoring(root, component.plan, folder);
  read_scans(root, component);
  component.capacity = read_capacity(root);
  read_inclusion(root, file, component.plan, folder, records);
  return component;
}

void refuse_double_crediting(const TomlTable& root,
                             const std::vector<registry::ProgrammeComponent>& components) {
  std::vector<mrv::ComponentPlan> plans;
  for (const registry::ProgrammeComponent& component : components) plans.push_back(component.plan);
  for (const mrv::Finding& finding : mrv::check_double_crediting(plans))
    root.refuse("components", as_clause(finding.message.in_two_languages()),
                as_clause(finding.remedy.in_two_languages()));
}

}  // namespace openitmo::files
