#include "mrv/verification/proposed_finding.h"

#include <fmt/format.h>

#include "mrv/verification/ticket_sample.h"

namespace openitmo::mrv::verification {

std::string_view name_of(ProposedKind kind) {
  switch (kind) {
    case ProposedKind::corrective_action:
      return "corrective_action";
    case ProposedKind::clarification:
      return "clarification";
    case ProposedKind::forward_action:
      break;
  }
  return "forward_action";
}

namespace {

std::string place_of(const Subject& subject, std::uint32_t ticket) {
  const Place place = subject.data.tickets[ticket].place;
  return fmt::format("{}:{}", subject.data.files[place.file].path, place.row);
}

ProposedFinding of_difference(const Subject& subject, const TicketDifference& difference) {
  const WeighbridgeTicket& ticket = subject.data.tickets[difference.checked.ticket];
  const Seen& seen = *difference.checked.seen;
  return {.kind = ProposedKind::corrective_action,
          .code = "ticket_differs",
          .place = place_of(subject, difference.checked.ticket),
          .what = {{"Ticket {}: recorded {} kg gross and {} kg tare, its scan shows {} and {} kg.",
                    "Ticket {} : enregistré {} kg brut et {} kg de tare, son scan montre {} et {} "
                    "kg."},
                   ticket.id.view(),
                   ticket.gross_kg,
                   ticket.tare_kg,
                   seen.gross_kg,
                   seen.tare_kg},
          .error_t_co2eq = difference.overestimation_t_co2eq};
}

ProposedFinding of_unseen(const Subject& subject, std::uint32_t ticket) {
  return {.kind = ProposedKind::clarification,
          .code = "scan_missing",
          .place = place_of(subject, ticket),
          .what = {{"Ticket {}: nothing shows what was weighed; produce the ticket or the log of "
                    "the weighbridge.",
                    "Ticket {} : rien ne montre ce qui a été pesé ; produisez le ticket ou le "
                    "registre du pont-bascule."},
                   subject.data.tickets[ticket].id.view()},
          .error_t_co2eq = 0};
}

Text tonnes(double value) { return decimal_text(fmt::format("{:.1f}", value)); }

ProposedFinding of_verdict(const Subject& subject, const Assessment& assessed) {
  const bool is_material = assessed.verdict == Verdict::material;
  const Text threshold = decimal_text(fmt::format("{:g}", assessed.threshold.percent));
  if (is_material)
    return {.kind = ProposedKind::corrective_action,
            .code = "material_error",
            .place = subject.data.component,
            .what = {{"The error of all tickets is estimated at {} t of mass; that reaches the "
                      "threshold of {} %. Check every ticket of the period, or correct the report.",
                      "L'erreur de tous les tickets est estimée à {} t de masse ; cela atteint le "
                      "seuil de {} %. Contrôlez chaque ticket de la période, ou corrigez le "
                      "rapport."},
                     tonnes(assessed.mass.error_kg / 1000),
                     threshold},
            .error_t_co2eq = assessed.overestimation_t_co2eq};
  return {
      .kind = ProposedKind::clarification,
      .code = "sample_too_small",
      .subject = "sampling",
      .place = subject.data.component,
      .what = {{"The sample cannot exclude an error of {} t of mass, against the threshold of "
                "{} %. Draw a larger sample with the same seed, or produce what is missing.",
                "L'échantillon ne peut exclure une erreur de {} t de masse, pour un seuil de "
                "{} %. Tirez un échantillon plus grand avec la même graine, ou produisez ce qui "
                "manque."},
               tonnes(assessed.mass.high_kg() / 1000),
               threshold},
      .error_t_co2eq = assessed.worst_t_co2eq.value_or(0)};
}

}  // namespace

std::vector<ProposedFinding> proposed_findings(const Subject& subject, const Assessment& assessed) {
  std::vector<ProposedFinding> findings;
  for (const TicketDifference& difference : assessed.differences)
    findings.push_back(of_difference(subject, difference));
  for (const std::uint32_t ticket : assessed.unseen) findings.push_back(of_unseen(subject, ticket));
  if (assessed.verdict != Verdict::below) findings.push_back(of_verdict(subject, assessed));
  if (!assessed.differences.empty())
    findings.push_back(
        {.kind = ProposedKind::forward_action,
         .code = "weighbridge_entry",
         .place = subject.data.component,
         .what = {{"Tickets entered wrongly: {} of {} seen. Look at the entry of weighings in the "
                   "next period.",
                   "Tickets mal saisis : {} sur {} vus. Examinez la saisie des pesées à la période "
                   "suivante."},
                  assessed.mass.wrong,
                  assessed.mass.seen},
         .error_t_co2eq = 0});
  return findings;
}

}  // namespace openitmo::mrv::verification
