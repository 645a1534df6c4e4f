#pragma once

#include <string>

#include "activity/activities.h"

// What a verifier signs when it concludes on a monitoring report: the text of a signed note
// (docs/formats/opinion.md). All of it follows from the journal and the conclusion, so whoever has
// them writes the same text.
namespace openitmo::activity {

// Lines on the report, the hash of each of its results, the findings raised against it or closed in
// its verification, those that still stand against it, conclusion and statement. `demonstration`:
// the cooperative approach is fictitious, which the text then says. The report is recorded.
std::string opinion_text(const Activities& activities, const ConcludeVerification& conclusion,
                         bool demonstration);

}  // namespace openitmo::activity
