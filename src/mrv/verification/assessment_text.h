#pragma once

#include <string>
#include <vector>

#include "mrv/verification/assessment.h"
#include "mrv/verification/proposed_finding.h"
#include "quantity/language.h"

// An assessment as people and programs read it.
namespace openitmo::mrv::verification {

// Error in the sample, of all tickets, and at most: in t of mass, in percent of it, in t CO2 eq.
std::vector<std::vector<std::string>> assessment_rows(const Assessment& assessed,
                                                      Language language);
// The threshold, what it is held against, and the verdict; a sentence each.
std::vector<Text> assessment_sentences(const Assessment& assessed);

// One object with fixed key order, real numbers as decimal strings.
struct AssessedSample {
  std::string component;
  std::string report;
  std::string data_sha256;
  std::uint64_t seed = 0;
  bool demonstration = false;
};
std::string assessment_json(const AssessedSample& sample, const Assessment& assessed,
                            const std::vector<ProposedFinding>& findings, Language language);

}  // namespace openitmo::mrv::verification
