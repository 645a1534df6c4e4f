#include <algorithm>

#include "files/html/sections.h"
#include "files/html/words_balances.h"
#include "reporting/report_parts.h"

namespace openitmo::files {

using accounting::Assumption;
using accounting::AssumptionText;

namespace {

std::string value_of(const Assumption& assumption, std::size_t i) {
  return i < assumption.values.size() ? assumption.values[i] : std::string();
}

// The words of an enumerator that an assumption names; its name itself if it is unknown here.
template <class Enum>
std::string named(const Page& page, const std::string& name,
                  std::string (*words)(const Page&, Enum)) {
  const auto value = parse_enum<Enum>(name);
  return value ? words(page, *value) : name;
}

std::string convention_name(const Page& page, AveragingConvention convention) {
  return page.say(convention == AveragingConvention::running_as_at
                      ? words::convention_running_as_at
                      : words::convention_restated_uniform);
}

std::string axis_name(const Page& page, accounting::NumeratorAxis axis) {
  return page.say(axis == accounting::NumeratorAxis::by_vintage ? words::axis_by_vintage
                                                                : words::axis_by_event_year);
}

std::string family_name(const Page& page, TargetFamily family) {
  const ReportText text = reporting::family_text(family);
  return page.say(Text::of(text.en, text.fr));
}

std::string elapsed_rule(const Page& page, const std::string& rule) {
  const auto known = parse_enum<accounting::ElapsedYears>(rule);
  if (!known) return page.say(words::elapsed_given);
  return page.say(*known == accounting::ElapsedYears::to_calendar_year ? words::elapsed_calendar
                                                                       : words::elapsed_inventory);
}

std::string sentence(const Page& page, const Assumption& assumption) {
  const auto value = [&](std::size_t i) { return value_of(assumption, i); };
  switch (assumption.text) {
    case AssumptionText::method:
      return page.say(words::assumed_method, {named<AdjustmentMethod>(page, value(0), method_name),
                                              named<Basis>(page, value(1), basis_name)});
    case AssumptionText::averaging_convention:
      return page.say(words::assumed_convention,
                      {named<AveragingConvention>(page, value(0), convention_name)});
    case AssumptionText::averaging_numerator:
      return page.say(words::assumed_numerator,
                      {named<accounting::NumeratorAxis>(page, value(0), axis_name)});
    case AssumptionText::elapsed_years:
      return page.say(words::assumed_elapsed,
                      {value(1), value(2), value(3), elapsed_rule(page, value(0))});
    case AssumptionText::no_elapsed_year:
      return page.say(words::assumed_no_elapsed);
    case AssumptionText::oimp_apart_from_ndc:
      return page.say(words::assumed_oimp);
    case AssumptionText::first_transfer_at_authorization:
      return page.say(words::assumed_at_authorization);
    case AssumptionText::level_derived:
      return page.say(words::assumed_level_derived,
                      {named<TargetFamily>(page, value(0), family_name)});
    case AssumptionText::inventory_not_published:
      return page.say(words::assumed_inventory,
                      {value(0), named<Basis>(page, value(1), basis_name)});
    case AssumptionText::inventory_missing:
      return page.say(words::assumed_missing, {value(0)});
    case AssumptionText::vintage_outside_period:
      return page.say(words::assumed_outside,
                      {value(0), page.speech.whole(std::stoll("0" + value(1)))});
  }
  return {};
}

}  // namespace

// Years of one kind of inventory stand in one sentence.
std::vector<std::string> assumption_sentences(const Page& page,
                                              const accounting::PartyAccounts& accounts) {
  std::vector<std::string> sentences;
  std::vector<Assumption> inventories;
  for (const Assumption& assumption : accounts.assumptions) {
    const bool of_year = assumption.text == AssumptionText::inventory_missing ||
                         assumption.text == AssumptionText::inventory_not_published;
    if (!of_year) {
      sentences.push_back(sentence(page, assumption));
      continue;
    }
    const auto known = std::ranges::find_if(inventories, [&](const Assumption& other) {
      return other.text == assumption.text && value_of(other, 1) == value_of(assumption, 1);
    });
    if (known == inventories.end())
      inventories.push_back(assumption);
    else
      known->values[0] += ", " + value_of(assumption, 0);
  }
  for (const Assumption& inventory : inventories) sentences.push_back(sentence(page, inventory));
  return sentences;
}

std::string method_name(const Page& page, AdjustmentMethod method) {
  switch (method) {
    case AdjustmentMethod::single_year_trajectory:
      return page.say(words::method_single_year_trajectory);
    case AdjustmentMethod::single_year_averaging:
      return page.say(words::method_single_year_averaging);
    case AdjustmentMethod::multi_year_trajectory:
      return page.say(words::method_multi_year_trajectory);
  }
  return {};
}

std::string method_name(const Page& page, const accounting::MethodChoice& choice) {
  const std::string name = method_name(page, choice.method);
  if (choice.method == AdjustmentMethod::single_year_averaging)
    return page.say(words::method_with_choices, {name, convention_name(page, choice.convention),
                                                 axis_name(page, choice.numerator)});
  return name;
}

std::string basis_name(const Page& page, Basis basis) {
  switch (basis) {
    case Basis::published:
      return page.say(words::basis_published);
    case Basis::assumed:
      return page.say(words::basis_assumed);
    case Basis::fictitious:
      return page.say(words::basis_fictitious);
  }
  return {};
}

}  // namespace openitmo::files
