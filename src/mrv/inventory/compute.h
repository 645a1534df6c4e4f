#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "mrv/derivation.h"
#include "mrv/finding.h"
#include "mrv/inventory/category.h"
#include "mrv/inventory/inventory_case.h"
#include "mrv/inventory/line_state.h"
#include "mrv/quantify.h"
#include "mrv/uncertainty/error_propagation.h"
#include "mrv/uncertainty/sampled.h"

// The emissions of a Party's solid waste: categories 5.A, 5.B and 5.C. Pure: the same plan and rows
// give the same bytes on any machine.
namespace openitmo::mrv::inventory {

struct Line {
  const LineDescription* description = nullptr;
  LineState state = LineState::unknown;
  Text reason = {};       // of an unknown one
  std::string tier = {};  // of an estimated one, as are the rest
  double gas_t = 0;
  double co2eq_t = 0;
  ErrorPropagation errors = {};               // approach 1, of co2eq_t
  std::optional<SampleSummary> sampled = {};  // approach 2, where it was asked for
};

struct InventoryYear {
  CalendarYear year;
  std::vector<Line> lines;  // all of lines(), in their order
  // The sum of the lines that are known; it is the total only if all are.
  double known_co2eq_t = 0;
  bool is_complete = false;
  ErrorPropagation errors = {};
  std::optional<SampleSummary> sampled = {};
  Derivation derivation = {};  // of known_co2eq_t; empty where no line is estimated
};

struct Inventory {
  std::string party;
  std::string version;
  std::string engine_version;
  Guidelines guidelines = Guidelines::ipcc_2006;
  ClimateZone climate = ClimateZone::tropical_dry;
  std::string gwp_set;
  std::vector<MonitoringFile> files;
  std::vector<InventoryYear> years;
  std::vector<ParameterUse> parameters;  // by symbol
  std::optional<MonteCarloOptions> sampling;
  bool is_settled = false;  // of the draws
  Problems warnings;

  const InventoryYear* find(CalendarYear year) const;
};

// The inventory of every year of the plan, or of `only` alone. Refuses, with every problem found,
// what inventory_rules.h names. Draws are made where `sampling` is given.
std::expected<Inventory, Problems> compute_inventory(const InventoryPlan& plan,
                                                     const InventoryData& data,
                                                     std::optional<CalendarYear> only = {},
                                                     const SamplingRequest* sampling = nullptr);

// The estimate of one line alone, t CO2 eq; the line must be estimated in that year.
double estimate_of_line(const InventoryCase& c, const LineDescription& line, int year);

}  // namespace openitmo::mrv::inventory
