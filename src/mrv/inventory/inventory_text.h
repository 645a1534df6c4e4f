#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mrv/explanation.h"
#include "mrv/inventory/compute.h"
#include "quantity/language.h"

// An inventory for machines and for people.
namespace openitmo::mrv::inventory {

// Fixed key order, real numbers as decimal strings. `demonstration` is empty, or the line that
// fictitious data carry.
std::string inventory_json(const Inventory& inventory, std::string_view demonstration);

// One line a year and line of the inventory, RFC 4180: year, category, gas, state (notation key or
// "estimated"), t of the gas, t CO2 eq, ends of both intervals, method, tier, reason. An unknown
// figure is an empty field.
std::string inventory_csv(const Inventory& inventory, std::string_view demonstration);

using TextRows = std::vector<std::vector<std::string>>;
// The first row has the headings; t CO2 eq. A row for each year with 5.A, 5.B, 5.C and the total; a
// sum with an unknown part says "NE".
TextRows year_rows(const Inventory& inventory, Language language);
// A row for each line of one year.
TextRows line_rows(const InventoryYear& year, Language language);
// Why lines of a year are unknown, each reason once.
std::vector<Text> unknown_reasons(const InventoryYear& year);

// Figures of the inventory that are meant, in `year` only where it is not 0; without a symbol the
// sum of the year.
std::vector<Explanation> explain(const Inventory& inventory, const FigureQuestion& asked, int year);

}  // namespace openitmo::mrv::inventory
