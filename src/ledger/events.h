#pragma once

#include "ledger/commands.h"

// What the journal says has happened. An event holds everything that applying it needs; nothing is
// looked up under newer rules.
namespace openitmo::ledger {

// One component and vintage settled: exact result, deficit brought forward, whole tonnes issued,
// deficit carried on. `ranges` is empty when nothing could be issued.
struct UnitsIssued {
  static constexpr const char* kType = "units_issued";
  std::string report;
  std::string component;
  Vintage vintage;
  std::string authorization;
  std::string account;
  std::string request;
  std::string result_sha256;
  KilogramsCo2eq emission_reductions_kg_co2eq;
  KilogramsCo2eq debt_brought_forward_kg_co2eq;
  TonnesCo2eq issued_t_co2eq;
  KilogramsCo2eq debt_carried_kg_co2eq;
  std::vector<ItmoRange> ranges;
  UnderlyingUnits underlying;                          // as many as `ranges` have
  ActionSubtype first_transfer = ActionSubtype::none;  // where issuance is the OIMP trigger
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("report", self.report);
    visit("component", self.component);
    visit("vintage", self.vintage);
    visit("authorization", self.authorization);
    visit("account", self.account);
    visit("request", self.request);
    visit("result_sha256", self.result_sha256);
    visit("emission_reductions_kg_co2eq", self.emission_reductions_kg_co2eq);
    visit("debt_brought_forward_kg_co2eq", self.debt_brought_forward_kg_co2eq);
    visit("issued_t_co2eq", self.issued_t_co2eq);
    visit("debt_carried_kg_co2eq", self.debt_carried_kg_co2eq);
    visit("ranges", self.ranges);
    visit("underlying", self.underlying);
    visit("first_transfer", self.first_transfer);
  }
};

// Units left a Party for another one.
struct UnitsTransferred {
  static constexpr const char* kType = "units_transferred";
  ActionType action = ActionType::first_transfer;  // first_transfer or transfer
  std::vector<ItmoRange> ranges;
  std::string authorization;
  std::string from_account;
  PartyId from_party;
  PartyId to_party;
  RegistryId to_registry;
  std::string to_account;
  MitigationType mitigation_type = MitigationType::emission_reductions;
  std::vector<UnderlyingUnits> underlying;  // behind each range; empty where behind none
  std::optional<Date> accept_by{};          // the last day for the receiver to acquire them
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("action", self.action);
    visit("ranges", self.ranges);
    visit("authorization", self.authorization);
    visit("from_account", self.from_account);
    visit("from_party", self.from_party);
    visit("to_party", self.to_party);
    visit("to_registry", self.to_registry);
    visit("to_account", self.to_account);
    visit("mitigation_type", self.mitigation_type);
    visit("underlying", self.underlying);
    visit("accept_by", self.accept_by);
  }
};

struct UnitsMoved {
  static constexpr const char* kType = "units_moved";
  std::vector<ItmoRange> ranges;
  std::string from_account;
  std::string to_account;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("ranges", self.ranges);
    visit("from_account", self.from_account);
    visit("to_account", self.to_account);
  }
};

struct UnitsUsed {
  static constexpr const char* kType = "units_used";
  std::vector<ItmoRange> ranges;
  std::string account;
  PartyId party;
  UsePurpose purpose = UsePurpose::ndc;
  std::optional<CalendarYear> year;
  std::string entity;
  ActionType action = ActionType::use;  // first_transfer where the use is the OIMP trigger
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("ranges", self.ranges);
    visit("account", self.account);
    visit("party", self.party);
    visit("purpose", self.purpose);
    visit("year", self.year);
    visit("entity", self.entity);
    visit("action", self.action);
  }
};

struct UnitsCancelled {
  static constexpr const char* kType = "units_cancelled";
  std::vector<ItmoRange> ranges;
  std::string account;
  PartyId party;
  CancellationKind kind = CancellationKind::other;
  std::string entity;
  ActionType action = ActionType::cancellation;  // first_transfer where it comes first
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("ranges", self.ranges);
    visit("account", self.account);
    visit("party", self.party);
    visit("kind", self.kind);
    visit("entity", self.entity);
    visit("action", self.action);
  }
};

// Another key signs the registry's checkpoints from the next entry on. Never asked for as an act:
// it is recorded with the signatures that it needs (registry/key_change.h).
struct KeyChanged {
  static constexpr const char* kType = "key_changed";
  KeyChangeReason reason = KeyChangeReason::rotation;
  std::string verifier_key;  // the next one, as text
  Document document;         // by which the registry's administrator makes it known
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("reason", self.reason);
    visit("verifier_key", self.verifier_key);
    visit("document", self.document);
  }
};

// An act that is asked for. A class of its own, and so are Event and Ledger: what it takes to copy,
// move and destroy sixty alternatives is compiled once, not in every file that holds one.
struct Command
    : std::variant<OpenRegistry, RecordParty, RecordParticipation, RecordNdc, RecordInventory,
                   RecordCooperativeApproach, SubmitInitialReport, RecordEntity, AuthorizeEntity,
                   RecordActivity, RecordSdgIndicator, IncludeComponent, ConcludeValidation,
                   ConcludeAdditionality, SubmitMonitoringReport, ConcludeVerification,
                   ConcludeExamination, AuthorizeItmos, OpenAccount, RequestRecognition, IssueUnits,
                   FirstTransfer, Transfer, AcquireUnits, ConfirmDelivery, MoveUnits, UseUnits,
                   CancelUnits, SubmitAef, DeclineUnits, CorrectEntry, WithdrawUnits,
                   SetPeriodDates, PlaceHold, LiftHold, SuspendRecognition, ResumeRecognition,
                   OpenRemedy, SettleRemedy, ClarifyFirstTransfer, RecordReviewStatus,
                   DeclareMetric, RecordMetricLevel, IssueMetricUnits, AgreeLevies,
                   NameAdaptationFund, GrantLabel, RecordA64Statement, RecordChannel, SetUseLimit,
                   AssignRole, RequireApproval, ApproveAct, RaiseFinding, AnswerFinding,
                   ReturnFinding, CloseFinding, RecordOpinionKey, DescribeNdc, RecordCheckResult,
                   SubmitRegularInformation, RecordReviewReport, AnswerRecommendation> {
  using variant::variant;
  Command();
  Command(const Command&);
  Command(Command&&) noexcept;
  Command& operator=(const Command&);
  Command& operator=(Command&&) noexcept;
  ~Command();
};

// The word for each command in programme files, scenarios and on the command line, in the order of
// the variant.
inline constexpr std::array<std::string_view, std::variant_size_v<Command::variant>> kCommandNames{
    "open_registry",
    "record_party",
    "record_participation",
    "record_ndc",
    "record_inventory",
    "record_cooperative_approach",
    "submit_initial_report",
    "record_entity",
    "authorize_entity",
    "record_activity",
    "record_sdg_indicator",
    "include_component",
    "conclude_validation",
    "conclude_additionality",
    "submit_monitoring_report",
    "conclude_verification",
    "conclude_examination",
    "authorize",
    "open_account",
    "request_recognition",
    "issue_units",
    "first_transfer",
    "transfer",
    "acquire",
    "confirm_delivery",
    "move",
    "use",
    "cancel",
    "submit_aef",
    "decline",
    "correct_entry",
    "withdraw",
    "set_period_dates",
    "place_hold",
    "lift_hold",
    "suspend_recognition",
    "resume_recognition",
    "open_remedy",
    "settle_remedy",
    "clarify_first_transfer",
    "record_review_status",
    "declare_metric",
    "record_metric_level",
    "issue_metric_units",
    "agree_levies",
    "name_adaptation_fund",
    "grant_label",
    "record_a64_statement",
    "record_channel",
    "set_use_limit",
    "assign_role",
    "require_approval",
    "approve_act",
    "raise_finding",
    "answer_finding",
    "return_finding",
    "close_finding",
    "record_opinion_key",
    "describe_ndc",
    "record_check_result",
    "submit_regular_information",
    "record_review_report",
    "answer_recommendation"};

// What an act became.
struct Event
    : std::variant<
          OpenRegistry, RecordParty, RecordParticipation, RecordNdc, RecordInventory,
          RecordCooperativeApproach, SubmitInitialReport, RecordEntity, AuthorizeEntity,
          RecordActivity, RecordSdgIndicator, IncludeComponent, ConcludeValidation,
          ConcludeAdditionality, SubmitMonitoringReport, ConcludeVerification, ConcludeExamination,
          AuthorizeItmos, OpenAccount, RequestRecognition, UnitsIssued, UnitsTransferred,
          AcquireUnits, ConfirmDelivery, UnitsMoved, UnitsUsed, UnitsCancelled, SubmitAef,
          DeclineUnits, EntryCorrected, WithdrawUnits, SetPeriodDates, PlaceHold, LiftHold,
          SuspendRecognition, ResumeRecognition, RemedyOpened, RemedySettled, ClarifyFirstTransfer,
          RecordReviewStatus, DeclareMetric, RecordMetricLevel, MetricUnitsIssued, AgreeLevies,
          NameAdaptationFund, GrantLabel, RecordA64Statement, RecordChannel, SetUseLimit,
          AssignRole, RequireApproval, ApproveAct, KeyChanged, RaiseFinding, AnswerFinding,
          ReturnFinding, CloseFinding, RecordOpinionKey, DescribeNdc, RecordCheckResult,
          SubmitRegularInformation, RecordReviewReport, AnswerRecommendation> {
  using variant::variant;
  Event();
  Event(const Event&);
  Event(Event&&) noexcept;
  Event& operator=(const Event&);
  Event& operator=(Event&&) noexcept;
  ~Event();
};

// The rules under which entries are decided. Raised when a rule changes; old entries keep theirs.
inline constexpr const char* kRuleSet = "CMA.6-2026-11";

// When and by whom: every entry carries it. `actor` is a random id, never a person's name.
// `command_id` makes a retry safe: the same id with the same content is answered as before.
struct Envelope {
  Instant recorded_at;
  Date effective_date;
  std::string actor;
  std::string command_id;
  std::string command_sha256;  // of the command as it was asked; empty before it is recorded
  std::string rule_set = kRuleSet;
  bool operator==(const Envelope&) const = default;
};

// One line of the journal. `number` is its place, from 0; it is not part of the entry's bytes.
struct Entry {
  std::uint64_t number = 0;
  Envelope envelope;
  Event event;
};

}  // namespace openitmo::ledger
