#include "registry/verify.h"

#include <fmt/format.h>

#include "journal/hash.h"
#include "journal/proof_file.h"
#include "quantity/rounding.h"
#include "registry/entry_codec.h"
#include "registry/monitoring_report.h"
#include "registry/submissions.h"
#include "reporting/aef_text.h"

namespace openitmo::registry {

namespace {

std::string hex_sha256(std::string_view bytes) { return journal::to_hex(journal::sha256(bytes)); }

// One journal as far as it could be replayed.
struct Replay {
  const JournalToVerify* journal = nullptr;
  Replayed state;
  std::vector<ledger::Entry> entries;
  bool complete = false;
};

class Verifier {
 public:
  explicit Verifier(const VerifyInput& input) : input_(input) {}

  VerifyReport run() {
    for (const JournalToVerify& journal : input_.journals) verify_journal(journal);
    verify_listed_files();
    for (const Replay& replay : replays_) {
      verify_documents(replay);
      verify_reports(replay);
      verify_issuances(replay);
      verify_exchange(replay);
      verify_submissions(replay);
    }
    return std::move(report_);
  }

 private:
  void found(std::string where, std::string what) {
    report_.findings.push_back({std::move(where), std::move(what)});
  }

  void verify_journal(const JournalToVerify& journal) {
    for (const std::string& problem : journal.file_problems)
      found(journal.name, "the database reports damage: " + problem);
    Replay replay{.journal = &journal, .state = {}, .entries = {}, .complete = false};
    try {
      replay.state =
          replay_journal(*journal.store, journal.key, journal.name,
                         [&](const ledger::Entry& entry) { replay.entries.push_back(entry); });
      replay.complete = true;
      report_.entry_count += replay.entries.size();
      report_.checkpoint_count += journal.store->checkpoints().size();
    } catch (const journal::StoreError& error) {
      found(journal.name, error.what());
    } catch (const InvariantBroken& error) {
      found(journal.name, error.what());
    }
    if (replay.complete) replays_.push_back(std::move(replay));
  }

  void verify_listed_files() {
    for (const auto& [path, sha256] : input_.listed) {
      const auto now = input_.evidence.find(path);
      if (now == input_.evidence.end())
        found("evidence/" + path, "the file is missing");
      else if (now->second != sha256)
        found("evidence/" + path,
              fmt::format("the file was altered: its bytes have sha256 {}, the run had {}",
                          now->second, sha256));
    }
    for (const auto& [path, sha256] : input_.evidence)
      if (!input_.listed.contains(path))
        found("evidence/" + path, "the file is not in evidence.sha256");
  }

  // Every document that an entry names by hash is still there with those bytes.
  void verify_documents(const Replay& replay) {
    std::map<std::string, std::string> paths;
    for (const auto& [path, sha256] : input_.evidence) paths[sha256] = path;
    const auto check_document = [&](const ledger::Entry& entry, const Document& document) {
      if (document.sha256.empty()) return;
      ++report_.document_count;
      if (!paths.contains(document.sha256))
        found(fmt::format("{} entry {}", replay.journal->name, entry.number),
              fmt::format("no evidence file has the bytes of document {} (sha256 {})",
                          document.reference, document.sha256));
    };
    for (const ledger::Entry& entry : replay.entries)
      std::visit([&](const auto& event) { visit_documents(event, entry, check_document); },
                 entry.event);
  }

  template <class Value, class Check>
  static void visit_documents(const Value& value, const ledger::Entry& entry, const Check& check) {
    if constexpr (std::is_same_v<Value, Document>)
      check(entry, value);
    else if constexpr (requires { Value::fields(value, [](auto, const auto&) {}); })
      Value::fields(value, [&](std::string_view, const auto& field) {
        visit_documents(field, entry, check);
      });
    else if constexpr (requires {
                         typename Value::value_type;
                         value.front();
                       } && !std::is_same_v<Value, std::string>)
      for (const auto& element : value) visit_documents(element, entry, check);
  }

  void verify_reports(const Replay& replay) {
    for (const auto& [id, report] : replay.state.ledger.activities().reports())
      for (const MonitoredResult& recorded : report.submission.results)
        verify_result(replay, report.submission, recorded);
  }

  void verify_result(const Replay& replay, const SubmitMonitoringReport& report,
                     const MonitoredResult& recorded) {
    const std::string name = report.report + "-" + recorded.component;
    verify_stored("results/" + name + ".manifest", input_.manifests, name, recorded.data_sha256);
    verify_stored("results/" + name + ".json", input_.results, name, recorded.result_sha256);
    if (!input_.recompute_quantities) return;
    const ComponentResult* result = recompute(report, recorded.component);
    if (!result) return;
    ++report_.result_count;
    const std::string where =
        fmt::format("{} report {} component {} vintage {}", replay.journal->name, report.report,
                    recorded.component, recorded.vintage.value());
    if (result->data_sha256 != recorded.data_sha256)
      found(where, fmt::format("the monitoring data are not those reported: {}",
                               differing_file(name, result->data_manifest)));
    for (const mrv::YearResult& year : result->quantification.years)
      if (year.year == recorded.vintage && year.reductions != recorded.emission_reductions_kg_co2eq)
        found(where,
              fmt::format("recorded {} kg CO2 eq, recomputed {}",
                          recorded.emission_reductions_kg_co2eq.value(), year.reductions.value()));
    if (result->result_sha256 != recorded.result_sha256)
      found(where, "the recomputed result has other bytes than the one reported");
  }

  void verify_stored(const std::string& where, const std::map<std::string, std::string>& texts,
                     const std::string& name, const std::string& sha256) {
    const auto text = texts.find(name);
    if (text == texts.end())
      found(where, "the file is missing");
    else if (hex_sha256(text->second) != sha256)
      found(where, "the file was altered: the journal has another hash of it");
  }

  // Each component of a report is quantified once, for all its years.
  const ComponentResult* recompute(const SubmitMonitoringReport& report,
                                   const std::string& component) {
    const std::string name = report.report + "-" + component;
    if (const auto known = recomputed_.find(name); known != recomputed_.end())
      return known->second ? &*known->second : nullptr;
    auto& slot = recomputed_[name];
    if (!input_.programme) {
      found("evidence", "the programme folder cannot be read, so nothing is recomputed");
      return nullptr;
    }
    for (const ProgrammeComponent& known : input_.programme->components) {
      if (known.id != component) continue;
      auto result = quantify_component(known, report.report, report.period);
      if (result)
        slot = *std::move(result);
      else
        found(name, "cannot be recomputed: " + result.error());
    }
    if (!slot) found(name, "the evidence has no component " + component);
    return slot ? &*slot : nullptr;
  }

  // The first line in which two manifests differ says which file changed.
  std::string differing_file(const std::string& name, const std::string& now) const {
    const auto stored = input_.manifests.find(name);
    if (stored == input_.manifests.end()) return "their list is missing";
    for (std::size_t start = 0; start < now.size();) {
      const std::size_t end = now.find('\n', start);
      const std::string line = now.substr(start, end - start);
      if (stored->second.find(line) == std::string::npos) return "evidence/" + line.substr(66);
      start = end + 1;
    }
    return "a file is missing";
  }

  void verify_issuances(const Replay& replay) {
    std::map<std::string, KilogramsCo2eq> debts;
    for (const auto& issuance : replay.state.ledger.issuances()) {
      ++report_.issuance_count;
      const ledger::UnitsIssued& event = issuance.record;
      const std::string where = fmt::format("{} entry {}", replay.journal->name, issuance.entry);
      const auto* report = replay.state.ledger.activities().find_report(event.report);
      const MonitoredResult* result =
          report ? report->result_of(event.component, event.vintage) : nullptr;
      if (!result || result->emission_reductions_kg_co2eq != event.emission_reductions_kg_co2eq)
        found(where, "the issuance does not start from the verified result");
      KilogramsCo2eq& debt = debts[replay.state.ledger.activities().debt_key(event.component)];
      if (debt != event.debt_brought_forward_kg_co2eq)
        found(where, fmt::format("deficit brought forward {} kg, recomputed {}",
                                 event.debt_brought_forward_kg_co2eq.value(), debt.value()));
      const KilogramsCo2eq net = event.emission_reductions_kg_co2eq - debt;
      debt = net < KilogramsCo2eq(0) ? -net : KilogramsCo2eq(0);
      if (issuable(net) != event.issued_t_co2eq || debt != event.debt_carried_kg_co2eq)
        found(where, fmt::format("issued {} t, recomputed {}", event.issued_t_co2eq.value(),
                                 issuable(net).value()));
    }
  }

  // What the journal says of another registry, against that registry's own journal and the proof.
  void verify_exchange(const Replay& replay) {
    for (const ledger::Entry& entry : replay.entries) {
      const ledger::ForeignEntry* foreign = nullptr;
      if (const auto* acquired = std::get_if<AcquireUnits>(&entry.event)) foreign = &acquired->sent;
      if (const auto* confirmed = std::get_if<ConfirmDelivery>(&entry.event))
        foreign = &confirmed->received;
      if (foreign)
        verify_foreign(fmt::format("{} entry {}", replay.journal->name, entry.number), *foreign);
    }
  }

  using AcquireUnits = ledger::AcquireUnits;
  using ConfirmDelivery = ledger::ConfirmDelivery;

  void verify_foreign(const std::string& where, const ledger::ForeignEntry& foreign) {
    const auto name = fmt::format("{}-entry-{}.proof", foreign.registry.view(), foreign.entry);
    const auto proof = input_.proofs.find(name);
    if (proof == input_.proofs.end()) {
      found("proofs/" + name, "the file is missing");
    } else if (hex_sha256(proof->second) != foreign.proof_sha256) {
      found("proofs/" + name, "the file was altered: the journal has another hash of it");
    }
    for (const Replay& other : replays_) {
      if (other.journal->registry != foreign.registry) continue;
      ++report_.proof_count;
      if (proof != input_.proofs.end())
        if (const auto checked = journal::check_inclusion(proof->second, other.journal->key);
            !checked)
          found("proofs/" + name, checked.error().message());
      const journal::MerkleTree& tree = other.state.tree;
      const bool same = foreign.tree_size <= tree.size() && foreign.entry < tree.size() &&
                        journal::to_hex(tree.leaf(foreign.entry)) == foreign.leaf_hash &&
                        journal::to_hex(tree.root_at(foreign.tree_size)) == foreign.root_hash;
      if (!same)
        found(where, fmt::format("{} has another entry {} than the one proven then",
                                 foreign.registry.view(), foreign.entry));
    }
  }

  void verify_submissions(const Replay& replay) {
    for (const DrawnSubmission& drawn : draw_submissions(replay.entries)) {
      ++report_.submission_count;
      const std::string csv = reporting::aef_csv(drawn.aef, reporting::AefProfile::xlsx_checker);
      const std::string stem = reporting::file_stem(drawn.aef);
      if (hex_sha256(csv) != drawn.record.content_sha256)
        found(fmt::format("{} entry {}", replay.journal->name, drawn.entry),
              "the submission " + stem + " drawn again is not what was submitted");
      const auto file = input_.submissions.find(stem);
      if (file == input_.submissions.end())
        found("aef/" + stem + ".csv", "the file is missing");
      else if (file->second != csv)
        found("aef/" + stem + ".csv", "the file was altered: it is not what was submitted");
    }
  }

  const VerifyInput& input_;
  VerifyReport report_;
  std::vector<Replay> replays_;
  std::map<std::string, std::optional<ComponentResult>> recomputed_;
};

}  // namespace

VerifyReport verify(const VerifyInput& input) { return Verifier(input).run(); }

}  // namespace openitmo::registry
