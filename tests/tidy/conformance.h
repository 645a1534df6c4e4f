#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/refusal.h"

// What the rules of Article 6.2 ask of a registry, and where this one answers: the source of
// docs/conformance.md.
namespace openitmo::pages {

enum class Conformance : std::uint8_t {
  refused,    // an act that breaks it is refused
  recorded,   // it is data, in the journal or the reports
  computed,   // figures follow it, and a test shows that
  not_yet,    // asked for and not done
  elsewhere,  // not a matter of this program
};

struct Requirement {
  std::string_view number;     // of the rulebook, R-001
  std::string_view paragraph;  // D2: 2/CMA.3 annex, D4: 4/CMA.6, D6: 6/CMA.4 and its annex I
  std::string_view asks;
  Conformance status;
  std::vector<ledger::RefusalCode> refusals;
  std::string_view where;  // a file of this repository, or the reason why not
};

std::span<const Requirement> requirements();
std::string conformance_page();

}  // namespace openitmo::pages
