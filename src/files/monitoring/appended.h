#pragma once

#include <cstdint>
#include <vector>

#include "files/monitoring/table.h"
#include "files/source.h"
#include "mrv/monitoring_data.h"

namespace openitmo::files {

// The file of `source` as the next one of `data`, and its rows at the end of one of data's lists:
// kept by keep(), taken off again otherwise.
template <class Row>
class Appended {
 public:
  Appended(mrv::MonitoringData& data, std::vector<Row>& rows)
      : data_(data), rows_(rows), row_count_(rows.size()) {}
  Appended(const Appended&) = delete;
  Appended& operator=(const Appended&) = delete;
  ~Appended() {
    if (!kept_) rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(row_count_), rows_.end());
  }

  mrv::Place place_of(std::uint32_t row) const {
    return {.file = static_cast<std::uint32_t>(data_.files.size()), .row = row};
  }
  void add(Row row) { rows_.push_back(std::move(row)); }

  void keep(const Source& source) {
    data_.files.push_back({.path = source.path, .sha256 = sha256_hex(source.bytes)});
    kept_ = true;
  }

 private:
  mrv::MonitoringData& data_;
  std::vector<Row>& rows_;
  std::size_t row_count_;
  bool kept_ = false;
};

// Where an earlier row stands, for messages about doubles: "row 17", or "row 17 of other.csv".
inline Text place_text(const mrv::MonitoringData& data, mrv::Place place) {
  if (place.file >= data.files.size()) return {{"row {}", "ligne {}"}, place.row};
  return {{"row {} of {}", "ligne {} de {}"}, place.row, data.files[place.file].path};
}

}  // namespace openitmo::files
