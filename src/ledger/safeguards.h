#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ledger/recorded.h"
#include "ledger/safeguard_acts.h"

namespace openitmo::ledger {

struct Hold {
  Recorded<PlaceHold> placed;
  std::optional<HoldEnd> lifted;
};

struct Suspension {
  SuspendRecognition record;
  Date from;                  // the first day without recognition
  std::optional<Date> until;  // the first day with it again
};

struct RemedyState {
  Recorded<RemedyOpened> opened;
  TonnesCo2eq outstanding_t_co2eq;  // of a replacement; a deduction is carried by the component
};

// What binds later acts, as the journal tells it. State only: `record` takes what was decided.
class Safeguards {
 public:
  void record(const SetPeriodDates& record, Date effective, std::uint64_t entry);
  void record(const PlaceHold& record, Date effective, std::uint64_t entry);
  void record(const LiftHold& record);
  void record(const SuspendRecognition& record, Date effective);
  void record(const ResumeRecognition& record, Date effective);
  void record(const RemedyOpened& record, Date effective, std::uint64_t entry);
  void record(const RemedySettled& record);

  // Null where no dates were set.
  const SetPeriodDates* dates_of(PartyId party, const std::string& ndc) const;
  const Hold* find_hold(const std::string& id) const;
  // A hold not lifted on any unit of the range.
  const Hold* hold_on(const ItmoRange& range) const;
  // The suspension in force on `date`, by any Party of the approach.
  const Suspension* suspension(CooperativeApproachId approach, Date date) const;
  // The one of this Party that was not ended.
  const Suspension* suspension_by(PartyId party, CooperativeApproachId approach) const;
  const RemedyState* find_remedy(const std::string& id) const;

  const std::map<std::string, Hold>& holds() const { return holds_; }
  const std::vector<Suspension>& suspensions() const { return suspensions_; }
  const std::map<std::string, RemedyState>& remedies() const { return remedies_; }

  // The whole state, for a snapshot.
  static void members(auto& self, auto&& visit) {
    visit(self.period_dates_);
    visit(self.holds_);
    visit(self.suspensions_);
    visit(self.remedies_);
  }

 private:
  std::map<std::pair<PartyId, std::string>, Recorded<SetPeriodDates>> period_dates_;
  std::map<std::string, Hold> holds_;
  std::vector<Suspension> suspensions_;
  std::map<std::string, RemedyState> remedies_;
};

}  // namespace openitmo::ledger
