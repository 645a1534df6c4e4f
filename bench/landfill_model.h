#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "mrv/methodologies/tool04.h"
#include "mrv/uncertainty/monte_carlo.h"

// Thirty years of a landfill with eight waste types under TOOL04 Eq 1, with sixty uncertain inputs:
// the subject of the Monte Carlo benchmark and of monte_carlo_numpy.py, which must agree with it.
namespace openitmo::bench {

inline constexpr int kYears = 30;
inline constexpr std::size_t kTypes = 8;

struct WasteClass {
  const char* name;
  double share, doc, k, k_low, k_high;
};
// Tropical dry; IPCC 2006 V5 Tables 2.4 and 3.3.
inline constexpr std::array<WasteClass, kTypes> kClasses{{
    {"food", .40, .15, .085, .07, .10},
    {"garden", .10, .20, .065, .05, .08},
    {"paper", .10, .40, .045, .04, .06},
    {"wood", .04, .43, .025, .02, .04},
    {"textiles", .02, .24, .045, .04, .06},
    {"nappies", .03, .24, .025, .02, .06},
    {"sludge", .02, .05, .085, .07, .10},
    {"other organic", .05, .10, .065, .05, .08},
}};

// In this order: phi, f, OX, F, DOCf, MCF; DOC, k and share of each type; W of each year.
inline std::vector<mrv::RandomInput> landfill_inputs() {
  using mrv::Distribution;
  std::vector<mrv::RandomInput> inputs;
  const auto add = [&](const std::string& name, double value, const Distribution& distribution) {
    inputs.push_back({.name = name, .value = value, .distribution = distribution});
  };
  const auto add_normal = [&](const std::string& name, double value, double half_width) {
    add(name, value, Distribution::normal(value, value * half_width / 1.959963984540054));
  };
  add("phi", .8, Distribution::uniform(.75, .85));
  add("f", .05, Distribution::uniform(0, .1));
  add("OX", .1, Distribution::uniform(.05, .15));
  add_normal("F", .5, .05);
  add_normal("DOCf", .5, .2);
  add_normal("MCF", .8, .2);
  for (const WasteClass& c : kClasses) {
    add_normal(std::string("DOC ") + c.name, c.doc, .2);
    add(std::string("k ") + c.name, c.k, Distribution::triangular(c.k_low, c.k, c.k_high));
    add_normal(std::string("p ") + c.name, c.share, .1);
  }
  for (int x = 0; x < kYears; ++x)
    add_normal("W " + std::to_string(x + 1), 100'000 + 2'000 * x, .1);
  return inputs;
}

// Methane of all thirty years, and of the last one alone, t CO2 eq.
struct LandfillMethane {
  bool all_years = true;

  template <class S>
  static mrv::tool04::Swds<S> site(std::span<const S> in) {
    mrv::tool04::Swds<S> swds{.phi = in[0],
                              .f = in[1],
                              .GWP_CH4 = S(28.0),
                              .OX = in[2],
                              .F = in[3],
                              .MCF = in[5],
                              .streams = {}};
    const std::span<const S> W = in.subspan(6 + 3 * kTypes);
    swds.streams.reserve(kTypes);
    for (std::size_t j = 0; j < kTypes; ++j) {
      const std::span<const S> type = in.subspan(6 + 3 * j, 3);
      std::vector<S> W_j;
      W_j.reserve(W.size());
      for (const S& W_x : W) W_j.push_back(W_x * type[2]);
      swds.streams.push_back({.type = kClasses[j].name,
                              .DOC_j = type[0],
                              .DOC_f = in[4],
                              .k_j = type[1],
                              .W = std::move(W_j)});
    }
    return swds;
  }

  template <class S>
  S operator()(std::span<const S> in) const {
    const mrv::tool04::Swds<S> swds = site(in);
    const mrv::tool04::Decay<S> decay = mrv::tool04::yearly_decay(swds, kYears);
    mrv::Sum<S> total;
    for (int y = all_years ? 1 : kYears; y <= kYears; ++y)
      total.add(mrv::tool04::BE_CH4_SWDS_y(swds, decay, y));
    return total.total();
  }
};

}  // namespace openitmo::bench
