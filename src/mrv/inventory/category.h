#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "mrv/inventory/pathway.h"
#include "mrv/methodology.h"

// The categories of the waste sector that come from solid waste, by the codes of the common
// reporting tables (5/CMA.3 annex I).
namespace openitmo::mrv::inventory {

enum class Category : std::uint8_t {
  managed_disposal,        // 5.A.1
  unmanaged_disposal,      // 5.A.2
  uncategorised_disposal,  // 5.A.3
  composting,              // 5.B.1
  digestion,               // 5.B.2
  incineration,            // 5.C.1
  open_burning,            // 5.C.2
};
enum class Gas : std::uint8_t { co2, ch4, n2o };
std::string_view name_of(Gas gas);  // "CH4"

// One line of the inventory: a gas of a category.
struct LineDescription {
  Category category;
  Gas gas;
  std::string_view code;    // "5.A.2"
  std::string_view symbol;  // of its node in the derivation, t CO2 eq: "5.A.2 CH4"
  Words name{"category", "catégorie"};
  std::string_view method;  // equations
};
inline constexpr std::size_t kLineCount = 12;
// In the order of the tables.
std::span<const LineDescription> lines();
// The symbols of the lines and of their sum, for derivations.
std::span<const TermDescription> line_terms();
inline constexpr std::string_view kTotalSymbol = "5 solid waste";

// The ways of waste that make a category.
std::span<const Pathway> pathways_of(Category category);

}  // namespace openitmo::mrv::inventory
