#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "activity/finding_records.h"
#include "activity/records.h"

// The activity cycle as the journal tells it: which activity and component stands where. State
// only: `record` takes what has been decided; the questions answer without changing anything.
namespace openitmo::activity {

struct Component {
  IncludeComponent inclusion;
  std::set<Vintage> settled_vintages;  // vintages for which an issuance has been recorded
};

enum class FindingState : std::uint8_t { open, answered, closed };

// A verification finding with what became of it. The word alone is also used of what a data rule
// of mrv/ finds.
struct VerificationFinding {
  RaiseFinding raised;
  FindingState state = FindingState::open;
  std::uint32_t returned_count = 0;  // how often its answer was not accepted
  Date last_act;
  std::string answered_by;
  Document answer;  // the last one
  std::string closed_by;
  std::string closed_in;  // a report; empty: that against which it was raised
  Document reason;        // why it was closed

  bool closed() const { return state == FindingState::closed; }
  bool is_forward() const { return raised.kind == FindingKind::forward_action; }
};

struct OpinionKey {
  RecordOpinionKey record;
  Date effective;
};

struct Report {
  SubmitMonitoringReport submission;
  Date submitted_on;
  std::string verifier;  // who raised the first finding or concluded last; empty: nobody yet
  std::optional<ConcludeVerification> verification;
  Date verified_on;
  std::map<PartyId, bool> examinations;  // Party -> accepted
  Date examined_on;                      // the last of them

  bool verified() const { return verification && verification->positive; }
  // Concluded against it: another report may take its place.
  bool rejected() const { return verification && !verification->positive; }
  bool accepted_by(PartyId party) const {
    const auto found = examinations.find(party);
    return found != examinations.end() && found->second;
  }
  const MonitoredResult* result_of(const std::string& component, Vintage vintage) const;
};

struct Activity {
  RecordActivity record;
  std::map<std::string, RecordSdgIndicator> sdg_indicators;
  std::optional<ConcludeValidation> validation;  // the last one
  std::optional<ConcludeAdditionality> additionality;
  Date concluded_on;                  // the last of the two
  std::vector<std::string> findings;  // codes, as they were raised

  bool validated() const { return validation && validation->positive; }
  bool additional() const;
  // The first of the six tests that has no line or did not pass; nothing if all did.
  std::optional<AdditionalityTest> missing_test() const;
};

class Activities {
 public:
  void record(const RecordActivity& record, Date effective);
  void record(const RecordSdgIndicator& record, Date effective);
  void record(const IncludeComponent& record, Date effective);
  void record(const ConcludeValidation& record, Date effective);
  void record(const ConcludeAdditionality& record, Date effective);
  void record(const SubmitMonitoringReport& record, Date effective);
  void record(const ConcludeVerification& record, Date effective);
  void record(const ConcludeExamination& record, Date effective);
  void record(const RaiseFinding& record, Date effective);
  void record(const AnswerFinding& record, Date effective);
  void record(const ReturnFinding& record, Date effective);
  void record(const CloseFinding& record, Date effective);
  void record(const RecordOpinionKey& record, Date effective);
  // Adds to the deficit that later issuances of the component make good.
  void add_debt(const std::string& component, KilogramsCo2eq debt_kg_co2eq);
  void settle(const std::string& component, Vintage vintage, KilogramsCo2eq debt_carried_kg_co2eq);

  const Activity* find_activity(const std::string& id) const;
  const Component* find_component(const std::string& id) const;
  const Report* find_report(const std::string& id) const;
  // Another component on the same site whose crediting period overlaps, if any.
  const Component* overlapping(const IncludeComponent& inclusion) const;
  // Negative reductions not yet made good, in kg CO2 eq; never negative. Deducted before anything
  // is issued for this component: those of its activity, or its own, as the activity says.
  KilogramsCo2eq debt_kg_co2eq(const std::string& component) const;
  // The account of deficits that a component belongs to: its activity's or its own.
  std::string debt_key(const std::string& component) const;
  // A negative result of this or an earlier vintage in a report not rejected, not settled yet, that
  // `component` would have to make good; null if none. It is settled first, so that the order of
  // acts does not decide what is issued.
  const MonitoredResult* unsettled_deficit(const std::string& component, Vintage vintage) const;
  // The first vintage of `component` before `vintage` that a report not rejected covers and that is
  // not settled: deficits are carried in order of vintages.
  std::optional<Vintage> unsettled_before(const std::string& component, Vintage vintage) const;
  // A report, not rejected, that already gives a result for this component and vintage.
  const Report* report_with(const std::string& component, Vintage vintage) const;

  const VerificationFinding* find_finding(const std::string& code) const;
  // Those of an activity in the order in which they were raised.
  std::vector<const VerificationFinding*> findings_of(const std::string& activity) const;
  // Whether the finding, as long as it is open, stands in the way of a positive conclusion on the
  // report: one against it or against the validation, or a forward action raised in the validation
  // or in a report whose period ends earlier.
  bool stands_against(const VerificationFinding& finding, const Report& report) const;
  // The same of a positive conclusion on the validation of the activity.
  static bool stands_against_validation(const VerificationFinding& finding);
  // The key of the entity that is in force on `date`; null before the first one.
  const OpinionKey* opinion_key(const std::string& entity, Date date) const;
  // Every key of every entity, in order of entries.
  const std::map<std::string, std::vector<OpinionKey>>& opinion_keys() const {
    return opinion_keys_;
  }

  const std::map<std::string, Activity>& activities() const { return activities_; }
  const std::map<std::string, Component>& components() const { return components_; }
  const std::map<std::string, Report>& reports() const { return reports_; }

  // The whole state, for a snapshot.
  static void members(auto& self, auto&& visit) {
    visit(self.activities_);
    visit(self.components_);
    visit(self.reports_);
    visit(self.debts_);
    visit(self.findings_);
    visit(self.opinion_keys_);
  }

 private:
  std::map<std::string, Activity> activities_;
  std::map<std::string, Component> components_;
  std::map<std::string, Report> reports_;
  std::map<std::string, KilogramsCo2eq> debts_;  // by debt_key()
  std::map<std::string, VerificationFinding> findings_;
  std::map<std::string, std::vector<OpinionKey>> opinion_keys_;  // by entity
};

}  // namespace openitmo::activity

template <>
struct openitmo::EnumNames<openitmo::activity::FindingState> {
  static constexpr std::array<std::string_view, 3> names{"open", "answered", "closed"};
};
