#include "mrv/verification/assessment.h"

#include <algorithm>
#include <cmath>

#include "mrv/methodologies.h"
#include "mrv/verification/ticket_sample.h"

namespace openitmo::mrv::verification {

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::below:
      return "below";
    case Verdict::not_shown:
      return "not_shown";
    case Verdict::material:
      break;
  }
  return "material";
}

namespace {

using Tonnes = std::expected<double, Problems>;

Tonnes reductions(const Subject& subject, const MonitoringData& data) {
  const auto result = quantify(subject.plan, data, subject.period);
  if (!result) return std::unexpected(result.error());
  double sum = 0;
  for (const YearResult& year : result->years) sum += year.claimed;
  return sum;
}

void take_seen(WeighbridgeTicket& ticket, const Seen& seen) {
  ticket.gross_kg = seen.gross_kg;
  ticket.tare_kg = seen.tare_kg;
}

bool differs(const WeighbridgeTicket& ticket, const Seen& seen) {
  return net_kg_of(ticket) != std::int64_t{seen.gross_kg} - seen.tare_kg;
}

// Reported less what the data would give.
Tonnes overestimation(const Subject& subject, double reported, const MonitoringData& data) {
  const Tonnes recomputed = reductions(subject, data);
  if (!recomputed) return recomputed;
  return reported - *recomputed;
}

Tonnes overestimation_at(const Subject& subject, const ErrorEstimate& mass, double reported,
                         double error_kg) {
  if (error_kg == 0) return 0;
  const double factor = std::max(0.0, 1 - mass.share_of(error_kg));
  return overestimation(subject, reported, with_net_mass_times(subject, factor));
}

std::vector<SeenTicket> masses_of(const Subject& subject,
                                  const std::vector<CheckedTicket>& sample) {
  std::vector<SeenTicket> masses;
  for (const CheckedTicket& checked : sample) {
    SeenTicket mass{.recorded_net_kg = net_kg_of(subject.data.tickets[checked.ticket]),
                    .seen_net_kg = {}};
    if (checked.seen)
      mass.seen_net_kg = std::int64_t{checked.seen->gross_kg} - checked.seen->tare_kg;
    masses.push_back(mass);
  }
  return masses;
}

std::expected<std::vector<TicketDifference>, Problems> differences_of(
    const Subject& subject, const std::vector<CheckedTicket>& sample, double reported) {
  std::vector<TicketDifference> differences;
  MonitoringData data = subject.data;
  for (const CheckedTicket& checked : sample) {
    WeighbridgeTicket& ticket = data.tickets[checked.ticket];
    if (!checked.seen || !differs(ticket, *checked.seen)) continue;
    const WeighbridgeTicket recorded = ticket;
    take_seen(ticket, *checked.seen);
    const Tonnes effect = overestimation(subject, reported, data);
    if (!effect) return std::unexpected(effect.error());
    differences.push_back({.checked = checked,
                           .error_kg = net_kg_of(recorded) - net_kg_of(ticket),
                           .overestimation_t_co2eq = *effect});
    ticket = recorded;
  }
  return differences;
}

Tonnes found_in_sample(const Subject& subject, const std::vector<TicketDifference>& differences,
                       double reported) {
  if (differences.empty()) return 0;
  MonitoringData data = subject.data;
  for (const TicketDifference& difference : differences)
    take_seen(data.tickets[difference.checked.ticket], *difference.checked.seen);
  return overestimation(subject, reported, data);
}

// The greatest overestimation at both ends of what the sample leaves open. The equations may bend,
// but they rise or fall with the mass, so the ends are the extremes.
std::optional<double> worst_of(const Subject& subject, const Assessment& assessed) {
  double worst = assessed.overestimation_t_co2eq;
  for (const double error_kg : {assessed.mass.low_kg(), assessed.mass.high_kg()}) {
    const Tonnes tonnes =
        overestimation_at(subject, assessed.mass, assessed.reported_t_co2eq, error_kg);
    if (!tonnes) return std::nullopt;
    worst = std::max(worst, *tonnes);
  }
  return worst;
}

bool mass_counts(const Subject& subject) {
  const Methodology* methodology = find_methodology(subject.plan.methodology);
  return subject.material == Material::waste_in && methodology != nullptr &&
         methodology->looks_back;
}

Verdict verdict_of(const Assessment& assessed) {
  const double tolerated = assessed.threshold_t_co2eq;
  const double tolerated_share = assessed.threshold.percent / 100;
  const auto reaches = [&](double tonnes, double mass_kg) {
    return (tonnes > 0 && tonnes >= tolerated) ||
           (assessed.mass_counts && assessed.mass.share_of(mass_kg) >= tolerated_share);
  };
  if (reaches(assessed.overestimation_t_co2eq, assessed.mass.error_kg)) return Verdict::material;
  if (!assessed.unseen.empty() || !assessed.worst_t_co2eq ||
      reaches(*assessed.worst_t_co2eq, assessed.mass.high_kg()))
    return Verdict::not_shown;
  return Verdict::below;
}

}  // namespace

MonitoringData with_net_mass_times(const Subject& subject, double factor) {
  MonitoringData data = subject.data;
  double carried = 0;
  for (const std::uint32_t position : population_of(data, subject.material, subject.period)) {
    WeighbridgeTicket& ticket = data.tickets[position];
    const double exact = static_cast<double>(net_kg_of(ticket)) * factor + carried;
    const double net = std::floor(exact);
    carried = exact - net;
    ticket.gross_kg = ticket.tare_kg + static_cast<std::int32_t>(net);
  }
  return data;
}

std::expected<Assessment, Problems> assess(const Subject& subject,
                                           const std::vector<CheckedTicket>& sample,
                                           const Materiality& threshold) {
  const Tonnes reported = reductions(subject, subject.data);
  if (!reported) return std::unexpected(reported.error());
  Assessment assessed{.reported_t_co2eq = *reported, .threshold = threshold};
  for (const CheckedTicket& checked : sample)
    if (!checked.seen) assessed.unseen.push_back(checked.ticket);
  const std::vector<std::uint32_t> population =
      population_of(subject.data, subject.material, subject.period);
  assessed.mass = estimate_error(masses_of(subject, sample), population.size(),
                                 net_kg_of(subject.data, population));
  auto differences = differences_of(subject, sample, *reported);
  if (!differences) return std::unexpected(differences.error());
  assessed.differences = *std::move(differences);
  const Tonnes found = found_in_sample(subject, assessed.differences, *reported);
  if (!found) return std::unexpected(found.error());
  assessed.found_t_co2eq = *found;
  const Tonnes estimated =
      overestimation_at(subject, assessed.mass, *reported, assessed.mass.error_kg);
  if (!estimated) return std::unexpected(estimated.error());
  assessed.overestimation_t_co2eq = *estimated;
  assessed.worst_t_co2eq = worst_of(subject, assessed);
  assessed.threshold_t_co2eq = threshold.percent / 100 * std::fabs(*reported);
  assessed.mass_counts = mass_counts(subject);
  assessed.verdict = verdict_of(assessed);
  return assessed;
}

std::expected<double, Problems> tolerable_share(const Subject& subject, double percent) {
  // A tenth less shows the slope; the equations are all but straight there.
  constexpr double kTried = 0.1;
  const Tonnes reported = reductions(subject, subject.data);
  if (!reported) return reported;
  const Tonnes effect =
      overestimation(subject, *reported, with_net_mass_times(subject, 1 - kTried));
  if (!effect) return effect;
  const double tolerated = percent / 100;
  if (*effect == 0) return tolerated;
  return std::min(tolerated, kTried * tolerated * std::fabs(*reported / *effect));
}

}  // namespace openitmo::mrv::verification
