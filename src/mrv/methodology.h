#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "mrv/component_case.h"
#include "mrv/finding.h"
#include "mrv/inputs.h"
#include "mrv/year_terms.h"

// What the engine needs to know of a methodology besides its equations. The equations are a header
// in methodologies/ that reads like the document; the description beside it is one Methodology,
// and methodologies.cpp lists them all. docs/methodologies/adding-one.md goes through the steps.
namespace openitmo::mrv {

// One figure that a methodology yields for a year, in t CO2 eq.
struct TermDescription {
  std::string_view key;     // stable, for results: "BE_CH4_SWDS"; the last one is "ER"
  std::string_view symbol;  // as its node in the derivation prints it: "BE_CH4,SWDS,y"
  Words name{"figure", "figure"};
  bool is_sum = false;  // a total, of the terms before it: BE, PE, LE, ER
  // A total without terms of its own before it, which so is a row of Table 3.2 itself.
  bool has_no_parts = false;
};

// A choice that the methodology leaves to the project, by word. The first word holds where the
// component does not say.
struct OptionDescription {
  std::string_view key;
  Words name{"choice", "choix"};
  std::span<const std::string_view> words;
  bool is_required = false;  // the component names a word itself
};

// A table that counts under this word of an option; where a table stands in such a list, it counts
// under no other word.
struct TableOfWord {
  std::string_view table;
  std::string_view option;
  std::string_view word;
  bool is_required = false;  // it must have rows for every month
};

// What is counted beside the tonnes: waste treated, methane destroyed, material recycled.
struct AmountDescription {
  Words name{"amount", "quantité"};
  std::string_view unit;
  double (*of_part)(const ComponentCase& c, const YearPart& part) = nullptr;
};

template <class Inputs>
using YearEquations = YearTerms<typename Inputs::Scalar> (*)(Inputs&, const ComponentCase&,
                                                             const YearPart&);

// The same equations over every scalar that the engine knows. Made of one generic lambda.
struct Equations {
  template <class Generic>
  constexpr Equations(Generic year) : estimate(year), derivation(year), draws(year) {}

  YearEquations<EstimateInputs> estimate;
  YearEquations<TracedInputs> derivation;
  YearEquations<SampledInputs> draws;
};

// What a component has to do with a disposal site; double_crediting.h compares them.
enum class SiteRole : std::uint8_t {
  none,
  diverts_waste,  // from the site, credited by TOOL04 application B
  meters_gas,     // of the site
};

struct Methodology {
  std::string_view name;     // "AMS-III.F"
  std::string_view version;  // "12.0"; a released version stays for ever
  Words title{"methodology", "méthodologie"};
  std::string_view page;  // docs/methodologies/<page>.md
  // How sure it is that this is what the document says.
  Confidence confidence = Confidence::low;
  // Keys of the [monitoring] table of a component. A table in `tables` must have rows for every
  // month; one in `optional_tables` need not be there.
  std::span<const std::string_view> tables;
  std::span<const std::string_view> optional_tables;
  // Of the optional tables those that only some choices read.
  std::span<const TableOfWord> tables_of_words = {};
  // Symbols of the parameter table; one that ends in a dot stands for all that begin so.
  std::span<const std::string_view> parameters;
  std::span<const OptionDescription> options;
  std::span<const TermDescription> terms;
  AmountDescription amount;
  // Waste of earlier years still decays: data must reach back to the start of the crediting period,
  // and the component names the decay model of TOOL04.
  bool looks_back = false;
  // The component names the kind of disposal site.
  bool has_disposal_site = false;
  SiteRole site_role = SiteRole::none;
  // What becomes of diverted waste, as one of the words of ACM0022's option `treatment`; empty
  // where the component chooses by that option, or diverts none.
  std::string_view treatment = {};
  // An estimate made beforehand: quantified, never reported.
  bool is_ex_ante = false;
  // What is refused besides what holds for every methodology; may be null.
  Problems (*check)(const ComponentCase& c, const ParameterSet& parameters,
                    const DateRange& period) = nullptr;
  Equations equations;

  bool reads_table(std::string_view key) const;
  bool requires_table(std::string_view key) const;
  bool reads_parameter(std::string_view symbol) const;
};

}  // namespace openitmo::mrv
