#include "registry/check_opinions.h"
#include "registry/verify_parts.h"

namespace openitmo::registry::verify_parts {

void verify_opinions(Verification& verification, const Replay& replay) {
  OpinionCheck opinions;
  for (const ledger::Entry& entry : replay.entries)
    if (const auto broken = opinions.take(entry))
      verification.report.findings.add(
          place_of(replay, entry.number),
          {verify_sentences::kOpinionBroken, ledger::message(*broken)});
  verification.report.opinion_count += opinions.count();
}

}  // namespace openitmo::registry::verify_parts
