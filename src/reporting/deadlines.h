#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.h"

// What a Party has to send, and by when (2/CMA.3 annex paras 18 and 20; 18/CMA.1 para 3).
namespace openitmo::reporting {

enum class DeadlineKind : std::uint8_t {
  initial_report,                // no later than authorization, or with the next BTR (para 18)
  annual_information,            // 15 April of the next year (para 20)
  biennial_transparency_report,  // 31 December of every second year from 2024 (18/CMA.1 para 3)
  recommendation_answer,         // in the next updated initial report or regular information, of
                                 // which the latter comes with that report (4/CMA.6 para 44)
};
enum class DeadlineState : std::uint8_t {
  done,
  done_late,
  open,
  overdue,
  with_next_btr,  // recorded as coming with it
  at_discretion,  // of an LDC or SIDS (18/CMA.1 para 4)
  not_recorded,   // the journal does not record it, so it cannot say
};

struct Deadline {
  DeadlineKind kind = DeadlineKind::annual_information;
  CooperativeApproachId approach{};  // of an initial report
  CalendarYear year{};               // reported year of annual information; year in which it is due
  std::optional<Date> due{};
  DeadlineState state = DeadlineState::open;
  std::optional<Date> done{};
  std::uint64_t entry = 0;  // where done
  std::string recommendation{};
  std::string paragraph{};  // that the recommendation is about
};

// By due day, those without one first.
std::vector<Deadline> deadlines_of(const ledger::Ledger& ledger, const ledger::PartyState& party,
                                   Date today);

// Reported years for which annual information is or will be due: from the Party's first
// authorization or action to the year of `today`.
std::vector<CalendarYear> reported_years(const ledger::Ledger& ledger, PartyId party, Date today);

}  // namespace openitmo::reporting
