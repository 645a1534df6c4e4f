#include <cstdint>
#include <string>

#include "files/monitoring/read.h"
#include "quantity/check.h"

// Any bytes as a monitoring file: all of it is read, or all of it refused with a reason.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace openitmo;
  const files::Source source{.path = "f.csv",
                             .bytes = std::string(reinterpret_cast<const char*>(bytes), size)};
  for (const auto reader :
       {&files::read_weighbridge, &files::read_composition, &files::read_electricity,
        &files::read_diesel, &files::read_declared_waste, &files::read_declared_electricity_export,
        &files::read_declared_project_emissions}) {
    mrv::MonitoringData data;
    const files::ReadResult result = reader(source, data);
    check(result.has_value() == (data.files.size() == 1), "a file is read whole or not at all");
    check(result || !result.error().to_text(Language::en).empty(), "a refusal has a reason");
    for (const mrv::WeighbridgeTicket& ticket : data.tickets) {
      check(ticket.gross_kg >= ticket.tare_kg && ticket.tare_kg >= 0, "masses are in order");
    }
  }
  return 0;
}
