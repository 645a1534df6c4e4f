#include "mrv/power_plant.h"

#include <algorithm>
#include <map>

#include "mrv/parameter_set.h"

namespace openitmo::mrv {

namespace {

// Plants of one year, last started first, and the choice among them.
class BuildMargin {
 public:
  BuildMargin(const std::vector<PowerPlantYear>& plants, CalendarYear year,
              const ParameterSet& parameters)
      : plants_(plants),
        year_(year),
        units_min_(parameters.value("grid.BM.units").value),
        years_max_(static_cast<int>(parameters.value("grid.BM.years").value)) {
    for (std::size_t i = 0; i < plants.size(); ++i)
      if (plants[i].year == year && plants[i].generation_mwh > 0) units_.push_back(i);
    std::ranges::stable_sort(units_, std::ranges::greater(),
                             [&](std::size_t i) { return plants[i].commissioned; });
    const bool has_others =
        std::ranges::any_of(units_, [&](std::size_t i) { return !plants[i].is_registered; });
    for (const std::size_t i : units_)
      if (!plants[i].is_registered || !has_others) share_mwh_ += plants[i].generation_mwh;
    share_mwh_ *= parameters.value("grid.BM.share").value;
  }

  std::vector<std::size_t> choose() const {
    const auto unregistered = [&](std::size_t i) { return !plants_[i].is_registered; };
    Sample by_number, by_share;
    extend(by_number, unregistered,
           [&](const Sample& s) { return static_cast<double>(s.units.size()) >= units_min_; });
    const auto has_share = [&](const Sample& s) { return s.mwh >= share_mwh_; };
    extend(by_share, unregistered, has_share);
    const Sample& sample = by_number.mwh > by_share.mwh ? by_number : by_share;
    const auto is_old = [&](std::size_t i) {
      return year_.value() - plants_[i].commissioned.value() > years_max_;
    };
    const bool has_old = std::ranges::any_of(sample.units, is_old);
    if (!sample.units.empty() && !has_old) return sample.units;
    Sample recent;
    for (const std::size_t i : sample.units)
      if (!is_old(i)) recent.add(i, plants_);
    extend(recent, [&](std::size_t i) { return plants_[i].is_registered; }, has_share);
    extend(recent, [&](std::size_t i) { return unregistered(i) && is_old(i); }, has_share);
    return recent.units;
  }

 private:
  struct Sample {
    std::vector<std::size_t> units = {};
    double mwh = 0;
    void add(std::size_t unit, const std::vector<PowerPlantYear>& plants) {
      units.push_back(unit);
      mwh += plants[unit].generation_mwh;
    }
  };

  // Adds what `may_join`, last started first, until `suffices`, with all that started in the same
  // year as the last one.
  template <class MayJoin, class Suffices>
  void extend(Sample& sample, MayJoin may_join, Suffices suffices) const {
    std::optional<CalendarYear> started;
    for (const std::size_t i : units_) {
      if (!may_join(i)) continue;
      if (suffices(sample) && started != plants_[i].commissioned) return;
      sample.add(i, plants_);
      started = plants_[i].commissioned;
    }
  }

  const std::vector<PowerPlantYear>& plants_;
  CalendarYear year_;
  double units_min_;
  int years_max_;
  std::vector<std::size_t> units_;
  double share_mwh_ = 0;
};

}  // namespace

std::string_view name_of(PlantFuel fuel) {
  switch (fuel) {
    case PlantFuel::heavy_oil:
      return "heavy_oil";
    case PlantFuel::diesel:
      return "diesel";
    case PlantFuel::natural_gas:
      return "natural_gas";
    case PlantFuel::coal:
      return "coal";
    case PlantFuel::none:
      break;
  }
  return {};
}

GridSets grid_sets(const std::vector<PowerPlantYear>& plants, const ParameterSet& parameters) {
  struct Generation {
    double all_mwh = 0;
    double low_cost_mwh = 0;
  };
  GridSets sets;
  std::map<CalendarYear, Generation> of_year;
  for (std::size_t i = 0; i < plants.size(); ++i) {
    const PowerPlantYear& plant = plants[i];
    if (plant.generation_mwh <= 0) continue;
    sets.all.push_back(i);
    if (!plant.is_low_cost) sets.operating.push_back(i);
    Generation& generation = of_year[plant.year];
    generation.all_mwh += plant.generation_mwh;
    if (plant.is_low_cost) generation.low_cost_mwh += plant.generation_mwh;
  }
  sets.year_count = of_year.size();
  if (of_year.empty()) return sets;
  for (const auto& [year, generation] : of_year)
    sets.low_cost_share += generation.low_cost_mwh / generation.all_mwh;
  sets.low_cost_share /= static_cast<double>(of_year.size());
  sets.build = BuildMargin(plants, of_year.rbegin()->first, parameters).choose();
  return sets;
}

}  // namespace openitmo::mrv
