#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mrv/uncertainty/stated.h"
#include "party/codes.h"
#include "quantity/date.h"
#include "quantity/language.h"
#include "quantity/tonnes.h"

// What a Party expects of its emissions and of deliveries. It serves the overselling view alone:
// nothing of it enters the journal, a balance or a report of what happened.
namespace openitmo::accounting {

// How much of a quantity becomes first transfers (or uses) that this NDC counts: a share from 0 to
// 1, of which no draw leaves these ends, because an authorization caps what may be transferred.
struct DeliveredShare {
  double share = 1;
  mrv::StatedUncertainty uncertainty = {};
  std::string source = {};
};

struct Projection {
  CalendarYear year;
  KilogramsCo2eq emissions_kg_co2eq;
  mrv::StatedUncertainty uncertainty;
  std::string source;
};

// Of one authorization that stands in the journal.
struct ExpectedDelivery {
  std::string authorization;
  // Where the authorization states no quantity: what is still expected of it.
  std::optional<TonnesCo2eq> quantity_t_co2eq;
  DeliveredShare delivered;
};

// Not yet authorized, or not yet used.
struct ExpectedVolume {
  Text name;  // unique in its list
  TonnesCo2eq quantity_t_co2eq;
  DeliveredShare delivered = {};
};

struct Outlook {
  PartyId party;
  bool demonstration = false;
  // By how much a reported inventory year may still be recalculated; all years move together.
  mrv::StatedUncertainty inventory_uncertainty;
  std::string inventory_source;
  std::vector<Projection> projections;  // for years without an inventory; all move together
  std::vector<ExpectedDelivery> deliveries;
  std::vector<ExpectedVolume> further_authorizations;
  std::vector<ExpectedVolume> further_uses;
  // Of a volume that the Party considers to authorize beyond all of these.
  DeliveredShare of_what_is_asked_for;
};

}  // namespace openitmo::accounting
