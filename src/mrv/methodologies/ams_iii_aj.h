#pragma once

#include <fmt/format.h>
#include <vector>

#include "mrv/energy_used.h"
#include "mrv/methodologies/tool05.h"
#include "mrv/monthly_inputs.h"
#include "mrv/scalar/real.h"
#include "mrv/year_terms.h"
#include "mrv/yearly_amount.h"

// CDM AMS-III.AJ, recovery and recycling of materials. Structure of medium, figures of low
// confidence: all are inputs. Methane that paper would have made is not covered.
namespace openitmo::mrv::ams_iii_aj {

template <class S>
struct Material {
  S Q;    // t recycled
  S L;    // net-to-gross factor
  S SEC;  // MWh/t of virgin material
  S SFC;  // GJ/t of virgin material
};

// BE = Σ Q·L·(SEC·EF_el + SFC·EF_FF), t CO2 eq.
template <class S>
S BE_y(const std::vector<Material<S>>& materials, const S& EF_el, const S& EF_FF) {
  std::vector<S> terms;
  for (const Material<S>& m : materials)
    terms.push_back(m.Q * m.L * (m.SEC * EF_el + m.SFC * EF_FF));
  return named({.symbol = "BE_y", .unit = "t CO2 eq", .equation = "AMS-III.AJ, baseline"},
               sum(std::span<const S>(terms)));
}

// PE = PE_EC + PE_FC of the recycling.
template <class S>
S PE_y(const S& PE_EC, const S& PE_FC) {
  return named({.symbol = "PE_y", .unit = "t CO2 eq", .equation = "AMS-III.AJ, project emissions"},
               PE_EC + PE_FC);
}

// ER = min(BE - PE - LE, cap), t CO2 eq.
template <class S>
S ER_y(const S& BE, const S& PE, const S& LE, const S& ER_cap) {
  return named({.symbol = "ER_y", .unit = "t CO2 eq", .equation = "AMS-III.AJ, reductions"},
               min(BE - PE - LE, ER_cap));
}

// Q_i,y: the months of one material.
template <class Inputs>
typename Inputs::Scalar recycled(Inputs& inputs, const ComponentCase& c, const YearPart& part,
                                 std::string_view material) {
  using S = typename Inputs::Scalar;
  const MonthlyTable& table = *find_monthly_table("recycled");
  std::vector<S> months;
  for (const MonthlyRow* row : rows_of(c, part, "recycled"))
    if (row->subject == material)
      if (auto Q = measured_at(inputs, table, *row, "Q_i,m")) months.push_back(*Q);
  return named({.symbol = "Q_i,y",
                .unit = "t",
                .equation = "AMS-III.AJ, sum of months",
                .of = material,
                .period = {.year = part.year.value()}},
               sum(std::span<const S>(months)));
}

template <class Inputs>
YearTerms<typename Inputs::Scalar> year(Inputs& inputs, const ComponentCase& c,
                                        const YearPart& part) {
  using S = typename Inputs::Scalar;
  std::vector<Material<S>> materials;
  for (const std::string_view material : find_monthly_table("recycled")->subjects)
    materials.push_back({.Q = recycled(inputs, c, part, material),
                         .L = inputs.parameter("L.AJ"),
                         .SEC = inputs.parameter(fmt::format("SEC.{}", material)),
                         .SFC = inputs.parameter(fmt::format("SFC.{}", material))});
  const S EF_EL = grid_factor(inputs, c, "EF_EL.baseline");
  const S BE = BE_y<S>(materials, EF_EL, inputs.parameter("EF_FF.AJ"));
  const S PE_EC = tool05::PE_EC(electricity_used(inputs, c, part));
  const S PE_FC = tool03::PE_FC(diesel_used(inputs, c, part));
  const S PE = PE_y(PE_EC, PE_FC);
  const S LE = yearly_amount(inputs, part, "LE");
  return {{{"BE", BE},
           {"PE_EC", PE_EC},
           {"PE_FC", PE_FC},
           {"PE", PE},
           {"LE", LE},
           {"ER", ER_y(BE, PE, LE, inputs.parameter("ER_cap.AMS-III.AJ"))}}};
}

// The description, for methodologies.cpp.
extern const Methodology kVersion7;

}  // namespace openitmo::mrv::ams_iii_aj
