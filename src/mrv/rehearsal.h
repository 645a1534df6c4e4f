#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "mrv/monitoring_data.h"
#include "mrv/quantify.h"
#include "quantity/report_text.h"
#include "quantity/tonnes.h"

// What an examiner or a technical expert reviewer would likely ask about a result, before it is
// submitted.
namespace openitmo::mrv {

enum class Topic : std::uint8_t {
  heavy_default,  // a default carries many tonnes
  own_value,      // a value of the programme's own, at the end of its range or weighty
  weak_source,    // a value of medium or low confidence carries tonnes
  deficit,        // negative reductions
  expectation,    // far from what was expected beforehand
  jump,           // a year differs much from the one before
  gap,            // days without a ticket
  outlier,        // a month differs much from the other months
  weather,        // a month differs much from those that were as wet or as dry
  noted,          // what the calculation noted itself
};
std::string_view name_of(Topic topic);

struct Question {
  Topic topic = Topic::noted;
  int year = 0;
  ReportText question;
  ReportText place;  // where to answer it: file and row, key of the programme folder, page
  // How much of the year's reductions hangs on it, by weight; 0 where that has no meaning. The
  // weightiest come first.
  double share = 0;
};

// From which point on a question is asked.
struct RehearsalLimits {
  double heavy_share = 0.05;  // of a default
  double weak_share = 0.02;   // of a value of medium or low confidence
  double expectation = 0.2;   // relative to what was expected
  double jump = 0.5;          // relative to the year before
  int gap_days = 7;
  // A month is far off by both of these: median absolute deviations, and a part of the median.
  double outlier_deviations = 5;
  double outlier_share = 0.15;
  // A month is wet from so much rain on: that of the driest month of a tropical rain climate.
  double wet_month_mm = 60;
};

// One component over the reports so far, oldest first; the questions are about the last.
struct Rehearsed {
  std::vector<const Quantification*> reports;
  const ComponentPlan* plan = nullptr;
  const MonitoringData* data = nullptr;
  std::map<CalendarYear, TonnesCo2eq> expected_t_co2eq = {};  // beforehand, where known
  std::map<std::string, Text> names = {};  // how the programme calls its own sources
};

std::vector<Question> questions(const Rehearsed& rehearsed, const RehearsalLimits& limits = {});

}  // namespace openitmo::mrv
