#include "activity/activities.h"

#include <algorithm>

#include "quantity/check.h"

namespace openitmo::activity {

namespace {
template <class Map>
auto* find_in(Map& map, const std::string& id) {
  const auto found = map.find(id);
  return found == map.end() ? nullptr : &found->second;
}
template <class Map>
auto& existing(Map& map, const std::string& id) {
  auto* found = find_in(map, id);
  check(found != nullptr, "an applied entry names what was recorded before it");
  return *found;
}
}  // namespace

const MonitoredResult* Report::result_of(const std::string& component, Vintage vintage) const {
  for (const MonitoredResult& result : submission.results)
    if (result.component == component && result.vintage == vintage) return &result;
  return nullptr;
}

std::optional<AdditionalityTest> Activity::missing_test() const {
  for (std::size_t i = 0; i < EnumNames<AdditionalityTest>::names.size(); ++i) {
    const auto test = static_cast<AdditionalityTest>(i);
    bool passed = false;
    if (additionality)
      for (const AdditionalityLine& line : additionality->lines)
        if (line.test == test) passed = line.passed && !line.evidence.sha256.empty();
    if (!passed) return test;
  }
  return std::nullopt;
}

bool Activity::additional() const { return additionality && !missing_test(); }

void Activities::record(const RecordActivity& record, Date) {
  activities_[record.activity].record = record;
}
void Activities::record(const RecordSdgIndicator& record, Date) {
  existing(activities_, record.activity).sdg_indicators[record.indicator] = record;
}
void Activities::record(const IncludeComponent& record, Date) {
  components_[record.component].inclusion = record;
}
void Activities::record(const ConcludeValidation& record, Date effective) {
  Activity& activity = existing(activities_, record.activity);
  activity.validation = record;
  activity.concluded_on = std::max(activity.concluded_on, effective);
}
void Activities::record(const ConcludeAdditionality& record, Date effective) {
  Activity& activity = existing(activities_, record.activity);
  activity.additionality = record;
  activity.concluded_on = std::max(activity.concluded_on, effective);
}
void Activities::record(const SubmitMonitoringReport& record, Date effective) {
  reports_[record.report].submission = record;
  reports_[record.report].submitted_on = effective;
}
void Activities::record(const ConcludeVerification& record, Date effective) {
  Report& report = existing(reports_, record.report);
  report.verification = record;
  report.verifier = record.verifier;
  report.verified_on = effective;
}
void Activities::record(const ConcludeExamination& record, Date effective) {
  Report& report = existing(reports_, record.report);
  report.examinations[record.party] = record.accepted;
  report.examined_on = std::max(report.examined_on, effective);
}
void Activities::settle(const std::string& component, Vintage vintage,
                        KilogramsCo2eq debt_carried_kg_co2eq) {
  Component& settled = existing(components_, component);
  check(debt_carried_kg_co2eq >= KilogramsCo2eq(0), "a carried deficit is not negative");
  check(settled.settled_vintages.insert(vintage).second, "a vintage is settled once");
  debts_[debt_key(component)] = debt_carried_kg_co2eq;
}

const Activity* Activities::find_activity(const std::string& id) const {
  return find_in(activities_, id);
}
const Component* Activities::find_component(const std::string& id) const {
  return find_in(components_, id);
}
const Report* Activities::find_report(const std::string& id) const { return find_in(reports_, id); }

const Component* Activities::overlapping(const IncludeComponent& inclusion) const {
  for (const auto& [id, component] : components_)
    if (component.inclusion.site == inclusion.site &&
        component.inclusion.crediting_period.overlaps(inclusion.crediting_period))
      return &component;
  return nullptr;
}

void Activities::add_debt(const std::string& component, KilogramsCo2eq debt_kg_co2eq) {
  check(debt_kg_co2eq >= KilogramsCo2eq(0), "an added deficit is not negative");
  KilogramsCo2eq& debt = debts_[debt_key(component)];
  debt = debt + debt_kg_co2eq;
}

std::string Activities::debt_key(const std::string& component) const {
  const Component* found = find_component(component);
  const Activity* activity = found ? find_activity(found->inclusion.activity) : nullptr;
  const bool shared = activity && activity->record.deficit_scope == DeficitScope::activity;
  return shared ? "activity " + activity->record.activity : "component " + component;
}

KilogramsCo2eq Activities::debt_kg_co2eq(const std::string& component) const {
  const auto found = debts_.find(debt_key(component));
  return found == debts_.end() ? KilogramsCo2eq(0) : found->second;
}

const MonitoredResult* Activities::unsettled_deficit(const std::string& component,
                                                     Vintage vintage) const {
  for (const auto& [id, report] : reports_) {
    if (report.rejected()) continue;
    for (const MonitoredResult& result : report.submission.results) {
      if (result.component == component || result.vintage > vintage) continue;
      if (result.emission_reductions_kg_co2eq >= KilogramsCo2eq(0)) continue;
      const Component* other = find_component(result.component);
      if (other && !other->settled_vintages.contains(result.vintage) &&
          debt_key(result.component) == debt_key(component))
        return &result;
    }
  }
  return nullptr;
}

std::optional<Vintage> Activities::unsettled_before(const std::string& component,
                                                    Vintage vintage) const {
  const Component* found = find_component(component);
  std::optional<Vintage> earliest;
  for (const auto& [id, report] : reports_)
    for (const MonitoredResult& result : report.submission.results) {
      if (report.rejected() || result.component != component || result.vintage >= vintage) continue;
      if (found && found->settled_vintages.contains(result.vintage)) continue;
      if (!earliest || result.vintage < *earliest) earliest = result.vintage;
    }
  return earliest;
}

const Report* Activities::report_with(const std::string& component, Vintage vintage) const {
  for (const auto& [id, report] : reports_)
    if (!report.rejected() && report.result_of(component, vintage)) return &report;
  return nullptr;
}

}  // namespace openitmo::activity
