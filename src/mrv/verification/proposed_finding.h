#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mrv/verification/assessment.h"
#include "quantity/language.h"

// What a verifier would raise after an assessment: proposals, of which nothing is recorded here.
namespace openitmo::mrv::verification {

// The kinds of the act raise_finding (activity/finding_records.h), by the same words.
enum class ProposedKind : std::uint8_t {
  corrective_action,  // data or report must be changed before the conclusion
  clarification,      // it cannot be told yet whether something is wrong
  forward_action,     // to be looked at in the next monitoring period
};
std::string_view name_of(ProposedKind kind);

struct ProposedFinding {
  ProposedKind kind = ProposedKind::clarification;
  // Stable word: ticket_differs, scan_missing, material_error, sample_too_small, weighbridge_entry.
  std::string_view code;
  // As the act raise_finding has it: monitoring_data or sampling.
  std::string_view subject = "monitoring_data";
  std::string place;  // file and row, or the monitoring data as a whole
  Text what;
  double error_t_co2eq = 0;  // reported less recomputed; 0 where nobody can tell
};

// One for every ticket that differs or was not seen, and what the verdict asks for.
std::vector<ProposedFinding> proposed_findings(const Subject& subject, const Assessment& assessed);

}  // namespace openitmo::mrv::verification
