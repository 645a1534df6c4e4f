#include "mrv/inventory/diversion.h"

#include <algorithm>

#include "mrv/inputs.h"
#include "mrv/inventory/category_equations.h"
#include "mrv/inventory/waste_amounts.h"
#include "mrv/methodologies/ipcc_fod.h"
#include "mrv/methodologies/ipcc_treatment.h"
#include "mrv/parameters.h"

namespace openitmo::mrv::inventory {

namespace {

Pathway same_kind(DisposalSite site) {
  switch (site) {
    case DisposalSite::managed_anaerobic:
      return Pathway::managed_anaerobic;
    case DisposalSite::managed_semi_aerobic:
      return Pathway::managed_semi_aerobic;
    case DisposalSite::unmanaged_deep:
      return Pathway::unmanaged_deep;
    case DisposalSite::unmanaged_shallow:
    case DisposalSite::settlement_dumping:
      return Pathway::unmanaged_shallow;
  }
  return Pathway::uncategorised;
}

const ActivityYear& of_year(const Activity& activity, int year) {
  static const ActivityYear kNothing{};
  const auto found = activity.years.find(year);
  return found == activity.years.end() ? kNothing : found->second;
}

// What decides how diverted waste would have decayed.
struct DecayTerms {
  double MCF = 0;
  double OX = 0;
  double F = 0;
  double M = 0;
  double ch4_potential = 0;
  double kept_from_fire = 1;
  std::array<double, kWasteTypeCount> DOC{};
  std::array<double, kWasteTypeCount> DOC_f{};
  std::array<double, kWasteTypeCount> k{};
};

// Each degradable type's own terms; `decomposing` gives the symbol of its DOC_f.
template <class Symbol>
void set_types(DecayTerms& terms, const ParameterSet& parameters, ClimateZone climate,
               Symbol decomposing) {
  for (std::size_t j = 0; j < kWasteTypeCount; ++j) {
    const WasteType type = kWasteTypes[j];
    if (!is_degradable(type)) continue;
    terms.DOC[j] = parameters.value(degradable_carbon_symbol(type)).value;
    terms.DOC_f[j] = parameters.value(decomposing(type)).value;
    terms.k[j] = parameters.value(decay_rate_symbol(climate, type)).value;
  }
}

double decaying(const DecayTerms& terms, const Activity& activity, int year) {
  if (activity.years.empty()) return 0;
  const int first = activity.years.begin()->first;
  const int T = year - first + 1;
  const ipcc_fod::Site<double> site{
      .MCF = terms.MCF, .OX = terms.OX, .R = 0.0, .F = terms.F, .M = terms.M};
  std::vector<ipcc_fod::Stock<double>> stocks;
  for (std::size_t j = 0; j < kWasteTypeCount; ++j) {
    if (!is_degradable(kWasteTypes[j])) continue;
    std::vector<double> W;
    for (int x = first; x <= year; ++x)
      W.push_back(of_year(activity, x).diverted_t[j] * terms.kept_from_fire);
    stocks.push_back(ipcc_fod::decay<double>(site,
                                             {.type = name_of(kWasteTypes[j]),
                                              .DOC = terms.DOC[j],
                                              .DOC_f = terms.DOC_f[j],
                                              .k = terms.k[j],
                                              .W = std::move(W)},
                                             T));
  }
  return ipcc_fod::CH4_emitted(site, ipcc_fod::CH4_generated(site, stocks, T), T) *
         terms.ch4_potential;
}

}  // namespace

double Diversion::generated(int year) const {
  const GenerationRow* row = c_.generation(year);
  return row == nullptr ? 0 : row->t_wet();
}

double Diversion::amount_of(Pathway pathway, int year) const {
  if (!c_.is_known(pathway, year)) return 0;
  EstimateInputs inputs(c_.parameters);
  return WasteAmounts(inputs, c_).of_pathway(pathway, year);
}

double Diversion::share_of(WasteType type, int year) const {
  EstimateInputs inputs(c_.parameters);
  return WasteAmounts(inputs, c_).share_of(type, year);
}

Pathway Diversion::site_of(const Activity& activity, int year) const {
  const Pathway own = same_kind(activity.disposal_site);
  if (c_.has_rows(own)) return own;
  Pathway largest = own;
  double most = 0;
  for (const Pathway site : kDisposals)
    if (const double amount = amount_of(site, year); amount > most) {
      most = amount;
      largest = site;
    }
  return largest;
}

double Diversion::decaying_by_methodology(const Activity& activity, int year) const {
  const ParameterSet& parameters = activity.parameters;
  DecayTerms terms{
      .MCF = parameters.value(mrv::correction_factor_symbol(activity.disposal_site)).value,
      .OX = parameters.value("OX").value,
      .F = parameters.value("F").value,
      .M = c_.parameters.value("M").value,
      .ch4_potential = activity.ch4_potential,
      .kept_from_fire = 1 - parameters.value("burnt").value};
  set_types(terms, parameters, activity.climate, [](WasteType) { return "DOCf"; });
  return decaying(terms, activity, year);
}

double Diversion::decaying_by_inventory(const Activity& activity, int year) const {
  const Pathway site = site_of(activity, year);
  const ParameterSet& parameters = c_.parameters;
  DecayTerms terms{.MCF = parameters.value(correction_factor_symbol(site)).value,
                   .OX = parameters.value(oxidation_symbol(site)).value,
                   .F = parameters.value("F").value,
                   .M = parameters.value("M").value,
                   .ch4_potential = c_.plan.gwp.ch4_tenths / 10.0};
  set_types(terms, parameters, c_.plan.climate,
            [&](WasteType type) { return decomposing_share_symbol(c_.plan.guidelines, type); });
  return decaying(terms, activity, year);
}

double Diversion::carried(double in_row_year, const TreatmentRow& row, int year) const {
  if (row.year.value() == year) return in_row_year;
  const double at_row = generated(row.year.value());
  return at_row > 0 ? in_row_year * generated(year) / at_row : 0;
}

double Diversion::diverted_seen(const Activity& activity, Pathway site, int year) const {
  const TreatmentRow* row = c_.treatment(site, year);
  if (row == nullptr) return 0;
  return carried(of_year(activity, row->year.value()).treated_t, *row, year);
}

// p_j of the survey that counts in `year`, had it been made without the activity.
double Diversion::share_without(const Activity& activity, WasteType type, int year) const {
  const double p = share_of(type, year);
  const CompositionRow* survey = c_.composition(year);
  if (survey == nullptr) return p;
  const int asked = survey->year.value();
  const ActivityYear& then = of_year(activity, asked);
  if (then.treated_t == 0) return p;
  double disposed = 0;
  for (const Pathway site : kDisposals) disposed += amount_of(site, asked);
  return (disposed * p + then.diverted_t[static_cast<std::size_t>(type)]) /
         (disposed + then.treated_t);
}

Change Diversion::undiverted(const Activity& activity, int year, Sight sight) const {
  Change change;
  if (activity.years.empty()) return change;
  const Pathway own = site_of(activity, year);
  for (int x = activity.years.begin()->first; x <= year; ++x)
    for (const Pathway site : kDisposals) {
      if (!c_.has_rows(site)) continue;
      const double W = amount_of(site, x);
      const double back = site != own               ? 0
                          : sight == Sight::amounts ? of_year(activity, x).treated_t
                                                    : diverted_seen(activity, site, x);
      for (const WasteType type : kWasteTypes) {
        if (!is_degradable(type) || !c_.occurs(type)) continue;
        const double t = (W + back) * share_without(activity, type, x) - W * share_of(type, x);
        if (t != 0) change.disposed_t[{site, type, x}] = t;
      }
    }
  return change;
}

Change Diversion::untreated(const Activity& activity, int year) const {
  Change change;
  const TreatmentRow* row = c_.treatment(activity.treatment, year);
  if (row == nullptr || !c_.is_known(activity.treatment, year)) return change;
  const int asked = row->year.value();
  const double own = of_year(activity, asked).treated_t;
  double of_all = 0;
  for (const Activity& other : activities_)
    if (other.treatment == activity.treatment) of_all += of_year(other, asked).treated_t;
  // An inventory that reports less than the activities treated sees each in part.
  const double reported = amount_of(activity.treatment, asked);
  const double seen = of_all > reported ? own * reported / of_all : own;
  if (seen != 0) change.treated_t[{activity.treatment, year}] = -carried(seen, *row, year);
  return change;
}

double Diversion::treatment_by_inventory(const Activity& activity, int year) const {
  const bool is_compost = activity.treatment == Pathway::composted;
  const auto value = [&](std::string_view symbol) { return c_.parameters.value(symbol).value; };
  const std::vector<ipcc_treatment::Treated<double>> treated{
      {.M = of_year(activity, year).treated_t,
       .EF_CH4 = value(is_compost ? "EF_CH4.ipcc.composting" : "EF_CH4.ipcc.digestion"),
       .EF_N2O = is_compost ? value("EF_N2O.ipcc.composting") : 0}};
  const GwpSet& gwp = c_.plan.gwp;
  return -(ipcc_treatment::CH4_treated(treated, 0.0) * (gwp.ch4_tenths / 10.0) +
           ipcc_treatment::N2O_treated(treated) * (gwp.n2o_tenths / 10.0));
}

std::optional<Pathway> Diversion::recovery_site(int year) const {
  const RecoveryRow* largest = nullptr;
  for (const Pathway site : kDisposals)
    if (const RecoveryRow* row = c_.recovery(site, year);
        row != nullptr && (largest == nullptr || largest->methane_t < row->methane_t))
      largest = row;
  return largest == nullptr ? std::nullopt : std::optional(largest->site);
}

double Diversion::recovered_by_inventory(double methane_t, std::optional<Pathway> site) const {
  const std::string_view OX_symbol = oxidation_symbol(site.value_or(Pathway::uncategorised));
  const double OX = c_.parameters.value(OX_symbol).value;
  return methane_t * (1 - OX) * c_.plan.gwp.ch4_tenths / 10.0;
}

Change Diversion::unrecovered(double methane_t, int year) const {
  Change change;
  const auto site = recovery_site(year);
  if (!site || methane_t == 0) return change;
  double of_all = 0;
  for (const Activity& activity : activities_)
    of_all += of_year(activity, year).methane_destroyed_t;
  const double reported = c_.recovery(*site, year)->methane_t;
  const double seen = of_all > reported ? methane_t * reported / of_all : methane_t;
  change.recovered_t[{*site, year}] = -seen;
  return change;
}

}  // namespace openitmo::mrv::inventory
