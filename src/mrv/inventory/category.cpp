#include "mrv/inventory/category.h"

#include <algorithm>

namespace openitmo::mrv::inventory {

namespace {

constexpr std::string_view kDecay = "IPCC 2006 V5 Ch 3 Eq 3.1 to 3.6, first-order decay";
constexpr std::string_view kBiological = "IPCC 2006 V5 Ch 4 Eq 4.1, 4.2";
constexpr std::string_view kFossilCarbon = "IPCC 2006 V5 Ch 5 Eq 5.2, fossil carbon";
constexpr std::string_view kBurnt = "IPCC 2006 V5 Ch 5 Eq 5.4, 5.5";

constexpr std::array<LineDescription, kLineCount> kLines{{
    {Category::managed_disposal,
     Gas::ch4,
     "5.A.1",
     "5.A.1 CH4",
     {"Managed disposal sites", "Décharges gérées"},
     kDecay},
    {Category::unmanaged_disposal,
     Gas::ch4,
     "5.A.2",
     "5.A.2 CH4",
     {"Unmanaged disposal sites", "Décharges non gérées"},
     kDecay},
    {Category::uncategorised_disposal,
     Gas::ch4,
     "5.A.3",
     "5.A.3 CH4",
     {"Uncategorised disposal sites", "Décharges sans catégorie"},
     kDecay},
    {Category::composting,
     Gas::ch4,
     "5.B.1",
     "5.B.1 CH4",
     {"Composting", "Compostage"},
     kBiological},
    {Category::composting,
     Gas::n2o,
     "5.B.1",
     "5.B.1 N2O",
     {"Composting", "Compostage"},
     kBiological},
    {Category::digestion,
     Gas::ch4,
     "5.B.2",
     "5.B.2 CH4",
     {"Anaerobic digestion", "Digestion anaérobie"},
     kBiological},
    {Category::incineration,
     Gas::co2,
     "5.C.1",
     "5.C.1 CO2",
     {"Waste incineration", "Incinération de déchets"},
     kFossilCarbon},
    {Category::incineration,
     Gas::ch4,
     "5.C.1",
     "5.C.1 CH4",
     {"Waste incineration", "Incinération de déchets"},
     kBurnt},
    {Category::incineration,
     Gas::n2o,
     "5.C.1",
     "5.C.1 N2O",
     {"Waste incineration", "Incinération de déchets"},
     kBurnt},
    {Category::open_burning,
     Gas::co2,
     "5.C.2",
     "5.C.2 CO2",
     {"Open burning of waste", "Combustion de déchets à l'air libre"},
     kFossilCarbon},
    {Category::open_burning,
     Gas::ch4,
     "5.C.2",
     "5.C.2 CH4",
     {"Open burning of waste", "Combustion de déchets à l'air libre"},
     kBurnt},
    {Category::open_burning,
     Gas::n2o,
     "5.C.2",
     "5.C.2 N2O",
     {"Open burning of waste", "Combustion de déchets à l'air libre"},
     kBurnt},
}};

constexpr std::array<TermDescription, kLineCount + 1> make_terms() {
  std::array<TermDescription, kLineCount + 1> terms{};
  for (std::size_t i = 0; i < kLineCount; ++i) {
    terms[i].key = kLines[i].symbol;
    terms[i].symbol = kLines[i].symbol;
    terms[i].name = kLines[i].name;
  }
  terms[kLineCount].key = "total";
  terms[kLineCount].symbol = kTotalSymbol;
  terms[kLineCount].is_sum = true;
  return terms;
}

constexpr std::array kManaged{Pathway::managed_anaerobic, Pathway::managed_semi_aerobic};
constexpr std::array kUnmanaged{Pathway::unmanaged_deep, Pathway::unmanaged_shallow};
constexpr std::array kUncategorised{Pathway::uncategorised};
constexpr std::array kComposted{Pathway::composted};
constexpr std::array kDigested{Pathway::digested};
constexpr std::array kIncinerated{Pathway::incinerated};
constexpr std::array kOpenBurnt{Pathway::open_burnt};

}  // namespace

std::string_view name_of(Gas gas) {
  switch (gas) {
    case Gas::co2:
      return "CO2";
    case Gas::ch4:
      return "CH4";
    case Gas::n2o:
      return "N2O";
  }
  return {};
}

std::span<const LineDescription> lines() { return kLines; }

std::span<const TermDescription> line_terms() {
  static constexpr std::array kTerms = make_terms();
  return kTerms;
}

std::span<const Pathway> pathways_of(Category category) {
  switch (category) {
    case Category::managed_disposal:
      return kManaged;
    case Category::unmanaged_disposal:
      return kUnmanaged;
    case Category::uncategorised_disposal:
      return kUncategorised;
    case Category::composting:
      return kComposted;
    case Category::digestion:
      return kDigested;
    case Category::incineration:
      return kIncinerated;
    case Category::open_burning:
      return kOpenBurnt;
  }
  return {};
}

}  // namespace openitmo::mrv::inventory
