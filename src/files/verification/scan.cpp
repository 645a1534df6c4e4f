#include "files/verification/scan.h"

#include "files/source.h"

namespace openitmo::files {

Scan read_scan(const std::filesystem::path& folder, const registry::ProgrammeComponent& component,
               std::string_view ticket) {
  Scan scan{.path = component.scans, .sha256 = {}, .bytes = {}};
  const std::size_t at = scan.path.find(registry::kTicketInScans);
  if (at == std::string::npos) return scan;
  scan.path.replace(at, registry::kTicketInScans.size(), ticket);
  Read<Source> source = read_source(folder, scan.path);
  if (!source) return scan;
  scan.sha256 = sha256_hex(source->bytes);
  scan.bytes = std::move(source->bytes);
  return scan;
}

}  // namespace openitmo::files
