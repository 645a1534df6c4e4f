#include "registry/trace.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

#include "registry/describe_entry.h"

namespace openitmo::registry {

namespace {

using ledger::Entry;
using ledger::ItmoIdentifier;
using ledger::ItmoRange;

// The range of an entry's units that holds the unit; null when it does not touch it.
const ItmoRange* range_with(const Entry& entry, const ItmoIdentifier& unit) {
  return std::visit(
      [&](const auto& event) -> const ItmoRange* {
        if constexpr (requires { event.ranges; })
          for (const ItmoRange& range : event.ranges)
            if (range.contains(unit)) return &range;
        return nullptr;
      },
      entry.event);
}

class Tracer {
 public:
  Tracer(const std::vector<JournalToTrace>& journals, const ItmoIdentifier& unit, Language language)
      : journals_(journals),
        language_(language),
        describe_(language, unit.series.vintage, trace_.component) {
    trace_.unit = unit;
  }

  std::optional<Trace> run(const std::vector<reporting::AefSubmission>& submissions) {
    for (const JournalToTrace& journal : journals_) find_origin(journal);
    for (const JournalToTrace& journal : journals_) collect(journal);
    if (trace_.life.empty() && trace_.component.empty()) return std::nullopt;
    for (auto* steps : {&trace_.foundation, &trace_.mitigation, &trace_.life}) sort_by_time(*steps);
    find_rows(submissions);
    return std::move(trace_);
  }

 private:
  void find_origin(const JournalToTrace& journal) {
    const auto block = journal.ledger.blocks().find(trace_.unit);
    if (!block) return;
    trace_.standing += fmt::format(
        "{}{}{}{}", trace_.standing.empty() ? "" : describe_.text({"; ", " ; "}),
        journal.registry.view(), describe_.text({": ", " : "}), standing_of(journal, block->state));
    if (block->state.issuance == ledger::BlockState::kNone) return;
    const auto& issuance = journal.ledger.issuances()[block->state.issuance].record;
    trace_.component = issuance.component;
    trace_.report = issuance.report;
    request_ = issuance.request;
    const auto* component = journal.ledger.activities().find_component(trace_.component);
    if (component) activity_ = component->inclusion.activity;
  }

  // What the last entry of one type that touched the unit says.
  template <class Event>
  std::string last_said(const JournalToTrace& journal) const {
    for (auto entry = journal.entries.rbegin(); entry != journal.entries.rend(); ++entry)
      if (const auto* event = std::get_if<Event>(&entry->event);
          event && range_with(*entry, trace_.unit))
        return describe_(*event);
    return {};
  }

  std::string standing_of(const JournalToTrace& journal, const ledger::BlockState& state) const {
    using enum ledger::BlockStatus;
    switch (state.status) {
      case held: {
        if (state.account == ledger::BlockState::kNone) return describe_.text({"held", "détenue"});
        const auto& account = journal.ledger.accounts()[state.account];
        return describe_.text({"held by {} in account {}", "détenue par {} sur le compte {}"},
                              account.party.view(), account.account);
      }
      case in_transit:
        return describe_.text({"in transit, {}", "en transit, {}"},
                              last_said<ledger::UnitsTransferred>(journal));
      case sent:
        return describe_.text({"sent, {}", "envoyée, {}"},
                              last_said<ledger::UnitsTransferred>(journal));
      case used:
        return describe_.text({"used {}", "utilisée {}"}, last_said<ledger::UnitsUsed>(journal));
      case cancelled:
        return describe_.text({"cancelled {}", "annulée {}"},
                              last_said<ledger::UnitsCancelled>(journal));
      case withdrawn:
        return describe_.text({"withdrawn", "retirée"});
    }
    return {};
  }

  void collect(const JournalToTrace& journal) {
    std::vector<std::uint64_t> sent;
    for (const Entry& entry : journal.entries) {
      const ItmoRange* range = range_with(entry, trace_.unit);
      const bool issuance = std::holds_alternative<ledger::UnitsIssued>(entry.event) ||
                            std::holds_alternative<ledger::MetricUnitsIssued>(entry.event);
      if (range) {
        add(issuance ? trace_.mitigation : trace_.life, journal, entry, range);
        sent.push_back(entry.number);
      } else if (confirms(entry, sent)) {
        add(trace_.life, journal, entry, nullptr);
      } else if (is_foundation(entry) || about_finding(journal, entry, true)) {
        add(trace_.foundation, journal, entry, nullptr);
      } else if (is_mitigation(entry) || about_finding(journal, entry, false)) {
        add(trace_.mitigation, journal, entry, nullptr);
      }
    }
  }

  static bool confirms(const Entry& entry, const std::vector<std::uint64_t>& sent) {
    const auto* confirmed = std::get_if<ledger::ConfirmDelivery>(&entry.event);
    return confirmed &&
           std::find(sent.begin(), sent.end(), confirmed->transfer_entry) != sent.end();
  }

  bool is_foundation(const Entry& entry) const {
    return std::visit(
        [&](const auto& event) {
          using Event = std::decay_t<decltype(event)>;
          if constexpr (std::is_same_v<Event, RecordCooperativeApproach>)
            return event.approach == trace_.unit.series.approach;
          else if constexpr (std::is_same_v<Event, IncludeComponent>)
            return event.component == trace_.component;
          else if constexpr (std::is_same_v<Event, RecordActivity> ||
                             std::is_same_v<Event, ConcludeValidation> ||
                             std::is_same_v<Event, ConcludeAdditionality> ||
                             std::is_same_v<Event, ledger::AuthorizeItmos>)
            return !activity_.empty() && event.activity == activity_;
          else
            return false;
        },
        entry.event);
  }

  // About a finding of the validation, or of the verification of the report, that is not about
  // another component.
  bool about_finding(const JournalToTrace& journal, const Entry& entry, bool of_validation) const {
    const auto* code = std::visit(
        [](const auto& event) -> const std::string* {
          if constexpr (requires { event.finding; }) return &event.finding;
          return nullptr;
        },
        entry.event);
    const auto* finding = code ? journal.ledger.activities().find_finding(*code) : nullptr;
    if (!finding || finding->raised.activity != activity_) return false;
    const RaiseFinding& raised = finding->raised;
    if (!raised.component.empty() && raised.component != trace_.component) return false;
    if (of_validation) return raised.report.empty();
    return raised.report == trace_.report || finding->closed_in == trace_.report;
  }

  bool is_mitigation(const Entry& entry) const {
    return std::visit(
        [&](const auto& event) {
          using Event = std::decay_t<decltype(event)>;
          if constexpr (std::is_same_v<Event, SubmitMonitoringReport> ||
                        std::is_same_v<Event, ConcludeVerification> ||
                        std::is_same_v<Event, ConcludeExamination>)
            return !trace_.report.empty() && event.report == trace_.report;
          else if constexpr (std::is_same_v<Event, ledger::RequestRecognition>)
            return !request_.empty() && event.request == request_;
          else
            return false;
        },
        entry.event);
  }

  void add(std::vector<TraceStep>& steps, const JournalToTrace& journal, const Entry& entry,
           const ItmoRange* range) const {
    const std::string& metric = journal.ledger.metric_of(trace_.unit.series.approach);
    std::string what = range ? describe_.range(*range, metric) : std::string();
    const std::string said = describe_(entry.event);
    if (!what.empty() && !said.empty()) what += ", ";
    steps.push_back({journal.registry, entry.number, entry.envelope.recorded_at,
                     entry.envelope.effective_date, std::string(type_of(entry)), what + said});
  }

  // By the day on which each took effect; the acts of one day by the time of recording.
  static void sort_by_time(std::vector<TraceStep>& steps) {
    std::stable_sort(steps.begin(), steps.end(), [](const TraceStep& a, const TraceStep& b) {
      return std::tie(a.effective_date, a.recorded_at) < std::tie(b.effective_date, b.recorded_at);
    });
  }

  void find_rows(const std::vector<reporting::AefSubmission>& submissions) {
    for (const auto& submission : submissions) {
      const std::string stem = reporting::file_stem(submission);
      for (std::size_t i = 0; i < submission.actions.size(); ++i)
        if (submission.actions[i].block.range.contains(trace_.unit))
          trace_.rows.push_back({stem, 3, i + 1,
                                 words_of(language_, name_of(submission.actions[i].type)) +
                                     describe_.text({" on ", " le "}) +
                                     submission.actions[i].date.to_string()});
      for (std::size_t i = 0; i < submission.holdings.size(); ++i)
        if (submission.holdings[i].block.range.contains(trace_.unit))
          trace_.rows.push_back(
              {stem, 4, i + 1, describe_.text({"held on 31 December", "détenue le 31 décembre"})});
    }
  }

  const std::vector<JournalToTrace>& journals_;
  Language language_;
  Trace trace_;
  EntryDescriber describe_;  // of the trace above
  std::string activity_;
  std::string request_;
};

}  // namespace

std::optional<Trace> trace(const std::vector<JournalToTrace>& journals,
                           const std::vector<reporting::AefSubmission>& submissions,
                           const ledger::ItmoIdentifier& unit, Language language) {
  return Tracer(journals, unit, language).run(submissions);
}

}  // namespace openitmo::registry
