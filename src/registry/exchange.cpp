#include "registry/exchange.h"

#include <fmt/format.h>

#include "journal/proof_file.h"
#include "registry/entry_codec.h"

namespace openitmo::registry {

namespace {

struct Proven {
  ledger::Entry entry;
  ledger::ForeignEntry place;
};

std::expected<Proven, Text> proven_entry(const std::string& proof, const journal::LogKeys& keys,
                                         RegistryId registry) {
  const auto checked = journal::check_inclusion(proof, keys);
  if (!checked)
    return std::unexpected(
        Text({"the proof from {} does not hold: {}", "la preuve de {} ne tient pas : {}"},
             registry.view(), checked.error().message()));
  if (!checked->entry_bytes)
    return std::unexpected(Text({"the proof does not carry the entry itself",
                                 "la preuve ne porte pas l'écriture elle-même"}));
  auto entry = decode(checked->index, *checked->entry_bytes);
  if (!entry)
    return std::unexpected(Text({"the proven entry {} of {} is not an entry: {}",
                                 "l'écriture prouvée {} de {} n'est pas une écriture : {}"},
                                checked->index, registry.view(), entry.error()));
  return Proven{*std::move(entry),
                {.registry = registry,
                 .entry = checked->index,
                 .leaf_hash = journal::to_hex(checked->leaf),
                 .tree_size = checked->checkpoint.size,
                 .root_hash = journal::to_hex(checked->checkpoint.root),
                 .proof_sha256 = journal::to_hex(journal::sha256(proof))}};
}

}  // namespace

std::expected<ledger::AcquireUnits, Text> acquire_from_proof(const std::string& proof,
                                                             const journal::LogKeys& sender_keys,
                                                             RegistryId sender,
                                                             RegistryId receiver) {
  const auto proven = proven_entry(proof, sender_keys, sender);
  if (!proven) return std::unexpected(proven.error());
  const auto* sent = std::get_if<ledger::UnitsTransferred>(&proven->entry.event);
  if (!sent)
    return std::unexpected(
        Text({"entry {} of {} is no transfer", "l'écriture {} de {} n'est pas un transfert"},
             proven->place.entry, sender.view()));
  if (sent->to_registry != receiver)
    return std::unexpected(Text({"entry {} of {} sent its units to {}, not to {}",
                                 "l'écriture {} de {} a envoyé ses unités à {}, non à {}"},
                                proven->place.entry, sender.view(), sent->to_registry.view(),
                                receiver.view()));
  return ledger::AcquireUnits{.ranges = sent->ranges,
                              .from_party = sent->from_party,
                              .to_party = sent->to_party,
                              .to_account = {},
                              .authorization = {},
                              .mitigation_type = sent->mitigation_type,
                              .underlying = sent->underlying,
                              .sent = proven->place,
                              .accept_by = sent->accept_by};
}

ledger::DeclineUnits decline_offer(const ledger::AcquireUnits& offer, Date today) {
  const bool expired = offer.accept_by && today > *offer.accept_by;
  return {.to_party = offer.to_party,
          .sent = offer.sent,
          .notice = {},
          .cause = expired ? ledger::DeclineCause::expired : ledger::DeclineCause::not_taken,
          .accept_by = offer.accept_by};
}

namespace {

bool names(const ledger::ForeignEntry& entry, const SentEntry& sent) {
  return entry.registry == sent.registry && entry.entry == sent.entry &&
         entry.leaf_hash == journal::to_hex(sent.leaf);
}

// The place of the receiver's entry when it is an `Answer` to what was sent.
template <class Answer>
std::expected<ledger::ForeignEntry, Text> answer_to(const SentEntry& sent, const std::string& proof,
                                                    const journal::LogKeys& receiver_keys,
                                                    RegistryId receiver, const Words& what) {
  const auto proven = proven_entry(proof, receiver_keys, receiver);
  if (!proven) return std::unexpected(proven.error());
  const auto* answer = std::get_if<Answer>(&proven->entry.event);
  if (answer && names(answer->sent, sent)) return proven->place;
  return std::unexpected(
      Text({"entry {} of {} is no {} of what entry {} of {} sent",
            "l'écriture {} de {} n'est pas {} de ce qu'a envoyé l'écriture {} de {}"},
           proven->place.entry, receiver.view(), what, sent.entry, sent.registry.view()));
}

}  // namespace

std::expected<ledger::ConfirmDelivery, Text> confirm_from_proof(
    const std::string& proof, const journal::LogKeys& receiver_keys, RegistryId receiver,
    const SentEntry& sent) {
  const auto place = answer_to<ledger::AcquireUnits>(sent, proof, receiver_keys, receiver,
                                                     {"acquisition", "une acquisition"});
  if (!place) return std::unexpected(place.error());
  return ledger::ConfirmDelivery{sent.entry, *place};
}

std::expected<ledger::CorrectEntry, Text> correct_from_proof(const std::string& proof,
                                                             const journal::LogKeys& receiver_keys,
                                                             RegistryId receiver,
                                                             const SentEntry& sent) {
  const auto place = answer_to<ledger::DeclineUnits>(sent, proof, receiver_keys, receiver,
                                                     {"decline", "un refus"});
  if (!place) return std::unexpected(place.error());
  return ledger::CorrectEntry{.corrected_entry = sent.entry,
                              .cause = ledger::CorrectionCause::declined,
                              .account = {},
                              .declined = *place,
                              .document = {}};
}

namespace {

using Answered = std::expected<ledger::Command, Text>;

Text choice_missing(const Words& what) {
  return {{"this answer needs {}", "cette réponse demande {}"}, what};
}

Answered answer_transfer(ledger::AcquireUnits offer, Date today, const AnswerChoice& choice) {
  if (choice.decline) {
    if (choice.document.sha256.empty())
      return std::unexpected(choice_missing({"the notice as a document", "l'avis en document"}));
    ledger::DeclineUnits declined = decline_offer(offer, today);
    declined.notice = choice.document;
    return declined;
  }
  if (choice.account.empty() || choice.authorization.empty())
    return std::unexpected(choice_missing({"an account and an authorization, or to decline",
                                           "un compte et une autorisation, ou un refus"}));
  offer.to_account = choice.account;
  offer.authorization = choice.authorization;
  return offer;
}

Answered take_back(ledger::CorrectEntry correction, const AnswerChoice& choice) {
  if (choice.account.empty() || choice.document.sha256.empty())
    return std::unexpected(choice_missing({"the account to which the units return, and a document",
                                           "le compte où reviennent les unités, et un document"}));
  correction.account = choice.account;
  correction.document = choice.document;
  return correction;
}

// The entry of this registry that the other one answered.
std::expected<SentEntry, Text> sent_from_here(
    const ledger::ForeignEntry& sent, RegistryId here,
    const std::function<std::optional<journal::Hash>(std::uint64_t)>& leaf_of) {
  const auto leaf = sent.registry == here ? leaf_of(sent.entry) : std::nullopt;
  if (leaf) return SentEntry{here, sent.entry, *leaf};
  return std::unexpected(Text({"it answers entry {} of {}, which is not here",
                               "elle répond à l'écriture {} de {}, qui n'est pas ici"},
                              sent.entry, sent.registry.view()));
}

}  // namespace

Answered answer_from_proof(
    const std::string& proof, const journal::LogKeys& keys, RegistryId from, RegistryId here,
    const std::function<std::optional<journal::Hash>(std::uint64_t)>& leaf_of, Date today,
    const AnswerChoice& choice) {
  const auto proven = proven_entry(proof, keys, from);
  if (!proven) return std::unexpected(proven.error());
  if (const auto* acquired = std::get_if<ledger::AcquireUnits>(&proven->entry.event)) {
    const auto sent = sent_from_here(acquired->sent, here, leaf_of);
    if (!sent) return std::unexpected(sent.error());
    const auto confirmed = confirm_from_proof(proof, keys, from, *sent);
    if (!confirmed) return std::unexpected(confirmed.error());
    return *confirmed;
  }
  if (const auto* declined = std::get_if<ledger::DeclineUnits>(&proven->entry.event)) {
    const auto sent = sent_from_here(declined->sent, here, leaf_of);
    if (!sent) return std::unexpected(sent.error());
    const auto correction = correct_from_proof(proof, keys, from, *sent);
    if (!correction) return std::unexpected(correction.error());
    return take_back(*correction, choice);
  }
  const auto offer = acquire_from_proof(proof, keys, from, here);
  if (!offer) return std::unexpected(offer.error());
  return answer_transfer(*offer, today, choice);
}

}  // namespace openitmo::registry
