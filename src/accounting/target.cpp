#include "accounting/target.h"

#include <numeric>

#include "accounting/exact_sum.h"

namespace openitmo::accounting {

namespace {

constexpr std::int64_t kWhole = 10'000;

std::optional<Rational> exact(const std::optional<KilogramsCo2eq>& kg) {
  return kg ? std::optional(whole(kg->value())) : std::nullopt;
}

Rational reduced(KilogramsCo2eq reference, std::uint32_t reduction_per_10000) {
  return exact_product(whole(reference.value()),
                       Rational(kWhole - std::int64_t{reduction_per_10000}, kWhole));
}

// The last version of the indicator's level in the year.
std::optional<std::uint64_t> level_of(const ledger::PartyState& party, const std::string& metric,
                                      CalendarYear year, const View& view) {
  std::optional<std::uint64_t> level;
  std::uint32_t version = 0;
  for (const auto& [record, effective, entry] : party.metric_levels) {
    if (record.metric != metric || record.year != year || !view.sees(entry, effective)) continue;
    if (level && record.version < version) continue;
    level = record.level;
    version = record.version;
  }
  return level;
}

bool is_multi_year(const RecordNdc& ndc) { return ndc.kind == NdcKind::multi_year; }

class Derivation {
 public:
  Derivation(const ledger::PartyState& party, const RecordNdc& ndc, const DescribeNdc& description,
             const View& view)
      : party_(party), ndc_(ndc), description_(description), view_(view) {}

  std::optional<Rational> level() const {
    switch (description_.family) {
      case TargetFamily::below_base_year:
      case TargetFamily::below_projection:
        return of_years(reduced_by(description_.reduction_per_10000));
      case TargetFamily::intensity:
        return by_intensity();
      case TargetFamily::fixed_level:
      case TargetFamily::peaking:
      case TargetFamily::policies_and_measures:
      case TargetFamily::non_ghg:
        return std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<Rational> conditional_level() const {
    if (description_.conditional_level_kg_co2eq)
      return exact(description_.conditional_level_kg_co2eq);
    return of_years(reduced_by(description_.conditional_reduction_per_10000));
  }

 private:
  std::optional<Rational> reduced_by(const std::optional<std::uint32_t>& reduction) const {
    if (!description_.reference_level_kg_co2eq || !reduction) return std::nullopt;
    return reduced(*description_.reference_level_kg_co2eq, *reduction);
  }

  std::optional<Rational> of_years(const std::optional<Rational>& of_one_year) const {
    if (!of_one_year || !is_multi_year(ndc_)) return of_one_year;
    const Period period{ndc_.first_year, ndc_.last_year};
    return exact_product(*of_one_year, whole(period.years()));
  }

  std::optional<Rational> by_intensity() const {
    Rational sum;
    const CalendarYear first = is_multi_year(ndc_) ? ndc_.first_year : ndc_.target_year;
    const CalendarYear last = is_multi_year(ndc_) ? ndc_.last_year : ndc_.target_year;
    for (CalendarYear year = first; year <= last; year = year.next()) {
      const auto level = level_of(party_, description_.indicator, year, view_);
      if (!level || !description_.intensity_kg_co2eq) return std::nullopt;
      const auto of_year = of_units(*level);
      if (!of_year) return std::nullopt;
      sum = exact_sum(sum, *of_year);
    }
    return sum;
  }

  // Unknown where no such amount of emissions can be: the units of the two do not fit each other.
  std::optional<Rational> of_units(std::uint64_t level) const {
    constexpr std::int64_t kMostKg = 1'000'000'000'000'000;
    const std::uint64_t common = std::gcd(level, description_.intensity_units);
    std::int64_t kg = 0;
    if (common == 0 ||
        __builtin_mul_overflow(level / common, *description_.intensity_kg_co2eq, &kg))
      return level == 0 ? std::optional(Rational()) : std::nullopt;
    const Rational amount(kg, static_cast<std::int64_t>(description_.intensity_units / common));
    return amount <= whole(kMostKg) ? std::optional(amount) : std::nullopt;
  }

  const ledger::PartyState& party_;
  const RecordNdc& ndc_;
  const DescribeNdc& description_;
  const View& view_;
};

}  // namespace

Target target_of(const ledger::PartyState& party, const RecordNdc& ndc, const View& view) {
  Target target;
  target.level_kg_co2eq =
      exact(is_multi_year(ndc) ? ndc.budget_kg_co2eq : ndc.target_level_kg_co2eq);
  if (!target.level_kg_co2eq && !is_multi_year(ndc))
    for (const YearAmount& amount : ndc.trajectory)
      if (amount.year == ndc.target_year)
        target.level_kg_co2eq = whole(amount.amount_kg_co2eq.value());
  for (const auto& known : party.ndc_descriptions)
    if (known.record.ndc == ndc.ndc && known.record.version == ndc.version &&
        view.sees(known.entry, known.effective))
      target.description = known;
  if (!target.description) return target;
  const DescribeNdc& description = target.description->record;
  const Derivation derivation(party, ndc, description, view);
  target.conditional_level_kg_co2eq = derivation.conditional_level();
  if (description.family == TargetFamily::peaking) target.peak_year = description.reference_year;
  if (!target.level_kg_co2eq && ndc.trajectory.empty()) {
    target.level_kg_co2eq = derivation.level();
    target.is_derived = target.level_kg_co2eq.has_value();
  }
  return target;
}

}  // namespace openitmo::accounting
