#include "cli/served_party.h"

#include <algorithm>
#include <fmt/format.h>

#include "files/problem.h"

namespace openitmo::cli {

PartyId served_party(const ledger::Ledger& ledger, const std::string& journal,
                     const std::string& asked) {
  const auto party = PartyId::parse(asked);
  const auto& opened = ledger.registry();
  if (!opened)
    throw files::FileError(
        journal, Words("it has no entries yet", "il n'a encore aucune écriture"),
        Words("record open_registry first", "enregistrez d'abord open_registry"));
  if (party && std::ranges::find(opened->parties, *party) != opened->parties.end()) return *party;
  std::vector<std::string> served;
  for (const PartyId one : opened->parties) served.push_back(one.to_string());
  throw files::FileError(asked,
                         Text({"{} does not serve this Party", "{} ne sert pas cette Partie"},
                              opened->registry.view()),
                         Text({"name one of {}", "nommez l'une de {}"}, fmt::join(served, ", ")));
}

}  // namespace openitmo::cli
