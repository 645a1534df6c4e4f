#include "files/inventory/read_tables.h"

#include <algorithm>
#include <array>
#include <vector>

#include "files/monitoring/table.h"
#include "files/monitoring/unit_values.h"

namespace openitmo::files {
namespace {

using namespace mrv::inventory;

constexpr Column kYearColumn{.shown = {"Year", "Année"}, .names = "year|annee|an"};
constexpr Column kUncertaintyColumn{.shown = {"Uncertainty (%)", "Incertitude (%)"},
                                    .names = "uncertainty|incertitude",
                                    .required = false,
                                    .measure = Measure::share};
constexpr std::string_view kPathwayNames = "pathway|treatment|voie|traitement|destination";
constexpr std::string_view kSiteNames = "site|disposal site|decharge|pathway|voie";

namespace generation {
enum : std::size_t { kYear, kPopulation, kRate, kRatePerDay, kGenerated, kUncertainty };
constexpr std::array<Column, 6> kColumns{{
    kYearColumn,
    {.shown = {"Population", "Population"},
     .names = "population|persons|habitants",
     .required = false},
    {.shown = {"Rate t per person and year", "Taux t par habitant et an"},
     .names = "rate t per person and year|rate t person year|rate t cap a|taux t par habitant et "
              "an|taux t hab an",
     .required = false},
    {.shown = {"Rate kg per person and day", "Taux kg par habitant et jour"},
     .names = "rate kg per person and day|rate kg person day|rate kg cap day|taux kg par habitant "
              "et jour|taux kg hab jour",
     .required = false},
    {.shown = {"Generated (t)", "Production (t)"},
     .names = "generated|waste generated|production|dechets produits",
     .required = false,
     .measure = Measure::mass},
    kUncertaintyColumn,
}};
}  // namespace generation

namespace treatment {
enum : std::size_t { kYear, kPathway, kShare, kMass, kUncertainty };
constexpr std::array<Column, 5> kColumns{{
    kYearColumn,
    {.shown = {"Pathway", "Voie"}, .names = kPathwayNames},
    {.shown = {"Share (%)", "Part (%)"},
     .names = "share|part",
     .required = false,
     .measure = Measure::share},
    {.shown = {"Mass (t)", "Masse (t)"},
     .names = "mass|masse",
     .required = false,
     .measure = Measure::mass},
    kUncertaintyColumn,
}};
}  // namespace treatment

namespace recovery {
enum : std::size_t { kYear, kSite, kMethane, kUncertainty };
constexpr std::array<Column, 4> kColumns{{
    kYearColumn,
    {.shown = {"Site", "Décharge"}, .names = kSiteNames},
    {.shown = {"Methane (t)", "Méthane (t)"},
     .names = "methane|methane recovered|methane recupere",
     .measure = Measure::mass},
    kUncertaintyColumn,
}};
}  // namespace recovery

namespace surveys {
constexpr std::size_t kYear = 0;
constexpr std::size_t kUncertainty = 1;
constexpr std::size_t kFirstWaste = 2;

// The kinds of waste are those of composition samples.
std::span<const Column> columns() {
  static const std::vector<Column> kColumns = [] {
    std::vector<Column> all{kYearColumn, kUncertaintyColumn};
    const auto waste = composition::columns().subspan(composition::kFirstWaste);
    all.insert(all.end(), waste.begin(), waste.end());
    return all;
  }();
  return kColumns;
}
}  // namespace surveys

constexpr double kDaysPerYear = 365;
constexpr double kKgPerTonne = 1000;

// Deposits reach back further than monitoring data.
std::optional<CalendarYear> year_of(MonitoringTable& table, std::size_t column) {
  constexpr std::int64_t kYearMin = 1900;
  constexpr std::int64_t kYearMax = 2099;
  const std::optional<Decimal> number = table.number(column);
  if (!number) return std::nullopt;
  const std::optional<std::int64_t> year = number->scaled(0);
  if (year && *year >= kYearMin && *year <= kYearMax) return CalendarYear(static_cast<int>(*year));
  table.refuse(column,
               {{"{} is not a year between {} and {}", "{} n'est pas une année entre {} et {}"},
                table.shown(column),
                kYearMin,
                kYearMax},
               {{"write it as 2024", "écrivez-la comme 2024"}});
  return std::nullopt;
}

std::optional<double> rate_of(MonitoringTable& table) {
  const std::optional<double> yearly = optional_value(table, generation::kRate);
  const std::optional<double> daily = optional_value(table, generation::kRatePerDay);
  if (yearly && daily)
    table.refuse_row({{"the rate stands twice, by year and by day",
                       "le taux figure deux fois, par an et par jour"}},
                     {{"leave one of them empty", "laissez vide l'un des deux"}});
  if (daily) return *daily * kDaysPerYear / kKgPerTonne;
  return yearly;
}

std::optional<Pathway> pathway_of(MonitoringTable& table, std::size_t column) {
  const std::optional<std::string_view> text = table.text(column);
  if (!text) return std::nullopt;
  if (const auto pathway = find_pathway(trimmed(*text))) return pathway;
  table.refuse(column, no_pathway(table.shown(column)), pathway_to_write(trimmed(*text)));
  return std::nullopt;
}

// Rows of one file at the end of a list; none of them where anything is wrong.
template <class Row, class ReadRow>
TableRead read_rows(const Source& source, const Words& what, std::span<const Column> columns,
                    InventoryData& data, std::vector<Row>& rows, ReadRow read_row) {
  Read<MonitoringTable> table = MonitoringTable::open(source, what, columns);
  if (!table) return std::unexpected(table.error());
  std::vector<Row> read;
  while (table->next()) {
    Row row;
    row.place = {.file = static_cast<std::uint32_t>(data.files.size()), .row = table->row()};
    read_row(*table, row);
    if (table->row_is_good()) read.push_back(std::move(row));
  }
  if (Problems problems = table->finish(); !problems.empty())
    return std::unexpected(std::move(problems));
  data.files.push_back({.path = source.path, .sha256 = sha256_hex(source.bytes)});
  rows.insert(rows.end(), read.begin(), read.end());
  return {};
}

}  // namespace

Text no_pathway(const std::string& shown) {
  return {{"{} is no pathway", "{} n'est pas une voie"}, shown};
}

Text pathway_to_write(std::string_view word) {
  std::vector<std::string_view> names;
  for (const Pathway pathway : kPathways) names.push_back(name_of(pathway));
  const std::string_view near = nearest(word, names);
  if (near.empty()) return {{"write one of {}", "écrivez l'une de {}"}, fmt::join(names, ", ")};
  return {{"did you mean {}?", "vouliez-vous dire {} ?"}, near};
}

TableRead read_generation(const Source& source, InventoryData& data) {
  return read_rows(source, {"years of waste generation", "années de production de déchets"},
                   generation::kColumns, data, data.generation,
                   [](MonitoringTable& table, GenerationRow& row) {
                     row.year = year_of(table, generation::kYear).value_or(CalendarYear());
                     row.population = optional_value(table, generation::kPopulation);
                     row.rate_t_per_person = rate_of(table);
                     row.generated_t = optional_value(table, generation::kGenerated);
                     row.uncertainty = optional_value(table, generation::kUncertainty);
                   });
}

TableRead read_treatment(const Source& source, InventoryData& data) {
  return read_rows(source, {"rows of waste treatment", "lignes de traitement des déchets"},
                   treatment::kColumns, data, data.treatment,
                   [](MonitoringTable& table, TreatmentRow& row) {
                     row.year = year_of(table, treatment::kYear).value_or(CalendarYear());
                     row.pathway = pathway_of(table, treatment::kPathway).value_or(Pathway::other);
                     row.share = optional_value(table, treatment::kShare);
                     row.mass_t = optional_value(table, treatment::kMass);
                     row.uncertainty = optional_value(table, treatment::kUncertainty);
                   });
}

TableRead read_surveys(const Source& source, InventoryData& data) {
  return read_rows(source, {"composition surveys", "enquêtes de composition"}, surveys::columns(),
                   data, data.composition, [](MonitoringTable& table, CompositionRow& row) {
                     row.year = year_of(table, surveys::kYear).value_or(CalendarYear());
                     row.uncertainty = optional_value(table, surveys::kUncertainty);
                     // Where no waste of a kind was found the cell may stay empty; the sum still
                     // has to be 100 %.
                     for (std::size_t column = surveys::kFirstWaste;
                          column < surveys::columns().size(); ++column) {
                       const mrv::WasteType type = composition::type_of(
                           column - surveys::kFirstWaste + composition::kFirstWaste);
                       row.fractions[static_cast<std::size_t>(type)] +=
                           optional_value(table, column).value_or(0);
                     }
                   });
}

TableRead read_recovery(const Source& source, InventoryData& data) {
  return read_rows(source, {"rows of recovered methane", "lignes de méthane récupéré"},
                   recovery::kColumns, data, data.recovery,
                   [](MonitoringTable& table, RecoveryRow& row) {
                     row.year = year_of(table, recovery::kYear).value_or(CalendarYear());
                     row.site = pathway_of(table, recovery::kSite).value_or(Pathway::other);
                     row.methane_t = value_of(table, recovery::kMethane).value_or(0);
                     row.uncertainty = optional_value(table, recovery::kUncertainty);
                   });
}

}  // namespace openitmo::files
