#include "cli/journal_file.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fstream>

#include "cli/program_id.h"
#include "cli/run_folder.h"
#include "files/output.h"
#include "files/problem.h"
#include "registry/entry_codec.h"
#include "registry/replay_export.h"

namespace openitmo::cli {

namespace {

constexpr std::string_view kDatabase = "SQLite format 3";

std::string trimmed(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text;
}

std::ifstream open_to_read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path))
    throw files::FileError(path.string(),
                           Words("the file cannot be read", "le fichier ne peut pas être lu"),
                           Words("check the path and that you may read it",
                                 "vérifiez le chemin et que vous avez le droit de le lire"));
  return file;
}

std::string first_bytes(const std::filesystem::path& path, std::size_t count) {
  std::ifstream file = open_to_read(path);
  std::string start(count, '\0');
  file.read(start.data(), static_cast<std::streamsize>(start.size()));
  return start;
}

void refuse_what_is_no_journal(const std::filesystem::path& path) {
  constexpr std::string_view kExport = R"({"format":"openitmo-journal")";
  if (!is_export(path) || first_bytes(path, kExport.size()) == kExport) return;
  throw files::FileError(path.string(), Words("this is no journal", "ce n'est pas un journal"),
                         Words("name the journal of a registry, such as SEN01.itmo, or its export",
                               "nommez le journal d'un registre, comme SEN01.itmo, ou son export"));
}

std::string key_name(const std::filesystem::path& journal) {
  return journal.stem().string() + ".vkey";
}

}  // namespace

bool is_export(const std::filesystem::path& path) {
  return first_bytes(path, kDatabase.size()) != kDatabase;
}

journal::VerifierKey key_from(const std::string& given) {
  const std::string text = trimmed(std::filesystem::exists(given) ? read_text(given) : given);
  auto key = journal::VerifierKey::parse(text);
  if (!key)
    throw files::FileError(given, key.error().message(),
                           Words("give the registry's verifier key, such as name+hash+key",
                                 "donnez la clé de vérification du registre : nom+empreinte+clé"));
  return *std::move(key);
}

journal::LogKeys keys_from(const std::vector<std::string>& given) {
  std::vector<journal::VerifierKey> keys;
  for (const std::string& one : given) {
    keys.push_back(key_from(one));
    if (keys.back().name() == keys.front().name()) continue;
    throw files::FileError(
        one,
        {{"this is a key of {}, the first one is of {}",
          "c'est une clé de {}, la première est de {}"},
         keys.back().name(),
         keys.front().name()},
        Words("give keys of one registry", "donnez les clés d'un seul registre"));
  }
  return journal::LogKeys(std::move(keys));
}

std::vector<journal::VerifierKey> own_keys(storage::SqliteStore& store) {
  std::vector<journal::VerifierKey> keys{key_from(store.description().verifier_key)};
  store.read(0, store.size(), [&](const journal::StoredEntry& stored) {
    if (stored.bytes.find(ledger::KeyChanged::kType) == std::string_view::npos) return;
    const auto entry = registry::decode(stored.number, stored.bytes);
    const auto* changed = entry ? std::get_if<ledger::KeyChanged>(&entry->event) : nullptr;
    if (changed) keys.push_back(key_from(changed->verifier_key));
  });
  return keys;
}

journal::VerifierKey witness_key_from(const std::string& given) {
  auto key = key_from(given);
  if (key.type() == journal::KeyType::cosignature) return key;
  throw files::FileError(
      given,
      Words("this is a registry's key, not a witness's",
            "c'est la clé d'un registre, pas d'un témoin"),
      Words("give the verifier key of the witness", "donnez la clé de vérification du témoin"));
}

journal::SignerKey signer_key_from(const std::string& path) {
  auto key = journal::SignerKey::parse(trimmed(read_text(path)));
  if (!key)
    throw files::FileError(path, key.error().message(),
                           Words("give the file with the registry's signer key",
                                 "donnez le fichier de la clé de signature du registre"));
  return *std::move(key);
}

journal::SignerKey signer_key_for(storage::SqliteStore& store, const std::string& path) {
  journal::SignerKey key = signer_key_from(path);
  const std::string& signs_for = key.verifier().name();
  const std::string signed_by = key_from(store.description().verifier_key).name();
  if (signs_for == signed_by) return key;
  throw files::FileError(
      path,
      {{"it belongs to {}; this journal is signed by {}",
        "elle appartient à {} ; ce journal est signé par {}"},
       signs_for,
       signed_by},
      {{"give the signer key of {}", "donnez la clé de signature de {}"}, signed_by});
}

std::optional<std::filesystem::path> key_beside(const std::filesystem::path& journal) {
  for (const auto& folder : {journal.parent_path() / "keys", journal.parent_path()})
    if (auto path = folder / key_name(journal); std::filesystem::exists(path)) return path;
  return std::nullopt;
}

journal::LogKeys keys_of_journal(const std::filesystem::path& journal,
                                 const std::vector<std::string>& given) {
  if (!given.empty()) return keys_from(given);
  if (const auto key = key_beside(journal)) return key_from(key->string());
  refuse_what_is_no_journal(journal);
  throw files::FileError(
      journal.string(),
      {{"no verifier key {} lies beside it", "aucune clé de vérification {} ne se trouve à côté"},
       key_name(journal)},
      Words("give the registry's verifier key with --key",
            "donnez la clé de vérification du registre avec --key"));
}

void read_pieces(const std::filesystem::path& path,
                 const std::function<bool(std::string_view)>& take) {
  std::ifstream file = open_to_read(path);
  std::array<char, 65'536> piece;
  do {
    file.read(piece.data(), piece.size());
    if (!take({piece.data(), static_cast<std::size_t>(file.gcount())})) return;
  } while (file);
  if (file.bad())
    throw files::FileError(
        path.string(), Words("reading failed", "la lecture a échoué"),
        Words("check the disk, then try again", "vérifiez le disque, puis réessayez"));
}

ReplayedFile replay_file(const std::filesystem::path& path, const journal::LogKeys& keys,
                         const std::function<void(const ledger::Entry&)>& visit) {
  return replay_file(path, keys,
                     registry::Onlooker{{}, [&](const ledger::Ledger&, const ledger::Entry& entry) {
                                          visit(entry);
                                        }});
}

ReplayedFile replay_file(const std::filesystem::path& path, const journal::LogKeys& keys,
                         const registry::Onlooker& onlooker) {
  const std::string name = path.filename().string();
  if (is_export(path))
    return {registry::replay_export([&](const auto& take) { read_pieces(path, take); }, keys, name,
                                    onlooker),
            {}};
  auto store = storage::SqliteStore::open_read_only(path);
  return {registry::replay_journal(store, keys, name, onlooker), store.integrity_problems()};
}

std::filesystem::path snapshot_path(const std::filesystem::path& journal) {
  return std::filesystem::path(journal).replace_extension(".snapshot");
}

registry::SnapshotFile snapshot_of(const std::filesystem::path& journal) {
  return {.open = [path = snapshot_path(journal)]() -> std::unique_ptr<std::istream> {
            auto file = std::make_unique<std::ifstream>(path, std::ios::binary);
            if (!*file) return nullptr;
            return file;
          },
          .program = program_id()};
}

std::uint64_t refresh_snapshot(const std::filesystem::path& journal, storage::SqliteStore& store,
                               const journal::SignerKey& key) {
  const auto opened = registry::open_journal(
      store, key.verifier(), journal.string(), snapshot_of(journal),
      {.commands = true, .history = true}, [&] { return journal::LogKeys(own_keys(store)); });
  if (opened.now.state.keys.empty() || opened.now.state.keys.back() != key.verifier())
    throw files::FileError(journal.string(),
                           {{"it is not the turn of the key {} to sign",
                             "ce n'est pas au tour de la clé {} de signer"},
                            key.verifier().text()},
                           Words("give the signer key that signs the journal now",
                                 "donnez la clé de signature qui signe le journal en ce moment"));
  files::write_file_in_pieces(snapshot_path(journal), [&](const auto& write) {
    registry::write_snapshot(write, opened.now, program_id(), key);
  });
  return opened.now.state.tree.size();
}

void tell_not_used(const std::optional<Text>& why, Language language) {
  if (!why) return;
  const Text told({"the snapshot is not used, so every entry is replayed: {}",
                   "l'instantané n'est pas utilisé, chaque écriture est donc rejouée : {}"},
                  *why);
  fmt::print(stderr, "{}\n", told.in(language));
}

registry::Replayed open_file(const std::filesystem::path& path, const journal::LogKeys& keys,
                             Language language) {
  if (is_export(path)) return replay_file(path, keys).state;
  auto store = storage::SqliteStore::open_read_only(path);
  auto opened =
      registry::open_journal(store, keys, path.filename().string(), snapshot_of(path), {});
  tell_not_used(opened.not_used, language);
  return std::move(opened.now.state);
}

bool is_demonstration(const ledger::Ledger& ledger) {
  return std::ranges::any_of(ledger.approaches(), [](const auto& approach) {
    return approach.second.record.record.demonstration;
  });
}

void refuse_damaged(const ReplayedFile& replayed, const std::filesystem::path& path) {
  for (const Text& problem : replayed.file_problems)
    throw registry::JournalUnreadable(
        problem, path.string(),
        Words("restore the journal from a copy that verifies",
              "restaurez le journal depuis une copie qui se vérifie"));
}

}  // namespace openitmo::cli
