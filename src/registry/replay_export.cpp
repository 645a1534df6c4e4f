#include "registry/replay_export.h"

#include <fmt/format.h>

#include "ledger/invariants.h"
#include "registry/entry_codec.h"

namespace openitmo::registry {

namespace {

constexpr Words kAnotherCopy{"get another copy of the export, or ask who signed it",
                             "procurez-vous une autre copie de l'export, ou demandez à qui l'a "
                             "signé"};

// Either may be empty.
Text quoted(const std::string& registry) { return {{"'{}'", "« {} »"}, registry}; }

void require_registry(const journal::ExportHeader& header, const std::string& registry,
                      const std::string& name) {
  if (header.registry == registry) return;
  throw JournalUnreadable(
      {{"line 1: the header names the registry {}, the entries are those of {}",
        "ligne 1 : l'en-tête nomme le registre {}, les écritures sont celles de {}"},
       quoted(header.registry),
       quoted(registry)},
      name, kAnotherCopy);
}

// Nobody signs the header, but its registry stands in the first entry too. Compared as soon as a
// checkpoint vouches for that entry, so that the header is named and not the end of the file.
void verify_bytes(const ExportBytes& bytes, const journal::LogKeys& keys, const std::string& name) {
  std::string registry;
  const journal::ExportHeader* header = nullptr;
  const auto remember = [&](const journal::StoredEntry& stored) {
    if (stored.number == 0) registry = registry_in(stored);
  };
  const auto compare = [&](const journal::SavedCheckpoint& saved) {
    if (saved.size > 0) require_registry(*header, registry, name);
  };
  journal::ExportVerifier verifier(keys, {.entry = remember, .checkpoint = compare});
  header = &verifier.header();
  read_export(bytes, verifier, name);
}

}  // namespace

std::string registry_in(const journal::StoredEntry& stored) {
  const auto entry = decode(stored.number, stored.bytes);
  const auto* opened = entry ? std::get_if<OpenRegistry>(&entry->event) : nullptr;
  return opened ? opened->registry.to_string() : "";
}

journal::VerifiedLog read_export(const ExportBytes& bytes, journal::ExportVerifier& verifier,
                                 const std::string& name) {
  journal::Result<void> accepted;
  bytes([&](std::string_view piece) {
    accepted = verifier.read(piece);
    return accepted.has_value();
  });
  if (!accepted) throw JournalUnreadable(accepted.error().message(), name, kAnotherCopy);
  const auto verified = verifier.finish();
  if (!verified) throw JournalUnreadable(verified.error().message(), name, kAnotherCopy);
  return *verified;
}

Replayed replay_export(const ExportBytes& bytes, const journal::LogKeys& keys,
                       const std::string& name, const Onlooker& onlooker) {
  verify_bytes(bytes, keys, name);
  Replayed replayed;
  AnnouncedKeys announced;
  const journal::ExportVerifier* reader = nullptr;
  const auto apply = [&](const journal::StoredEntry& stored) {
    const auto entry = decode(stored.number, stored.bytes);
    if (!entry)
      throw JournalUnreadable({{"line {}: entry {} is not an entry: {}",
                                "ligne {} : l'écriture {} n'est pas une écriture : {}"},
                               reader->line(),
                               stored.number,
                               entry.error()},
                              name, kAnotherCopy);
    if (onlooker.before) onlooker.before(replayed.ledger, *entry);
    replayed.ledger.apply(*entry);
    replayed.tree.append(stored.leaf);
    announced.remember(*entry);
    if (onlooker.after) onlooker.after(replayed.ledger, *entry);
  };
  const auto keep = [&](const journal::SavedCheckpoint& saved) {
    replayed.newest_checkpoint = saved.note;
  };
  journal::ExportVerifier meaning(keys, {.entry = apply, .checkpoint = keep});
  reader = &meaning;
  const journal::VerifiedLog verified = read_export(bytes, meaning, name);
  announced.compare(verified.keys, name);
  replayed.checkpoint_count = verified.checkpoint_count;
  replayed.keys = verified.keys;
  ledger::check_invariants(replayed.ledger);
  return replayed;
}

}  // namespace openitmo::registry
