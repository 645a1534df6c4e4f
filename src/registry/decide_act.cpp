#include "registry/decide_act.h"

#include "journal/note.h"

namespace openitmo::registry {

std::optional<ledger::Refusal> broken_key(const RecordOpinionKey& record) {
  const auto key = journal::VerifierKey::parse(record.verifier_key);
  if (key && key->type() == journal::KeyType::note) return std::nullopt;
  const Text due = Words("a verifier key of type 01, such as itmo new-key writes",
                         "une clé de vérification de type 01, comme en écrit itmo new-key");
  return ledger::Refusal{ledger::RefusalCode::value_not_valid,
                         {Text::name("verifier_key"), record.verifier_key, due}};
}

std::optional<ledger::Refusal> broken_signature(const activity::Activities& activities, Date date,
                                                const ConcludeVerification& conclusion) {
  if (conclusion.opinion.empty()) return std::nullopt;
  const auto refused = [&](Text why) {
    return ledger::Refusal{ledger::RefusalCode::opinion_not_signed,
                           {conclusion.verifier, std::move(why)}};
  };
  const auto* in_force = activities.opinion_key(conclusion.verifier, date);
  if (!in_force) return refused(Words("it has none", "il n'en a pas"));
  const auto key = journal::VerifierKey::parse(in_force->record.verifier_key);
  if (!key) return refused(key.error().message());
  const auto note = journal::parse_note(conclusion.opinion);
  if (!note) return refused(note.error().message());
  if (const auto signature = journal::verify_note(*note, *key); !signature)
    return refused(signature.error().message());
  return std::nullopt;
}

ledger::Result<ledger::Event> decide_act(const ledger::Ledger& ledger,
                                         const ledger::Envelope& envelope,
                                         const ledger::Command& command) {
  auto event = ledger::decide(ledger, envelope, command);
  if (!event) return event;
  std::optional<ledger::Refusal> broken;
  if (const auto* conclusion = std::get_if<ConcludeVerification>(&command))
    broken = broken_signature(ledger.activities(), envelope.effective_date, *conclusion);
  if (const auto* record = std::get_if<RecordOpinionKey>(&command)) broken = broken_key(*record);
  if (broken) return std::unexpected(*std::move(broken));
  return event;
}

}  // namespace openitmo::registry
