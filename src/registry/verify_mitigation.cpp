#include <algorithm>
#include <fmt/format.h>

#include "accounting/non_ghg.h"
#include "quantity/rounding.h"
#include "registry/monitoring_report.h"
#include "registry/verify_parts.h"

namespace openitmo::registry::verify_parts {

namespace say = verify_sentences;

namespace {

// Calls `check` for every document that an event names, however deep.
template <class Value, class Check>
void visit_documents(const Value& value, const Check& check) {
  if constexpr (std::is_same_v<Value, Document>)
    check(value);
  else if constexpr (requires { Value::fields(value, [](auto, const auto&) {}); })
    Value::fields(value,
                  [&](std::string_view, const auto& field) { visit_documents(field, check); });
  else if constexpr (requires {
                       typename Value::value_type;
                       value.front();
                     } && !std::is_same_v<Value, std::string>)
    for (const auto& element : value) visit_documents(element, check);
}

void verify_stored(VerifyFindings& findings, const std::string& where,
                   const std::map<std::string, std::string>& texts, const std::string& name,
                   const std::string& sha256) {
  const auto text = texts.find(name);
  if (text == texts.end())
    findings.add(where, say::kFileMissing);
  else if (hex_sha256(text->second) != sha256)
    findings.add(where, say::kFileOtherHash);
}

// Recomputes the results of monitoring reports; each component of a report once, for all its years.
class Results {
 public:
  explicit Results(Verification& verification)
      : input_(verification.input), report_(verification.report), belong_(verification.belong) {}

  void verify(const std::string& journal, const SubmitMonitoringReport& report,
              const MonitoredResult& recorded) {
    const std::string name = report.report + "-" + recorded.component;
    for (const std::string_view ending : {".manifest", ".json"})
      belong_.insert(fmt::format("results/{}{}", name, ending));
    verify_stored(report_.findings, "results/" + name + ".manifest", input_.manifests, name,
                  recorded.data_sha256);
    verify_stored(report_.findings, "results/" + name + ".json", input_.results, name,
                  recorded.result_sha256);
    if (!input_.recompute_quantities || !input_.programme) return;
    const ComponentResult* result = recompute(report, recorded.component);
    if (!result) return;
    ++report_.result_count;
    compare(journal, report.report, recorded, *result);
  }

 private:
  void compare(const std::string& journal, const std::string& report,
               const MonitoredResult& recorded, const ComponentResult& result) {
    const Text where(say::kComponentPlace, journal, report, recorded.component);
    if (result.data_sha256 != recorded.data_sha256)
      report_.findings.add(
          where, {say::kDataDiffer,
                  differing_file(report + "-" + recorded.component, result.data_manifest)});
    for (const mrv::YearResult& year : result.quantification.years)
      if (year.year == recorded.vintage && year.reductions != recorded.emission_reductions_kg_co2eq)
        report_.findings.add(
            {say::kVintagePlace, journal, report, recorded.component, recorded.vintage.value()},
            {say::kReductionsDiffer, recorded.emission_reductions_kg_co2eq.value(),
             year.reductions.value()});
    if (result.result_sha256 != recorded.result_sha256)
      report_.findings.add(where, say::kResultDiffers);
  }

  const ComponentResult* recompute(const SubmitMonitoringReport& report,
                                   const std::string& component) {
    const std::string name = report.report + "-" + component;
    if (const auto known = recomputed_.find(name); known != recomputed_.end())
      return known->second ? &*known->second : nullptr;
    auto& slot = recomputed_[name];
    bool known_component = false;
    for (const ProgrammeComponent& known : input_.programme->components) {
      if (known.id != component) continue;
      known_component = true;
      auto result = quantify_component(known, report.report, report.period);
      if (result)
        slot = *std::move(result);
      else
        report_.findings.add(name, {say::kNotQuantified, result.error()});
    }
    if (!known_component) report_.findings.add(name, {say::kComponentMissing, component});
    return slot ? &*slot : nullptr;
  }

  // The first line in which two manifests differ says which file changed.
  Text differing_file(const std::string& name, const std::string& now) const {
    const auto stored = input_.manifests.find(name);
    if (stored == input_.manifests.end()) return say::kListMissing;
    for (std::size_t start = 0; start < now.size();) {
      const std::size_t end = std::min(now.find('\n', start), now.size());
      const std::string line = now.substr(start, end - start);
      if (line.size() > 66 && stored->second.find(line) == std::string::npos)
        return Text::name("evidence/" + line.substr(66));
      start = end + 1;
    }
    return say::kSomeFileMissing;
  }

  const VerifyInput& input_;
  VerifyReport& report_;
  std::set<std::string>& belong_;
  std::map<std::string, std::optional<ComponentResult>> recomputed_;
};

// A file of results/ against the text that it should hold.
void compare_stored(VerifyFindings& findings, const std::string& file,
                    const std::map<std::string, std::string>& texts, const std::string& name,
                    const std::string& made) {
  const auto stored = texts.find(name);
  if (stored == texts.end()) return findings.add(file, say::kFileMissing);
  if (stored->second == made) return;
  const auto differs =
      std::mismatch(made.begin(), made.end(), stored->second.begin(), stored->second.end()).first;
  findings.add(file, {say::kFileNotRecomputed, differs - made.begin() + 1});
}

}  // namespace

// Every document that an entry names by hash is still there with those bytes.
void verify_documents(Verification& verification, const Replay& replay) {
  std::set<std::string> present;
  for (const auto& [path, sha256] : verification.input.evidence) present.insert(sha256);
  VerifyReport& report = verification.report;
  for (const ledger::Entry& entry : replay.entries) {
    const auto check_document = [&](const Document& document) {
      if (document.sha256.empty()) return;
      ++report.document_count;
      if (!present.contains(document.sha256))
        report.findings.add(place_of(replay, entry.number),
                            {say::kDocumentMissing, document.reference, document.sha256});
    };
    std::visit([&](const auto& event) { visit_documents(event, check_document); }, entry.event);
  }
}

void verify_reports(Verification& verification) {
  Results results(verification);
  for (const Replay& replay : verification.replays)
    for (const auto& [id, report] : replay.state.ledger.activities().reports())
      for (const MonitoredResult& recorded : report.submission.results)
        results.verify(replay.journal->name, report.submission, recorded);
}

void verify_quantities(Verification& verification) {
  const VerifyInput& input = verification.input;
  VerifyReport& report = verification.report;
  if (!input.programme || !input.programme->registries.empty()) return;
  for (const ProgrammeComponent& component : input.programme->components)
    for (const std::string_view ending : {".manifest", ".json"})
      verification.belong.insert(fmt::format("results/{}{}", component.id, ending));
  if (!input.recompute_quantities) return;
  auto results = quantify_all(*input.programme);
  if (!results) return report.findings.add("evidence", {say::kNotQuantified, results.error()});
  for (const ComponentResult& result : *results) {
    ++report.result_count;
    const std::string file = "results/" + result.component;
    compare_stored(report.findings, file + ".manifest", input.manifests, result.component,
                   result.data_manifest);
    compare_stored(report.findings, file + ".json", input.results, result.component, result.json);
  }
  if (!verification.evidence_whole) return;
  report.rederived.run.emplace().results = *std::move(results);
}

void verify_issuances(Verification& verification, const Replay& replay) {
  VerifyReport& report = verification.report;
  const auto& activities = replay.state.ledger.activities();
  std::map<std::string, KilogramsCo2eq> debts;
  for (const auto& issuance : replay.state.ledger.issuances()) {
    ++report.issuance_count;
    const ledger::UnitsIssued& event = issuance.record;
    KilogramsCo2eq& debt = debts[activities.debt_key(event.component)];
    if (accounting::in_other_metric(replay.state.ledger, event)) {
      debt = {};
      continue;
    }
    const Text where = place_of(replay, issuance.entry);
    const auto* monitored = activities.find_report(event.report);
    const MonitoredResult* result =
        monitored ? monitored->result_of(event.component, event.vintage) : nullptr;
    if (!result || result->emission_reductions_kg_co2eq != event.emission_reductions_kg_co2eq)
      report.findings.add(where, say::kIssuanceFromOther);
    if (debt != event.debt_brought_forward_kg_co2eq)
      report.findings.add(
          where, {say::kDeficitDiffers, event.debt_brought_forward_kg_co2eq.value(), debt.value()});
    const KilogramsCo2eq net = event.emission_reductions_kg_co2eq - debt;
    debt = net < KilogramsCo2eq(0) ? -net : KilogramsCo2eq(0);
    if (issuable(net) != event.issued_t_co2eq || debt != event.debt_carried_kg_co2eq)
      report.findings.add(
          where, {say::kIssuedDiffers, event.issued_t_co2eq.value(), issuable(net).value()});
  }
}

}  // namespace openitmo::registry::verify_parts
