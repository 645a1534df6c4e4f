#include "mrv/inventory/compute.h"

#include <algorithm>

#include "mrv/inputs.h"
#include "mrv/inventory/category_equations.h"
#include "mrv/inventory/inventory_rules.h"
#include "quantity/check.h"

namespace openitmo::mrv::inventory {

namespace {

// The lines that are estimated, year by year: what the equations are asked for.
struct EstimatedLine {
  std::size_t year;
  std::size_t line;
};

template <class S>
S total_of(std::span<const S> lines, int year) {
  return named({.symbol = kTotalSymbol,
                .unit = "t CO2 eq",
                .equation = "sum of the lines that are known",
                .period = {.year = year}},
               sum(lines));
}

std::vector<EstimatedLine> estimated_lines(const Inventory& inventory) {
  std::vector<EstimatedLine> all;
  for (std::size_t y = 0; y < inventory.years.size(); ++y)
    for (std::size_t i = 0; i < kLineCount; ++i)
      if (inventory.years[y].lines[i].state == LineState::estimated) all.push_back({y, i});
  return all;
}

std::vector<InventoryYear> years_of(const InventoryCase& c, std::optional<CalendarYear> only) {
  std::vector<InventoryYear> years;
  for (CalendarYear year = c.plan.first_year; year <= c.plan.last_year; year = year.next()) {
    if (only && *only != year) continue;
    InventoryYear& of = years.emplace_back();
    of.year = year;
    of.is_complete = true;
    for (const LineDescription& description : lines()) {
      StateOfLine state = state_of(c, description, year.value());
      if (state.state == LineState::unknown) of.is_complete = false;
      of.lines.push_back({.description = &description,
                          .state = state.state,
                          .reason = std::move(state.reason),
                          .tier = std::string(tier_of(c, description))});
    }
  }
  return years;
}

void estimate(const InventoryCase& c, Inventory& inventory) {
  EstimateInputs inputs(c.parameters);
  CategoryEquations equations(inputs, c);
  for (InventoryYear& year : inventory.years) {
    std::vector<double> known;
    for (Line& line : year.lines) {
      if (line.state != LineState::estimated) continue;
      const LineValue<double> value = equations.line(*line.description, year.year.value());
      line.gas_t = value.gas_t;
      line.co2eq_t = value.co2eq_t;
      known.push_back(value.co2eq_t);
    }
    year.known_co2eq_t = sum(std::span<const double>(known));
  }
}

// The derivation of every year, with the interval of each line. `list` notes what the equations
// ask for.
void derive(const InventoryCase& c, Inventory& inventory, InputList& list) {
  Tape tape;
  TracedInputs inputs(c.parameters, tape, &list);
  list.begin_part();
  CategoryEquations equations(inputs, c);
  for (InventoryYear& year : inventory.years) {
    std::vector<Traced> known;
    for (Line& line : year.lines) {
      if (line.state != LineState::estimated) continue;
      known.push_back(equations.line(*line.description, year.year.value()).co2eq_t);
      check(known.back().value() == line.co2eq_t, "the derivation derives the estimate");
      line.errors = propagate_errors(tape.derivation(known.back()));
    }
    if (known.empty()) continue;
    year.derivation = tape.derivation(total_of(std::span<const Traced>(known), year.year.value()));
    year.errors = propagate_errors(year.derivation);
  }
}

// Every estimated line and every year's sum over the draws.
Model model_of(const InventoryCase& c, const Inventory& inventory, const InputList& list) {
  const std::vector<EstimatedLine> all = estimated_lines(inventory);
  Model model;
  model.results = all.size() + inventory.years.size();
  model.evaluate = [&c, &inventory, all, calls = list.calls().front()](
                       std::span<const Batch> values, std::span<Batch> results) {
    SampledInputs inputs(calls, values);
    CategoryEquations equations(inputs, c);
    std::vector<Sum<Batch>> totals(inventory.years.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      const InventoryYear& year = inventory.years[all[i].year];
      results[i] = equations.line(*year.lines[all[i].line].description, year.year.value()).co2eq_t;
      totals[all[i].year].add(results[i]);
    }
    check(inputs.at_end(), "the equations ask for what they asked for before");
    for (std::size_t y = 0; y < totals.size(); ++y) results[all.size() + y] = totals[y].total();
  };
  return model;
}

void sample(const InventoryCase& c, Inventory& inventory, const InputList& list,
            const SamplingRequest& request) {
  const std::vector<EstimatedLine> all = estimated_lines(inventory);
  if (all.empty()) return;
  const MonteCarloRun run = run_monte_carlo(Sampler(list.inputs()), model_of(c, inventory, list),
                                            request.options, request.for_each);
  inventory.sampling = request.options;
  inventory.is_settled = run.is_settled;
  for (std::size_t i = 0; i < all.size(); ++i)
    inventory.years[all[i].year].lines[all[i].line].sampled = run.summaries[i];
  for (std::size_t y = 0; y < inventory.years.size(); ++y)
    inventory.years[y].sampled = run.summaries[all.size() + y];
}

std::vector<const Derivation*> derivations_of(const std::vector<InventoryYear>& years) {
  std::vector<const Derivation*> derivations;
  for (const InventoryYear& year : years) derivations.push_back(&year.derivation);
  return derivations;
}

}  // namespace

const InventoryYear* Inventory::find(CalendarYear year) const {
  const auto found = std::ranges::find(years, year, &InventoryYear::year);
  return found == years.end() ? nullptr : &*found;
}

std::expected<Inventory, Problems> compute_inventory(const InventoryPlan& plan,
                                                     const InventoryData& data,
                                                     std::optional<CalendarYear> only,
                                                     const SamplingRequest* sampling) {
  const auto parameters = ParameterSet::make(plan.overrides);
  if (!parameters) return std::unexpected(parameters.error());
  const InventoryCase c{.plan = plan, .data = data, .parameters = *parameters};
  Problems findings = check_inventory(c);
  if (has_error(findings)) return std::unexpected(std::move(findings));
  Inventory inventory{.party = plan.party,
                      .version = plan.version,
                      .engine_version = std::string(kEngineVersion),
                      .guidelines = plan.guidelines,
                      .climate = plan.climate,
                      .gwp_set = std::string(plan.gwp.name),
                      .files = data.files,
                      .years = years_of(c, only),
                      .parameters = {},
                      .sampling = {},
                      .warnings = std::move(findings)};
  estimate(c, inventory);
  InputList list;
  derive(c, inventory, list);
  if (sampling != nullptr) sample(c, inventory, list, *sampling);
  inventory.parameters = parameters_used(derivations_of(inventory.years));
  return inventory;
}

double estimate_of_line(const InventoryCase& c, const LineDescription& line, int year) {
  EstimateInputs inputs(c.parameters);
  return CategoryEquations(inputs, c).line(line, year).co2eq_t;
}

}  // namespace openitmo::mrv::inventory
