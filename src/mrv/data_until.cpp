#include "mrv/data_until.h"

#include <map>

namespace openitmo::mrv {

namespace {

// Copies rows and renumbers their files as they are first met.
class Selection {
 public:
  Selection(const MonitoringData& from, MonitoringData& to) : from_(from), to_(to) {}

  template <class Row, class Keep>
  void take(const std::vector<Row>& rows, std::vector<Row>& kept, const Keep& keep) {
    for (const Row& row : rows) {
      if (!keep(row)) continue;
      kept.push_back(row);
      kept.back().place.file = file_of(row.place);
    }
  }

  template <class Row>
  Row moved(Row row) {
    row.rows = row.rows.with_files([&](std::uint32_t file) { return file_at(file); });
    return row;
  }

 private:
  std::uint32_t file_of(const Place& place) {
    return place.row == 0 ? place.file : file_at(place.file);  // row 0: from no file
  }
  std::uint32_t file_at(std::uint32_t position) {
    const MonitoringFile& file = from_.files[position];
    const auto [at, added] =
        files_.try_emplace(file.path, static_cast<std::uint32_t>(to_.files.size()));
    if (added) to_.files.push_back(file);
    return at->second;
  }

  const MonitoringData& from_;
  MonitoringData& to_;
  std::map<std::string, std::uint32_t> files_;
};

bool starts_by(Period month, Date last) { return Date(month.year, month.month, 1) <= last; }

StreamRecord stream_until(const StreamRecord& stream, Date last, Selection& selection) {
  StreamRecord until = stream;
  const auto take = [&](auto& kept) {
    std::erase_if(kept, [&](const auto& item) { return !starts_by(item.month, last); });
    for (auto& item : kept) item = selection.moved(std::move(item));
  };
  take(until.corrections);
  take(until.certificates);
  return until;
}

// The reading that ends the last month: the first one at or after the end of `last`.
Instant first_reading_after(const Meter& meter, Date last) {
  const Instant end(std::chrono::sys_seconds(last.plus_days(1).days()));
  Instant first = end;
  bool is_found = false;
  for (const MeterReading& reading : meter.readings)
    if (reading.time >= end && (!is_found || reading.time < first)) {
      first = reading.time;
      is_found = true;
    }
  return first;
}

}  // namespace

MonitoringData data_until(const MonitoringData& data, Date last) {
  MonitoringData until;
  until.component = data.component;
  until.truck_categories = data.truck_categories;
  Selection selection(data, until);
  selection.take(data.tickets, until.tickets,
                 [&](const WeighbridgeTicket& row) { return row.time.date() <= last; });
  selection.take(data.composition, until.composition,
                 [&](const CompositionSample& row) { return row.date <= last; });
  selection.take(data.electricity, until.electricity, [&](const ElectricityRecord& row) {
    return Date(row.year.value(), row.month, 1) <= last;
  });
  selection.take(data.diesel, until.diesel,
                 [&](const DieselRecord& row) { return row.date <= last; });
  const auto in_years = [&](const auto& row) { return row.year <= last.year(); };
  selection.take(data.declared_waste, until.declared_waste, in_years);
  selection.take(data.declared_electricity_export, until.declared_electricity_export, in_years);
  selection.take(data.declared_project_emissions, until.declared_project_emissions, in_years);
  selection.take(data.power_plants, until.power_plants, in_years);
  for (const auto& [table, rows] : data.monthly)
    for (const MonthlyRow& row : rows)
      if (Date(row.year.value(), row.month, 1) <= last)
        until.monthly[table].push_back(selection.moved(row));
  for (const Meter& meter : data.meters) {
    Meter kept = meter;
    kept.readings.clear();
    selection.take(meter.readings, kept.readings, [&](const MeterReading& row) {
      return row.time <= first_reading_after(meter, last);
    });
    until.meters.push_back(std::move(kept));
  }
  until.laboratory = {.laboratories = data.laboratory.laboratories,
                      .analyses = data.laboratory.analyses};
  selection.take(data.laboratory.results, until.laboratory.results,
                 [&](const LaboratoryResult& row) { return row.taken <= last; });
  if (data.stream) until.stream = stream_until(*data.stream, last, selection);
  return until;
}

}  // namespace openitmo::mrv
