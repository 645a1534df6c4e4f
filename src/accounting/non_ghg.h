#pragma once

#include <cstdint>

#include "accounting/adjustment.h"

// Metrics other than t CO2 eq (2/CMA.3 annex para 9). Each metric has accounts of its own; nothing
// is netted across metrics (rulebook R-053), so every figure here is of one metric's unit.
namespace openitmo::accounting {

// The adjustment of an indicator has the opposite sign of an emissions adjustment: the host
// subtracts what it first transferred, the user adds what it used (para 9(a)-(b)).
Rational indicator_adjustment(const Rational& emissions_sign_adjustment);
Rational adjusted_indicator(std::int64_t level, const Rational& emissions_sign_adjustment);

// Tonnes that the units with serials `first`..`last` (from 1) stand for at `factor` t CO2 eq a
// unit: floor(f·last) - floor(f·(first - 1)). However a range is split, its parts add up
// (para 22(d); rulebook R-052).
TonnesCo2eq converted_t_co2eq(std::uint64_t first, std::uint64_t last, const Rational& factor);

}  // namespace openitmo::accounting
