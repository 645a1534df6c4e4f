#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "mrv/scalar/decaying.h"
#include "mrv/scalar/real.h"
#include "mrv/scalar/series.h"

// CDM TOOL04 v8.0, emissions from solid waste disposal sites (SWDS). Symbols as in the tool: j
// waste type; x, y year of deposition, of emission; i, m month of deposition, of emission; all
// counted from 1. Application B (waste diverted from a SWDS): 1 is the first year or month of the
// crediting period. Application A (gas captured at a SWDS, ex ante only): 1 is the year the site
// opened.
namespace openitmo::mrv::tool04 {

// One waste type j; masses are wet.
template <class S>
struct WasteStream {
  std::string_view type;
  S DOC_j;      // t C/t
  S DOC_f;      // one figure for all types in TOOL04; by type in its successor A6.4-AMT-003
  S k_j;        // 1/a, in the monthly model too
  Series<S> W;  // t, by x or i
};

template <class S>
struct Swds {
  Series<S> phi;      // by y or m
  Series<S> f;        // by y or m
  Series<S> GWP_CH4;  // t CO2 eq/t, by y or m
  Series<S> OX;       // by y or m
  S F;
  Series<S> MCF;  // by x or i
  std::vector<WasteStream<S>> streams;
  CalendarAxis axis = {};  // names the results, no more
};

// By stream, of the carbon deposited by x, MCF·W_j,x·DOC_j in t C, what decays in each period. In
// contrast to the default of the IPCC, waste decays already in the period of its deposition.
template <class S>
using Decay = std::vector<Decaying<S>>;

template <class S>
Decay<S> decay_of(const Swds<S>& swds, int periods, int periods_per_year) {
  Decay<S> decay;
  decay.reserve(swds.streams.size());
  for (const WasteStream<S>& j : swds.streams) {
    std::vector<S> deposited;
    deposited.reserve(static_cast<std::size_t>(periods));
    for (int x = 1; x <= periods; ++x) deposited.push_back(swds.MCF(x) * j.W(x) * j.DOC_j);
    decay.emplace_back(periods_per_year == 1 ? j.k_j : j.k_j / periods_per_year,
                       std::move(deposited));
  }
  return decay;
}

template <class S>
Decay<S> yearly_decay(const Swds<S>& swds, int years) {
  return decay_of(swds, years, 1);
}

template <class S>
Decay<S> monthly_decay(const Swds<S>& swds, int months) {
  return decay_of(swds, months, 12);
}

// DOC_f·Σ_{x=1..y} MCF·W_j,x·DOC_j·e^{-k_j(y-x)}·(1-e^{-k_j}) of type j, t C; months likewise.
template <class S>
S decaying_carbon(const Swds<S>& swds, const Decay<S>& decay, std::size_t j, int y,
                  std::string_view equation) {
  const WasteStream<S>& stream = swds.streams[j];
  return named({.symbol = "DOC_f·Σ_x MCF·W_j,x·DOC_j·e^(-k_j(y-x))·(1-e^(-k_j))",
                .unit = "t C",
                .equation = equation,
                .of = stream.type,
                .period = swds.axis.at(y)},
               stream.DOC_f * decay[j].in_period(y));
}

// φ_y·(1-f_y)·GWP·(1-OX)·16/12·F · Σ_j of the above, t CO2 eq.
template <class S>
S methane(const Swds<S>& swds, const Decay<S>& decay, int y, std::string_view equation) {
  Sum<S> carbon;
  for (std::size_t j = 0; j < swds.streams.size(); ++j)
    carbon.add(decaying_carbon(swds, decay, j, y, equation));
  return swds.phi(y) * (1 - swds.f(y)) * swds.GWP_CH4(y) * (1 - swds.OX(y)) * (16.0 / 12.0) *
         swds.F * carbon.total();
}

// Eq 1: BE_CH4,SWDS,y, t CO2 eq in year y. `decay` is yearly_decay of at least y years.
template <class S>
S BE_CH4_SWDS_y(const Swds<S>& swds, const Decay<S>& decay, int y) {
  constexpr std::string_view kEquation = "TOOL04 v8.0 Eq 1";
  return named({.symbol = "BE_CH4,SWDS,y",
                .unit = "t CO2 eq",
                .equation = kEquation,
                .period = swds.axis.at(y)},
               methane(swds, decay, y, kEquation));
}

// Eq 2: BE_CH4,SWDS,m, t CO2 eq in month m. `decay` is monthly_decay of at least m months.
template <class S>
S BE_CH4_SWDS_m(const Swds<S>& swds, const Decay<S>& decay, int m) {
  constexpr std::string_view kEquation = "TOOL04 v8.0 Eq 2";
  return named({.symbol = "BE_CH4,SWDS,m",
                .unit = "t CO2 eq",
                .equation = kEquation,
                .period = swds.axis.at(m)},
               methane(swds, decay, m, kEquation));
}

// The table that needs no composition, application B for MSW: φ·(1-f)·GWP·Σ_{x=1..y}
// default_{y-x+1}·W_x, t CO2 eq. `by_age` has the tool's factor of each age, from 1; they go by age
// and not by calendar year. Unconfirmed: known from one public source only.
template <class S>
S BE_simplified_y(const S& phi, const S& f, const S& GWP_CH4, const std::vector<S>& by_age,
                  const Series<S>& W, int y, const CalendarAxis& axis) {
  std::vector<S> methane;
  for (int x = 1; x <= y; ++x) methane.push_back(by_age[static_cast<std::size_t>(y - x)] * W(x));
  return named({.symbol = "BE_CH4,SWDS,y",
                .unit = "t CO2 eq",
                .equation = "TOOL04 v8.0, table without composition, unconfirmed",
                .period = axis.at(y)},
               phi * (1 - f) * GWP_CH4 * sum(std::span<const S>(methane)));
}

// DOC_f from the biochemical methane potential, application B: 0.7·12/16·BMP/(F·Σ_j p_j·DOC_j), BMP
// in t CH4/t wet. A single homogeneous residual waste must use its own.
template <class S>
S DOC_f_of_BMP(const S& BMP, const S& F, const S& sum_p_DOC) {
  return named({.symbol = "DOC_f", .unit = "1", .equation = "TOOL04 v6.0.1, DOC_f of BMP"},
               0.7 * (12.0 / 16.0) * BMP / (F * sum_p_DOC));
}

// Uncertainties of option 2 as fractions, in the order of the tool's Table 2.
template <class S>
struct ModelUncertainty {
  S a_W, b_DOC, c_DOC_f, d_F, e_MCF, g_decay;
};

// Eq 4: v_y = sqrt(a² + b² + c² + d² + e² + g²).
template <class S>
S v_y(const ModelUncertainty<S>& u) {
  return named({.symbol = "v_y", .unit = "1", .equation = "TOOL04 v6.0.1 Eq 4"},
               sqrt(u.a_W * u.a_W + u.b_DOC * u.b_DOC + u.c_DOC_f * u.c_DOC_f + u.d_F * u.d_F +
                    u.e_MCF * u.e_MCF + u.g_decay * u.g_decay));
}

// Eq 3: φ_y = 1/(1 + v_y), option 2.
template <class S>
S phi_y(const S& v) {
  return named({.symbol = "φ_y", .unit = "1", .equation = "TOOL04 v6.0.1 Eq 3"}, 1 / (1 + v));
}

// Eq 12, application B only: MCF_y = max(1 - 2/d_y, h_w,y/d_y) of a site of depth d_y whose water
// table stands h_w,y above its base, both m.
template <class S>
S MCF_y(const S& d_y, const S& h_w_y) {
  return named({.symbol = "MCF_y", .unit = "1", .equation = "TOOL04 v6.0.1 Eq 12"},
               max(1 - 2 / d_y, h_w_y / d_y));
}

}  // namespace openitmo::mrv::tool04
