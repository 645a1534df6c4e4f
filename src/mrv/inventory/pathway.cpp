#include "mrv/inventory/pathway.h"

#include <fmt/format.h>

namespace openitmo::mrv::inventory {

namespace {

struct PathwayName {
  std::string_view name;
  Words words;
};
// In the order of the pathways.
constexpr PathwayName kNames[] = {
    {"managed_anaerobic", {"managed anaerobic site", "décharge gérée anaérobie"}},
    {"managed_semi_aerobic", {"managed semi-aerobic site", "décharge gérée semi-aérobie"}},
    {"unmanaged_deep", {"unmanaged deep site", "décharge non gérée profonde"}},
    {"unmanaged_shallow", {"unmanaged shallow site", "décharge non gérée peu profonde"}},
    {"uncategorised", {"uncategorised site", "décharge sans catégorie"}},
    {"composted", {"composting", "compostage"}},
    {"digested", {"anaerobic digestion", "digestion anaérobie"}},
    {"incinerated", {"incineration", "incinération"}},
    {"open_burnt", {"open burning", "combustion à l'air libre"}},
    {"recycled", {"recycling", "recyclage"}},
    {"other", {"other", "autre"}},
};
static_assert(std::size(kNames) == kPathways.size());

const PathwayName& entry_of(Pathway pathway) { return kNames[static_cast<std::size_t>(pathway)]; }

}  // namespace

std::string_view name_of(Pathway pathway) { return entry_of(pathway).name; }

Words words_of(Pathway pathway) { return entry_of(pathway).words; }

std::optional<Pathway> find_pathway(std::string_view name) {
  for (const Pathway pathway : kPathways)
    if (name_of(pathway) == name) return pathway;
  return std::nullopt;
}

std::string correction_factor_symbol(Pathway site) {
  if (site == Pathway::uncategorised) return "MCF.ipcc.uncategorised";
  return fmt::format("MCF.{}", name_of(site));
}

std::string_view oxidation_symbol(Pathway site) {
  return is_managed(site) ? "OX.ipcc" : "OX.ipcc.unmanaged";
}

}  // namespace openitmo::mrv::inventory
