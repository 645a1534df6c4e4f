#include "ledger/ledger.h"
#include "quantity/check.h"

// What metrics, terms of agreements, and roles do to the state.
namespace openitmo::ledger {

void Ledger::on(const DeclareMetric& event, const Entry& entry) {
  auto& metric = approaches_[event.approach].metric;
  check(!metric, "the metric of an approach is declared once");
  metric = {event, entry.envelope.effective_date, entry.number};
}

void Ledger::on(const RecordMetricLevel& event, const Entry& entry) {
  existing_party(event.party)
      .metric_levels.push_back({event, entry.envelope.effective_date, entry.number});
}

// The same as an issuance from a result in t CO2 eq, but that the result stands in a document.
void Ledger::on(const MetricUnitsIssued& event, const Entry& entry) {
  UnitsIssued issuance{.report = event.report,
                       .component = event.component,
                       .vintage = event.vintage,
                       .authorization = event.authorization,
                       .account = event.account,
                       .request = event.request,
                       .result_sha256 = event.statement.sha256,
                       .emission_reductions_kg_co2eq = {},
                       .debt_brought_forward_kg_co2eq = event.debt_brought_forward_kg_co2eq,
                       .issued_t_co2eq = {},
                       .debt_carried_kg_co2eq = {},
                       .ranges = event.ranges,
                       .underlying = {},
                       .first_transfer = event.first_transfer};
  for (const ItmoRange& range : event.ranges) issuance.issued_t_co2eq += range.quantity_t_co2eq();
  on(issuance, entry);
}

void Ledger::on(const AgreeLevies& event, const Entry& entry) {
  terms_.record(event, entry.envelope.effective_date, entry.number);
}

void Ledger::on(const NameAdaptationFund& event, const Entry&) { terms_.record(event); }

void Ledger::on(const GrantLabel& event, const Entry& entry) {
  terms_.record(event, entry.envelope.effective_date, entry.number);
}

void Ledger::on(const RecordA64Statement& event, const Entry& entry) {
  terms_.record(event, entry.envelope.effective_date, entry.number);
}

void Ledger::on(const RecordChannel& event, const Entry& entry) {
  terms_.record(event, entry.envelope.effective_date, entry.number);
}

void Ledger::on(const SetUseLimit& event, const Entry& entry) {
  terms_.record(event, entry.envelope.effective_date, entry.number);
}

void Ledger::on(const AssignRole& event, const Entry&) { roles_.record(event); }

void Ledger::on(const RequireApproval& event, const Entry&) { roles_.record(event); }

void Ledger::on(const ApproveAct& event, const Entry& entry) {
  roles_.record(event, entry.envelope.actor);
}

// What a taken-back act had delivered under a levy is owed again.
void Ledger::undeliver(const Action& action) {
  const CooperativeApproachId approach = action.range.series().approach;
  const TonnesCo2eq quantity = action.range.quantity_t_co2eq();
  const bool leaves =
      action.type == ActionType::first_transfer || action.type == ActionType::transfer;
  if (leaves && terms_.is_fund(action.acquiring_party))
    terms_.taken_back_from_fund(approach, quantity);
  if (action.subtype == ActionSubtype::voluntary_cancellation_omge ||
      action.subtype == ActionSubtype::mandatory_cancellation_omge)
    terms_.uncancelled_for_omge(approach, quantity);
}

}  // namespace openitmo::ledger
