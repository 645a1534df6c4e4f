#pragma once

#include <optional>
#include <string>

#include "ledger/itmo_identifier.h"
#include "quantity/tonnes.h"

namespace openitmo::ledger {

// Which units of an account: so many tonnes of a vintage, the lowest serials first, or from
// `first_id` on. `authorization` and `component` narrow the choice where given.
struct UnitSelection {
  std::string account;
  Vintage vintage;
  TonnesCo2eq quantity_t_co2eq;
  std::optional<ItmoIdentifier> first_id;
  std::string authorization;
  std::string component;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("account", self.account);
    visit("vintage", self.vintage);
    visit("quantity_t_co2eq", self.quantity_t_co2eq);
    visit("first_id", self.first_id);
    visit("authorization", self.authorization);
    visit("component", self.component);
  }
};

}  // namespace openitmo::ledger
