#pragma once

#include <expected>
#include <string>
#include <vector>

#include "activity/records.h"
#include "mrv/quantify.h"
#include "registry/programme.h"

// The place where an emission reduction becomes units: the engine's result of each component and
// year, in exact decimal text and in whole kilograms, with the hashes that let anyone recompute it.
namespace openitmo::registry {

// One component quantified for one monitoring report, with the bytes whose hash is in the journal.
struct ComponentResult {
  std::string report;
  std::string component;
  mrv::Quantification quantification;
  std::string json;           // mrv::result_json; the first field says when data are fictitious
  std::string result_sha256;  // of json
  std::string data_manifest;  // the files behind it by hash: "<sha256>  <path>", a line each
  std::string data_sha256;    // of the manifest
};

// Quantifies one component, with draws where `sampling` is given. Fails with every problem found,
// one a line, each with its place.
std::expected<ComponentResult, Text> quantify_component(
    const ProgrammeComponent& component, const std::string& report, const DateRange& period,
    const mrv::SamplingRequest* sampling = nullptr);

// The report of the components' results for a "monitor" act.
SubmitMonitoringReport monitoring_report(const Monitor& monitor,
                                         const std::vector<ComponentResult>& results);

}  // namespace openitmo::registry
