#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "quantity/report_text.h"

// The outlines that 6/CMA.4 gives for reports, as data: annex V for the initial report and the
// updated initial report, annex VI for regular information. English headings are those of the
// annexes, of long ones the first part; the others are translations of this project.
namespace openitmo::reporting {

// What the ledger and the accounts say under a heading.
enum class OutlinePart : std::uint8_t {
  none,
  participation,
  ndc_target,
  ndc_years,
  ndc_reference,
  ndc_coverage,
  ndc_period,
  metrics,
  method,
  trajectory,
  quantification,
  non_ghg_quantification,
  policies,
  authorization_copy,
  approach,
  duration,
  expected_mitigation,
  parties,
  entities,
  no_net_increase,
  quality,
  non_permanence,
  impacts,
  sustainable_development,
  limits,
  adaptation,
  overall_mitigation,
  updates,
  authorizations,
  adjustments,
  no_further_use,
  contribution,
  measurement,
  non_ghg_metric,
  breakdown,
  confidential,
};

// Whether the Party's own words are asked for.
enum class StatementNeed : std::uint8_t {
  not_asked,  // what the journal says is all
  welcome,    // shown where it stands
  required,   // or a reason why it does not apply
};

struct OutlineItem {
  std::string_view number;     // "IV.G.1"
  std::string_view paragraph;  // of the annex to 2/CMA.3, or of 18/CMA.1 where it says so
  StatementNeed need = StatementNeed::not_asked;
  std::string_view statement = {};  // its key
  std::string_view earlier = {};    // key of what was stated for the initial report
  OutlinePart part = OutlinePart::none;
  bool per_approach = false;  // of the chapter that is repeated for each
  ReportWords heading;
};

std::span<const OutlineItem> initial_report_outline();       // 6/CMA.4 annex V
std::span<const OutlineItem> regular_information_outline();  // 6/CMA.4 annex VI

}  // namespace openitmo::reporting
