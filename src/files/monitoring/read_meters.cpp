#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include "files/monitoring/appended.h"
#include "files/monitoring/read.h"
#include "files/monitoring/table.h"
#include "files/monitoring/unit_values.h"

namespace openitmo::files {
namespace {

using mrv::Meter;
using mrv::MeterEvent;
using mrv::MeterReading;
using mrv::MonitoringData;

// Of a target's unit, as mrv has it: "MWh", "L", "t CH4", "m3" (normal), "m3 water", "h".
std::optional<double> per_unit(Unit unit, std::string_view target) {
  constexpr double kThousandth = 0.001;
  switch (unit) {
    case Unit::kwh:
      return target == "MWh" ? std::optional(kThousandth) : std::nullopt;
    case Unit::mwh:
      return target == "MWh" ? std::optional(1.0) : std::nullopt;
    case Unit::litre:
      if (target == "m3 water") return kThousandth;
      return target == "L" ? std::optional(1.0) : std::nullopt;
    case Unit::m3:
      return target == "m3 water" ? std::optional(1.0) : std::nullopt;
    case Unit::normal_m3:
      return target == "m3" ? std::optional(1.0) : std::nullopt;
    case Unit::hour:
      return target == "h" ? std::optional(1.0) : std::nullopt;
    case Unit::kg:
      return target.starts_with('t') ? std::optional(kThousandth) : std::nullopt;
    case Unit::t:
      return target.starts_with('t') ? std::optional(1.0) : std::nullopt;
    default:
      return std::nullopt;
  }
}

class Reader {
 public:
  Reader(MonitoringTable& table, MonitoringData& data)
      : table_(table), data_(data), read_(data.meters.size()) {}

  void read() {
    while (table_.next()) {
      const std::optional<std::size_t> meter = find_meter();
      const std::optional<MeterReading> reading = reading_of();
      if (!meter || !reading) continue;
      refuse_second(*meter, *reading);
      if (table_.row_is_good()) read_[*meter].push_back(*reading);
    }
  }

  void keep() {
    for (std::size_t i = 0; i < read_.size(); ++i) {
      if (read_[i].empty()) continue;
      Meter& meter = data_.meters[i];
      meter.readings.insert(meter.readings.end(), read_[i].begin(), read_[i].end());
      if (meter.unit.empty())
        meter.per_unit *= *per_unit(table_.unit(meters::kReading), unit_of_target(meter.target));
      meter.unit = name_of(table_.unit(meters::kReading));
    }
  }

 private:
  // Notes a meter that is not declared, and a unit that does not fit its target or its other file.
  std::optional<std::size_t> find_meter() {
    const std::optional<std::string_view> id = table_.text(meters::kMeter);
    if (!id) return std::nullopt;
    const auto known = std::ranges::find(data_.meters, *id, &Meter::id);
    if (known == data_.meters.end()) {
      table_.refuse(meters::kMeter,
                    {{"the component declares no meter {}",
                      "le composant ne déclare pas de "
                      "compteur {}"},
                     in_quotes(*id)},
                    {{"declare it in [[meter]], or correct its name",
                      "déclarez-le dans [[meter]], ou corrigez son nom"}});
      return std::nullopt;
    }
    const Unit unit = table_.unit(meters::kReading);
    const std::string_view target = unit_of_target(known->target);
    const bool fits_file = known->unit.empty() || known->unit == name_of(unit);
    if (!per_unit(unit, target) || !fits_file) {
      table_.refuse(meters::kReading,
                    {{"the unit {} does not fit meter {}, which counts {}{}",
                      "l'unité {} ne convient pas au compteur {}, qui compte en {}{}"},
                     name_of(unit),
                     in_quotes(*id),
                     target,
                     fits_file ? Text()
                               : Text({" and has another unit in an earlier file",
                                       " et a une autre unité dans un fichier précédent"})},
                    {{"give all readings of a meter in one unit of what it counts",
                      "donnez tous les relevés d'un compteur dans une seule unité de ce qu'il "
                      "compte"}});
      return std::nullopt;
    }
    return static_cast<std::size_t>(known - data_.meters.begin());
  }

  std::optional<MeterReading> reading_of() {
    const std::optional<Instant> time = table_.moment(meters::kDate);
    const std::optional<Decimal> shown = table_.number(meters::kReading);
    MeterEvent event = MeterEvent::reading;
    if (table_.has(meters::kEvent) && !table_.is_empty(meters::kEvent)) {
      const std::optional<std::string_view> word = table_.text(meters::kEvent);
      const auto known = word ? meters::find_event(*word) : std::nullopt;
      if (word && !known)
        table_.refuse(meters::kEvent,
                      {{"{} is no event of a meter", "{} n'est pas un événement de compteur"},
                       table_.shown(meters::kEvent)},
                      {{"leave it empty, or write removed or installed",
                        "laissez vide, ou écrivez déposé ou posé"}});
      event = known.value_or(event);
    }
    if (!time || !shown || !table_.row_is_good()) return std::nullopt;
    return MeterReading{
        .time = *time,
        .shown = nearest_double(*shown, 0),
        .event = event,
        .place = {.file = static_cast<std::uint32_t>(data_.files.size()), .row = table_.row()}};
  }

  void refuse_second(std::size_t meter, const MeterReading& reading) {
    const auto [at, is_new] =
        rows_.try_emplace({meter, reading.time, reading.event}, reading.place.row);
    if (is_new) return;
    table_.refuse(meters::kDate,
                  {{"meter {} has a reading of this moment already, in row {}",
                    "le compteur {} a déjà un relevé de ce moment, à la ligne {}"},
                   in_quotes(data_.meters[meter].id),
                   at->second},
                  {{"remove one of the two rows, or correct its date",
                    "supprimez l'une des deux lignes, ou corrigez sa date"}});
  }

  MonitoringTable& table_;
  MonitoringData& data_;
  std::vector<std::vector<MeterReading>> read_;  // by meter
  std::map<std::tuple<std::size_t, Instant, MeterEvent>, std::uint32_t> rows_;
};

}  // namespace

std::string_view unit_of_target(const mrv::MeterTarget& target) {
  if (target.table == "electricity") return "MWh";
  if (target.table == "diesel") return "L";
  const mrv::MonthlyTable* table = mrv::find_monthly_table(target.table);
  return table == nullptr ? std::string_view() : table->columns[target.column].unit;
}

ReadResult read_meters(const Source& source, MonitoringData& data) {
  Read<MonitoringTable> table =
      MonitoringTable::open(source, {"meter readings", "relevés de compteurs"}, meters::columns());
  if (!table) return std::unexpected(table.error());
  Reader reader(*table, data);
  reader.read();
  Problems problems = table->finish();
  if (!problems.empty()) return std::unexpected(std::move(problems));
  reader.keep();
  data.files.push_back({.path = source.path, .sha256 = sha256_hex(source.bytes)});
  return {};
}

}  // namespace openitmo::files
