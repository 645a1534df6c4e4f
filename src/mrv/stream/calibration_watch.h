#pragma once

#include <optional>
#include <vector>

#include "mrv/stream/plan.h"
#include "mrv/stream_correction.h"

namespace openitmo::mrv::stream {

// Which certificate covers each reading, and what is cut from readings that none covers: from the
// day after a calibration expires to the day before the next, the larger of the permissible error
// and the error then found (CDM, delayed calibration). Readings before the first calibration count
// as overdue for it. A channel without any certificate is not cut; check_streams says so.
class CalibrationWatch {
 public:
  explicit CalibrationWatch(const Plan& plan);

  // Share to cut from the readings of `channel` on `day`; 0 where a certificate covers them.
  double overdue_error(Channel channel, Date day);
  // Notes the row for the certificate that covers it.
  void cover(Channel channel, Period month, Place place);
  std::vector<CertificateCover> take() { return std::move(covers_); }

 private:
  struct State {
    std::vector<Calibration> calibrations = {};
    Date day = {};
    bool is_known = false;
    double error = 0;
    std::optional<std::size_t> covering = {};  // the certificate of `day`
    std::optional<std::size_t> cover_at = {};  // in covers_, of that certificate and `month`
    Period month = {};
    Place last = {};  // a row that two devices share is covered once
  };
  static void move_to(State& state, Date day);

  PerChannel<State> of_;
  std::vector<CertificateCover> covers_;
};

}  // namespace openitmo::mrv::stream
