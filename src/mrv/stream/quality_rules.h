#pragma once

#include <limits>
#include <optional>
#include <span>

#include "mrv/finding.h"
#include "mrv/parameter_set.h"
#include "mrv/stream/reading.h"

// The rules by which readings are accepted, each with a name (a Rule), and their default limits.
namespace openitmo::mrv::stream {

inline constexpr double kNoLimit = std::numeric_limits<double>::infinity();

// Of one channel, in its unit. A component may set its own.
struct Limits {
  double lowest = 0;
  double highest = kNoLimit;
  double change_per_minute = kNoLimit;  // between accepted readings
  double stuck_minutes = kNoLimit;      // so long the same figure to the last digit
  // What stands in for a missing reading, as the project document declares it. Flare flow, flame
  // and exhaust readings have none: TOOL06 counts such a minute as not burnt.
  std::optional<double> substitute = {};
};
// By the parameters quality.*; without a set, by their defaults.
PerChannel<Limits> limits_of(const ParameterSet& parameters);
PerChannel<Limits> default_limits();

// What bounds a declared substitute, as the appendix of TOOL08 bounds what it fills: no gap longer
// than `longest_h` has one, and none stands in for flow or fraction where the other of the two is
// not accepted or leaves its mean over the gap by more than `other_within` of it.
struct StandInBounds {
  double longest_h = 0;
  double other_within = 0;
};
StandInBounds stand_in_bounds_of(const ParameterSet& parameters);  // missing.*
StandInBounds default_stand_in_bounds();

bool may_have_substitute(Channel channel);

struct QualityRule {
  Rule rule = Rule::reading_missing;
  ReportWords what{"what is found", "ce qui est constaté", "lo que se constata"};
  ReportWords consequence{"what follows", "ce qui s'ensuit", "lo que sigue"};
};
std::span<const QualityRule> quality_rules();
const QualityRule& quality_rule(Rule rule);

}  // namespace openitmo::mrv::stream
