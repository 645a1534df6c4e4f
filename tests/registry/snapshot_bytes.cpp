#include "registry/snapshot_bytes.h"

#include <sstream>

#include "registry/snapshot/codec.h"

namespace openitmo::testing {

std::string snapshot_bytes(const ledger::Ledger& ledger) {
  std::string bytes;
  const registry::snapshot::Sink sink = [&](std::string_view piece) { bytes += piece; };
  registry::snapshot::Output out(sink);
  registry::snapshot::write(out, ledger);
  out.finish();
  return bytes;
}

ledger::Ledger from_snapshot_bytes(const std::string& bytes) {
  std::istringstream file(bytes);
  registry::snapshot::Input in(file, bytes.size());
  ledger::Ledger ledger;
  registry::snapshot::read(in, ledger);
  check(in.left() == 0, "a ledger is read as it was written");
  return ledger;
}

}  // namespace openitmo::testing
