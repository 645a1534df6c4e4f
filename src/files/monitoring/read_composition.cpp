#include <algorithm>
#include <fmt/format.h>

#include "files/monitoring/appended.h"
#include "files/monitoring/read.h"
#include "files/monitoring/table.h"
#include "quantity/decimal.h"

namespace openitmo::files {
namespace {

using mrv::CompositionSample;
using mrv::MonitoringData;
using namespace composition;

// Shares are added as whole billionths of a percent, so that 33.3 + 33.3 + 33.4 is 100 exactly and
// the double is the one nearest to what was written.
constexpr int kDecimals = 9;
constexpr std::int64_t kPercent = 1'000'000'000;
constexpr std::int64_t kWhole = 100 * kPercent;
constexpr std::int64_t kTolerance = kPercent / 10;

std::optional<std::int64_t> read_share(MonitoringTable& table, std::size_t column) {
  // Where no waste of a kind was found the cell may stay empty; the sum still has to be 100 %.
  if (!table.has(column) || table.is_empty(column)) return 0;
  const std::optional<Decimal> number = table.number(column);
  if (!number) return std::nullopt;
  const bool is_fraction = table.unit(column) == Unit::fraction;
  const std::optional<std::int64_t> scaled = number->scaled(kDecimals + (is_fraction ? 2 : 0));
  if (scaled && *scaled <= kWhole) return scaled;
  table.refuse(column, {{"{} is more than the whole", "{} dépasse le tout"}, table.shown(column)},
               {{"check the number and the unit in the column's name (% or fraction)",
                 "vérifiez le nombre et l'unité dans le nom de la colonne (% ou fraction)"}});
  return std::nullopt;
}

void read_shares(MonitoringTable& table, CompositionSample& sample) {
  std::array<std::int64_t, mrv::kWasteTypeCount> shares{};
  std::int64_t sum = 0;
  for (std::size_t column = kFirstWaste; column < columns().size(); ++column) {
    const std::optional<std::int64_t> share = read_share(table, column);
    if (!share) return;
    shares[static_cast<std::size_t>(type_of(column))] += *share;
    sum += *share;
  }
  if (sum < kWhole - kTolerance || sum > kWhole + kTolerance) {
    Text remedy = Words("correct the shares, or add the column that is missing",
                        "corrigez les parts, ou ajoutez la colonne qui manque");
    if (sum == kPercent) remedy += Words("; are these fractions?", " ; sont-ce des fractions ?");
    return table.refuse_row({{"the shares of the sample sum to {} %, not 100 %",
                              "les parts de l'échantillon totalisent {} %, non 100 %"},
                             decimal_text(format_scaled(sum, kDecimals))},
                            std::move(remedy));
  }
  for (std::size_t i = 0; i < shares.size(); ++i) {
    sample.fractions[i] = static_cast<double>(shares[i]) / static_cast<double>(kWhole);
  }
}

void refuse_second(MonitoringTable& table, const MonitoringData& data,
                   const CompositionSample& sample) {
  const auto earlier =
      std::find_if(data.composition.begin(), data.composition.end(),
                   [&](const CompositionSample& other) { return other.id == sample.id; });
  if (earlier == data.composition.end()) return;
  table.refuse(kSample,
               {{"the sample {} stands already in {}", "l'échantillon {} se trouve déjà à la {}"},
                in_quotes(sample.id),
                place_text(data, earlier->place)},
               {{"remove one of the two rows, or correct its number",
                 "supprimez l'une des deux lignes, ou corrigez son numéro"}});
}

// Without any column of waste every sample would be refused for its sum, row by row.
bool names_waste(const MonitoringTable& table) {
  for (std::size_t column = kFirstWaste; column < columns().size(); ++column) {
    if (table.has(column)) return true;
  }
  return false;
}

}  // namespace

ReadResult read_composition(const Source& source, MonitoringData& data) {
  Read<MonitoringTable> table = MonitoringTable::open(
      source, {"composition samples", "échantillons de composition"}, columns());
  if (!table) return std::unexpected(table.error());
  if (!names_waste(*table)) {
    table->refuse_row(
        {{"no column names a kind of waste", "aucune colonne ne nomme un type de déchets"}},
        {{"name the columns such as Food (%), Garden (%), Paper (%), Plastics (%)",
          "nommez les colonnes, par exemple Aliments (%), Jardin (%), Papier (%), Plastiques "
          "(%)"}});
    return std::unexpected(table->problems());
  }
  Appended<CompositionSample> appended(data, data.composition);
  while (table->next()) {
    CompositionSample sample;
    sample.place = appended.place_of(table->row());
    sample.id = std::string(table->text(kSample).value_or(""));
    sample.date = table->moment(kDate).value_or(Instant()).date();
    read_shares(*table, sample);
    if (table->row_is_good()) refuse_second(*table, data, sample);
    if (table->row_is_good()) appended.add(std::move(sample));
  }
  Problems problems = table->finish();
  if (!problems.empty()) return std::unexpected(std::move(problems));
  appended.keep(source);
  return {};
}

}  // namespace openitmo::files
