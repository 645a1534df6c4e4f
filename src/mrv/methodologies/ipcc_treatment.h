#pragma once

#include <vector>

#include "mrv/scalar/real.h"

// IPCC 2006 V5 Ch 4 (biological treatment) and Ch 5 (incineration and open burning), for
// inventories and comparison.
namespace openitmo::mrv::ipcc_treatment {

template <class S>
struct Treated {
  S M;       // t wet
  S EF_CH4;  // kg/t wet
  S EF_N2O;  // kg/t wet
};

// Eq 4.1: CH4 = Σ M·EF·1e-3 - R, t.
template <class S>
S CH4_treated(const std::vector<Treated<S>>& treated, const S& R) {
  std::vector<S> terms;
  for (const Treated<S>& t : treated) terms.push_back(t.M * t.EF_CH4 * 1e-3);
  return named({.symbol = "CH4", .unit = "t CH4", .equation = "IPCC 2006 V5 Eq 4.1"},
               sum(std::span<const S>(terms)) - R);
}

// Eq 4.2: N2O = Σ M·EF·1e-3, t.
template <class S>
S N2O_treated(const std::vector<Treated<S>>& treated) {
  std::vector<S> terms;
  for (const Treated<S>& t : treated) terms.push_back(t.M * t.EF_N2O * 1e-3);
  return named({.symbol = "N2O", .unit = "t N2O", .equation = "IPCC 2006 V5 Eq 4.2"},
               sum(std::span<const S>(terms)));
}

template <class S>
struct BurntComponent {
  S fraction;  // of the wet mass
  S dm;        // dry matter per wet mass
  S CF;        // carbon per dry mass
  S FCF;       // fossil share of the carbon
};

// Eq 5.2: fossil CO2 = SW·Σ fraction·dm·CF·FCF·OF·44/12, t. Biogenic carbon does not count.
template <class S>
S CO2_burnt(const S& SW, const std::vector<BurntComponent<S>>& components, const S& OF) {
  std::vector<S> terms;
  for (const BurntComponent<S>& c : components)
    terms.push_back(c.fraction * c.dm * c.CF * c.FCF * OF * (44.0 / 12.0));
  return named({.symbol = "CO2 fossil", .unit = "t CO2", .equation = "IPCC 2006 V5 Eq 5.2"},
               SW * sum(std::span<const S>(terms)));
}

// Methane and nitrous oxide of incineration or open burning, t: mass·EF·1e-3 with EF in kg/t.
// Methane goes by wet mass; nitrous oxide by wet mass in incineration and by dry mass in open
// burning.
template <class S>
S CH4_burnt(const S& SW, const S& EF_CH4) {
  return named({.symbol = "CH4", .unit = "t CH4", .equation = "IPCC 2006 V5 Eq 5.4"},
               SW * EF_CH4 * 1e-3);
}
template <class S>
S N2O_burnt(const S& mass, const S& EF_N2O) {
  return named({.symbol = "N2O", .unit = "t N2O", .equation = "IPCC 2006 V5 Eq 5.5"},
               mass * EF_N2O * 1e-3);
}

// Methane of a digester: what the biogas holds and leaks, t. Leaks are 5 % by default (0 to 10 %).
template <class S>
S CH4_leaked(const S& produced, const S& leak) {
  return produced * leak;
}

// t dry of t wet burnt: the nitrous oxide factor of open burning goes by dry mass, that of methane
// by wet mass.
template <class S>
S dry_mass(const S& SW, const std::vector<BurntComponent<S>>& components) {
  std::vector<S> terms;
  for (const BurntComponent<S>& c : components) terms.push_back(c.fraction * c.dm);
  return SW * sum(std::span<const S>(terms));
}

}  // namespace openitmo::mrv::ipcc_treatment
