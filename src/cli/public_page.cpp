#include <map>
#include <memory>

#include "cli/accounting_commands.h"
#include "cli/journal_file.h"
#include "cli/journal_options.h"
#include "cli/ndc_period.h"
#include "files/html/public_html.h"
#include "files/problem.h"
#include "journal/hash.h"
#include "party/iso_3166.h"
#include "reporting/aef_text.h"

namespace openitmo::cli {

int public_page(const PublicPageOptions& options) {
  std::vector<std::unique_ptr<ReplayedFile>> replayed;
  std::vector<const ledger::Ledger*> ledgers;
  std::vector<files::PublicJournal> journals;
  std::map<PartyId, std::string> names;
  for (const std::string& path : options.journals) {
    replayed.push_back(
        std::make_unique<ReplayedFile>(replay_file(path, keys_of_journal(path, {}))));
    refuse_damaged(*replayed.back(), path);
    const registry::Replayed& state = replayed.back()->state;
    for (const ledger::Ledger* other : ledgers)
      if (other->registry() && state.ledger.registry() &&
          other->registry()->registry == state.ledger.registry()->registry)
        throw files::FileError(path,
                               Text({"registry {} is named twice",
                                     "le registre {} est nommé deux "
                                     "fois"},
                                    other->registry()->registry.view()),
                               Words("name each journal once", "nommez chaque journal une fois"));
    ledgers.push_back(&state.ledger);
    journals.push_back(
        {.registry = state.ledger.registry() ? state.ledger.registry()->registry.to_string() : path,
         .entries = state.tree.size(),
         .tree_head = journal::to_base64(state.tree.root())});
    for (const auto& [party, known] : state.ledger.parties())
      names[party] = party_name_text(party, known.record.name).in(options.language);
  }
  const reporting::PublicAccount account =
      reporting::public_account(ledgers, settings_of_period(ledgers, options.period_year));
  const std::string_view line =
      account.demonstration ? std::string_view(reporting::kDemonstrationLine) : std::string_view();
  write_output(options.output,
               files::public_html(account, journals, names, line, options.language));
  return kDone;
}

}  // namespace openitmo::cli
