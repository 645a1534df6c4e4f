#pragma once

#include "quantity/rational.h"
#include "quantity/rounding.h"
#include "quantity/tonnes.h"

// Shares of issued units for adaptation and overall mitigation. None by default: under Article 6.2
// they come from an agreement alone (rulebook ).
namespace openitmo::accounting {

struct LevyTerms {
  Rational adaptation_share;  // units to the Adaptation Fund
  Rational omge_share;        // units cancelled for overall mitigation
  Rounding rounding = Rounding::up;
  // Article 6.4: activities in LDCs and SIDS owe no share for adaptation unless the Party declines
  // the exemption; overall mitigation is never exempt (6/CMA.6 para 20).
  bool host_is_ldc_or_sids = false;
  bool exemption_declined = false;
};

struct Levies {
  TonnesCo2eq adaptation_t_co2eq;
  TonnesCo2eq omge_t_co2eq;
  TonnesCo2eq remaining_t_co2eq;
};

// The two shares of `issued`, each rounded on its own, and what is left. Shares that take more
// than was issued are a broken invariant.
Levies levies(TonnesCo2eq issued, const LevyTerms& terms);

// Where an agreement takes the adaptation share from proceeds (Singapore): quantity × price ×
// share, exact, in the price's currency. Prices never stand in a journal.
Rational share_of_proceeds(TonnesCo2eq transferred, const Rational& price_per_t,
                           const Rational& share);

}  // namespace openitmo::accounting
