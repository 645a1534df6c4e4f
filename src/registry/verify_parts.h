#pragma once

#include <vector>

#include "registry/check_opinions.h"
#include "registry/verify.h"

// The parts of a verification, for verify.cpp alone. Each adds to the report and goes on.
namespace openitmo::registry::verify_parts {

// One journal that could be replayed to its end.
struct Replay {
  const JournalToVerify* journal = nullptr;
  Replayed state;
  std::vector<ledger::Entry> entries;
  SeenOpinions opinions = {};
};

struct Verification {
  const VerifyInput& input;
  VerifyReport report;
  std::vector<Replay> replays;
  bool whole = true;             // every journal there must be was replayed
  bool evidence_whole = false;   // read, and with the bytes that the run had
  bool acts_known = false;       // they could be carried out again
  std::set<std::string> belong;  // files that journals or acts account for
};

std::string hex_sha256(std::string_view bytes);
// "SEN01.itmo entry 7".
Text place_of(const Replay& replay, std::uint64_t entry);

// Documents, monitoring reports and issuances of one journal.
void verify_documents(Verification& verification, const Replay& replay);
void verify_reports(Verification& verification);
void verify_issuances(Verification& verification, const Replay& replay);

// Every verifier's opinion: its text follows from the entries before it, and the key signed it that
// was in force.
void verify_opinions(Verification& verification, const Replay& replay);

// The results of a programme without registries, which no journal names: each is made again and
// compared as it lies there. With nothing found so far, they go into `rederived`.
void verify_quantities(Verification& verification);

// What one journal says of another, with the proofs; then all journals together.
void verify_exchange(Verification& verification, const Replay& replay);
void verify_world(Verification& verification);

// The submissions of one journal, and into `rederived` what can be made of the journals.
void verify_submissions(Verification& verification, const Replay& replay);

// Carries out the acts of the evidence again and compares the entries; with nothing found so far,
// the whole run goes into `rederived`.
void verify_acts(Verification& verification);

}  // namespace openitmo::registry::verify_parts
