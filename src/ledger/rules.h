#pragma once

#include <string>
#include <vector>

#include "ledger/decide.h"

// The rules that several acts share. Each returns nothing when it is met.
namespace openitmo::ledger {

using Broken = std::optional<Refusal>;

// What a `decide` overload knows besides its command.
struct Question {
  const Ledger& ledger;
  const Envelope& envelope;
  Date date() const { return envelope.effective_date; }
};

Refusal refuse(RefusalCode code, std::vector<Figure> figures = {});
// Figures of a refusal.
std::string year_text(CalendarYear year);
std::string tonnes_text(TonnesCo2eq tonnes);
// "2024-01-01 to 2024-12-31".
Text from_to(const DateRange& days);

Broken party_served(const Question& question, PartyId party);
Broken party_in_approach(const Question& question, PartyId party, CooperativeApproachId approach);
// Participation, NDC and initial report of a Party on the act's date (2/CMA.3 annex paras 4, 18).
Broken party_may_take_part(const Question& question, PartyId party, CooperativeApproachId approach);
Broken entity_may_act(const Question& question, const std::string& entity, PartyId party,
                      CooperativeApproachId approach);
// An authorization covers the outcomes of the activity that it names (4/CMA.6 para 5(n)).
Broken activity_covered(const AuthorizeItmos& authorization, const std::string& activity);
// An act is not dated before what it rests on, `ground` in words, which took effect on `day`.
Broken not_before(const Question& question, Date day, const Words& ground);
// The accounting of the Party's NDC period that contains `year` is not final on the day of
// recording (2/CMA.3 annex para 12).
Broken period_open(const Question& question, PartyId party, CalendarYear year);
// The same day is not past the cut-off for first transfers for OIMP (4/CMA.6 para 14).
Broken before_oimp_cut_off(const Question& question, PartyId host, Vintage vintage);
// No Party of the approach has suspended recognition on the act's date.
Broken recognition_in_force(const Question& question, CooperativeApproachId approach);
// No replacement is owed for a component of the activity.
Broken no_remedy_open(const Question& question, const std::string& activity);
// No hold lies on the units.
Broken not_on_hold(const Question& question, const std::vector<ItmoRange>& ranges);
// The account is kept in the metric in which the approach counts (2/CMA.3 annex para 9).
Broken metric_fits(const Question& question, const OpenAccount& account,
                   CooperativeApproachId approach);
// A result in t CO2 eq, or in another metric, is one of the metric of the approach.
Broken results_fit_metric(const Question& question, CooperativeApproachId approach,
                          bool in_t_co2eq);
// Some approach counts in it.
bool metric_declared(const Ledger& ledger, const std::string& metric);
// Two accounts are kept in one metric.
Broken same_metric(const OpenAccount& from, const OpenAccount& to);
// What the levies of the approach ask for has been delivered, before anything else is transferred.
Broken levies_delivered(const Question& question, CooperativeApproachId approach);
// Units of the Article 6.4 mechanism are authorized by their host's statement (2/CMA.3 annex para
// 1(g)).
Broken a64_authorized(const Question& question, const UnderlyingUnits& units);
// Where the first transfer for OIMP happens in another registry, the host is told of it (4/CMA.6
// para 13).
Broken channel_known(const Question& question, const AuthorizeItmos& authorization);
// Units authorized for a labelled purpose have the label.
Broken label_in_force(const Question& question, const AuthorizeItmos& authorization,
                      Vintage vintage);
Broken within_use_limits(const Question& question, PartyId party, CalendarYear year,
                         TonnesCo2eq quantity);
Broken fraction_valid(std::string_view field, std::uint64_t numerator, std::uint64_t denominator);
// Whoever acts for a Party that keeps roles has the role, and a second person approved where the
// Party asks for it.
Broken actor_may(const Question& question, const Command& command);
Broken entity_known(const Question& question, const std::string& entity);
// The entity may raise findings in the report and conclude on it: it takes no part in the activity,
// nobody else verifies the report, and it is not the last validator where the agreement says so.
Broken may_verify(const Question& question, const activity::Report& report,
                  const std::string& entity);
// The same of the validation of an activity: nobody else has an open finding against it.
Broken may_validate(const Question& question, const std::string& activity,
                    const std::string& entity);
// No finding stands against a positive conclusion on the report, or, without one, on the validation
// of the activity; and the act is not dated before the last of them was closed (rulebook R-177).
Broken no_finding_stands(const Question& question, const std::string& activity,
                         const activity::Report* report);
// The report has a positive verification, and no finding stands against it.
Broken report_verified(const Question& question, const activity::Report& report);
// Threshold and error are decimal texts, and a positive conclusion has an error within it.
Broken error_within_threshold(const ConcludeVerification& command);
Broken text_given(std::string_view field, std::string_view value);
Broken known_gwp_set(const std::string& gwp_set);

// Decisions by subject; each in the file named after it.
Result<Event> decide_on(const Question& question, const OpenRegistry& command);
Result<Event> decide_on(const Question& question, const RecordParty& command);
Result<Event> decide_on(const Question& question, const RecordParticipation& command);
Result<Event> decide_on(const Question& question, const RecordNdc& command);
Result<Event> decide_on(const Question& question, const DescribeNdc& command);
Result<Event> decide_on(const Question& question, const RecordInventory& command);
Result<Event> decide_on(const Question& question, const RecordCooperativeApproach& command);
Result<Event> decide_on(const Question& question, const SubmitInitialReport& command);
Result<Event> decide_on(const Question& question, const RecordEntity& command);
Result<Event> decide_on(const Question& question, const AuthorizeEntity& command);
Result<Event> decide_on(const Question& question, const RecordActivity& command);
Result<Event> decide_on(const Question& question, const RecordSdgIndicator& command);
Result<Event> decide_on(const Question& question, const IncludeComponent& command);
Result<Event> decide_on(const Question& question, const ConcludeValidation& command);
Result<Event> decide_on(const Question& question, const ConcludeAdditionality& command);
Result<Event> decide_on(const Question& question, const SubmitMonitoringReport& command);
Result<Event> decide_on(const Question& question, const ConcludeVerification& command);
Result<Event> decide_on(const Question& question, const ConcludeExamination& command);
Result<Event> decide_on(const Question& question, const RaiseFinding& command);
Result<Event> decide_on(const Question& question, const AnswerFinding& command);
Result<Event> decide_on(const Question& question, const ReturnFinding& command);
Result<Event> decide_on(const Question& question, const CloseFinding& command);
Result<Event> decide_on(const Question& question, const RecordOpinionKey& command);
Result<Event> decide_on(const Question& question, const AuthorizeItmos& command);
Result<Event> decide_on(const Question& question, const OpenAccount& command);
Result<Event> decide_on(const Question& question, const RequestRecognition& command);
Result<Event> decide_on(const Question& question, const IssueUnits& command);
Result<Event> decide_on(const Question& question, const FirstTransfer& command);
Result<Event> decide_on(const Question& question, const Transfer& command);
Result<Event> decide_on(const Question& question, const AcquireUnits& command);
Result<Event> decide_on(const Question& question, const ConfirmDelivery& command);
Result<Event> decide_on(const Question& question, const MoveUnits& command);
Result<Event> decide_on(const Question& question, const UseUnits& command);
Result<Event> decide_on(const Question& question, const CancelUnits& command);
Result<Event> decide_on(const Question& question, const SubmitAef& command);
Result<Event> decide_on(const Question& question, const RecordCheckResult& command);
Result<Event> decide_on(const Question& question, const SubmitRegularInformation& command);
Result<Event> decide_on(const Question& question, const RecordReviewReport& command);
Result<Event> decide_on(const Question& question, const AnswerRecommendation& command);
Result<Event> decide_on(const Question& question, const DeclineUnits& command);
Result<Event> decide_on(const Question& question, const CorrectEntry& command);
Result<Event> decide_on(const Question& question, const WithdrawUnits& command);
Result<Event> decide_on(const Question& question, const SetPeriodDates& command);
Result<Event> decide_on(const Question& question, const PlaceHold& command);
Result<Event> decide_on(const Question& question, const LiftHold& command);
Result<Event> decide_on(const Question& question, const SuspendRecognition& command);
Result<Event> decide_on(const Question& question, const ResumeRecognition& command);
Result<Event> decide_on(const Question& question, const OpenRemedy& command);
Result<Event> decide_on(const Question& question, const SettleRemedy& command);
Result<Event> decide_on(const Question& question, const ClarifyFirstTransfer& command);
Result<Event> decide_on(const Question& question, const RecordReviewStatus& command);
Result<Event> decide_on(const Question& question, const DeclareMetric& command);
Result<Event> decide_on(const Question& question, const RecordMetricLevel& command);
Result<Event> decide_on(const Question& question, const IssueMetricUnits& command);
Result<Event> decide_on(const Question& question, const AgreeLevies& command);
Result<Event> decide_on(const Question& question, const NameAdaptationFund& command);
Result<Event> decide_on(const Question& question, const GrantLabel& command);
Result<Event> decide_on(const Question& question, const RecordA64Statement& command);
Result<Event> decide_on(const Question& question, const RecordChannel& command);
Result<Event> decide_on(const Question& question, const SetUseLimit& command);
Result<Event> decide_on(const Question& question, const AssignRole& command);
Result<Event> decide_on(const Question& question, const RequireApproval& command);
Result<Event> decide_on(const Question& question, const ApproveAct& command);

}  // namespace openitmo::ledger
