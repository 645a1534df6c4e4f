#pragma once

#include "activity/activities.h"
#include "quantity/language.h"

// How verification findings are told to people, in both languages.
namespace openitmo::activity {

Words words_of(FindingKind kind);
Words words_of(FindingSubject subject);
Words words_of(FindingState state);

// "report MR-1", "the validation of SEN-WASTE-1".
Text raised_against(const RaiseFinding& raised);

// "monitoring data: cap-est, 2023, BE_y".
Text about(const RaiseFinding& raised);

}  // namespace openitmo::activity
