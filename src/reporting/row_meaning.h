#pragma once

#include <span>

#include "reporting/aef.h"

// What a row of Table 3 does to its units.
namespace openitmo::reporting {

// A first transfer that hands the units to another Party or the Adaptation Fund.
bool is_first_international_transfer(const ActionRow& row);
// A first transfer by one of the three OIMP events, or by a cancellation for OMGE (4/CMA.6 para
// 17).
bool is_first_transfer_by_event(const ActionRow& row);
// The units leave the reporting Party: transfer or first international transfer.
bool hands_over(const ActionRow& row);
// Nothing may follow: use, cancellation, or the first transfer that records one.
bool ends_life(const ActionRow& row);
// A use towards an NDC: it has an NDC year, or its purpose is NDC alone.
bool is_ndc_use(const ActionRow& row);

// The row of Table 2 for an authorization on a date: the version in force, or the earliest one if
// none was. Null if there is none. Rows may be in any order.
const AuthorizationRow* authorization_in_force(std::span<const AuthorizationRow* const> versions,
                                               Date date);

// The sum, or the largest number where it would not fit: tables that are read may say anything.
TonnesCo2eq added(TonnesCo2eq total, std::optional<TonnesCo2eq> quantity);

// "First transfer (Issuance)", for messages.
std::string type_and_subtype(const ActionRow& row);

}  // namespace openitmo::reporting
