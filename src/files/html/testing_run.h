#pragma once

#include "registry/run_programme.h"

// An invented programme for the tests of this folder: two composting sites monitored for three
// years, one dry and one wet; registries SEN01 and CHE01; two vintages transferred, part of them
// used, a few units cancelled for overall mitigation, one transfer still in transit; submissions in
// two versions, of which the first leaves out an acquisition; one refused act.
namespace openitmo::files::testing_run {

registry::Programme programme();
registry::ProgrammeRun run(const registry::Programme& programme);

}  // namespace openitmo::files::testing_run
