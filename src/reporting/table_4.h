#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "accounting/structured_summary.h"
#include "reporting/report_parts.h"

// The structured summary of CTF Table 4 (5/CMA.3; 18/CMA.1 annex para 77) with every row of the
// table, in its order, in t CO2 eq (rulebook ).
namespace openitmo::reporting {

// How the cells of a row follow from others.
enum class Table4Sum : std::uint8_t {
  none,
  net,          // 23(c) + 23(d) - 23(e)
  running_net,  // 23(f) added up over the years
  balance,      // 23(a) + 23(g)
};

// A figure, or the notation that stands in its place: NE where it is not known here, NA where the
// row does not apply to the Party's method or metric.
struct Table4Cell {
  std::optional<Rational> value_t_co2eq{};
  std::string_view notation{};
  EntryNumbers entries{};
};

struct Table4Row {
  std::string_view paragraph{};
  ReportText label{};
  bool is_heading = false;
  Table4Sum sum = Table4Sum::none;
  std::vector<Table4Cell> years{};
  Table4Cell reference{};  // columns are empty where neither value nor notation stands
  Table4Cell target_level{};
  ReportText target_year{};
  ReportText progress{};
};

struct Table4 {
  PartyId party{};
  ReportText title{};
  Date date{};
  RegistryId registry{};
  std::uint64_t entry_count = 0;
  bool demonstration = false;
  std::vector<CalendarYear> years{};
  std::vector<Table4Row> rows{};
  std::vector<ReportText> assumptions{};
};

// Without years where no NDC of the Party is recorded.
Table4 table_4(const ReportInputs& inputs);

}  // namespace openitmo::reporting
