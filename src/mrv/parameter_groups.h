#pragma once

#include <span>

#include "mrv/parameters.h"

// The groups that parameter_table() puts together, in the order of the documentation.
namespace openitmo::mrv::parameter_groups {

std::span<const Parameter> disposal_sites();  // TOOL04, TOOL13, TOOL05, TOOL03
std::span<const Parameter> disposal_options();
std::span<const Parameter> landfill_gas();
std::span<const Parameter> digestion();
std::span<const Parameter> combustion();
std::span<const Parameter> recycling_and_grid();
std::span<const Parameter> inventories();  // IPCC
std::span<const Parameter> waste_statistics();
std::span<const Parameter> crediting();
std::span<const Parameter> quality();  // of monitoring data

}  // namespace openitmo::mrv::parameter_groups
