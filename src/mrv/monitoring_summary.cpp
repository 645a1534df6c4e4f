#include "mrv/monitoring_summary.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "mrv/math/student.h"
#include "mrv/monitoring_rules.h"
#include "quantity/check.h"

namespace openitmo::mrv {

namespace {

int month_number(int year, unsigned month) { return year * 12 + static_cast<int>(month) - 1; }

Date last_day_of(Period month) {
  using namespace std::chrono;
  const year_month_day_last last =
      year(month.year) / std::chrono::month(month.month) / std::chrono::last;
  return Date(sys_days(last));
}

std::vector<MonthSummary> empty_months(const DateRange& range) {
  std::vector<MonthSummary> months;
  const int first = month_number(range.first.year().value(), range.first.month());
  const int last = month_number(range.last.year().value(), range.last.month());
  for (int number = first; number <= last; ++number)
    months.push_back(
        {.month = {.year = number / 12, .month = static_cast<unsigned>(number % 12) + 1}});
  return months;
}

void add_tickets(const MonitoringData& data, const DateRange& range,
                 std::vector<MonthSummary>& months) {
  for (const WeighbridgeTicket& ticket : data.tickets) {
    const Date date = ticket.time.date();
    if (!range.contains(date)) continue;
    MonthSummary& month = months[static_cast<std::size_t>(months_between(range.first, date))];
    const std::int64_t net_kg = std::int64_t{ticket.gross_kg} - ticket.tare_kg;
    switch (ticket.material) {
      case Material::waste_in:
        month.waste_in_kg += net_kg;
        month.waste_in_rows.add(ticket.place);
        break;
      case Material::residue_out:
        month.residue_out_kg += net_kg;
        month.residue_out_rows.add(ticket.place);
        break;
      case Material::compost_out:
        month.compost_out_kg += net_kg;
        break;
    }
  }
}

template <class Record>
void add_rows(Evidence& rows, const Record& record) {
  if (record.rows.empty()) return rows.add(record.place);
  for (const RowRange& range : record.rows.ranges()) {
    rows.add({.file = range.file, .row = range.first});
    if (range.last != range.first) rows.add({.file = range.file, .row = range.last});
  }
}

void add_energy(const MonitoringData& data, const DateRange& range,
                std::vector<MonthSummary>& months) {
  for (const ElectricityRecord& record : data.electricity) {
    const Date first_day(record.year.value(), record.month, 1);
    const int position = months_between(range.first, first_day);
    if (position < 0 || position >= static_cast<int>(months.size())) continue;
    MonthSummary& month = months[static_cast<std::size_t>(position)];
    month.electricity_mwh += record.consumption_mwh;
    add_rows(month.electricity_rows, record);
  }
  for (const DieselRecord& record : data.diesel) {
    if (!range.contains(record.date)) continue;
    MonthSummary& month =
        months[static_cast<std::size_t>(months_between(range.first, record.date))];
    month.diesel_litres += record.litres;
    add_rows(month.diesel_rows, record);
  }
}

double half_width_of(std::span<const CompositionSample* const> samples, std::size_t j,
                     double mean) {
  if (samples.size() < 2) return 0;
  double squares = 0;
  for (const CompositionSample* sample : samples)
    squares += (sample->fractions[j] - mean) * (sample->fractions[j] - mean);
  const auto n = static_cast<double>(samples.size());
  return student_quantile_97_5(static_cast<int>(samples.size()) - 1) *
         std::sqrt(squares / (n - 1) / n);
}

MeanComposition mean_of(std::span<const CompositionSample* const> samples, Period period) {
  MeanComposition mean{.period = period};
  for (const CompositionSample* sample : samples) {
    for (std::size_t j = 0; j < kWasteTypeCount; ++j) mean.fractions[j] += sample->fractions[j];
    mean.rows.add(sample->place);
  }
  if (samples.empty()) return mean;
  for (double& fraction : mean.fractions) fraction /= static_cast<double>(samples.size());
  for (std::size_t j = 0; j < kWasteTypeCount; ++j)
    mean.half_widths[j] = half_width_of(samples, j, mean.fractions[j]);
  return mean;
}

std::vector<const CompositionSample*> by_date(const MonitoringData& data) {
  std::vector<const CompositionSample*> samples;
  for (const CompositionSample& sample : data.composition) samples.push_back(&sample);
  // Of one day, the order of the rows decides.
  std::ranges::sort(samples, [](const CompositionSample* a, const CompositionSample* b) {
    return a->date != b->date ? a->date < b->date : a < b;
  });
  return samples;
}

std::vector<MeanComposition> yearly_composition(const MonitoringData& data,
                                                const DateRange& range) {
  std::vector<MeanComposition> means;
  const std::vector<const CompositionSample*> all = by_date(data);
  for (int year = range.first.year().value(); year <= range.last.year().value(); ++year) {
    std::vector<const CompositionSample*> samples;
    for (const CompositionSample* sample : all)
      if (sample->date.year().value() == year && range.contains(sample->date))
        samples.push_back(sample);
    means.push_back(mean_of(samples, {.year = year}));
  }
  return means;
}

std::vector<MeanComposition> monthly_composition(const MonitoringData& data,
                                                 const std::vector<MonthSummary>& months) {
  std::vector<MeanComposition> means;
  const std::vector<const CompositionSample*> all = by_date(data);
  for (const MonthSummary& month : months) {
    const Date last_day = last_day_of(month.month);
    const auto end = std::ranges::find_if(
        all, [&](const CompositionSample* sample) { return sample->date > last_day; });
    const auto count = std::min<std::ptrdiff_t>(kRecentSamples, end - all.begin());
    means.push_back(mean_of({end - count, end}, month.month));
  }
  return means;
}

}  // namespace

int months_between(Date first, Date date) {
  return month_number(date.year().value(), date.month()) -
         month_number(first.year().value(), first.month());
}

MonitoringSummary summarize(const MonitoringData& data, const DateRange& range, DecayModel model) {
  check(range.first <= range.last, "a range of days is not empty");
  MonitoringSummary summary{.months = empty_months(range), .composition = {}};
  add_tickets(data, range, summary.months);
  add_energy(data, range, summary.months);
  summary.composition = model == DecayModel::yearly ? yearly_composition(data, range)
                                                    : monthly_composition(data, summary.months);
  return summary;
}

}  // namespace openitmo::mrv
