#pragma once

#include <string_view>

#include "ledger/ledger.h"

namespace openitmo::accounting {

// Where the units of one Party lie now in one registry. Units received are counted as well as
// units issued; those sent to another Party's account are that Party's.
struct Holdings {
  TonnesCo2eq held_first_transferred_t_co2eq;
  TonnesCo2eq held_not_first_transferred_t_co2eq;
  TonnesCo2eq in_transit_t_co2eq;  // to another registry, not yet confirmed
  TonnesCo2eq sent_t_co2eq;
  TonnesCo2eq used_ndc_t_co2eq;
  TonnesCo2eq used_oimp_t_co2eq;
  TonnesCo2eq cancelled_omge_t_co2eq;  // overall mitigation in global emissions: counts for nobody
  TonnesCo2eq cancelled_other_t_co2eq;
  TonnesCo2eq withdrawn_t_co2eq;

  // Still on the Party's accounts.
  TonnesCo2eq held() const {
    return held_first_transferred_t_co2eq + held_not_first_transferred_t_co2eq;
  }
  bool operator==(const Holdings&) const = default;

  // A block where it lies now; use and cancellation are told by their acts.
  void add(const ledger::Block& block);
  // An act that ends a unit's life; units return from none of them. Others add nothing.
  void add(const ledger::Action& action);
};

// Of the accounts in t CO2 eq; or of those in `metric`, in its own units.
Holdings holdings_of(const ledger::Ledger& ledger, PartyId party, std::string_view metric = {});

}  // namespace openitmo::accounting
