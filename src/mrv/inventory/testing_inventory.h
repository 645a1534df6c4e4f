#pragma once

#include <set>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "mrv/inventory/compute.h"

// A small inventory for tests.
namespace openitmo::mrv::inventory::testing_inventory {

inline CompositionRow all_food(int year) {
  CompositionRow row{.year = CalendarYear(year), .place = {.file = 2, .row = 2}};
  row.fractions[static_cast<std::size_t>(WasteType::food)] = 1;
  return row;
}

inline TreatmentRow mass(int year, Pathway pathway, double t) {
  return {
      .year = CalendarYear(year), .pathway = pathway, .mass_t = t, .place = {.file = 1, .row = 2}};
}

inline TreatmentRow share(int year, Pathway pathway, double of_generated) {
  return {.year = CalendarYear(year),
          .pathway = pathway,
          .share = of_generated,
          .place = {.file = 1, .row = 3}};
}

// Only these pathways occur.
inline InventoryPlan only(const std::set<Pathway>& occurring, int first, int last) {
  InventoryPlan plan{.party = "XAA",
                     .version = "T1",
                     .first_year = CalendarYear(first),
                     .last_year = CalendarYear(last),
                     .has_surveys = true};
  for (const Pathway pathway : kPathways)
    if (!occurring.contains(pathway)) plan.not_occurring.insert(pathway);
  return plan;
}

inline Inventory computed(const InventoryPlan& plan, const InventoryData& data) {
  auto inventory = compute_inventory(plan, data);
  if (!inventory) throw std::runtime_error(text_of(inventory.error().front(), data.files).en);
  return *std::move(inventory);
}

inline const Line& line_of(const Inventory& inventory, int year, std::string_view symbol) {
  const InventoryYear* found = inventory.find(CalendarYear(year));
  if (found != nullptr)
    for (const Line& line : found->lines)
      if (line.description->symbol == symbol) return line;
  throw std::runtime_error("no such line");
}

// A country with deposits since 1970, composting and open burning; shares of 1970 hold.
inline InventoryPlan country() {
  return only({Pathway::unmanaged_deep, Pathway::unmanaged_shallow, Pathway::composted,
               Pathway::open_burnt, Pathway::other},
              2020, 2024);
}

inline InventoryData rows() {
  InventoryData data{.files = {{.path = "generation.csv", .sha256 = ""},
                               {.path = "treatment.csv", .sha256 = ""},
                               {.path = "survey.csv", .sha256 = ""}}};
  for (int year = 1970; year <= 2024; ++year)
    data.generation.push_back({.year = CalendarYear(year),
                               .population = 1e6,
                               .rate_t_per_person = 0.2,
                               .place = {.file = 0, .row = static_cast<std::uint32_t>(year)}});
  data.treatment = {share(1970, Pathway::unmanaged_deep, 0.4),
                    share(1970, Pathway::unmanaged_shallow, 0.2),
                    share(1970, Pathway::open_burnt, 0.1), share(1970, Pathway::composted, 0.05),
                    share(1970, Pathway::other, 0.25)};
  CompositionRow survey{.year = CalendarYear(2015), .place = {.file = 2, .row = 2}};
  survey.fractions[static_cast<std::size_t>(WasteType::food)] = 0.5;
  survey.fractions[static_cast<std::size_t>(WasteType::paper)] = 0.1;
  survey.fractions[static_cast<std::size_t>(WasteType::plastics)] = 0.1;
  survey.fractions[static_cast<std::size_t>(WasteType::inert)] = 0.3;
  data.composition = {survey};
  return data;
}

}  // namespace openitmo::mrv::inventory::testing_inventory
