#include "cli/verify_journal.h"

#include <chrono>
#include <filesystem>
#include <fmt/format.h>

#include "cli/journal_file.h"
#include "cli/run_folder.h"
#include "journal/continuation.h"
#include "quantity/check.h"
#include "registry/check_opinions.h"
#include "registry/verify_sentences.h"

namespace openitmo::cli {

namespace {

namespace say = registry::verify_sentences;

void say_line(Terminal& terminal, const Text& text) { terminal.line(terminal.say(text)); }

int refused(Terminal& terminal, const Text& what) {
  terminal.line(fmt::format("! {}", terminal.say(what)));
  return kRefused;
}

int refused(Terminal& terminal, const std::string& name, const Text& what) {
  return refused(terminal, {{"{}: {}", "{} : {}"}, name, what});
}

void show_replayed(Terminal& terminal, const registry::Replayed& state) {
  say_line(terminal, {{"  {} entries replayed, {} checkpoints",
                       "  {} écritures rejouées, {} points de contrôle"},
                      state.tree.size(),
                      state.checkpoint_count});
  say_line(terminal,
           {{"  tree head {}", "  tête de l'arbre {}"}, journal::to_hex(state.tree.root())});
}

}  // namespace

Text cosigned_text(const journal::Cosignature& cosignature) {
  const auto seconds = std::chrono::seconds(cosignature.posix_time_s);
  return {{"cosigned by {} at {}", "cosigné par {} le {}"},
          cosignature.name,
          Instant(std::chrono::sys_seconds(seconds)).to_string()};
}

bool show_continuation(Terminal& terminal, const registry::Replayed& now, const std::string& kept,
                       const std::vector<std::string>& witnesses) {
  const std::string note = read_text(kept);
  journal::LogKeys keys(now.keys);
  const auto checkpoint = keys.open(note);
  if (!checkpoint) {
    refused(terminal, kept,
            {{"not a checkpoint that the key {} signed: {}",
              "pas un point de contrôle signé par la clé {} : {}"},
             keys.first().name(),
             checkpoint.error().message()});
    return false;
  }
  for (const std::string& given : witnesses) {
    const auto cosignature = journal::verify_cosignature(note, witness_key_from(given));
    if (!cosignature) {
      refused(terminal, kept, cosignature.error().message());
      return false;
    }
    say_line(terminal, {{"  {}", "  {}"}, cosigned_text(*cosignature)});
  }
  if (const auto grown = journal::verify_continuation(now.tree, *checkpoint); !grown) {
    refused(terminal, kept,
            {{"this journal does not continue the checkpoint: {}",
              "ce journal ne prolonge pas le point de contrôle : {}"},
             grown.error().message()});
    return false;
  }
  say_line(terminal, {{"  since the checkpoint of {} entries, {} were added and none changed",
                       "  depuis le point de contrôle de {} écritures, {} ont été ajoutées et "
                       "aucune changée"},
                      checkpoint->size,
                      now.tree.size() - checkpoint->size});
  return true;
}

int verify_journal(const VerifyOptions& options) {
  Terminal terminal(options.language);
  const std::filesystem::path path = options.folder;
  const std::string name = path.filename().string();
  const auto keys = keys_of_journal(path, options.keys);
  ReplayedFile replayed;
  registry::SeenOpinions opinions;
  try {
    replayed = replay_file(
        path, keys,
        registry::Onlooker{[&](const ledger::Ledger& before, const ledger::Entry& entry) {
                             opinions.see(before, entry);
                           },
                           {}});
  } catch (const journal::StoreError& error) {
    return refused(terminal, error.text());
  } catch (const InvariantBroken& error) {
    return refused(terminal, name, {say::kInvariantBroken, error.what()});
  }
  for (const Text& problem : replayed.file_problems)
    refused(terminal, name, {say::kDatabaseDamage, problem});
  for (const auto& [entry, why] : opinions.broken)
    refused(terminal, name,
            {{"entry {}: {}", "écriture {} : {}"},
             entry,
             Text(say::kOpinionBroken, ledger::message(why))});
  show_replayed(terminal, replayed.state);
  if (opinions.held > 0)
    terminal.line(fmt::format("  {} {}", opinions.held, terminal.say(words::kCheckedOpinions)));
  const bool continued =
      options.since.empty() ||
      show_continuation(terminal, replayed.state, options.since, options.witnesses);
  if (!continued || !replayed.file_problems.empty() || !opinions.broken.empty()) return kRefused;
  say_line(terminal,
           {{"Hashes, checkpoints and invariants agree. Quantities and workbooks cannot be "
             "recomputed from a journal alone: that takes the folder of the run.",
             "Empreintes, points de contrôle et invariants concordent. Quantités et classeurs ne "
             "peuvent pas être recalculés à partir du seul journal : il faut le dossier de "
             "l'exécution."}});
  return kDone;
}

}  // namespace openitmo::cli
