#pragma once

#include "registry/statement.h"

// The part of statements about verification findings. Internal to statement.cpp.
namespace openitmo::registry {

// Findings of the activity, one a row, in the order in which they were raised; those about one
// component alone where it is named.
StatementTable findings_table(const activity::Activities& activities, const std::string& activity,
                              const std::string& component);

// Codes of those that are not closed, as "MR-1-CAR-1, MR-1-FAR-1"; empty where all are.
Cell open_findings(const activity::Activities& activities, const std::string& activity);

// Monitoring reports of the activity with what was concluded on each.
StatementTable reports_table(const activity::Activities& activities, const std::string& activity);

// "positive", "negative", "not concluded".
Words conclusion_words(const activity::Report& report);
// "signed", "not signed"; empty before a conclusion.
Text signed_words(const activity::Report& report);

}  // namespace openitmo::registry
