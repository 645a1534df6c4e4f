#pragma once

#include <boost/container/deque.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "activity/activities.h"
#include "ledger/account_index.h"
#include "ledger/blocks.h"
#include "ledger/events.h"
#include "ledger/huge_pages.h"
#include "ledger/recorded.h"
#include "ledger/reviews.h"
#include "ledger/roles.h"
#include "ledger/safeguards.h"
#include "ledger/terms.h"

// The state of one registry, computed from its journal and from nothing else.
namespace openitmo::ledger {

struct PartyState {
  RecordParty record;
  std::vector<Recorded<RecordParticipation>> participation;  // in order of entries
  std::vector<Recorded<RecordNdc>> ndcs;                     // every version of every NDC
  std::vector<Recorded<DescribeNdc>> ndc_descriptions;       // at most one of each version
  std::vector<Recorded<RecordInventory>> inventories;        // every version of every year
  std::vector<Recorded<RecordMetricLevel>> metric_levels;    // the same of every indicator

  // Whether the responsibility was met on `date`, as known now.
  bool meets(Requirement requirement, Date date) const;
  // The last recorded NDC, or version of one, whose implementation period contains `year`.
  const Recorded<RecordNdc>* ndc_for(CalendarYear year) const;
  // The highest recorded version of the inventory of `year`; null: unknown, never zero.
  const Recorded<RecordInventory>* inventory_of(CalendarYear year) const;
};

struct ApproachState {
  Recorded<RecordCooperativeApproach> record;
  std::map<PartyId, Recorded<SubmitInitialReport>> initial_reports;
  std::map<PartyId, Recorded<RecordReviewStatus>> review_statuses;
  std::map<PartyId, Recorded<ClarifyFirstTransfer>> clarified_definitions;
  std::optional<Recorded<DeclareMetric>> metric;  // none: t CO2 eq
  // Of the Party's initial report: pending until a status is recorded; nothing without a report.
  std::optional<ReviewStatus> review_status(PartyId party) const;
  bool has_party(PartyId party) const;
};

struct Authorization {
  std::vector<Recorded<AuthorizeItmos>> versions;  // ascending
  TonnesCo2eq first_transferred_t_co2eq;           // over all versions
  const AuthorizeItmos& latest() const { return versions.back().record; }
  // The version in force on `date`; null before the first one.
  const Recorded<AuthorizeItmos>* in_force(Date date) const;
};

// One row that AEF Table 3 will show, for one Party (the one whose registry executed it).
struct Action {
  std::uint64_t entry = 0;
  Date date;
  ActionType type = ActionType::first_transfer;
  ActionSubtype subtype = ActionSubtype::none;
  PartyId reporting_party;
  ItmoRange range;
  std::uint32_t authorization = BlockState::kNone;
  RegistryId registry;         // in which it was executed
  PartyId transferring_party;  // of an acquisition
  PartyId acquiring_party;     // of a first transfer or transfer
  UsePurpose purpose = UsePurpose::ndc;
  std::optional<CalendarYear> use_year;
  std::string entity;  // using or cancelling authorized entity
};

// They come one after the other and are many: in pieces, so that none is moved when more come.
using Actions = boost::container::deque<
    Action, void, boost::container::deque_options<boost::container::block_bytes<65536>>::type>;

// An action, or the part of one, that a later entry took back.
struct CorrectedAction {
  Action action;
  std::uint64_t by_entry = 0;
  Date by_date;
};

// Units on their way to another registry.
struct Transit {
  UnitsTransferred transfer;
  Date effective;
};

class Ledger {
 public:
  Ledger();  // these six are compiled once, as those of Command
  Ledger(const Ledger&);
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(const Ledger&);
  Ledger& operator=(Ledger&&) noexcept;
  ~Ledger();

  // Total: an entry that was decided applies, whatever the present rules. Checks the invariants of
  // the transition and throws InvariantBroken; a ledger that threw is thrown away and rebuilt. A
  // view "effective on d" applies only some entries, in order, so numbers may have gaps.
  void apply(const Entry& entry);

  std::uint64_t entry_count() const { return entry_count_; }
  const std::optional<OpenRegistry>& registry() const { return registry_; }
  bool serves(PartyId party) const;
  Instant last_recorded_at() const { return last_recorded_at_; }

  const std::map<PartyId, PartyState>& parties() const { return parties_; }
  const PartyState* find_party(PartyId party) const;
  const std::map<CooperativeApproachId, ApproachState>& approaches() const { return approaches_; }
  const ApproachState* find_approach(CooperativeApproachId approach) const;
  // What units of the approach are counted in; empty: t CO2 eq.
  const std::string& metric_of(CooperativeApproachId approach) const;
  const std::map<std::string, RecordEntity>& entities() const { return entities_; }
  const std::vector<Recorded<AuthorizeEntity>>& entity_authorizations() const {
    return entity_authorizations_;
  }
  bool entity_authorized(const std::string& entity, PartyId party, CooperativeApproachId approach,
                         Date date) const;
  const activity::Activities& activities() const { return activities_; }

  const std::vector<Authorization>& authorizations() const { return authorizations_; }
  std::optional<std::uint32_t> find_authorization(const std::string& id) const;
  const HugeVector<OpenAccount>& accounts() const { return accounts_; }
  std::optional<std::uint32_t> find_account(const std::string& id) const {
    return account_index_.find(id, accounts_);
  }
  // Asks for what find_account() will read (see Foresight).
  void foresee_account(const std::string& id, int step) const {
    account_index_.foresee(id, accounts_, step);
  }
  const std::map<std::string, Recorded<RequestRecognition>>& requests() const { return requests_; }
  const std::vector<Recorded<UnitsIssued>>& issuances() const { return issuances_; }
  const Blocks& blocks() const { return blocks_; }
  // Those that stand, in order of entries.
  const Actions& actions() const { return actions_; }
  const std::vector<CorrectedAction>& corrected_actions() const { return corrected_actions_; }
  const std::map<std::uint64_t, Transit>& in_transit() const { return in_transit_; }
  // Whether the units that an entry of another registry sent have been acquired or declined here.
  bool has_answered(RegistryId registry, std::uint64_t entry) const {
    return answered_.contains({registry, entry});
  }
  // Whether any entry here rests on one of the registry's: units received, delivered or declined.
  bool has_heard_of(RegistryId registry) const { return heard_of_.contains(registry); }
  const Underlying& underlying() const { return underlying_; }
  const Safeguards& safeguards() const { return safeguards_; }
  const Terms& terms() const { return terms_; }
  const Roles& roles() const { return roles_; }
  const Reviews& reviews() const { return reviews_; }
  const std::vector<Recorded<SubmitAef>>& submissions() const { return submissions_; }
  // In the order in which they came; the last one of a version counts.
  const std::vector<Recorded<RecordCheckResult>>& check_results() const { return check_results_; }
  std::uint64_t next_serial() const { return next_serial_; }
  // Everything ever issued or received of a series: invariant 3's left side.
  const std::map<ItmoSeries, TonnesCo2eq>& taken_in() const { return taken_in_; }

  // The whole state, for a snapshot; `restored` computes the rest again.
  static void members(auto& self, auto&& visit) {
    visit(self.entry_count_);
    visit(self.last_entry_);
    visit(self.last_recorded_at_);
    visit(self.registry_);
    visit(self.parties_);
    visit(self.approaches_);
    visit(self.entities_);
    visit(self.entity_authorizations_);
    visit(self.activities_);
    visit(self.authorizations_);
    visit(self.authorization_indexes_);
    visit(self.accounts_);
    visit(self.requests_);
    visit(self.issuances_);
    visit(self.blocks_);
    visit(self.actions_);
    visit(self.corrected_actions_);
    visit(self.in_transit_);
    visit(self.answered_);
    visit(self.heard_of_);
    visit(self.underlying_);
    visit(self.safeguards_);
    visit(self.terms_);
    visit(self.roles_);
    visit(self.reviews_);
    visit(self.submissions_);
    visit(self.check_results_);
    visit(self.next_serial_);
    visit(self.taken_in_);
  }
  void restored() { account_index_.rebuild(accounts_); }

 private:
  void on(const OpenRegistry& event, const Entry& entry);
  void on(const RecordParty& event, const Entry& entry);
  void on(const RecordParticipation& event, const Entry& entry);
  void on(const RecordNdc& event, const Entry& entry);
  void on(const DescribeNdc& event, const Entry& entry);
  void on(const RecordInventory& event, const Entry& entry);
  void on(const RecordCooperativeApproach& event, const Entry& entry);
  void on(const SubmitInitialReport& event, const Entry& entry);
  void on(const RecordEntity& event, const Entry& entry);
  void on(const AuthorizeEntity& event, const Entry& entry);
  void on(const AuthorizeItmos& event, const Entry& entry);
  void on(const OpenAccount& event, const Entry& entry);
  void on(const RequestRecognition& event, const Entry& entry);
  void on(const UnitsIssued& event, const Entry& entry);
  void on(const UnitsTransferred& event, const Entry& entry);
  void on(const AcquireUnits& event, const Entry& entry);
  void on(const ConfirmDelivery& event, const Entry& entry);
  void on(const UnitsMoved& event, const Entry& entry);
  void on(const UnitsUsed& event, const Entry& entry);
  void on(const UnitsCancelled& event, const Entry& entry);
  void on(const SubmitAef& event, const Entry& entry);
  void on(const RecordCheckResult& event, const Entry& entry);
  void on(const SubmitRegularInformation& event, const Entry& entry);
  void on(const RecordReviewReport& event, const Entry& entry);
  void on(const AnswerRecommendation& event, const Entry& entry);
  void on(const DeclineUnits& event, const Entry& entry);
  void on(const EntryCorrected& event, const Entry& entry);
  void on(const WithdrawUnits& event, const Entry& entry);
  void on(const SetPeriodDates& event, const Entry& entry);
  void on(const PlaceHold& event, const Entry& entry);
  void on(const LiftHold& event, const Entry& entry);
  void on(const SuspendRecognition& event, const Entry& entry);
  void on(const ResumeRecognition& event, const Entry& entry);
  void on(const RemedyOpened& event, const Entry& entry);
  void on(const RemedySettled& event, const Entry& entry);
  void on(const ClarifyFirstTransfer& event, const Entry& entry);
  void on(const RecordReviewStatus& event, const Entry& entry);
  void on(const KeyChanged&, const Entry&) {}  // of the journal, not of the units
  void on(const DeclareMetric& event, const Entry& entry);
  void on(const RecordMetricLevel& event, const Entry& entry);
  void on(const MetricUnitsIssued& event, const Entry& entry);
  void on(const AgreeLevies& event, const Entry& entry);
  void on(const NameAdaptationFund& event, const Entry& entry);
  void on(const GrantLabel& event, const Entry& entry);
  void on(const RecordA64Statement& event, const Entry& entry);
  void on(const RecordChannel& event, const Entry& entry);
  void on(const SetUseLimit& event, const Entry& entry);
  void on(const AssignRole& event, const Entry& entry);
  void on(const RequireApproval& event, const Entry& entry);
  void on(const ApproveAct& event, const Entry& entry);
  // The activity cycle keeps its own state.
  template <class ActivityRecord>
  void on(const ActivityRecord& event, const Entry& entry) {
    activities_.record(event, entry.envelope.effective_date);
  }

  PartyState& existing_party(PartyId party);
  std::uint32_t existing_account(const std::string& id) const;
  std::uint32_t existing_authorization(const std::string& id) const;
  void take_in(const ItmoRange& range, const BlockState& state);
  void count_first_transfer(const ItmoRange& range, std::uint32_t authorization, Date date);
  void first_transfer(const ItmoRange& range, std::uint32_t authorization, Date date);
  void record_transfer(const UnitsTransferred& event, const ItmoRange& range,
                       std::uint32_t authorization, const Entry& entry);
  void undo_first_transfer(const ItmoRange& range);
  ActionSubtype fund_subtype(const ItmoRange& range) const;
  void undeliver(const Action& action);
  void count_levies(const ItmoRange& range, Date date);
  void take_back_actions(std::uint64_t corrected_entry, const Entry& entry);
  void take_back_first_transfers(const ItmoRange& range, const Entry& entry);
  void cancel_owed(const ItmoRange& range, const Entry& entry);
  Action action_on(const ItmoRange& range, const Entry& entry, ActionType type,
                   PartyId reporting_party) const;
  // The same where the units' authorization is known.
  Action action_under(std::uint32_t authorization, const ItmoRange& range, const Entry& entry,
                      ActionType type, PartyId reporting_party) const;

  std::uint64_t entry_count_ = 0;
  std::uint64_t last_entry_ = 0;
  Instant last_recorded_at_;
  std::optional<OpenRegistry> registry_;
  std::map<PartyId, PartyState> parties_;
  std::map<CooperativeApproachId, ApproachState> approaches_;
  std::map<std::string, RecordEntity> entities_;
  std::vector<Recorded<AuthorizeEntity>> entity_authorizations_;
  activity::Activities activities_;
  std::vector<Authorization> authorizations_;
  std::map<std::string, std::uint32_t> authorization_indexes_;
  HugeVector<OpenAccount> accounts_;
  AccountIndex account_index_;
  std::map<std::string, Recorded<RequestRecognition>> requests_;
  std::vector<Recorded<UnitsIssued>> issuances_;
  Blocks blocks_;
  Actions actions_;
  std::vector<CorrectedAction> corrected_actions_;
  std::map<std::uint64_t, Transit> in_transit_;
  std::set<std::pair<RegistryId, std::uint64_t>> answered_;  // foreign entries, each once
  std::set<RegistryId> heard_of_;
  Underlying underlying_;
  Safeguards safeguards_;
  Terms terms_;
  Roles roles_;
  Reviews reviews_;
  std::vector<Recorded<SubmitAef>> submissions_;
  std::vector<Recorded<RecordCheckResult>> check_results_;
  std::uint64_t next_serial_ = 1;
  std::map<ItmoSeries, TonnesCo2eq> taken_in_;
};

inline void apply(Ledger& ledger, const Entry& entry) { ledger.apply(entry); }

}  // namespace openitmo::ledger
