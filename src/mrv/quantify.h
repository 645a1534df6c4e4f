#pragma once

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "mrv/component_plan.h"
#include "mrv/derivation.h"
#include "mrv/finding.h"
#include "mrv/methodology.h"
#include "mrv/monitoring_data.h"
#include "mrv/parameter_use.h"
#include "mrv/uncertainty/error_propagation.h"
#include "mrv/uncertainty/sampled.h"
#include "mrv/uncertainty/term_uncertainty.h"
#include "mrv/year_terms.h"
#include "quantity/tonnes.h"

// The emission reductions of one component. Pure: the same plan, data and period give the same
// bytes on any machine, so anyone can recompute an issuance.
namespace openitmo::mrv {

// Changes whenever a released methodology would give another figure.
inline constexpr std::string_view kEngineVersion = "openitmo-mrv 0.1.0";

struct YearResult {
  Vintage year;
  DateRange part;           // the days of the year that lie in the monitoring period
  double amount = 0;        // such as waste treated in that part, in the methodology's unit
  YearTerms<double> terms;  // t CO2 eq; ER may be negative and is never clipped
  // By the programme's policy, t CO2 eq; without a policy 0.
  double deduction = 0;
  double claimed = 0;                    // ER - deduction
  KilogramsCo2eq reductions;             // claimed, rounded down to kilograms, once
  Derivation derivation;                 // of what is claimed
  ErrorPropagation errors;               // of ER, approach 1
  std::vector<TermUncertainty> by_term;  // of the terms that are no sums of others
};

struct Quantification {
  std::string component;
  MethodologyVersion methodology;
  std::string engine_version;
  DecayModel model = DecayModel::yearly;
  ClimateZone climate = ClimateZone::tropical_dry;
  DisposalSite disposal_site = DisposalSite::unmanaged_deep;
  std::map<std::string, std::string, std::less<>> options;  // as chosen by the component
  std::string suppressed_demand;                            // as declared, or empty
  SamplingPlan sampling = {};
  std::string gwp_set;
  DateRange crediting_period;
  DateRange period;
  std::vector<YearResult> years;  // one for each calendar year that the period touches
  ErrorPropagation errors;        // of the ER of all years together, approach 1
  std::optional<DeductionPolicy> deduction_policy;
  std::optional<SampledUncertainty> sampled;  // approach 2, where it was asked for
  std::vector<ParameterUse> parameters;       // by symbol
  std::vector<MonitoringFile> inputs;
  // Readings at a fixed interval, with what was corrected in the period.
  std::optional<StreamRecord> stream = {};
  Problems warnings;
};

// The terms of the result's years in their order: those of the methodology, and what is taken off
// after it.
std::vector<TermDescription> described_terms(const Quantification& result);

// Reductions in `period`, split by calendar year. Where the methodology looks back, `data` must
// reach back to the start of the crediting period, since waste diverted earlier still counts.
// Refuses, with every problem found:
// - a methodology version that is not in methodologies(), a bad parameter override, a parameter or
//   an option that the methodology does not know;
// - a period outside the crediting period; for the yearly model one that is not whole calendar
//   years counted from 1 January of the first crediting year, for the monthly model whole months
//   (half a year in Eq 1 would earn a whole year's decay);
// - monitoring data that break a rule (monitoring_rules.h), or one of the methodology.
// Waste is either weighed (tickets, samples, meters) or declared per year (ex ante, or a published
// document); with declared waste, the electricity and diesel rows are called declared too.
// The draws of approach 2 are made where `sampling` is given.
std::expected<Quantification, Problems> quantify(const ComponentPlan& plan,
                                                 const MonitoringData& data,
                                                 const DateRange& period,
                                                 const SamplingRequest* sampling = nullptr);

}  // namespace openitmo::mrv
