#pragma once

#include <sstream>
#include <string>

#include "ledger/ledger.h"
#include "registry/snapshot/codec.h"

// A ledger as a snapshot has it, and back.
namespace openitmo::testing {

inline std::string snapshot_bytes(const ledger::Ledger& ledger) {
  std::string bytes;
  const registry::snapshot::Sink sink = [&](std::string_view piece) { bytes += piece; };
  registry::snapshot::Output out(sink);
  registry::snapshot::write(out, ledger);
  out.finish();
  return bytes;
}

inline ledger::Ledger from_snapshot_bytes(const std::string& bytes) {
  std::istringstream file(bytes);
  registry::snapshot::Input in(file, bytes.size());
  ledger::Ledger ledger;
  registry::snapshot::read(in, ledger);
  check(in.left() == 0, "a ledger is read as it was written");
  return ledger;
}

}  // namespace openitmo::testing
