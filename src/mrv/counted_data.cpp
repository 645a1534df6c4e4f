#include "mrv/counted_data.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "mrv/math/student.h"

namespace openitmo::mrv {

namespace {

using Kind = AnalysisTarget::Kind;

Period month_of(Date date) { return {.year = date.year().value(), .month = date.month()}; }

// Rows of monthly tables that are put together of several sources: a volume of a meter, a fraction
// of a laboratory. A month that a file gives too stays a second row, which is refused later.
class MonthRows {
 public:
  explicit MonthRows(MonitoringData& data) : data_(data) {}

  MonthlyRow& of(const std::string& table, Period month) {
    std::vector<MonthlyRow>& rows = data_.monthly[table];
    const auto [at, is_new] = made_.try_emplace({table, month}, rows.size());
    if (is_new) {
      const std::size_t columns = find_monthly_table(table)->columns.size();
      rows.push_back({.year = CalendarYear(month.year),
                      .month = month.month,
                      .values = std::vector<std::optional<double>>(columns),
                      .half_widths = std::vector<std::optional<double>>(columns)});
    }
    return rows[at->second];
  }

 private:
  MonitoringData& data_;
  std::map<std::pair<std::string, Period>, std::size_t> made_;
};

class Counting {
 public:
  Counting(const MonitoringData& data, const DateRange& days, const CountChoice& choice)
      : record_(data.laboratory),
        days_(days),
        choice_(choice),
        counted_{.data = data, .parameters = {}} {}

  void add_meters(const std::vector<Meter>& meters, const std::vector<MeterSeries>& series) {
    // Two meters of one quantity add up.
    std::map<std::pair<std::string, std::size_t>, std::map<Period, MeterMonth>> by_target;
    std::map<std::pair<std::string, std::size_t>, std::map<Period, std::size_t>> counts;
    for (std::size_t i = 0; i < meters.size() && i < series.size(); ++i) {
      const MeterTarget& target = meters[i].target;
      for (const auto& [month, of_meter] : series[i].months) {
        MeterMonth& sum = by_target[{target.table, target.column}][month];
        sum.amount += of_meter.amount - taken_off(meters[i], month);
        sum.rows.insert(sum.rows.end(), of_meter.rows.begin(), of_meter.rows.end());
        ++counts[{target.table, target.column}][month];
      }
    }
    for (const auto& [target, months] : by_target) {
      std::size_t of_target = 0;
      for (const Meter& meter : meters)
        of_target += meter.target == MeterTarget{target.first, target.second} ? 1U : 0U;
      for (const auto& [month, sum] : months)
        // A month that one of the meters does not cover is no month of their sum.
        if (counts[target][month] == of_target) add_month(target.first, target.second, month, sum);
    }
  }

  void add_laboratory() {
    for (std::size_t i = 0; i < record_.analyses.size(); ++i) {
      const Analysis& analysis = record_.analyses[i];
      if (analysis.target.kind == Kind::composition) continue;
      std::map<Period, std::vector<const LaboratoryResult*>> groups;
      for (const LaboratoryResult& result : record_.results)
        if (result.analysis == i && counts(result))
          groups[analysis.target.kind == Kind::parameter ? Period{} : month_of(result.taken)]
              .push_back(&result);
      for (const auto& [month, results] : groups) add_mean(i, month, results);
    }
    add_samples();
  }

  CountedData take() { return std::move(counted_); }

 private:
  double taken_off(const Meter& meter, Period month) const {
    if (choice_.without == nullptr || choice_.meter != &meter) return 0;
    const auto found = choice_.without->amounts.find(month);
    return found == choice_.without->amounts.end() ? 0 : found->second;
  }

  void add_month(const std::string& table, std::size_t column, Period month,
                 const MeterMonth& sum) {
    Evidence rows;
    for (const Place& place : sum.rows) rows.add(place);
    const CalendarYear year(month.year);
    if (table == "electricity") {
      counted_.data.electricity.push_back({.year = year,
                                           .month = month.month,
                                           .consumption_mwh = sum.amount,
                                           .place = sum.rows.front(),
                                           .rows = rows});
    } else if (table == "diesel") {
      counted_.data.diesel.push_back({.date = Date(month.year, month.month, 1),
                                      .litres = sum.amount,
                                      .place = sum.rows.front(),
                                      .rows = rows});
    } else {
      MonthlyRow& row = rows_.of(table, month);
      row.values[column] = sum.amount;
      for (const Place& place : sum.rows) row.rows.add(place);
    }
  }

  bool counts(const LaboratoryResult& result) const {
    return days_.contains(result.taken) &&
           (!choice_.only_accredited || record_.is_accredited(result));
  }

  double value_of(const LaboratoryResult& result) const {
    if (!result.is_below_detection) return result.value;
    BelowDetection side = record_.analyses[result.analysis].below_detection;
    if (choice_.other_side_of == result.analysis)
      side = side == BelowDetection::zero ? BelowDetection::limit : BelowDetection::zero;
    return side == BelowDetection::zero ? 0 : result.value;
  }

  void add_mean(std::size_t analysis, Period month,
                const std::vector<const LaboratoryResult*>& results) {
    std::vector<double> values, half_widths;
    Evidence rows;
    for (const LaboratoryResult* result : results) {
      values.push_back(value_of(*result));
      half_widths.push_back(result->half_width);
      rows.add(result->place);
    }
    const MeanOfResults mean = mean_of_results(values, half_widths);
    const AnalysisTarget& target = record_.analyses[analysis].target;
    if (target.kind == Kind::parameter) {
      counted_.parameters.push_back({.symbol = target.symbol,
                                     .value = mean.mean,
                                     .half_width = mean.half_width,
                                     .rows = rows});
      return;
    }
    MonthlyRow& row = rows_.of(target.symbol, month);
    row.values[target.column] = mean.mean;
    row.half_widths[target.column] = mean.half_width;
    for (const LaboratoryResult* result : results) row.rows.add(result->place);
  }

  // The results of one sample are one composition sample. All are taken, whatever their day: one
  // from before the crediting period may be one of the three most recent.
  void add_samples() {
    std::map<std::string, CompositionSample> samples;
    for (const LaboratoryResult& result : record_.results) {
      const AnalysisTarget& target = record_.analyses[result.analysis].target;
      if (target.kind != Kind::composition) continue;
      if (choice_.only_accredited && !record_.is_accredited(result)) continue;
      const auto [at, is_new] = samples.try_emplace(result.sample);
      if (is_new)
        at->second = {
            .id = result.sample, .date = result.taken, .fractions = {}, .place = result.place};
      at->second.fractions[target.column] += value_of(result);
    }
    for (auto& [id, sample] : samples) counted_.data.composition.push_back(std::move(sample));
  }

  const LaboratoryRecord& record_;
  DateRange days_;
  const CountChoice& choice_;
  CountedData counted_;
  MonthRows rows_{counted_.data};
};

}  // namespace

MeanOfResults mean_of_results(const std::vector<double>& values,
                              const std::vector<double>& half_widths) {
  const auto n = static_cast<double>(values.size());
  double sum = 0, stated = 0, squares = 0;
  for (const double value : values) sum += value;
  const double mean = sum / n;
  for (const double half_width : half_widths) stated += half_width / n;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const double spread = values.size() < 2
                            ? 0
                            : student_quantile_97_5(static_cast<int>(values.size()) - 1) *
                                  std::sqrt(squares / (n - 1) / n);
  return {.mean = mean, .half_width = std::sqrt(spread * spread + stated * stated)};
}

CountedData counted_data(const MonitoringData& data, const std::vector<MeterSeries>& series,
                         const DateRange& days, const CountChoice& choice) {
  Counting counting(data, days, choice);
  counting.add_meters(data.meters, series);
  counting.add_laboratory();
  return counting.take();
}

}  // namespace openitmo::mrv
