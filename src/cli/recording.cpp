#include "cli/recording.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <set>

#include "cli/commands.h"
#include "cli/journal_file.h"
#include "quantity/operator_error.h"
#include "registry/quantity_in.h"
#include "storage/sqlite/sqlite_store.h"

namespace openitmo::cli {

namespace {

using registry::Registry;

std::string balance_text(Language language, const std::optional<Rational>& balance) {
  return balance ? kt_text(language, *balance)
                 : std::string(Words("unknown", "inconnu").in(language));
}

std::vector<ledger::Entry> entries_of(const std::vector<ledger::Result<ledger::Entry>>& answers) {
  std::vector<ledger::Entry> entries;
  for (const auto& answer : answers)
    if (answer) entries.push_back(*answer);
  return entries;
}

// The acts that the rehearsal did not refuse: recorded as they were rehearsed, since the writer's
// lock keeps others out in between.
void record_good(Registry& registry, const std::vector<registry::Request>& requests,
                 Outcome& outcome) {
  std::vector<registry::Request> good;
  for (std::size_t i = 0; i < requests.size(); ++i)
    if (outcome.answers[i]) good.push_back(requests[i]);
  auto entries = registry.record_all(good);
  check(entries.has_value(), "what was rehearsed is recorded");
  auto next = entries->begin();
  for (auto& answer : outcome.answers)
    if (answer) answer = std::move(*next++);
  outcome.recorded = true;
}

std::vector<registry::Request> requests_of(const ActFile& acts, Registry& registry) {
  std::vector<registry::Request> requests = acts.requests;
  if (acts.dated_today)
    for (registry::Request& request : requests)
      if (const auto known = registry.recorded_as(request.envelope.command_id))
        request.envelope.effective_date = known->envelope.effective_date;
  return requests;
}

// Replaying more than these takes longer than anybody likes to wait, and is spared the next time.
constexpr std::uint64_t kEntriesToReplayMax = 100'000;

boost::json::object account_json(const registry::AccountChange& change) {
  boost::json::object json{{"account", change.account}, {"party", change.party.view()}};
  if (!change.metric.empty()) json["metric"] = change.metric;
  const char* const unit = change.metric.empty() ? "_t_co2eq" : "";
  json[fmt::format("held_before{}", unit)] = change.before_t_co2eq.value();
  json[fmt::format("held_after{}", unit)] = change.after_t_co2eq.value();
  return json;
}

boost::json::object effect_json(const registry::Effect& effect) {
  // Rounded to whole kg where averaging gives fractions.
  const auto kilograms = [](const Rational& figure) { return figure.to_decimal(0); };
  const auto known = [&](const std::optional<Rational>& figure) -> boost::json::value {
    if (!figure) return nullptr;
    return boost::json::string(kilograms(*figure));
  };
  boost::json::array balances, accounts;
  for (const auto& change : effect.balances)
    balances.push_back(
        {{"party", change.party.view()},
         {"year", change.year.value()},
         {"adjustment_before_kg_co2eq", kilograms(change.adjustment_before_kg_co2eq)},
         {"adjustment_after_kg_co2eq", kilograms(change.adjustment_after_kg_co2eq)},
         {"balance_before_kg_co2eq", known(change.balance_before_kg_co2eq)},
         {"balance_after_kg_co2eq", known(change.balance_after_kg_co2eq)}});
  for (const auto& change : effect.accounts) accounts.push_back(account_json(change));
  return {{"balances", std::move(balances)}, {"accounts", std::move(accounts)}};
}

boost::json::object range_json(const ledger::ItmoRange& range, const Outcome& outcome) {
  boost::json::object json{{"first_id", range.first_id.to_string()},
                           {"last_id", range.last_id.to_string()}};
  const auto metric = outcome.metrics.find(range.series().approach);
  if (metric == outcome.metrics.end()) {
    json["quantity_t_co2eq"] = range.quantity_t_co2eq().value();
  } else {
    json["quantity"] = range.quantity_t_co2eq().value();
    json["metric"] = metric->second;
  }
  return json;
}

boost::json::object entry_json(std::size_t line, const ledger::Entry& entry,
                               const Outcome& outcome) {
  boost::json::array ranges;
  for (const auto& range : registry::ranges_of(entry)) ranges.push_back(range_json(range, outcome));
  const std::string_view type =
      std::visit([](const auto& event) -> std::string_view { return event.kType; }, entry.event);
  return {{"line", line},
          {"command_id", entry.envelope.command_id},
          {"entry", entry.number},
          {"type", boost::json::string_view(type)},
          {"recorded_before", entry.number < outcome.entry_count_before},
          {"ranges", std::move(ranges)}};
}

boost::json::object refusal_json(std::size_t line, const std::string& command_id,
                                 const ledger::Refusal& refusal, Language language) {
  return {{"line", line},
          {"command_id", command_id},
          {"code", static_cast<int>(refusal.code)},
          {"name", ledger::refusal_name(refusal.code)},
          {"message", ledger::message(refusal).in(language)}};
}

std::map<CooperativeApproachId, std::string> metrics_of(
    const ledger::Ledger& ledger, const std::vector<ledger::Result<ledger::Entry>>& answers) {
  std::map<CooperativeApproachId, std::string> metrics;
  for (const auto& answer : answers) {
    if (!answer) continue;
    for (const ledger::ItmoRange& range : registry::ranges_of(*answer))
      if (const auto& metric = ledger.metric_of(range.series().approach); !metric.empty())
        metrics[range.series().approach] = metric;
  }
  return metrics;
}

std::vector<RegistryId> unheard_of(const ledger::Ledger& ledger, const Outcome& outcome) {
  std::set<RegistryId> asked;
  for (const auto& answer : outcome.answers)
    if (const auto* sent = answer ? std::get_if<ledger::UnitsTransferred>(&answer->event) : nullptr;
        sent && answer->number >= outcome.entry_count_before &&
        sent->to_registry != ledger.registry()->registry)
      asked.insert(sent->to_registry);
  std::vector<RegistryId> unheard;
  for (const RegistryId other : asked)
    if (!ledger.has_heard_of(other)) unheard.push_back(other);
  return unheard;
}

}  // namespace

Outcome carry_out(const RecordingOptions& options, const ActFile& acts, Terminal& terminal) {
  auto store = storage::SqliteStore::open(options.journal);
  Registry registry(
      store, signer_key_for(store, options.key), options.journal, [&] { return own_keys(store); },
      snapshot_of(options.journal));
  tell_not_used(registry.snapshot_not_used(), options.language);
  Outcome outcome;
  outcome.entry_count_before = registry.ledger().entry_count();
  const std::vector<registry::Request> requests = requests_of(acts, registry);
  auto rehearsal = registry.rehearse(
      requests, [&](std::size_t done) { terminal.progress(done, requests.size()); });
  for (const auto& answer : rehearsal.answers) outcome.refused += answer ? 0U : 1U;
  outcome.effect =
      registry::effect_of(registry.ledger(), rehearsal.after, entries_of(rehearsal.answers));
  outcome.answers = std::move(rehearsal.answers);
  outcome.metrics = metrics_of(rehearsal.after, outcome.answers);
  outcome.demonstration = is_demonstration(rehearsal.after);
  outcome.unheard_of = unheard_of(rehearsal.after, outcome);
  const bool all_good = outcome.refused == 0 && acts.wrong.empty();
  if (options.dry_run || (!all_good && !options.keep_going)) return outcome;
  record_good(registry, requests, outcome);
  outcome.has_old_snapshot =
      registry.ledger().entry_count() - registry.snapshot_entries() >= kEntriesToReplayMax;
  return outcome;
}

void refresh_old_snapshot(const RecordingOptions& options, const Outcome& outcome) {
  if (!outcome.has_old_snapshot) return;
  std::fflush(stdout);
  try {
    auto store = storage::SqliteStore::open_read_only(options.journal);
    refresh_snapshot(options.journal, store, signer_key_from(options.key));
  } catch (const OperatorError& error) {
    const Text slow({"the next opening will be slow: {}", "la prochaine ouverture sera lente : {}"},
                    error.text());
    fmt::print(stderr, "{}\n", slow.in(options.language));
  }
}

void show_unheard_of(Terminal& terminal, const Outcome& outcome) {
  for (const RegistryId other : outcome.unheard_of)
    terminal.line(terminal.say(
        Text({"! nothing in this journal comes from a registry {} yet: check its code; units sent "
              "to one that does not exist stay on their way until it answers",
              "! rien dans ce journal ne vient encore d'un registre {} : vérifiez son code ; des "
              "unités envoyées à un registre qui n'existe pas restent en route jusqu'à sa réponse"},
             other.view())));
}

void show_effect(Terminal& terminal, const registry::Effect& effect) {
  const Language language = terminal.language();
  const auto say = [&](const Words& words) { return std::string(terminal.say(words)); };
  std::vector<std::vector<std::string>> rows{{say({"account", "compte"}), say({"Party", "Partie"}),
                                              say({"holds", "détient"}), say({"then", "ensuite"})}};
  for (const auto& change : effect.accounts)
    rows.push_back({change.account, change.party.to_string(),
                    terminal.say(registry::quantity_in(change.metric, change.before_t_co2eq)),
                    terminal.say(registry::quantity_in(change.metric, change.after_t_co2eq))});
  if (rows.size() > 1) terminal.table(rows);
  if (effect.balances.empty()) {
    terminal.line(
        say({"No corresponding adjustment changes", "Aucun ajustement correspondant ne change"}));
    return;
  }
  rows = {{say({"Party", "Partie"}), say({"year", "année"}),
           say({"adjustment (t)", "ajustement (t)"}), say({"then", "ensuite"}),
           say({"balance (kt)", "bilan (kt)"}), say({"then", "ensuite"})}};
  for (const auto& change : effect.balances)
    rows.push_back({change.party.to_string(), fmt::format("{}", change.year.value()),
                    t_text(language, change.adjustment_before_kg_co2eq, 3),
                    t_text(language, change.adjustment_after_kg_co2eq, 3),
                    balance_text(language, change.balance_before_kg_co2eq),
                    balance_text(language, change.balance_after_kg_co2eq)});
  terminal.table(rows);
}

std::string outcome_json(const RecordingOptions& options, const ActFile& acts,
                         const Outcome& outcome) {
  boost::json::array accepted, refused, wrong;
  for (std::size_t i = 0; i < outcome.answers.size(); ++i)
    if (const auto& answer = outcome.answers[i])
      accepted.push_back(entry_json(acts.lines[i], *answer, outcome));
    else
      refused.push_back(refusal_json(acts.lines[i], acts.requests[i].envelope.command_id,
                                     answer.error(), options.language));
  for (const WrongLine& line : acts.wrong)
    wrong.push_back({{"line", line.line},
                     {"column", line.column},
                     {"field", line.key},
                     {"message", line.text.in(options.language)}});
  boost::json::array unheard;
  for (const RegistryId other : outcome.unheard_of) unheard.emplace_back(other.view());
  return boost::json::serialize(boost::json::object{{"demonstration", outcome.demonstration},
                                                    {"recorded", outcome.recorded},
                                                    {"dry_run", options.dry_run},
                                                    {"acts", std::move(accepted)},
                                                    {"refused", std::move(refused)},
                                                    {"not_acts", std::move(wrong)},
                                                    {"unheard_of", std::move(unheard)},
                                                    {"effect", effect_json(outcome.effect)}});
}

int exit_code(const ActFile& acts, const Outcome& outcome) {
  if (!acts.wrong.empty() && !outcome.recorded) return kCannot;
  return acts.wrong.empty() && outcome.refused == 0 ? kDone : kRefused;
}

}  // namespace openitmo::cli
