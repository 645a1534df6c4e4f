#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "accounting/world.h"

// What anybody may know of one or more registries: who transferred how much to whom, who used it,
// what was corrected, and that the Parties together are where they were (2/CMA.3 annex paras 17,
// 36; rulebook ). Data, not a page.
namespace openitmo::reporting {

// Acts of one kind in one year between the same Parties under one approach, added up.
struct PublicRow {
  CalendarYear year;  // in which they took effect
  CooperativeApproachId approach;
  ledger::ActionType type = ledger::ActionType::first_transfer;
  ledger::ActionSubtype subtype = ledger::ActionSubtype::none;
  ledger::UsePurpose purpose = ledger::UsePurpose::ndc;  // of a use
  PartyId party;                                         // whose act it is
  PartyId other;                                         // that received; empty: nobody
  Vintage vintage;
  std::string metric;  // empty: t CO2 eq
  TonnesCo2eq quantity;
  RegistryId registry;
  std::vector<std::uint64_t> entries;  // of its journal, ascending
};

// An act that a later one took back.
struct PublicCorrection {
  RegistryId registry;
  ledger::ActionType type = ledger::ActionType::first_transfer;
  ledger::ActionSubtype subtype = ledger::ActionSubtype::none;
  ledger::UsePurpose purpose = ledger::UsePurpose::ndc;
  PartyId party;
  TonnesCo2eq quantity;
  std::string metric;
  std::uint64_t entry = 0;
  Date date;
  std::uint64_t by_entry = 0;
  Date by_date;
};

struct PublicAccount {
  std::vector<PublicRow> transfers;  // first transfers, transfers: what one gives another
  std::vector<PublicRow> uses;       // uses and cancellations, also those that are first transfers
  std::vector<PublicCorrection> corrections;
  std::vector<accounting::PartyAccounts> parties;  // each from the registry that serves it
  accounting::WorldAccounts world;
  accounting::WorldUnits units;
  bool demonstration = false;
};

// Throws InvariantBroken where a unit lives twice or is first transferred twice
// (accounting/world.h).
PublicAccount public_account(std::span<const ledger::Ledger* const> ledgers,
                             const accounting::Settings& settings = {});

}  // namespace openitmo::reporting
