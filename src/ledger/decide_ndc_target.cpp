#include <algorithm>
#include <fmt/format.h>

#include "ledger/rules.h"

// What the target of an NDC is and what it covers.
namespace openitmo::ledger {

namespace {

constexpr std::uint32_t kWhole = 10'000;

const RecordNdc* find_version(const PartyState& party, const DescribeNdc& command) {
  for (const auto& known : party.ndcs)
    if (known.record.ndc == command.ndc && known.record.version == command.version)
      return &known.record;
  return nullptr;
}

bool has_level(const RecordNdc& ndc) {
  return ndc.target_level_kg_co2eq || ndc.budget_kg_co2eq || !ndc.trajectory.empty();
}

// The first field that the family needs and the description lacks; empty: none.
std::string_view missing_of_family(const DescribeNdc& command, const RecordNdc& ndc) {
  switch (command.family) {
    case TargetFamily::fixed_level:
      return has_level(ndc) ? "" : "target_level_kg_co2eq";
    case TargetFamily::below_base_year:
    case TargetFamily::below_projection:
      if (!command.reference_year) return "reference_year";
      if (!command.reference_level_kg_co2eq) return "reference_level_kg_co2eq";
      return command.reduction_per_10000 ? "" : "reduction_per_10000";
    case TargetFamily::intensity:
      if (command.indicator.empty()) return "indicator";
      return command.intensity_kg_co2eq ? "" : "intensity_kg_co2eq";
    case TargetFamily::peaking:
      return command.reference_year ? "" : "reference_year";
    case TargetFamily::policies_and_measures:
      return "";
    case TargetFamily::non_ghg:
      if (command.indicator.empty()) return "indicator";
      return command.indicator_target ? "" : "indicator_target";
  }
  return "";
}

std::string_view missing_field(const DescribeNdc& command, const RecordNdc& ndc) {
  const std::string_view of_family = missing_of_family(command, ndc);
  if (!of_family.empty()) return of_family;
  if (command.sectors.empty()) return "sectors";
  const bool counts_gases = command.family != TargetFamily::non_ghg;
  return counts_gases && command.gases.empty() ? "gases" : "";
}

Broken reductions_valid(const DescribeNdc& command) {
  const std::uint32_t own = command.reduction_per_10000.value_or(0);
  const std::uint32_t with_support = command.conditional_reduction_per_10000.value_or(own);
  if (own > kWhole || with_support > kWhole)
    return refuse(
        RefusalCode::value_not_valid,
        {Text::name("reduction_per_10000"), fmt::format("{}", std::max(own, with_support)),
         Words("at most 10000, which is 100 %", "au plus 10000, soit 100 %")});
  if (with_support < own)
    return refuse(RefusalCode::value_not_valid,
                  {Text::name("conditional_reduction_per_10000"), fmt::format("{}", with_support),
                   Words("at least the reduction without conditions",
                         "au moins la réduction inconditionnelle")});
  return std::nullopt;
}

Broken level_valid(const DescribeNdc& command) {
  constexpr std::int64_t kMostKg = 100'000'000'000'000;  // twice what the world emits in a year
  const auto& level = command.reference_level_kg_co2eq;
  if (!level || (level->value() >= 0 && level->value() <= kMostKg)) return std::nullopt;
  return refuse(RefusalCode::value_not_valid,
                {Text::name("reference_level_kg_co2eq"), fmt::format("{}", level->value()),
                 Words("emissions of a year, from 0 to 100 Gt CO2 eq",
                       "les émissions d'une année, de 0 à 100 Gt éq. CO2")});
}

Broken years_valid(const DescribeNdc& command, const RecordNdc& ndc) {
  if (!command.reference_year) return std::nullopt;
  if (command.family == TargetFamily::below_base_year && *command.reference_year >= ndc.target_year)
    return refuse(
        RefusalCode::value_not_valid,
        {Text::name("reference_year"), fmt::format("{}", command.reference_year->value()),
         Words("a base year before the target year", "une année de base avant l'année cible")});
  if (command.family == TargetFamily::peaking &&
      (*command.reference_year < ndc.first_year || *command.reference_year > ndc.last_year))
    return refuse(RefusalCode::value_not_valid,
                  {Text::name("reference_year"), fmt::format("{}", command.reference_year->value()),
                   Words("a year of the NDC implementation period",
                         "une année de la période de mise en œuvre de la CDN")});
  return std::nullopt;
}

}  // namespace

Result<Event> decide_on(const Question& question, const DescribeNdc& command) {
  const PartyState* party = question.ledger.find_party(command.party);
  if (!party)
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("Party", "Partie"), command.party.to_string()}));
  const Text name({"{} version {}", "{} version {}"}, command.ndc, command.version);
  const RecordNdc* ndc = find_version(*party, command);
  if (!ndc) return std::unexpected(refuse(RefusalCode::not_recorded, {Words("NDC", "CDN"), name}));
  for (const auto& known : party->ndc_descriptions)
    if (known.record.ndc == command.ndc && known.record.version == command.version)
      return std::unexpected(
          refuse(RefusalCode::already_recorded,
                 {Words("description of the NDC", "description de la CDN"), name}));
  if (const std::string_view missing = missing_field(command, *ndc); !missing.empty())
    return std::unexpected(refuse(RefusalCode::ndc_description_incomplete,
                                  {std::string(name_of(command.family)), std::string(missing)}));
  if (command.intensity_units == 0)
    return std::unexpected(refuse(
        RefusalCode::value_not_valid,
        {Text::name("intensity_units"), std::string("0"), Words("at least 1", "au moins 1")}));
  if (auto broken = level_valid(command)) return std::unexpected(*broken);
  if (auto broken = reductions_valid(command)) return std::unexpected(*broken);
  if (auto broken = years_valid(command, *ndc)) return std::unexpected(*broken);
  return command;
}

}  // namespace openitmo::ledger
