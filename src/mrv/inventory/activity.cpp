#include "mrv/inventory/activity.h"

#include <algorithm>
#include <charconv>

#include "mrv/methodologies.h"
#include "mrv/parameters.h"
#include "quantity/check.h"

namespace openitmo::mrv::inventory {

namespace {

// Parts of it, or their sum where the methodology shows no parts.
constexpr std::array<std::string_view, 5> kTreatment{"PE_CH4", "PE_N2O", "PE_flare", "PE_COMP",
                                                     "PE_AD"};
constexpr std::array<std::string_view, 4> kEnergySaved{"BE_EC", "BE_EN", "BE_HG", "BE_NG"};
constexpr std::array<std::string_view, 5> kEnergyUsed{"PE_EC", "PE_FC", "PE_TR", "PE_DT", "PE_SP"};

template <std::size_t Size>
double sum_of(const YearTerms<double>& terms, const std::array<std::string_view, Size>& keys) {
  double sum = 0;
  for (const std::string_view key : keys)
    if (terms.has(key)) sum += terms.at(key);
  return sum;
}

// Of waste kept from disposal, of metered gas, or of neither; what has no part of its own in the
// waste sector is energy or material.
void add_terms(ActivityYear& year, SiteRole role, const YearTerms<double>& terms) {
  year.energy += sum_of(terms, kEnergySaved) - sum_of(terms, kEnergyUsed);
  switch (role) {
    case SiteRole::diverts_waste:
      year.disposal += terms.at("BE_CH4_SWDS");
      year.treatment += sum_of(terms, kTreatment);
      break;
    case SiteRole::meters_gas:
      year.gas += terms.has("BE_CH4") ? terms.at("BE_CH4") : terms.at("BE");
      break;
    case SiteRole::none:
      year.energy += terms.at("BE") - sum_of(terms, kEnergySaved);
      break;
  }
}

int year_of(const std::string& period) {
  int year = 0;
  std::from_chars(period.data(), period.data() + std::min<std::size_t>(4, period.size()), year);
  return year;
}

std::optional<std::size_t> index_of_type(const std::string& name) {
  for (const WasteType type : kWasteTypes)
    if (name_of(type) == name) return static_cast<std::size_t>(type);
  return std::nullopt;
}

// Waste in the derivations, each period once: a later report repeats those of earlier ones.
struct Amounts {
  std::map<std::pair<std::size_t, std::string>, double> diverted_t;
};

void add_amounts(Amounts& amounts, const YearResult& year) {
  for (const DerivationNode& node : year.derivation.nodes)
    if (node.symbol == "W_j,x")
      if (const auto type = index_of_type(node.of))
        amounts.diverted_t[{*type, node.period}] = node.value;
}

// F_PJ where the methodology names it, otherwise what was metered.
double methane_destroyed(const YearResult& year) {
  for (const DerivationNode& node : year.derivation.nodes)
    if (node.symbol == "F_CH4,PJ,y") return node.value;
  return year.amount;
}

Pathway treatment_of(const Methodology& methodology, const ComponentPlan& plan) {
  const auto chosen = plan.options.find("treatment");
  const std::string_view word = !methodology.treatment.empty() ? methodology.treatment
                                : chosen == plan.options.end() ? std::string_view()
                                                               : chosen->second;
  if (word == "composting") return Pathway::composted;
  return word == "digestion" ? Pathway::digested : Pathway::other;
}

// φ·(1 - f) of the baseline; option 2 of φ stands in the derivation.
double correction_of(const Activity& activity, const YearResult& year) {
  double phi = activity.parameters.value(model_correction_symbol(activity.climate)).value;
  for (const DerivationNode& node : year.derivation.nodes)
    if (node.symbol == "φ_y") phi = node.value;
  return phi * (1 - activity.parameters.value("f_y").value);
}

// f of 1 credits nothing and leaves nothing to go back to.
double uncorrected(double credited, double correction) {
  return correction > 0 ? credited / correction : 0;
}

}  // namespace

Activity activity_of(const ComponentPlan& plan, const std::vector<const Quantification*>& results) {
  const Methodology* methodology = find_methodology(plan.methodology);
  check(methodology != nullptr, "a result is of a released methodology");
  const auto parameters = ParameterSet::make(plan.overrides);
  check(parameters.has_value(), "a component that was quantified has good parameters");
  Activity activity{.component = plan.component,
                    .role = methodology->site_role,
                    .treatment = treatment_of(*methodology, plan),
                    .disposal_site = plan.disposal_site,
                    .climate = plan.climate,
                    .parameters = *parameters,
                    .ch4_potential = plan.gwp.ch4_tenths / 10.0,
                    .years = {}};
  Amounts amounts;
  for (const Quantification* result : results)
    for (const YearResult& year : result->years) {
      ActivityYear& of = activity.years[year.year.value()];
      of.claimed += year.claimed;
      if (activity.role == SiteRole::diverts_waste) {
        of.treated_t += year.amount;
        of.disposal_uncorrected +=
            uncorrected(year.terms.at("BE_CH4_SWDS"), correction_of(activity, year));
      }
      if (activity.role == SiteRole::meters_gas) of.methane_destroyed_t += methane_destroyed(year);
      add_terms(of, activity.role, year.terms);
      add_amounts(amounts, year);
    }
  for (const auto& [key, t] : amounts.diverted_t)
    activity.years[year_of(key.second)].diverted_t[key.first] += t;
  return activity;
}

}  // namespace openitmo::mrv::inventory
