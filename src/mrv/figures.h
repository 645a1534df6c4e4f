#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mrv/derivation.h"
#include "mrv/quantify.h"

// Any figure of a derivation, by the name that a person types, with what it hangs on.
namespace openitmo::mrv {

// Which figures are meant; an empty part means any.
struct FigureQuestion {
  std::string symbol;  // "BE_CH4_SWDS", "PE", "W_j,x", "eta_flare"
  std::string of;      // "food"
  std::string period;  // "2026-03"
};

// Positions of the figures of a year that are meant, in the order of its derivation. A symbol may
// be that of the derivation ("BE_CH4,SWDS,y"), the key of a term ("PE"), or the symbol without
// punctuation, case, Greek letters or the last index of time ("be_ch4_swds"); what fits exactly
// hides what fits loosely.
std::vector<std::uint32_t> find_figures(const Quantification& result, const YearResult& year,
                                        const FigureQuestion& asked);

// The same in a derivation whose figures have these terms.
std::vector<std::uint32_t> find_figures(const Derivation& derivation,
                                        std::span<const TermDescription> terms,
                                        const FigureQuestion& asked);

// A symbol of a derivation with how many figures have it.
struct FigureName {
  std::string symbol;
  std::string unit;
  bool is_leaf = false;
  std::size_t count = 0;
};
// In the order of the derivation, from the result to the leaves.
std::vector<FigureName> figure_names(const Derivation& derivation);

// The derivation of one figure alone: contribution and share of its leaves are those to this
// figure, in its unit.
Derivation derivation_of(const Derivation& whole, std::uint32_t figure);

// How much of a figure hangs on leaves of each kind, indexed by LeafKind. The shares sum to 1, or
// are all 0 where nothing moves the figure.
struct HangsOn {
  std::array<double, 3> share{};
  std::array<std::size_t, 3> leaf_count{};
  // Of `value`, by weight. It ranks; factors of one product each count in full.
  double part(LeafKind kind, double value) const {
    return share[static_cast<std::size_t>(kind)] * value;
  }
};
HangsOn hangs_on(const Derivation& derivation);
inline constexpr std::array kLeafKinds{LeafKind::measured, LeafKind::default_value,
                                       LeafKind::assumed};

}  // namespace openitmo::mrv
