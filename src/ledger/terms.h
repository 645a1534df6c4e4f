#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ledger/recorded.h"
#include "ledger/terms_acts.h"

namespace openitmo::ledger {

// What the levies of an approach ask of its units, and what was delivered, in whole units.
struct LevyAccount {
  TonnesCo2eq adaptation_due_t_co2eq;
  TonnesCo2eq adaptation_delivered_t_co2eq;
  TonnesCo2eq omge_due_t_co2eq;
  TonnesCo2eq omge_delivered_t_co2eq;
  bool adaptation_owed() const { return adaptation_delivered_t_co2eq < adaptation_due_t_co2eq; }
  bool omge_owed() const { return omge_delivered_t_co2eq < omge_due_t_co2eq; }
};

// Units of the Article 6.4 mechanism: the nomenclature names no registry code for them yet, so any
// that begins like this is taken for it.
bool of_mechanism(const UnderlyingUnits& units);

// What agreements and bodies outside said of units, as the journal tells it. State only: `record`
// takes what was decided.
class Terms {
 public:
  void record(const AgreeLevies& record, Date effective, std::uint64_t entry);
  void record(const NameAdaptationFund& record);
  void record(const GrantLabel& record, Date effective, std::uint64_t entry);
  void record(const RecordA64Statement& record, Date effective, std::uint64_t entry);
  void record(const RecordChannel& record, Date effective, std::uint64_t entry);
  void record(const SetUseLimit& record, Date effective, std::uint64_t entry);

  // Adds to what is due under the levies in force on `date`.
  void issued(CooperativeApproachId approach, TonnesCo2eq quantity, bool host_ldc_or_sids,
              Date date);
  // What was transferred to the Fund, or cancelled for overall mitigation, and taken back.
  void delivered_to_fund(CooperativeApproachId approach, TonnesCo2eq quantity);
  void cancelled_for_omge(CooperativeApproachId approach, TonnesCo2eq quantity);
  void taken_back_from_fund(CooperativeApproachId approach, TonnesCo2eq quantity);
  void uncancelled_for_omge(CooperativeApproachId approach, TonnesCo2eq quantity);

  bool names_fund() const { return fund_.has_value(); }
  bool is_fund(PartyId party) const { return fund_ && *fund_ == party; }
  // Null where no levies were agreed.
  const LevyAccount* levies_of(CooperativeApproachId approach) const;
  bool has_label(std::string_view label, const std::string& activity, Vintage vintage,
                 Date date) const;
  // The last statement on exactly or partly these units; null without one.
  const Recorded<RecordA64Statement>* a64_statement(const UnderlyingUnits& units) const;
  // Whether statements in force on `date` authorize all of the units.
  bool a64_authorized(const UnderlyingUnits& units, Date date) const;
  const Recorded<RecordChannel>* channel(PartyId party, RegistryId informing) const;
  const std::vector<Recorded<SetUseLimit>>& use_limits() const { return use_limits_; }

  // The whole state, for a snapshot.
  static void members(auto& self, auto&& visit) {
    visit(self.levies_);
    visit(self.levy_accounts_);
    visit(self.fund_);
    visit(self.labels_);
    visit(self.a64_statements_);
    visit(self.channels_);
    visit(self.use_limits_);
  }

 private:
  const AgreeLevies* levies_on(CooperativeApproachId approach, Date date) const;

  std::map<CooperativeApproachId, std::vector<Recorded<AgreeLevies>>> levies_;
  std::map<CooperativeApproachId, LevyAccount> levy_accounts_;
  std::optional<PartyId> fund_;
  std::vector<Recorded<GrantLabel>> labels_;
  std::vector<Recorded<RecordA64Statement>> a64_statements_;
  std::map<std::pair<PartyId, RegistryId>, Recorded<RecordChannel>> channels_;
  std::vector<Recorded<SetUseLimit>> use_limits_;
};

}  // namespace openitmo::ledger
