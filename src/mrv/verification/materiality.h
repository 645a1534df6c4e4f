#pragma once

#include <string>

#include "mrv/component_plan.h"
#include "mrv/quantify.h"

// From which error on a verifier may not call a report free of material misstatement.
namespace openitmo::mrv::verification {

struct Materiality {
  double percent = 0;  // of the reported emission reductions
  std::string source;
  Confidence confidence = Confidence::low;
};

// Decision 9/CMP.7 for the CDM, by size class and emission reductions a year: 0.5 % above 500,000 t
// CO2 eq, 1 % above 300,000, 2 % for other large-scale activities, 5 % for small-scale ones (here:
// those of a small-scale methodology, AMS-...). Its 10 % for activities of the smallest kind is
// never assumed; a programme states it. The text of the decision was not at hand, so the confidence
// is medium; the threshold of an agreement or programme stands before this one.
Materiality cdm_materiality(const MethodologyVersion& methodology, double t_co2eq_a_year);
// Of a result, by what it reports a year on average.
Materiality cdm_materiality(const Quantification& result);

}  // namespace openitmo::mrv::verification
