#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mrv/place.h"
#include "quantity/date.h"

// Results of analyses, as laboratories report them.
namespace openitmo::mrv {

// A laboratory and the days on which it was accredited.
struct Laboratory {
  std::string name;
  std::string accreditation;  // number of the certificate
  DateRange accredited;
};

// What stands for a result below the detection limit.
enum class BelowDetection : std::uint8_t { zero, limit };
std::string_view name_of(BelowDetection side);

// Where the results of an analysis count: a symbol of the parameter table (the mean of the covered
// days), a column of a monthly table (the mean of each month), or a kind of waste in composition
// samples.
struct AnalysisTarget {
  enum class Kind : std::uint8_t { parameter, monthly_table, composition };
  Kind kind = Kind::parameter;
  std::string symbol = {};  // of the parameter, or key of the table
  std::size_t column = 0;   // of the table, or the WasteType
};

// One quantity that is analysed.
struct Analysis {
  std::string analyte;  // in the normal form of the files' words
  AnalysisTarget target;
  BelowDetection below_detection = BelowDetection::zero;
  std::string source = {};  // of that choice
};

// One row. Figures in the unit of the target.
struct LaboratoryResult {
  std::string sample = {};
  std::size_t analysis = 0;  // index
  Date taken = {};
  Date analysed = {};
  std::string laboratory = {};
  std::string accreditation = {};  // as the report prints it; empty where it prints none
  std::string method = {};
  bool is_below_detection = false;
  double value = 0;       // the detection limit where the result is below it
  double half_width = 0;  // half of the 95 % interval that the laboratory states, 0 for none
  Place place = {};
};

struct LaboratoryRecord {
  std::vector<Laboratory> laboratories = {};
  std::vector<Analysis> analyses = {};
  std::vector<LaboratoryResult> results = {};

  // Whether the laboratory was accredited, under the number that the report prints, on the day of
  // the analysis.
  bool is_accredited(const LaboratoryResult& result) const;
};

}  // namespace openitmo::mrv
