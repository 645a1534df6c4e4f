#include "registry/sign_opinion.h"

#include "activity/opinion.h"
#include "journal/hash.h"
#include "journal/note.h"
#include "ledger/opinion_rules.h"

namespace openitmo::registry {

std::string sign_opinion(const ledger::Ledger& ledger, const ConcludeVerification& conclusion,
                         const journal::SignerKey& key) {
  return journal::sign_note(
      activity::opinion_text(ledger.activities(), conclusion,
                             ledger::is_demonstration(ledger, conclusion.report)),
      key);
}

journal::SignerKey demonstration_opinion_key(const std::string& entity) {
  std::string name = "openitmo.example/";
  for (const char c : entity) name += c == '+' || static_cast<unsigned char>(c) <= ' ' ? '-' : c;
  return {name, journal::KeyType::note,
          journal::sha256("openitmo demonstration opinion key " + entity)};
}

}  // namespace openitmo::registry
