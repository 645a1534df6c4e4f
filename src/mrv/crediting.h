#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "mrv/component_case.h"
#include "mrv/methodology.h"
#include "mrv/scalar/real.h"
#include "mrv/year_terms.h"
#include "mrv/yearly_amount.h"

// What a mechanism or an agreement takes off after the methodology has spoken: the downward
// adjustment of the Article 6.4 standards, and the share that carbon finance brought about. Every
// figure is a parameter; where a component gives none of them, nothing is added to its equations.
namespace openitmo::mrv::crediting {

// Whether a parameter belongs here and not to a methodology.
inline bool is_parameter(std::string_view symbol) {
  return symbol.starts_with("DA.") || symbol == "share.carbon_finance";
}

inline bool applies(const ComponentPlan& plan) {
  return std::ranges::any_of(plan.overrides,
                             [](const ParameterOverride& own) { return is_parameter(own.symbol); });
}

// Whether the baseline of the first crediting year is needed.
inline bool looks_at_first_year(const ComponentPlan& plan) {
  return own_value(plan, "DA.yearly") != nullptr;
}

template <class S>
struct Rates {
  S of_baseline;
  S of_reductions;
  S further_a_year;  // of the baseline of the first year
};

// DA_y = DA_baseline·BE_y + DA_yearly·(y - 1)·BE_1 + DA_reductions·max(ER, 0). `first_BE` is BE_1
// for as many months as are adjusted.
template <class S>
S DA_y(const Rates<S>& r, const S& BE, const S& first_BE, int y, const S& ER) {
  return named({.symbol = "DA_y",
                .unit = "t CO2 eq",
                .equation = "A6.4-SBM016-A12, downward adjustment, unconfirmed"},
               r.of_baseline * BE + r.further_a_year * static_cast<double>(y - 1) * first_BE +
                   r.of_reductions * max(ER, S(0.0)));
}

// What is left, times the share of carbon finance; a deficit stays whole.
template <class S>
S ER_credited(const S& ER, const S& DA, const S& share) {
  const S left = ER - DA;
  return named({.symbol = "ER_credited,y",
                .unit = "t CO2 eq",
                .equation = "reductions after adjustment and attribution"},
               share * max(left, S(0.0)) + min(left, S(0.0)));
}

inline constexpr std::array<TermDescription, 3> kTerms{{
    {.key = "ER_methodology",
     .symbol = "ER_y",
     .name = {"Emission reductions by the methodology",
              "Réductions d'émissions selon la méthodologie"},
     .is_sum = true},
    {.key = "DA", .symbol = "DA_y", .name = {"Downward adjustment", "Ajustement à la baisse"}},
    {.key = "ER",
     .symbol = "ER_credited,y",
     .name = {"Emission reductions", "Réductions d'émissions"},
     .is_sum = true},
}};

// The first calendar year of the crediting period, as far as it is credited.
inline YearPart first_year(const ComponentCase& c) {
  const Date first = c.plan.crediting_period.first;
  return {.year = first.year(),
          .days = {.first = first, .last = Date(first.year().value(), 12, 31)}};
}

// The baseline of the first year for the months of `part`: a first year of some months stands for
// twelve.
template <class Inputs>
typename Inputs::Scalar first_baseline(Inputs& inputs, const ComponentCase& c, const YearPart& part,
                                       YearEquations<Inputs> equations) {
  const YearPart first = first_year(c);
  return share_of_year<typename Inputs::Scalar>(equations(inputs, c, first).at("BE"),
                                                {.symbol = "BE_1",
                                                 .unit = "t CO2 eq",
                                                 .equation = "baseline of the first year, for the "
                                                             "months that are adjusted",
                                                 .period = {.year = first.year.value()}},
                                                months_of(part.days), months_of(first.days));
}

// The terms of the methodology, with its ER followed by what is taken off.
template <class Inputs>
YearTerms<typename Inputs::Scalar> year(Inputs& inputs, const ComponentCase& c,
                                        const YearPart& part, YearEquations<Inputs> equations) {
  using S = typename Inputs::Scalar;
  const YearTerms<S> own = equations(inputs, c, part);
  if (!applies(c.plan)) return own;
  const int y = part.year.value() - c.plan.crediting_period.first.year().value() + 1;
  const bool asks_first = y > 1 && looks_at_first_year(c.plan);
  const S first_BE = asks_first ? first_baseline(inputs, c, part, equations) : own.at("BE");
  const S DA = DA_y<S>({.of_baseline = inputs.parameter("DA.baseline"),
                        .of_reductions = inputs.parameter("DA.reductions"),
                        .further_a_year = inputs.parameter("DA.yearly")},
                       own.at("BE"), first_BE, y, own.ER());
  std::vector<Term<S>> terms = own.list();
  terms.back().key = kTerms[0].key;
  terms.push_back({kTerms[1].key, DA});
  terms.push_back(
      {kTerms[2].key, ER_credited(own.ER(), DA, inputs.parameter("share.carbon_finance"))});
  return terms;
}

}  // namespace openitmo::mrv::crediting
