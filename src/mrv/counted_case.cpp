#include "mrv/counted_case.h"

namespace openitmo::mrv {

CountedCase::CountedCase(const Methodology& methodology, const ComponentPlan& plan,
                         const MonitoringData& data, const std::vector<MeterSeries>& series,
                         const DateRange& covered, const CountChoice& choice,
                         const std::vector<ShareChange>& changes)
    : counted_(counted_data(data, series, covered, choice)),
      parameters_(ParameterSet::make(plan.overrides, counted_.parameters)),
      summary_(summarize(counted_.data, covered, plan.model)),
      case_{.methodology = methodology,
            .plan = plan,
            .data = counted_.data,
            .summary = summary_,
            .covered = covered} {
  if (parameters_ && !counted_.data.power_plants.empty())
    case_.grid = grid_sets(counted_.data.power_plants, *parameters_);
  change(changes);
}

void CountedCase::change(const std::vector<ShareChange>& changes) {
  for (const ShareChange& of : changes)
    for (MeanComposition& mean : summary_.composition)
      if (mean.period.year == of.year.value())
        mean.fractions[static_cast<std::size_t>(of.type)] *= of.factor;
}

}  // namespace openitmo::mrv
