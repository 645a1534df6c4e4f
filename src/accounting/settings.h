#pragma once

#include <optional>

#include "accounting/flows.h"
#include "party/names.h"
#include "party/ndc.h"

// What the decisions leave open. Each setting is stored with the figures as an assumption.
namespace openitmo::accounting {

// By which year a quantity enters the numerator of an interim average: the year that para 8
// adjusts (the default, since para 8(a) books additions to the year of occurrence), or the year of
// the action. At the end of the period both give the same (rulebook ).
enum class NumeratorAxis { by_vintage, by_event_year };

// Up to which year the NDC period counts as elapsed: the latest reported inventory year (the
// default), or the calendar year of the question (rulebook R-037).
enum class ElapsedYears { to_latest_inventory_year, to_calendar_year };

struct Settings {
  View view;
  // Picks the NDC whose period contains this year. Empty: the one that contains the day of the
  // question, or else the earliest.
  std::optional<CalendarYear> period_year;
  std::optional<CalendarYear> through_year;  // ends the elapsed years here instead
  ElapsedYears elapsed_years = ElapsedYears::to_latest_inventory_year;
  NumeratorAxis numerator = NumeratorAxis::by_vintage;
  std::optional<AveragingConvention> convention;  // empty: the one recorded with the NDC
};

}  // namespace openitmo::accounting

template <>
struct openitmo::EnumNames<openitmo::accounting::NumeratorAxis> {
  static constexpr std::array<std::string_view, 2> names{"by_vintage", "by_event_year"};
};
template <>
struct openitmo::EnumNames<openitmo::accounting::ElapsedYears> {
  static constexpr std::array<std::string_view, 2> names{"to_latest_inventory_year",
                                                         "to_calendar_year"};
};
