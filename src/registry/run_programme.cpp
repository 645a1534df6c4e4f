#include "registry/run_programme.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "journal/hash.h"
#include "ledger/unit_choice.h"
#include "quantity/rounding.h"
#include "registry/exchange.h"
#include "registry/sign_opinion.h"
#include "reporting/aef_text.h"

namespace openitmo::registry {

ProgrammeRun::ProgrammeRun() = default;
ProgrammeRun::ProgrammeRun(const ProgrammeRun&) = default;
ProgrammeRun::ProgrammeRun(ProgrammeRun&&) noexcept = default;
ProgrammeRun& ProgrammeRun::operator=(const ProgrammeRun&) = default;
ProgrammeRun& ProgrammeRun::operator=(ProgrammeRun&&) noexcept = default;
ProgrammeRun::~ProgrammeRun() = default;

namespace {

template <class... Visitors>
struct Overload : Visitors... {
  using Visitors::operator()...;
};

// The selection of a command that acts on units; null for other commands.
ledger::UnitSelection* selection_of(ledger::Command& command) {
  return std::visit(
      [](auto& asked) -> ledger::UnitSelection* {
        if constexpr (requires { asked.units; })
          return &asked.units;
        else
          return nullptr;
      },
      command);
}

class Runner {
 public:
  Runner(const Programme& programme, const std::map<RegistryId, Registry*>& registries,
         const RunObserver& observer)
      : programme_(programme), registries_(registries), observer_(observer) {}

  std::expected<ProgrammeRun, Text> run() {
    stage(RunStage::quantify);
    if (auto failed = quantify()) return std::unexpected(*failed);
    stage(RunStage::acts);
    for (std::size_t i = 0; i < programme_.acts.size(); ++i) {
      carry_out(programme_.acts[i]);
      if (observer_.progress) observer_.progress(i + 1, programme_.acts.size());
    }
    stage(RunStage::accounts);
    keep_accounts();
    stage(RunStage::checks);
    check_submissions();
    return std::move(run_);
  }

 private:
  void stage(RunStage begun) {
    if (observer_.stage) observer_.stage(begun);
  }

  // All monitoring reports first: they need no registry, and a problem in the data ends the run
  // before anything is recorded.
  std::optional<Text> quantify() {
    std::size_t total = 0, done = 0;
    for (const Act& act : programme_.acts)
      if (const auto* monitor = std::get_if<Monitor>(&act.act)) total += monitor->components.size();
    for (const Act& act : programme_.acts) {
      const auto* monitor = std::get_if<Monitor>(&act.act);
      if (!monitor) continue;
      for (const std::string& id : monitor->components) {
        auto result = quantify_component(component(id), monitor->report, monitor->period);
        if (!result) return result.error();
        run_.results.push_back(*std::move(result));
        if (observer_.progress) observer_.progress(++done, total);
      }
    }
    return std::nullopt;
  }

  const ProgrammeComponent& component(const std::string& id) const {
    const auto found =
        std::find_if(programme_.components.begin(), programme_.components.end(),
                     [&](const ProgrammeComponent& known) { return known.id == id; });
    check(found != programme_.components.end(), "a monitored component is in the programme");
    return *found;
  }

  void carry_out(const Act& act) {
    std::visit(Overload{[&](const ledger::Command& command) { record(act, command); },
                        [&](const UnitAct& units) { record_units(act, units); },
                        [&](const Monitor& monitor) { report(act, monitor); },
                        [&](const Acquire& acquire) { receive(act, acquire); },
                        [&](const Confirm& confirm) { settle(act, confirm); },
                        [&](const Submit& submit) { send_aef(act, submit); }},
               act.act);
  }

  void record(const Act& act, const ledger::Command& command) {
    for (const RegistryId registry : act.registries)
      record_in(act, registry, signed_for_demonstration(registry, command));
  }

  // Verifiers of a demonstration sign with keys made from their codes: the key that an act leaves
  // out is that one, and the opinion that a conclusion leaves out is signed with it.
  ledger::Command signed_for_demonstration(RegistryId registry, ledger::Command command) const {
    if (!programme_.demonstration) return command;
    auto* key = std::get_if<RecordOpinionKey>(&command);
    if (key && key->verifier_key.empty())
      key->verifier_key = demonstration_opinion_key(key->entity).verifier().text();
    auto* conclusion = std::get_if<ConcludeVerification>(&command);
    if (conclusion && conclusion->opinion.empty())
      sign(registries_.at(registry)->ledger(), *conclusion);
    return command;
  }

  void sign(const ledger::Ledger& ledger, ConcludeVerification& conclusion) const {
    const auto& keys = ledger.activities().opinion_keys();
    const auto recorded = keys.find(conclusion.verifier);
    if (recorded == keys.end() || !ledger.activities().find_report(conclusion.report)) return;
    const auto key = demonstration_opinion_key(conclusion.verifier);
    if (recorded->second.back().record.verifier_key == key.verifier().text())
      conclusion.opinion = sign_opinion(ledger, conclusion, key);
  }

  std::optional<std::uint64_t> record_in(const Act& act, RegistryId registry,
                                         const ledger::Command& command) {
    auto recorded = registries_.at(registry)->record(envelope_of(act), command);
    if (!recorded) {
      refused(act, registry, message(recorded.error()));
      return std::nullopt;
    }
    tell({act.id, act.place, registry, act.envelope.effective_date, recorded->number, {}});
    entries_[act.id] = {registry, recorded->number};
    return recorded->number;
  }

  ledger::Envelope envelope_of(const Act& act) const {
    ledger::Envelope envelope = act.envelope;
    if (envelope.command_id.empty())
      envelope.command_id = fmt::format("{}/{}", programme_.id, act.id);
    return envelope;
  }

  void refused(const Act& act, RegistryId registry, Text why) {
    tell({act.id, act.place, registry, act.envelope.effective_date, std::nullopt, std::move(why)});
  }

  void tell(ActOutcome outcome) {
    if (observer_.act) observer_.act(outcome);
    run_.outcomes.push_back(std::move(outcome));
  }

  // The quantity is worked out from what the account holds when the act is reached.
  void record_units(const Act& act, const UnitAct& units) {
    for (const RegistryId registry : act.registries) {
      ledger::Command command = units.command;
      ledger::UnitSelection* selection = selection_of(command);
      check(selection != nullptr, "a unit act names units");
      const TonnesCo2eq available =
          available_t_co2eq(registries_.at(registry)->ledger(), *selection);
      selection->quantity_t_co2eq = std::visit(
          Overload{[](TonnesCo2eq quantity) { return quantity; },
                   [&](AllOfThem) { return available; },
                   [&](Rational share) { return share_of(available, share, Rounding::up); }},
          units.quantity);
      // Nothing fits: asked for one tonne, the ledger says where and of what there is none.
      if (available == TonnesCo2eq(0)) selection->quantity_t_co2eq = TonnesCo2eq(1);
      record_in(act, registry, command);
    }
  }

  void report(const Act& act, const Monitor& monitor) {
    std::vector<ComponentResult> results;
    for (const ComponentResult& result : run_.results)
      if (result.report == monitor.report) results.push_back(result);
    record(act, monitoring_report(monitor, results));
  }

  void receive(const Act& act, const Acquire& acquire) {
    const RegistryId here = act.registries.front();
    const auto sent = entries_.find(acquire.transfer);
    if (sent == entries_.end()) return refused(act, here, not_there(acquire.transfer));
    const auto [sender, entry] = sent->second;
    const std::string proof = keep_proof(sender, entry);
    auto command = acquire_from_proof(proof, registries_.at(sender)->verifier(), sender, here);
    if (!command) return refused(act, here, command.error());
    command->to_account = acquire.to_account;
    command->authorization = acquire.authorization;
    if (record_in(act, here, *command)) transfer_of_[act.id] = entry;
  }

  void settle(const Act& act, const Confirm& confirm) {
    const RegistryId here = act.registries.front();
    const auto received = entries_.find(confirm.acquire);
    const auto transfer = transfer_of_.find(confirm.acquire);
    if (received == entries_.end() || transfer == transfer_of_.end())
      return refused(act, here, not_there(confirm.acquire));
    const auto [receiver, entry] = received->second;
    const std::string proof = keep_proof(receiver, entry);
    const auto& tree = registries_.at(here)->tree();
    auto command = confirm_from_proof(proof, registries_.at(receiver)->verifier(), receiver,
                                      {here, transfer->second, tree.leaf(transfer->second)});
    if (!command) return refused(act, here, command.error());
    record_in(act, here, *command);
  }

  static Text not_there(const std::string& act) {
    return {{"act {} has not been recorded; mend it first",
             "l'acte {} n'a pas été enregistré ; corrigez-le d'abord"},
            act};
  }

  std::string keep_proof(RegistryId registry, std::uint64_t entry) {
    ExchangedProof proof{fmt::format("{}-entry-{}.proof", registry.view(), entry),
                         registries_.at(registry)->inclusion_proof(entry)};
    run_.proofs.push_back(proof);
    return proof.text;
  }

  void send_aef(const Act& act, const Submit& submit) {
    const RegistryId here = act.registries.front();
    Registry& registry = *registries_.at(here);
    const auto year_end = registry.as_of(registry.tree().size(), Date(submit.year.value(), 12, 31));
    Submission submission{
        .registry = here,
        .entry = 0,
        .aef = reporting::draw(registry.ledger(), year_end, submit.party, submit.year,
                               {submit.major, submit.minor}, act.envelope.effective_date),
        .content_sha256 = {}};
    submission.content_sha256 = journal::to_hex(
        journal::sha256(reporting::aef_csv(submission.aef, reporting::AefProfile::xlsx_checker)));
    const auto entry = record_in(act, here,
                                 ledger::SubmitAef{submit.party, submit.year, submit.major,
                                                   submit.minor, submission.content_sha256});
    if (!entry) return;
    submission.entry = *entry;
    run_.submissions.push_back(std::move(submission));
  }

  void keep_accounts() {
    for (const auto& [id, registry] : registries_) {
      const auto origin =
          std::find_if(programme_.registries.begin(), programme_.registries.end(),
                       [&](const ProgrammeRegistry& known) { return known.registry == id; });
      run_.registries.push_back({id, origin->origin, registry->verifier().text(),
                                 registry->tree().size(), journal::to_hex(registry->tree().root()),
                                 registry->latest_checkpoint(), registry->ledger()});
      if (!registry->ledger().registry()) continue;
      std::ranges::move(
          accounting::accounts_of(registry->ledger(), registry->ledger().registry()->parties),
          std::back_inserter(run_.accounts));
    }
  }

  void check_submissions() {
    for (const Submission& submission : run_.submissions) {
      run_.final_check.submissions.push_back(submission.aef);
      if (submission.aef.version == reporting::SubmissionVersion{1, 0})
        run_.first_check.submissions.push_back(submission.aef);
    }
    for (DatabaseCheck* database : {&run_.first_check, &run_.final_check})
      database->result = reporting::cross_check(database->submissions);
  }

  const Programme& programme_;
  const std::map<RegistryId, Registry*>& registries_;
  const RunObserver& observer_;
  ProgrammeRun run_;
  // Where each act was recorded last: an acquisition follows a transfer in one registry.
  std::map<std::string, std::pair<RegistryId, std::uint64_t>> entries_;
  std::map<std::string, std::uint64_t> transfer_of_;  // acquire act -> the sender's entry
};

}  // namespace

bool ProgrammeRun::refused() const {
  return std::any_of(outcomes.begin(), outcomes.end(),
                     [](const ActOutcome& outcome) { return !outcome.entry; });
}

std::expected<std::vector<ComponentResult>, Text> quantify_all(const Programme& programme) {
  std::vector<ComponentResult> results;
  for (const ProgrammeComponent& component : programme.components) {
    auto result = quantify_component(component, "", component.plan.crediting_period);
    if (!result) return std::unexpected(result.error());
    results.push_back(*std::move(result));
  }
  return results;
}

std::expected<ProgrammeRun, Text> run_programme(const Programme& programme,
                                                const std::map<RegistryId, Registry*>& registries,
                                                const RunObserver& observer) {
  return Runner(programme, registries, observer).run();
}

}  // namespace openitmo::registry
