#include <algorithm>

#include "ledger/rules.h"

// Who may do what for a Party, and what a second person approves (rulebook ).
namespace openitmo::ledger {

namespace {

struct Office {
  PartyId party;
  Role role = Role::registrar;
};

// For which Party, and in which role, an act is done; nothing where it binds no Party.
class OfficeOf {
 public:
  explicit OfficeOf(const Ledger& ledger) : ledger_(ledger) {}

  template <class Act>
  std::optional<Office> operator()(const Act& act) const {
    if constexpr (kOfAuthority<Act>)
      return Office{act.party, Role::authority};
    else if constexpr (requires { act.units.account; })
      return holder_of(act.units.account);
    else if constexpr (std::is_same_v<Act, IssueUnits> || std::is_same_v<Act, IssueMetricUnits>)
      return holder_of(act.account);
    else if constexpr (std::is_same_v<Act, AcquireUnits> || std::is_same_v<Act, DeclineUnits>)
      return Office{act.to_party, Role::registrar};
    else if constexpr (std::is_same_v<Act, OpenAccount> || std::is_same_v<Act, SubmitAef> ||
                       std::is_same_v<Act, RecordCheckResult> ||
                       std::is_same_v<Act, RecordReviewReport>)
      return Office{act.party, Role::registrar};
    else if constexpr (std::is_same_v<Act, ConfirmDelivery>)
      return sender_of(act.transfer_entry);
    else if constexpr (std::is_same_v<Act, CorrectEntry>)
      return actor_of(act.corrected_entry);
    else
      return std::nullopt;
  }

 private:
  template <class Act>
  static constexpr bool kOfAuthority =
      std::is_same_v<Act, AuthorizeItmos> || std::is_same_v<Act, AuthorizeEntity> ||
      std::is_same_v<Act, RecordNdc> || std::is_same_v<Act, DescribeNdc> ||
      std::is_same_v<Act, SubmitInitialReport> || std::is_same_v<Act, SubmitRegularInformation> ||
      std::is_same_v<Act, AnswerRecommendation> || std::is_same_v<Act, ConcludeExamination> ||
      std::is_same_v<Act, ClarifyFirstTransfer> || std::is_same_v<Act, SuspendRecognition> ||
      std::is_same_v<Act, ResumeRecognition> || std::is_same_v<Act, SetPeriodDates> ||
      std::is_same_v<Act, WithdrawUnits> || std::is_same_v<Act, RecordA64Statement> ||
      std::is_same_v<Act, RecordChannel> || std::is_same_v<Act, RecordInventory> ||
      std::is_same_v<Act, RecordMetricLevel> || std::is_same_v<Act, SetUseLimit> ||
      std::is_same_v<Act, AssignRole> || std::is_same_v<Act, RequireApproval>;

  std::optional<Office> holder_of(const std::string& account) const {
    const auto index = ledger_.find_account(account);
    if (!index) return std::nullopt;
    return Office{ledger_.accounts()[*index].party};
  }
  std::optional<Office> sender_of(std::uint64_t transfer_entry) const {
    const auto transit = ledger_.in_transit().find(transfer_entry);
    if (transit == ledger_.in_transit().end()) return std::nullopt;
    return Office{transit->second.transfer.from_party};
  }
  std::optional<Office> actor_of(std::uint64_t entry) const {
    const auto action = std::ranges::lower_bound(ledger_.actions(), entry, {}, &Action::entry);
    if (action == ledger_.actions().end() || action->entry != entry) return std::nullopt;
    return Office{action->reporting_party};
  }

  const Ledger& ledger_;
};

}  // namespace

Broken actor_may(const Question& question, const Command& command) {
  const Roles& roles = question.ledger.roles();
  const auto office = std::visit(OfficeOf(question.ledger), command);
  if (!office || !roles.keeps_roles(office->party)) return std::nullopt;
  const Envelope& envelope = question.envelope;
  if (!roles.has(office->party, envelope.actor, office->role))
    return refuse(RefusalCode::role_missing,
                  {envelope.actor, std::string(name_of(office->role)), office->party.to_string()});
  const std::string_view act = kCommandNames[command.index()];
  if (!roles.needs_approval(office->party, act) ||
      roles.approved(office->party, envelope.command_id, envelope.command_sha256, envelope.actor))
    return std::nullopt;
  return refuse(
      RefusalCode::approval_missing,
      {std::string(act), envelope.command_id, office->party.to_string(), envelope.command_sha256});
}

// A Party that keeps roles always has somebody who can appoint others.
Result<Event> decide_on(const Question& question, const AssignRole& command) {
  if (auto broken = party_served(question, command.party)) return std::unexpected(*broken);
  if (auto broken = text_given("person", command.person)) return std::unexpected(*broken);
  if (auto broken = text_given("appointment", command.appointment.sha256))
    return std::unexpected(*broken);
  const Roles& roles = question.ledger.roles();
  const bool held = roles.has(command.party, command.person, command.role);
  if (command.ends && !held)
    return std::unexpected(
        refuse(RefusalCode::not_recorded,
               {Text({"role {} of", "rôle {} de"}, name_of(command.role)), command.person}));
  if (!command.ends && held)
    return std::unexpected(
        refuse(RefusalCode::already_recorded,
               {Text({"role {} of", "rôle {} de"}, name_of(command.role)), command.person}));
  const bool first = !roles.keeps_roles(command.party) && command.role != Role::authority;
  const bool last = command.ends && command.role == Role::authority &&
                    roles.count(command.party, Role::authority) == 1;
  if (first || last)
    return std::unexpected(
        refuse(RefusalCode::value_not_valid,
               {Text::name("role"), std::string(name_of(command.role)),
                Words("one authority of the Party at all times",
                      "une personne de l'autorité de la Partie à tout moment")}));
  return command;
}

Result<Event> decide_on(const Question& question, const RequireApproval& command) {
  if (auto broken = party_served(question, command.party)) return std::unexpected(*broken);
  if (!question.ledger.roles().keeps_roles(command.party))
    return std::unexpected(refuse(RefusalCode::not_recorded,
                                  {Words("roles of", "rôles de"), command.party.to_string()}));
  for (const std::string& act : command.acts)
    if (std::ranges::find(kCommandNames, act) == kCommandNames.end())
      return std::unexpected(refuse(RefusalCode::not_recorded, {Words("act", "acte"), act}));
  if (auto broken = text_given("rule", command.rule.sha256)) return std::unexpected(*broken);
  return command;
}

Result<Event> decide_on(const Question& question, const ApproveAct& command) {
  const Roles& roles = question.ledger.roles();
  const std::string& actor = question.envelope.actor;
  if (auto broken = text_given("approved_id", command.approved_id)) return std::unexpected(*broken);
  if (auto broken = text_given("approved_sha256", command.approved_sha256))
    return std::unexpected(*broken);
  for (const Role role : {Role::authority, Role::registrar})
    if (roles.has(command.party, actor, role)) return command;
  return std::unexpected(
      refuse(RefusalCode::role_missing,
             {actor, Words("authority or registrar", "autorité ou teneur du registre"),
              command.party.to_string()}));
}

}  // namespace openitmo::ledger
