#include <boost/json.hpp>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/journal_file.h"
#include "cli/subject_words.h"
#include "cli/terminal.h"
#include "registry/statement.h"

namespace openitmo::cli {

namespace {

constexpr std::size_t kListedMax = 50;

std::string found_json(const registry::Found& found, const ledger::Ledger& ledger,
                       Language language) {
  boost::json::array subjects;
  for (const registry::Subject& subject : found.subjects)
    subjects.push_back({{"kind", name_of(subject.kind)},
                        {"id", subject.id},
                        {"what", registry::in_one_line(ledger, subject).in(language)}});
  return boost::json::serialize(boost::json::object{
      {"count", found.count}, {"exact", found.exact}, {"found", std::move(subjects)}});
}

void show(Terminal& terminal, const registry::Found& found, const ledger::Ledger& ledger,
          const std::string& asked) {
  if (found.count == 0) {
    terminal.line(terminal.say(
        Text({"Nothing in this registry is called {}", "Rien dans ce registre ne s'appelle {}"},
             asked)));
    return;
  }
  if (!found.exact)
    terminal.line(terminal.say(Text({"Nothing is called exactly {}; these contain it:",
                                     "Rien ne s'appelle exactement {} ; ceux-ci le contiennent :"},
                                    asked)));
  for (const registry::Subject& subject : found.subjects)
    terminal.line(fmt::format("{:<14} {}  {}", terminal.say(subject_words(subject.kind)),
                              subject.id, terminal.say(registry::in_one_line(ledger, subject))));
  if (found.subjects.size() < found.count)
    terminal.line(terminal.say(
        Text({"and {} more; write more of the code", "et {} autres ; écrivez davantage du code"},
             found.count - found.subjects.size())));
}

}  // namespace

int find(const FindOptions& options) {
  const std::filesystem::path path = options.journal;
  const registry::Replayed opened =
      open_file(path, keys_of_journal(path, options.keys), options.language);
  const ledger::Ledger& ledger = opened.ledger;
  const registry::Found found = registry::find(ledger, options.asked, kListedMax);
  Terminal terminal(options.language);
  if (options.json)
    terminal.line(found_json(found, ledger, options.language));
  else
    show(terminal, found, ledger, options.asked);
  return found.count > 0 ? kDone : kRefused;
}

}  // namespace openitmo::cli
