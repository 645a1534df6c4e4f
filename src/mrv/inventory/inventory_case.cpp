#include "mrv/inventory/inventory_case.h"

#include <algorithm>

#include "mrv/disposal_options.h"

namespace openitmo::mrv::inventory {

namespace {

template <class Rows>
auto row_of_year(const Rows& rows, int year) -> const typename Rows::value_type* {
  for (const auto& row : rows)
    if (row.year.value() == year) return &row;
  return nullptr;
}

}  // namespace

std::string_view name_of(Guidelines guidelines) {
  return guidelines == Guidelines::ipcc_2006 ? "ipcc_2006" : "ipcc_2019";
}

std::string_view name_of(Incinerator incinerator) {
  switch (incinerator) {
    case Incinerator::continuous_stoker:
      return "continuous_stoker";
    case Incinerator::semi_continuous_stoker:
      return "semi_continuous_stoker";
    case Incinerator::batch_stoker:
      return "batch_stoker";
    case Incinerator::batch_fluidised:
      return "batch_fluidised";
  }
  return {};
}

const GenerationRow* InventoryCase::generation(int year) const {
  return row_of_year(data.generation, year);
}

const TreatmentRow* InventoryCase::treatment(Pathway pathway, int year) const {
  const TreatmentRow* last = nullptr;
  for (const TreatmentRow& row : data.treatment)
    if (row.pathway == pathway && row.year.value() <= year &&
        (last == nullptr || last->year < row.year))
      last = &row;
  const bool holds = last != nullptr && (last->share || last->year.value() == year);
  return holds ? last : nullptr;
}

bool InventoryCase::has_rows(Pathway pathway) const {
  return std::ranges::find(data.treatment, pathway, &TreatmentRow::pathway) != data.treatment.end();
}

const CompositionRow* InventoryCase::composition(int year) const {
  if (!plan.has_surveys) return nullptr;
  const CompositionRow* first = nullptr;
  const CompositionRow* last = nullptr;
  for (const CompositionRow& row : data.composition) {
    if (first == nullptr || row.year < first->year) first = &row;
    if (row.year.value() <= year && (last == nullptr || last->year < row.year)) last = &row;
  }
  return last != nullptr ? last : first;
}

const RecoveryRow* InventoryCase::recovery(Pathway site, int year) const {
  if (!plan.counts_recovery) return nullptr;
  for (const RecoveryRow& row : data.recovery)
    if (row.site == site && row.year.value() == year) return &row;
  return nullptr;
}

bool InventoryCase::occurs(WasteType type) const {
  if (!plan.has_surveys) return parameters.value(default_share_symbol(type)).value != 0;
  const auto j = static_cast<std::size_t>(type);
  return std::ranges::any_of(data.composition,
                             [&](const CompositionRow& row) { return row.fractions[j] != 0; });
}

bool InventoryCase::is_known(Pathway pathway, int year) const {
  const TreatmentRow* row = treatment(pathway, year);
  return row != nullptr && (row->mass_t.has_value() || generation(year) != nullptr);
}

int InventoryCase::first_year_of(Pathway pathway) const {
  int first = plan.last_year.value() + 1;
  for (const TreatmentRow& row : data.treatment)
    if (row.pathway == pathway) first = std::min(first, row.year.value());
  return first;
}

std::optional<int> InventoryCase::first_gap(Pathway pathway, int until) const {
  for (int year = first_year_of(pathway); year <= until; ++year)
    if (!is_known(pathway, year)) return year;
  return std::nullopt;
}

bool InventoryCase::sees(Pathway pathway, int year) const {
  const TreatmentRow* row = treatment(pathway, year);
  return row != nullptr && row->year.value() == year;
}

bool InventoryCase::sees_composition(int year) const {
  const CompositionRow* row = composition(year);
  return row != nullptr && row->year.value() == year;
}

int InventoryCase::history_first() const {
  int first = plan.first_year.value();
  for (const Pathway pathway : kPathways) first = std::min(first, first_year_of(pathway));
  return first;
}

}  // namespace openitmo::mrv::inventory
