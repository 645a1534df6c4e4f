#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mrv/evidence.h"
#include "mrv/scalar/label.h"
#include "quantity/report_text.h"

// What readings at a fixed interval leave behind when they have become monthly figures.
namespace openitmo::mrv {

enum class Rule : std::uint8_t;

// One quality rule applied to one channel in one month.
struct StreamCorrection {
  Rule rule = {};
  std::optional<ReportWords> channel = {};  // none: whole rows
  Period month;
  double hours = 0;
  // Methane destroyed as counted less what the readings, or the last complete reading before them,
  // would have given. In kg; seldom above 0.
  double methane_kg = 0;
  Evidence rows = {};  // for a gap the row after it, where there is one
};

// The readings of one month that were taken under a valid certificate.
struct CertificateCover {
  std::string channel;
  std::string certificate;
  Period month;
  Evidence rows = {};
};

struct StreamRecord {
  std::string time_zone;
  std::string time_zone_data;  // version of the IANA data; empty for UTC
  std::int64_t interval_s = 0;
  // What the component declares about its meters, as "key = value".
  std::vector<std::string> settings = {};
  std::vector<StreamCorrection> corrections = {};
  std::vector<CertificateCover> certificates = {};
  std::vector<ReportWords> without_certificate = {};  // meters of gas for which none is declared
};

}  // namespace openitmo::mrv
