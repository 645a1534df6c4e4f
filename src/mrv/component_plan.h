#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mrv/climate.h"
#include "mrv/derivation.h"
#include "mrv/uncertainty/deduction.h"
#include "quantity/date.h"
#include "quantity/gwp.h"

namespace openitmo::mrv {

// A released version of a methodology, such as "AMS-III.F" "12.0" or "ACM0022" "3.0". Released
// versions stay in the product, so that an old result can be recomputed.
struct MethodologyVersion {
  std::string name;
  std::string version;
  bool operator==(const MethodologyVersion&) const = default;
};

// TOOL04: Eq 1 by years, Eq 2 by months.
enum class DecayModel : std::uint8_t { yearly, monthly };
std::string_view name_of(DecayModel model);
std::optional<DecayModel> find_decay_model(std::string_view name);

// A programme's own value in place of a default of the parameter table.
struct ParameterOverride {
  std::string symbol;
  std::string value;  // as written, with a decimal point: "0.60"
  std::string source;
  Confidence confidence = Confidence::low;
  // As the table writes it (mrv/uncertainty/stated.h); empty: it does not vary. Not given: the
  // table's, which moves with the value.
  std::optional<std::string> uncertainty = {};
};

// The precision that samples must reach: 20 % at 95 % (TOOL04), or 10 % at 90 % (CDM sampling
// standard, small scale).
enum class SamplingRule : std::uint8_t { tool04, small_scale };
std::string_view name_of(SamplingRule rule);  // "20/95", "90/10"

struct SamplingPlan {
  SamplingRule rule = SamplingRule::tool04;
  // Where the precision is missed, the end of the confidence interval that lowers the reductions
  // counts instead of the mean.
  bool takes_conservative_bound = false;
  std::string source = {};
};

// How one component (site) is quantified.
struct ComponentPlan {
  std::string component;
  MethodologyVersion methodology;
  ClimateZone climate = ClimateZone::tropical_dry;
  DisposalSite disposal_site = DisposalSite::unmanaged_deep;
  DecayModel model = DecayModel::yearly;
  DateRange crediting_period;
  std::vector<ParameterOverride> overrides;
  // Choices that the methodology describes (methodology.h), by key.
  std::map<std::string, std::string, std::less<>> options = {};
  GwpSet gwp = gwp_ar5();
  // Which disposal site waste is diverted from, or gas is metered of.
  std::string site_name = {};
  // The declaration, with its ground, that the baseline gives a service that is lacking today;
  // shown with every result. Needed where waste is dumped in settlements for want of collection.
  std::string suppressed_demand = {};
  std::optional<DeductionPolicy> deduction = {};
  SamplingPlan sampling = {};
};

// Null where the component takes the default.
const ParameterOverride* own_value(const ComponentPlan& plan, std::string_view symbol);

}  // namespace openitmo::mrv
