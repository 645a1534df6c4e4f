#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "files/monitoring/read.h"
#include "files/monitoring/row_source.h"
#include "files/monitoring/site_clock.h"
#include "files/monitoring/table.h"
#include "files/source.h"
#include "mrv/stream/plan.h"
#include "mrv/stream/reduction.h"

namespace openitmo::files {

// What a component declares about its stream; columns and units come from the files.
struct GasStream {
  SiteClock clock;
  mrv::stream::Plan plan;
  double gauge_reference_pa = 0;  // added to the pressure where meters show it above the air's
  std::vector<std::string> settings;
};

// Readings of a gas plant at a fixed interval, one a row, from any number of files in the order of
// time, into monthly figures. CSV of any length, plain or packed with gzip, is read in blocks, so
// memory does not grow with it; xlsx is read whole. Refused: rows out of order, two different rows
// of one interval, a time that the clock skips, cells that are no number or status, flows of which
// some are in m3 and some in Nm3, other columns than in the first file, a column that an equation
// needs and the files lack.
class GasStreamReader {
 public:
  explicit GasStreamReader(GasStream stream);
  ReadResult read(const std::string& path, ByteSource& bytes,
                  std::size_t block_bytes = kRowBlockBytes);
  // Adds months, files and corrections to `data`, all of them, if every file was good.
  void finish(mrv::MonitoringData& data);

 private:
  ReadResult read_rows(const std::string& path, std::string first, ByteSource& bytes, Sha256& hash,
                       std::size_t block_bytes);
  ReadResult read_table(MonitoringTable& table);
  void take_columns(MonitoringTable& table);
  void refuse_missing(MonitoringTable& table);
  std::optional<mrv::stream::Reading> reading_of(MonitoringTable& table);
  double value_of(MonitoringTable& table, mrv::stream::Channel channel);
  void take(MonitoringTable& table, const mrv::stream::Reading& reading);

  GasStream stream_;
  std::vector<mrv::MonitoringFile> files_;
  std::unique_ptr<mrv::stream::Reduction> reduction_;
  std::int64_t last_s_ = 0;
  // By how much the axis of the slots is before UTC, so that hours of the clock begin slots.
  std::optional<std::int64_t> slot_shift_s_ = {};
  bool is_good_ = true;
};

}  // namespace openitmo::files
