#include <algorithm>
#include <fmt/format.h>

#include "files/monitoring/appended.h"
#include "files/monitoring/read.h"
#include "files/monitoring/table.h"
#include "files/monitoring/unit_values.h"

namespace openitmo::files {
namespace {

using mrv::DieselRecord;
using mrv::ElectricityRecord;
using mrv::MonitoringData;

void refuse_second(MonitoringTable& table, const MonitoringData& data,
                   const ElectricityRecord& record) {
  const auto earlier = std::find_if(
      data.electricity.begin(), data.electricity.end(), [&](const ElectricityRecord& other) {
        return other.year == record.year && other.month == record.month;
      });
  if (earlier == data.electricity.end()) return;
  table.refuse(
      electricity::kMonth,
      {{"the month {}-{:02} stands already in {}", "le mois {}-{:02} se trouve déjà à la {}"},
       record.year.value(),
       record.month,
       place_text(data, earlier->place)},
      {{"remove one of the two rows, or correct its month",
        "supprimez l'une des deux lignes, ou corrigez son mois"}});
}

}  // namespace

ReadResult read_electricity(const Source& source, MonitoringData& data) {
  Read<MonitoringTable> table = MonitoringTable::open(
      source, {"electricity records", "relevés d'électricité"}, electricity::columns());
  if (!table) return std::unexpected(table.error());
  Appended<ElectricityRecord> appended(data, data.electricity);
  while (table->next()) {
    const std::optional<Month> month = table->month(electricity::kMonth);
    const std::optional<double> energy_mwh = mwh_of(*table, electricity::kConsumption);
    if (!month || !energy_mwh) continue;
    const ElectricityRecord record{.year = month->year,
                                   .month = month->month,
                                   .consumption_mwh = *energy_mwh,
                                   .place = appended.place_of(table->row())};
    refuse_second(*table, data, record);
    if (table->row_is_good()) appended.add(record);
  }
  Problems problems = table->finish();
  if (!problems.empty()) return std::unexpected(std::move(problems));
  appended.keep(source);
  return {};
}

ReadResult read_diesel(const Source& source, MonitoringData& data) {
  Read<MonitoringTable> table = MonitoringTable::open(
      source, {"diesel deliveries", "livraisons de gazole"}, diesel::columns());
  if (!table) return std::unexpected(table.error());
  Appended<DieselRecord> appended(data, data.diesel);
  while (table->next()) {
    const std::optional<Instant> day = table->moment(diesel::kDate);
    const std::optional<Decimal> litres = table->number(diesel::kVolume);
    if (!day || !litres) continue;
    appended.add({.date = day->date(),
                  .litres = nearest_double(*litres, 0),
                  .place = appended.place_of(table->row())});
  }
  Problems problems = table->finish();
  if (!problems.empty()) return std::unexpected(std::move(problems));
  appended.keep(source);
  return {};
}

}  // namespace openitmo::files
