#include <algorithm>
#include <chrono>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/journal_file.h"
#include "cli/run_folder.h"
#include "files/problem.h"
#include "files/source.h"
#include "registry/key_change.h"

namespace openitmo::cli {

namespace {

// A next key that cannot take over: it signed before, or is of another registry.
void require_usable(const journal::VerifierKey& next, const journal::LogKeys& keys,
                    const std::string& path, const std::vector<journal::VerifierKey>& known) {
  if (next.name() != keys.first().name())
    throw files::FileError(
        path,
        {{"it signs for {}, the journal is of {}", "elle signe pour {}, le journal est de {}"},
         next.name(),
         keys.first().name()},
        {{"make one with itmo new-key {}", "créez-en une avec itmo new-key {}"},
         keys.first().name()});
  if (std::ranges::find(known, next) != known.end())
    throw files::FileError(
        path,
        Words("this key has signed this journal already", "cette clé a déjà signé ce journal"),
        Words("make a new one with itmo new-key", "créez-en une nouvelle avec itmo new-key"));
}

registry::KeyChange change_by(const ChangeKeyOptions& options, const journal::VerifierKey& next) {
  const Instant now(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  registry::KeyChange change;
  change.envelope.recorded_at = now;
  change.envelope.effective_date = now.date();
  change.envelope.command_id = fmt::format("change-key-{:08x}", next.id());
  if (options.key.empty())
    change.reason =
        options.stolen ? ledger::KeyChangeReason::stolen : ledger::KeyChangeReason::lost;
  change.document = {options.reference, files::sha256_hex(read_text(options.document))};
  return change;
}

void show_changed(const ChangeKeyOptions& options, const ledger::Entry& entry,
                  const journal::VerifierKey& next) {
  const Text changed({"entry {}: the journal is signed by {} from here on\n",
                      "écriture {} : le journal est signé par {} à partir d'ici\n"},
                     entry.number, next.text());
  fmt::print("{}", changed.in(options.language));
  if (!options.key.empty()) return;
  constexpr Words kBring(
      "Nobody can follow by the old key: give the new verifier key to everybody who verifies, "
      "with the document.\n",
      "Personne ne peut suivre avec l'ancienne clé : remettez la nouvelle clé de vérification à "
      "tous ceux qui vérifient, avec le document.\n");
  fmt::print("{}", kBring.in(options.language));
}

}  // namespace

int change_key(const ChangeKeyOptions& options) {
  const journal::SignerKey next = signer_key_from(options.next);
  std::optional<journal::SignerKey> signer;
  if (!options.key.empty()) signer = signer_key_from(options.key);
  auto store = storage::SqliteStore::open(options.journal);
  const journal::LogKeys keys(own_keys(store));
  const auto replayed =
      registry::replay_journal(store, keys, options.journal, [](const ledger::Entry&) {});
  require_usable(next.verifier(), keys, options.next, replayed.keys);
  if (signer && signer->verifier() != replayed.keys.back())
    throw files::FileError(options.key,
                           {{"it is the turn of the key {}", "c'est au tour de la clé {}"},
                            replayed.keys.back().text()},
                           Words("give the signer key that goes with it",
                                 "donnez la clé de signature correspondante"));
  const auto change = change_by(options, next.verifier());
  const auto entry =
      registry::change_key(store, keys, signer ? &*signer : nullptr, next, change, options.journal);
  if (!entry) {
    fmt::print("{}\n", ledger::message(entry.error()).in(options.language));
    return kRefused;
  }
  show_changed(options, *entry, next.verifier());
  return kDone;
}

}  // namespace openitmo::cli
