#include "registry/verify_parts.h"

namespace openitmo::registry::verify_parts {

void verify_opinions(Verification& verification, const Replay& replay) {
  for (const auto& [entry, why] : replay.opinions.broken)
    verification.report.findings.add(place_of(replay, entry),
                                     {verify_sentences::kOpinionBroken, ledger::message(why)});
  verification.report.opinion_count += replay.opinions.held;
}

}  // namespace openitmo::registry::verify_parts
