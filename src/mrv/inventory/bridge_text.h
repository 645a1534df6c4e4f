#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "mrv/inventory/bridge.h"
#include "quantity/language.h"

// The bridge for people and for machines; t CO2 eq.
namespace openitmo::mrv::inventory {

using TextRows = std::vector<std::vector<std::string>>;
using ShowTonnes = std::function<std::string(double)>;

// What a figure is shown as: whole tonnes; "?" where the inventory does not say.
std::string shown_tonnes(double t);

// A row for each component and year, then one for each year and for all: claimed, first
// transferred, fall of 5.A and 5.B, loss. `tonnes` writes a figure: a page has its own minus sign.
TextRows bridge_rows(const Bridge& bridge, Language language,
                     const ShowTonnes& tonnes = shown_tonnes);

// What a loss leaves out; said wherever one is shown.
inline constexpr Words kBridgeLimits{
    "The inventory has one climate zone for the whole country, and neither the fall nor the loss "
    "is shown with its uncertainty.",
    "L'inventaire a une seule zone climatique pour tout le pays, et ni la baisse ni la perte ne "
    "sont données avec leur incertitude."};
// The loss in words: one sentence for the whole.
Text bridge_sentence(const Bridge& bridge);

// One line for each part of a row of half a tonne or more: "+1 234 the composition was surveyed
// without the diversion".
std::vector<Text> part_texts(const std::vector<Part>& parts);
// What the host can do about a loss, for the reasons that raise it by half a tonne or more, the
// largest first.
std::vector<Text> remedy_texts(const BridgeTotal& total);

// Schema openitmo/inventory-bridge/1; fixed key order, real numbers as decimal strings.
std::string bridge_json(const Bridge& bridge, std::string_view party, std::string_view version,
                        std::string_view demonstration);

}  // namespace openitmo::mrv::inventory
