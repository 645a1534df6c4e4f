#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/journal_file.h"
#include "cli/verify_journal.h"
#include "storage/sqlite/sqlite_store.h"

namespace openitmo::cli {

int unlock(const UnlockOptions& options) {
  Terminal terminal(options.language);
  const ReplayedFile now =
      replay_file(options.journal, keys_of_journal(options.journal, options.keys));
  for (const Text& problem : now.file_problems)
    throw registry::JournalUnreadable(problem, options.journal,
                                      Words("restore another copy", "restaurez une autre copie"));
  if (!show_continuation(terminal, now.state, options.witnessed)) {
    terminal.line(terminal.say(Words("The journal stays locked: nothing may be appended to it.",
                                     "Le journal reste verrouillé : rien ne peut y être ajouté.")));
    return kRefused;
  }
  storage::SqliteStore::unlock(options.journal);
  terminal.line(terminal.say(Words("The journal may be written.", "Le journal peut être écrit.")));
  return kDone;
}

}  // namespace openitmo::cli
