#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "ledger/ledger.h"

// What a Party first transferred and used, by both year axes (rulebook R-046). Holding, acquiring,
// transferring on and cancelling after a first transfer are no flows (2/CMA.3 annex para 8, R-044).
namespace openitmo::accounting {

// Which entries a question may see: "known at entry n" and "effective on day d". Empty: all.
struct View {
  std::optional<std::uint64_t> entry_count;  // entries numbered below this one
  std::optional<Date> effective_until;       // that take effect on or before this day
  bool sees(std::uint64_t entry, Date effective) const {
    return (!entry_count || entry < *entry_count) &&
           (!effective_until || effective <= *effective_until);
  }
};

// A span of calendar years, both included: an NDC implementation period.
struct Period {
  CalendarYear first;
  CalendarYear last;
  bool contains(CalendarYear year) const { return first <= year && year <= last; }
  int years() const { return last.value() - first.value() + 1; }
  bool operator==(const Period&) const = default;
};

// A sum with the numbers of the entries behind it, ascending, each once (rulebook R-060).
struct Figure {
  TonnesCo2eq quantity_t_co2eq;
  std::vector<std::uint64_t> entries;
  void add(TonnesCo2eq quantity, std::uint64_t entry);
  void add(const Figure& more);
  bool operator==(const Figure&) const = default;
};
using YearFigures = std::map<CalendarYear, Figure>;
// The figure of a year; zero without entries where the year has none.
Figure figure_of(const YearFigures& figures, CalendarYear year);

struct Flow {
  YearFigures by_adjusted_year;  // vintage of a first transfer; year for which units are used
  YearFigures by_event_year;     // year in which the action took effect
  TonnesCo2eq total() const;
};

// Disjoint: a tonne stands in one of the two first-transfer flows (rulebook trap 26). `oimp` holds
// first transfers triggered by authorization, issuance or use for other international mitigation
// purposes (para 2(b)), and any other of units authorized for those purposes alone. `ndc` holds the
// rest: first international transfers, and cancellations for OMGE (4/CMA.6 paras 16-17).
struct Flows {
  PartyId party;
  Flow first_transferred_ndc;   // 2/CMA.3 annex para 23(c)
  Flow first_transferred_oimp;  // para 23(d)
  Flow used;                    // para 23(e): towards the NDC only
  TonnesCo2eq first_transferred() const {
    return first_transferred_ndc.total() + first_transferred_oimp.total();
  }
};

enum class FlowKind { first_transferred_ndc, first_transferred_oimp, used };

// The flows of a Party by both years at once, from which those of any period follow.
class FlowCells {
 public:
  void add(FlowKind kind, CalendarYear adjusted, CalendarYear event, TonnesCo2eq quantity,
           std::uint64_t entry);
  // All, or those adjusted in a year of `period`.
  Flows flows(PartyId party, std::optional<Period> period = std::nullopt) const;

 private:
  struct Cell {
    FlowKind kind;
    CalendarYear adjusted;
    CalendarYear event;
    auto operator<=>(const Cell&) const = default;
  };
  std::map<Cell, Figure> cells_;
};

// What an action adds to; nothing for those that are no flow.
std::optional<FlowKind> flow_of(const ledger::Ledger& ledger, const ledger::Action& action);
// The year that para 8 adjusts for it.
CalendarYear adjusted_year(const ledger::Action& action, FlowKind kind);
// The year in which it took effect. Where authorization is the trigger of a first transfer, that of
// the authorization's first version, though the units are issued later (rulebook R-024); units of
// the Article 6.4 mechanism count as authorized no later than their issuance there (6/CMA.6 para
// 14).
CalendarYear event_year(const ledger::Ledger& ledger, const ledger::Action& action);

// What the units of a range count for in the Party's balance in t CO2 eq: one each, or what they
// are converted to where their approach counts in another metric and gives the Party a factor.
// Nothing where the Party accounts for them by an indicator of that metric.
std::optional<TonnesCo2eq> accounted_t_co2eq(const ledger::Ledger& ledger, PartyId party,
                                             const ledger::ItmoRange& range);

// The same where the approach is known.
std::optional<TonnesCo2eq> accounted_t_co2eq(const ledger::ApproachState* approach, PartyId party,
                                             const ledger::ItmoRange& range);

// All flows of a Party, or those adjusted in a year of `period`. With `in_metric`, those of units
// counted in that metric, in such units; in t CO2 eq otherwise.
Flows flows_of(const ledger::Ledger& ledger, PartyId party, const View& view = {},
               std::optional<Period> period = std::nullopt, std::string_view in_metric = {});

}  // namespace openitmo::accounting
