#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/journal_file.h"
#include "cli/one_act.h"
#include "cli/run_folder.h"
#include "files/problem.h"
#include "files/source.h"
#include "registry/exchange.h"
#include "registry/replay_export.h"

namespace openitmo::cli {

namespace {

RegistryId registry_named(const AnswerOptions& options) {
  if (const auto id = RegistryId::parse(options.from)) return *id;
  throw files::FileError(options.from,
                         Words("this is no code of a registry", "ce n'est pas un code de registre"),
                         Words("write one such as SEN01", "écrivez-en un tel que SEN01"));
}

RegistryId registry_of(storage::SqliteStore& store, const AnswerOptions& options) {
  std::string code;
  store.read(0, 1,
             [&](const journal::StoredEntry& stored) { code = registry::registry_in(stored); });
  if (const auto id = RegistryId::parse(code)) return *id;
  throw files::FileError(
      options.journal,
      Words("its registry is not open yet", "son registre n'est pas encore ouvert"),
      Words("record open_registry first", "enregistrez d'abord open_registry"));
}

registry::AnswerChoice choice_of(const AnswerOptions& options) {
  registry::AnswerChoice choice{options.decline, options.account, options.authorization, {}};
  if (!options.document.empty())
    choice.document = {options.reference, files::sha256_hex(read_text(options.document))};
  return choice;
}

// The act, named after what it answers: asked for again, it is recorded once.
ActFile act_file(const AnswerOptions& options) {
  auto store = storage::SqliteStore::open_read_only(options.journal);
  const auto leaf_of = [&](std::uint64_t entry) {
    std::optional<journal::Hash> leaf;
    store.read(entry, 1, [&](const journal::StoredEntry& stored) { leaf = stored.leaf; });
    return leaf;
  };
  const std::string proof = read_text(options.proof);
  const Instant now = recording_time();
  auto command = registry::answer_from_proof(proof, keys_from(options.from_keys),
                                             registry_named(options), registry_of(store, options),
                                             leaf_of, now.date(), choice_of(options));
  ActFile file;
  if (!command) {
    file.wrong.push_back({1, 0, options.proof, command.error()});
    return file;
  }
  registry::Request request;
  request.command = *std::move(command);
  request.envelope.recorded_at = now;
  request.envelope.effective_date = now.date();
  request.envelope.command_id =
      fmt::format("answer-{}-{}", options.from, files::sha256_hex(proof).substr(0, 12));
  file.requests.push_back(std::move(request));
  file.lines.push_back(1);
  file.dated_today = true;
  return file;
}

}  // namespace

int answer(const AnswerOptions& options) {
  return record_one(
      {options.journal, options.key, options.dry_run, false, options.json, options.language},
      act_file(options));
}

}  // namespace openitmo::cli
