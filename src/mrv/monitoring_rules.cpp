#include "mrv/monitoring_rules.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "mrv/shortest_decimal.h"

namespace openitmo::mrv {

namespace {

class Findings {
 public:
  void add(Finding finding) {
    if (++count_[finding.rule] <= kFindingsPerRule) problems_.push_back(std::move(finding));
  }
  Problems take() {
    for (const auto& [rule, count] : count_) {
      if (count <= kFindingsPerRule) continue;
      Finding last = *std::ranges::find(problems_, rule, &Finding::rule);
      last.place.reset();
      last.message = fmt::format("And {} more of this kind.", count - kFindingsPerRule);
      problems_.push_back(std::move(last));
    }
    return std::move(problems_);
  }

 private:
  Problems problems_;
  std::map<Rule, std::size_t> count_;
};

// False for NaN too.
bool is_possible(double amount) { return amount >= 0 && amount <= kAmountMax; }

std::string place_text(Place place, const MonitoringData& data, std::uint32_t seen_from_file) {
  if (place.file == seen_from_file || place.file >= data.files.size())
    return fmt::format("row {}", place.row);
  return fmt::format("row {} of {}", place.row, data.files[place.file].path);
}

void check_tickets(const MonitoringData& data, Findings& findings) {
  std::unordered_map<std::string_view, Place> seen;
  seen.reserve(data.tickets.size());
  for (const WeighbridgeTicket& ticket : data.tickets) {
    if (ticket.gross_kg < ticket.tare_kg)
      findings.add({.rule = Rule::gross_below_tare,
                    .place = ticket.place,
                    .message = fmt::format("Ticket {} weighs {} kg gross and {} kg tare.",
                                           ticket.id.view(), ticket.gross_kg, ticket.tare_kg),
                    .remedy = "The gross mass is at least the tare; correct the weighing."});
    const auto [first, is_new] = seen.insert({ticket.id.view(), ticket.place});
    if (is_new) continue;
    findings.add({.rule = Rule::duplicated_ticket,
                  .place = ticket.place,
                  .message = fmt::format("Ticket {} stands already in {}.", ticket.id.view(),
                                         place_text(first->second, data, ticket.place.file)),
                  .remedy = "Every weighing has its own number; remove or renumber one."});
  }
}

void check_samples(const MonitoringData& data, Findings& findings) {
  for (const CompositionSample& sample : data.composition) {
    const double total = std::accumulate(sample.fractions.begin(), sample.fractions.end(), 0.0);
    if (std::ranges::any_of(sample.fractions, [](double p) { return !is_possible(p); }))
      findings.add({.rule = Rule::impossible_quantity,
                    .place = sample.place,
                    .message = fmt::format("Sample {} has an impossible fraction.", sample.id),
                    .remedy = "Fractions are 0 or more."});
    if (!(std::fabs(total - 1) <= kCompositionTolerance))
      findings.add({.rule = Rule::composition_not_100_percent,
                    .place = sample.place,
                    .message = fmt::format("The fractions of sample {} sum to {:.2f} %.", sample.id,
                                           total * 100),
                    .remedy = "They sum to 100 % within 0.1; weigh what is missing as inert."});
  }
}

void check_energy(const MonitoringData& data, Findings& findings) {
  std::map<std::pair<int, unsigned>, Place> seen;
  for (const ElectricityRecord& record : data.electricity) {
    if (!is_possible(record.consumption_mwh))
      findings.add({.rule = Rule::impossible_quantity,
                    .place = record.place,
                    .message = fmt::format("Electricity of {} MWh.",
                                           shortest_decimal(record.consumption_mwh)),
                    .remedy = "Consumption is 0 or more, in MWh."});
    const auto [first, is_new] = seen.insert({{record.year.value(), record.month}, record.place});
    if (!is_new)
      findings.add({.rule = Rule::duplicated_electricity_month,
                    .place = record.place,
                    .message = fmt::format("{}-{:02} stands already in row {}.",
                                           record.year.value(), record.month, first->second.row),
                    .remedy = "Give each month one row."});
  }
  for (const DieselRecord& record : data.diesel)
    if (!is_possible(record.litres))
      findings.add(
          {.rule = Rule::impossible_quantity,
           .place = record.place,
           .message = fmt::format("Diesel of {} litres.", shortest_decimal(record.litres)),
           .remedy = "A delivery is 0 or more; record a return as a correction of its row."});
}

// Rows dated where they do not count: one finding a kind, naming the first.
class StrayRows {
 public:
  StrayRows(std::string_view kind, const DateRange& crediting_period, const DateRange& covered)
      : kind_(kind), crediting_period_(crediting_period), covered_(covered) {}

  void see(Date date, Place place) {
    if (covered_.contains(date)) return;
    Group& group = crediting_period_.contains(date) ? later_ : outside_;
    if (group.count++ == 0) group = {.count = 1, .date = date, .place = place};
  }

  void report(Findings& findings) const {
    if (outside_.count > 0)
      findings.add(
          {.rule = Rule::row_outside_crediting_period,
           .place = outside_.place,
           .message = fmt::format("{} {} rows are dated outside the crediting period, first {}.",
                                  outside_.count, kind_, outside_.date.to_string()),
           .remedy = fmt::format("Dates lie in {} to {}.", crediting_period_.first.to_string(),
                                 crediting_period_.last.to_string())});
    if (later_.count > 0)
      findings.add(
          {.severity = Severity::warning,
           .rule = Rule::row_outside_monitoring_period,
           .place = later_.place,
           .message = fmt::format("{} {} rows are dated after the monitoring period, first "
                                  "{}; they are not counted.",
                                  later_.count, kind_, later_.date.to_string()),
           .remedy = "They belong to a later monitoring period."});
  }

 private:
  struct Group {
    std::size_t count = 0;
    Date date = {};
    Place place = {};
  };
  std::string_view kind_;
  DateRange crediting_period_;
  DateRange covered_;
  Group outside_;
  Group later_;
};

void check_dates(const MonitoringData& data, const ComponentPlan& plan, const DateRange& covered,
                 Findings& findings) {
  StrayRows tickets("weighbridge", plan.crediting_period, covered);
  for (const WeighbridgeTicket& ticket : data.tickets)
    tickets.see(ticket.time.date(), ticket.place);
  tickets.report(findings);
  StrayRows electricity("electricity", plan.crediting_period, covered);
  for (const ElectricityRecord& record : data.electricity)
    electricity.see(Date(record.year.value(), record.month, 1), record.place);
  electricity.report(findings);
  StrayRows diesel("diesel", plan.crediting_period, covered);
  for (const DieselRecord& record : data.diesel) diesel.see(record.date, record.place);
  diesel.report(findings);
  // A sample from before the crediting period may be one of the three most recent.
  StrayRows samples("composition", plan.crediting_period, covered);
  for (const CompositionSample& sample : data.composition)
    if (sample.date >= covered.first) samples.see(sample.date, sample.place);
  samples.report(findings);
}

void check_gaps(const MonitoringSummary& summary, Findings& findings) {
  for (const MonthSummary& month : summary.months) {
    if (month.waste_in_rows.empty())
      findings.add({.rule = Rule::gap_in_tickets,
                    .message = fmt::format("{} has no waste delivery.", to_string(month.month)),
                    .remedy = "Add the month's weighbridge tickets."});
    if (month.electricity_rows.empty())
      findings.add(
          {.rule = Rule::gap_in_electricity,
           .message = fmt::format("{} has no electricity reading.", to_string(month.month)),
           .remedy = "Add the month's reading; write 0 only if the meter stood still."});
    if (month.treated_kg() < 0)
      findings.add(
          {.rule = Rule::residue_exceeds_waste,
           .message = fmt::format("In {} more residue left ({} kg) than waste came in "
                                  "({} kg).",
                                  to_string(month.month), month.residue_out_kg, month.waste_in_kg),
           .remedy = "Check the material of the month's tickets."});
  }
}

struct Quarter {
  int year;
  unsigned number;  // 1 to 4
  auto operator<=>(const Quarter&) const = default;
};

Quarter quarter_of(Date date) {
  return {.year = date.year().value(), .number = (date.month() - 1) / 3 + 1};
}

Date first_day_of(Quarter q) { return Date(q.year, q.number * 3 - 2, 1); }
Quarter next(Quarter q) {
  return q.number == 4 ? Quarter{q.year + 1, 1} : Quarter{q.year, q.number + 1};
}

void check_sample_counts(const MonitoringData& data, const DateRange& covered, Findings& findings) {
  std::map<Quarter, int> counts;
  for (const CompositionSample& sample : data.composition) ++counts[quarter_of(sample.date)];
  for (Quarter q = quarter_of(covered.first); first_day_of(q) <= covered.last; q = next(q)) {
    if (counts[q] >= kSamplesPerQuarter) continue;
    const bool is_whole =
        covered.contains(first_day_of(q)) && first_day_of(next(q)).plus_days(-1) <= covered.last;
    findings.add({.severity = is_whole ? Severity::error : Severity::warning,
                  .rule = Rule::too_few_composition_samples,
                  .message = fmt::format("{} composition samples in quarter {} of {}.", counts[q],
                                         q.number, q.year),
                  .remedy = fmt::format("TOOL04 asks for at least {} every three months.",
                                        kSamplesPerQuarter)});
  }
}

void check_means(const MonitoringSummary& summary, DecayModel model, Findings& findings) {
  const std::uint64_t least = model == DecayModel::monthly ? kRecentSamples : 1;
  for (const MeanComposition& mean : summary.composition)
    if (mean.rows.row_count() < least)
      findings.add({.rule = Rule::too_few_composition_samples,
                    .message = fmt::format("{} composition samples stand behind {}.",
                                           mean.rows.row_count(), to_string(mean.period)),
                    .remedy = fmt::format("The {} model needs at least {}; the first may be taken "
                                          "before the crediting period.",
                                          name_of(model), least)});
}

}  // namespace

Problems check_monitoring(const MonitoringData& data, const ComponentPlan& plan,
                          const DateRange& covered, const MonitoringSummary& summary) {
  Findings findings;
  if (!data.declared_waste.empty())
    findings.add({.rule = Rule::tickets_and_declared_waste,
                  .place = data.declared_waste.front().place,
                  .message = "Waste is both weighed and declared.",
                  .remedy = "Keep the tickets, or quantify the estimate apart from them."});
  check_tickets(data, findings);
  check_samples(data, findings);
  check_energy(data, findings);
  check_dates(data, plan, covered, findings);
  check_gaps(summary, findings);
  check_sample_counts(data, covered, findings);
  check_means(summary, plan.model, findings);
  return findings.take();
}

Problems check_declared(const MonitoringData& data, const ComponentPlan& plan,
                        const DateRange& period) {
  Findings findings;
  const DateRange& crediting = plan.crediting_period;
  const Date start(period.first.year().value(), 1, 1);
  const Date end(period.last.year().value(), 12, 31);
  if (period.first != std::max(start, crediting.first) ||
      period.last != std::min(end, crediting.last))
    findings.add({.rule = Rule::period_not_whole_years,
                  .message = fmt::format("Amounts declared per year cannot be cut at {} or {}.",
                                         period.first.to_string(), period.last.to_string()),
                  .remedy = "Take whole calendar years of the crediting period."});
  const auto refuse_impossible = [&](double value, std::string_view what, Place place) {
    if (is_possible(value)) return;
    findings.add({.rule = Rule::impossible_quantity,
                  .place = place,
                  .message = fmt::format("Declared {} of {}.", what, shortest_decimal(value)),
                  .remedy = "A declared amount is 0 to 1e9."});
  };
  for (const DeclaredAmount& amount : data.declared_waste)
    refuse_impossible(amount.tonnes_wet, "waste", amount.place);
  for (const DeclaredElectricityExport& amount : data.declared_electricity_export)
    refuse_impossible(amount.mwh, "electricity", amount.place);
  for (const DeclaredProjectEmissions& amount : data.declared_project_emissions)
    refuse_impossible(amount.tonnes_co2eq, "project emissions", amount.place);
  check_energy(data, findings);
  for (CalendarYear year = crediting.first.year(); year <= period.last.year(); year = year.next())
    if (std::ranges::find(data.declared_waste, year, &DeclaredAmount::year) ==
        data.declared_waste.end())
      findings.add({.rule = Rule::gap_in_declared_waste,
                    .message = fmt::format("{} has no declared waste.", year.value()),
                    .remedy = "Declare every year since the start of the crediting period."});
  return findings.take();
}

}  // namespace openitmo::mrv
