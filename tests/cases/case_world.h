#pragma once

#include <string>
#include <vector>

#include "accounting/accounts.h"
#include "case_json.h"
#include "ledger_world/ledger_world.h"

// Plays a case's history on a real ledger. Acts whose acceptance is not the question are decided as
// any other; a first transfer within its vintage year is recorded as a replay records it.
namespace openitmo::cases {

using openitmo::testing::party_id;
using openitmo::testing::Units;
using openitmo::testing::World;

// Invented Parties that stand for the ones a case leaves out.
inline constexpr const char* kSomeHost = "ZZH";
inline constexpr const char* kSomeBuyer = "ZZB";

// A world of these Parties and the two invented ones.
World world_of(std::vector<std::string> parties, Date opened_on = Date(2021, 1, 1));

AdjustmentMethod method_of(std::string_view word);
// An NDC as a case writes it; recorded even where the case leaves out the trajectory.
void record_ndc(World& world, const std::string& party, AdjustmentMethod method, const object& ndc);
void record_ndc(World& world, const std::string& party, AdjustmentMethod method, int first_year,
                int last_year);
// {"2021": 100, ...} in t CO2 eq.
void record_inventories(World& world, const std::string& party, const value& emissions);
void record_inventory(World& world, const std::string& party, int year, std::int64_t emissions);

struct FirstTransferred {
  std::string host;
  std::string to = kSomeBuyer;
  int vintage = 0;
  std::uint64_t quantity_t_co2eq = 0;
  int event_year = 0;
  bool oimp = false;  // triggered by issuance
};
// Issues and first transfers; a quantity of 0 does nothing.
void first_transfer(World& world, const FirstTransferred& act);
// Uses units of `vintage` for `use_year`; acquires them first where the Party holds too few.
void use(World& world, const std::string& party, int vintage, std::uint64_t quantity_t_co2eq,
         int use_year, int event_year);
// The events of a case, in order of event years.
void play(World& world, const value& events);
// Moves the world to the middle of a year unless it is there or beyond.
void in_year(World& world, int year);

}  // namespace openitmo::cases
