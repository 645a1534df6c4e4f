#pragma once

#include <string>

#include "mrv/methodologies.h"
#include "mrv/quantify.h"

// A small composting site for the tests of this folder: three deliveries of 10 t and one of 1 t
// residue on fixed days of every month, three samples a quarter, a meter reading a month and a
// diesel delivery every second month.
namespace openitmo::mrv::testing_site {

inline constexpr int kFirstYear = 2026;

inline ComponentPlan plan(DecayModel model) {
  ComponentPlan plan;
  plan.component = "site";
  plan.methodology = {"AMS-III.F", "12.0"};
  plan.climate = ClimateZone::tropical_dry;
  plan.disposal_site = DisposalSite::unmanaged_deep;
  plan.model = model;
  plan.crediting_period = {Date(kFirstYear, 1, 1), Date(kFirstYear + 9, 12, 31)};
  return plan;
}

inline void add_ticket(MonitoringData& data, Date date, Material material, int net_kg) {
  const auto row = static_cast<std::uint32_t>(data.tickets.size() + 2);
  WeighbridgeTicket ticket;
  ticket.id = TicketId("T" + std::to_string(row));
  ticket.time = Instant(std::chrono::sys_seconds(date.days()) + std::chrono::hours(8));
  ticket.material = material;
  ticket.gross_kg = 9000 + net_kg;
  ticket.tare_kg = 9000;
  ticket.place = {.file = 0, .row = row};
  data.tickets.push_back(ticket);
}

inline void add_sample(MonitoringData& data, Date date) {
  CompositionSample sample;
  sample.id = "S" + std::to_string(data.composition.size() + 1);
  sample.date = date;
  sample.fractions = {0.5, 0.1, 0.08, 0.02, 0.03, 0.0, 0.27};
  sample.place = {.file = 1, .row = static_cast<std::uint32_t>(data.composition.size() + 2)};
  data.composition.push_back(sample);
}

inline void add_month(MonitoringData& data, int year, unsigned month) {
  for (const unsigned day : {3u, 12u, 25u})
    add_ticket(data, Date(year, month, day), Material::waste_in, 10000);
  add_ticket(data, Date(year, month, 26), Material::residue_out, 1000);
  add_sample(data, Date(year, month, 1));
  const auto row = static_cast<std::uint32_t>(data.electricity.size() + 2);
  data.electricity.push_back({.year = CalendarYear(year),
                              .month = month,
                              .consumption_mwh = 0.5,
                              .place = {.file = 2, .row = row}});
  if (month % 2 == 0)
    data.diesel.push_back(
        {.date = Date(year, month, 15), .litres = 100, .place = {.file = 3, .row = row}});
}

inline MonitoringData data(int years) {
  MonitoringData data;
  data.component = "site";
  for (const char* name : {"tickets.csv", "samples.csv", "electricity.csv", "diesel.csv"})
    data.files.push_back({.path = name, .sha256 = std::string(64, 'a')});
  // Two more samples before the start let the monthly model begin in the first month.
  add_sample(data, Date(kFirstYear - 1, 11, 1));
  add_sample(data, Date(kFirstYear - 1, 12, 1));
  for (int year = kFirstYear; year < kFirstYear + years; ++year)
    for (unsigned month = 1; month <= 12; ++month) add_month(data, year, month);
  return data;
}

// No tickets, and a meter that stood still: what goes with declared waste.
inline MonitoringData metered(int years) {
  MonitoringData data;
  for (int year = kFirstYear; year < kFirstYear + years; ++year)
    for (unsigned month = 1; month <= 12; ++month)
      data.electricity.push_back(
          {.year = CalendarYear(year), .month = month, .consumption_mwh = 0, .place = {}});
  return data;
}

inline DateRange years(int first, int last) { return {Date(first, 1, 1), Date(last, 12, 31)}; }

// A plan and its data as the equations take them.
class Case {
 public:
  Case(ComponentPlan plan, MonitoringData data, const DateRange& covered)
      : plan_(std::move(plan)),
        data_(std::move(data)),
        summary_(summarize(data_, covered, plan_.model)),
        case_{.methodology = *find_methodology(plan_.methodology),
              .plan = plan_,
              .data = data_,
              .summary = summary_,
              .covered = covered} {}
  Case(const Case&) = delete;
  Case& operator=(const Case&) = delete;
  const ComponentCase& operator*() const { return case_; }

 private:
  ComponentPlan plan_;
  MonitoringData data_;
  MonitoringSummary summary_;
  ComponentCase case_;
};

}  // namespace openitmo::mrv::testing_site
