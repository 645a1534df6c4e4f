#include "cli/verify_journal.h"

#include <filesystem>
#include <fmt/format.h>

#include "cli/journal_file.h"
#include "cli/run_folder.h"
#include "journal/continuation.h"
#include "quantity/check.h"
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

bool show_continuation(Terminal& terminal, const registry::Replayed& now,
                       const journal::VerifierKey& key, const std::string& kept) {
  const auto checkpoint = journal::open_checkpoint(read_text(kept), key);
  if (!checkpoint) {
    refused(terminal, kept,
            {{"not a checkpoint that the key {} signed: {}",
              "pas un point de contrôle signé par la clé {} : {}"},
             key.name(),
             checkpoint.error().message()});
    return false;
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
  const auto key = key_of_journal(path, options.key);
  ReplayedFile replayed;
  try {
    replayed = replay_file(path, key);
  } catch (const journal::StoreError& error) {
    return refused(terminal, error.text());
  } catch (const InvariantBroken& error) {
    return refused(terminal, name, {say::kInvariantBroken, error.what()});
  }
  for (const Text& problem : replayed.file_problems)
    refused(terminal, name, {say::kDatabaseDamage, problem});
  show_replayed(terminal, replayed.state);
  const bool continued =
      options.since.empty() || show_continuation(terminal, replayed.state, key, options.since);
  if (!continued || !replayed.file_problems.empty()) return kRefused;
  say_line(terminal,
           {{"Hashes, checkpoints and invariants agree. Quantities and workbooks cannot be "
             "recomputed from a journal alone: that takes the folder of the run.",
             "Empreintes, points de contrôle et invariants concordent. Quantités et classeurs ne "
             "peuvent pas être recalculés à partir du seul journal : il faut le dossier de "
             "l'exécution."}});
  return kDone;
}

}  // namespace openitmo::cli
