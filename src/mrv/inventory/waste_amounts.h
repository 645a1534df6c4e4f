#pragma once

#include <map>
#include <utility>

#include "mrv/disposal_options.h"
#include "mrv/inventory/inventory_case.h"
#include "mrv/scalar/real.h"

// From waste statistics to t wet by year, pathway and waste type (IPCC 2006 V5 Ch 2).
namespace openitmo::mrv::inventory {

inline constexpr std::string_view kWasteStatistics = "waste statistics";
inline constexpr std::string_view kPopulationStatistics = "population statistics";
inline constexpr std::string_view kTreatmentStatistics = "treatment statistics";
inline constexpr std::string_view kCompositionSurvey = "composition survey";
inline constexpr std::string_view kRecoveryRecords = "methane recovery records";

inline Evidence evidence_of(Place place) {
  Evidence rows;
  rows.add(place);
  return rows;
}

inline std::optional<double> half_width(double value, const std::optional<double>& share) {
  if (!share) return std::nullopt;
  return value * *share;
}

// Asks for every figure once, whatever the number of its users.
template <class Inputs>
class WasteAmounts {
 public:
  using S = typename Inputs::Scalar;
  WasteAmounts(Inputs& inputs, const InventoryCase& c) : inputs_(inputs), c_(c) {}

  // t wet that went one way in a year, which must be known.
  const S& of_pathway(Pathway pathway, int year) {
    const auto known = amounts_.find({pathway, year});
    if (known != amounts_.end()) return known->second;
    return amounts_.insert({{pathway, year}, read_amount(pathway, year)}).first->second;
  }

  // p_j of the composition that counts in a year.
  const S& share_of(WasteType type, int year) {
    const CompositionRow* row = c_.composition(year);
    const int of = row == nullptr ? 0 : row->year.value();
    const auto known = shares_.find({type, of});
    if (known != shares_.end()) return known->second;
    return shares_.insert({{type, of}, read_share(type, row)}).first->second;
  }

  // W_j,x: waste of one type that a disposal site took in, t wet; 0 before the first row of the
  // site.
  S disposed(Pathway site, WasteType type, int year) {
    S W(0.0);
    if (year >= c_.first_year_of(site))
      W = named({.symbol = "W_j,x",
                 .unit = "t wet",
                 .equation = "IPCC 2006 V5 Ch 2, waste of a site times share of the type",
                 .of = name_of(type),
                 .period = {.year = year}},
                of_pathway(site, year) * share_of(type, year));
    const auto changed = c_.change.disposed_t.find({site, type, year});
    return changed == c_.change.disposed_t.end() ? W : W + S(changed->second);
  }

  // t wet composted or digested.
  S treated(Pathway pathway, int year) {
    const S& M = of_pathway(pathway, year);
    const auto changed = c_.change.treated_t.find({pathway, year});
    return changed == c_.change.treated_t.end() ? M : M + S(changed->second);
  }

  // R of a disposal site, t CH4; 0 where the inventory counts none.
  S recovered(Pathway site, int year) {
    S R(0.0);
    if (const RecoveryRow* row = c_.recovery(site, year))
      R = inputs_.measured(
          {.symbol = "R", .unit = "t CH4", .of = name_of(site), .period = {.year = year}},
          row->methane_t, evidence_of(row->place), kRecoveryRecords,
          half_width(row->methane_t, row->uncertainty));
    const auto changed = c_.change.recovered_t.find({site, year});
    return changed == c_.change.recovered_t.end() ? R : R + S(changed->second);
  }

 private:
  S read_amount(Pathway pathway, int year) {
    const TreatmentRow& row = *c_.treatment(pathway, year);
    const Label label{.symbol = "W_x",
                      .unit = "t wet",
                      .equation = "IPCC 2006 V5 Ch 2, share of the waste generated",
                      .of = name_of(pathway),
                      .period = {.year = year}};
    if (row.mass_t)
      return inputs_.measured(label, *row.mass_t, evidence_of(row.place), kTreatmentStatistics,
                              half_width(*row.mass_t, row.uncertainty));
    return named(label, generated(year) * share_of_pathway(row));
  }

  const S& share_of_pathway(const TreatmentRow& row) {
    const auto known = pathway_shares_.find({row.pathway, row.year.value()});
    if (known != pathway_shares_.end()) return known->second;
    const S share = inputs_.measured({.symbol = "s_x",
                                      .unit = "1",
                                      .of = name_of(row.pathway),
                                      .period = {.year = row.year.value()}},
                                     *row.share, evidence_of(row.place), kTreatmentStatistics,
                                     half_width(*row.share, row.uncertainty));
    return pathway_shares_.insert({{row.pathway, row.year.value()}, share}).first->second;
  }

  const S& generated(int year) {
    const auto known = generated_.find(year);
    if (known != generated_.end()) return known->second;
    return generated_.insert({year, read_generated(*c_.generation(year))}).first->second;
  }

  S read_generated(const GenerationRow& row) {
    const Period period{.year = row.year.value()};
    const Label label{.symbol = "W_generated",
                      .unit = "t wet",
                      .equation = "IPCC 2006 V5 Ch 2, population times rate",
                      .period = period};
    const Evidence rows = evidence_of(row.place);
    if (row.generated_t)
      return inputs_.measured(label, *row.generated_t, rows, kWasteStatistics,
                              half_width(*row.generated_t, row.uncertainty));
    const S population =
        inputs_.measured({.symbol = "population", .unit = "persons", .period = period},
                         *row.population, rows, kPopulationStatistics);
    const S rate = inputs_.measured({.symbol = "rate", .unit = "t wet/person/a", .period = period},
                                    *row.rate_t_per_person, rows, kWasteStatistics,
                                    half_width(*row.rate_t_per_person, row.uncertainty));
    return named(label, population * rate);
  }

  S read_share(WasteType type, const CompositionRow* row) {
    if (row == nullptr) return inputs_.parameter(default_share_symbol(type));
    const double p = row->fractions[static_cast<std::size_t>(type)];
    return inputs_.measured(
        {.symbol = "p_j", .unit = "1", .of = name_of(type), .period = {.year = row->year.value()}},
        p, evidence_of(row->place), kCompositionSurvey, half_width(p, row->uncertainty));
  }

  Inputs& inputs_;
  const InventoryCase& c_;
  std::map<std::pair<Pathway, int>, S> amounts_;
  std::map<std::pair<WasteType, int>, S> shares_;
  std::map<std::pair<Pathway, int>, S> pathway_shares_;
  std::map<int, S> generated_;
};

}  // namespace openitmo::mrv::inventory
