#include "cli/bench.h"

#include "files/problem.h"
#include "mrv/data_until.h"
#include "mrv/verification/ticket_sample.h"

namespace openitmo::cli {

using mrv::verification::Materiality;

std::optional<Bench> open_bench(const Terminal& terminal, const registry::Programme& programme,
                                const std::string& component, const std::string& report) {
  auto results = quantify_reports(terminal, programme, component, report);
  if (!results) return std::nullopt;
  if (results->size() != 1)
    throw files::FileError(
        component,
        Text({"{} monitoring reports fit", "{} rapports de suivi conviennent"}, results->size()),
        Words("name the one that is verified with --report",
              "nommez celui qui est vérifié avec --report"));
  registry::ComponentResult& result = results->front();
  const registry::ProgrammeComponent& of = component_of(programme, result);
  mrv::MonitoringData data = mrv::data_until(of.data, result.quantification.period.last);
  return Bench{of, std::move(result), std::move(data)};
}

Materiality materiality_of(const registry::Programme& programme, const Bench& bench) {
  return programme.materiality ? *programme.materiality
                               : mrv::verification::cdm_materiality(bench.result.quantification);
}

files::Worksheet drawn_worksheet(const registry::Programme& programme,
                                 const std::filesystem::path& root, const Bench& bench,
                                 const files::SampleHead& head) {
  const auto population = mrv::verification::population_of(bench.data, head.material,
                                                           bench.result.quantification.period);
  files::Worksheet worksheet{.head = head,
                             .programme = programme.id,
                             .period = bench.result.quantification.period,
                             .population = population.size(),
                             .basis = {},
                             .demonstration = programme.demonstration,
                             .lines = {}};
  for (const std::uint32_t position :
       mrv::verification::draw_tickets(population, head.seed, head.size)) {
    const mrv::WeighbridgeTicket& ticket = bench.data.tickets[position];
    worksheet.lines.push_back({.ticket = ticket.id,
                               .file = bench.data.files[ticket.place.file].path,
                               .row = ticket.place.row,
                               .time = ticket.time,
                               .gross_kg = ticket.gross_kg,
                               .tare_kg = ticket.tare_kg,
                               .scan = files::read_scan(root, bench.component, ticket.id.view())});
  }
  return worksheet;
}

}  // namespace openitmo::cli
